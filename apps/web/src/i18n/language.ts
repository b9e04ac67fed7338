import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'

export type Language = 'vi' | 'en'

const kept = 'chung-tay:language'

// Vietnamese is compiled out of the code itself when it is first shown; only English has a catalog to load.
i18n.setMessagesCompiler(compileMessage)

/** Shows the screen in another language at once, without a reload. */
export const speak = async (language: Language): Promise<void> => {
  const messages = language === 'en' ? (await import('../locales/en.po')).messages : {}
  i18n.loadAndActivate({ locale: language, messages })
  document.documentElement.lang = language
  localStorage.setItem(kept, language)
}

export const keptLanguage = (): Language => (localStorage.getItem(kept) === 'en' ? 'en' : 'vi')

export { i18n }
