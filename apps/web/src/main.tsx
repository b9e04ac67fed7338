import '@mantine/core/styles.css'
import '@fontsource/be-vietnam-pro/latin-400.css'
import '@fontsource/be-vietnam-pro/latin-500.css'
import '@fontsource/be-vietnam-pro/latin-600.css'
import '@fontsource/be-vietnam-pro/latin-700.css'
import '@fontsource/be-vietnam-pro/vietnamese-400.css'
import '@fontsource/be-vietnam-pro/vietnamese-500.css'
import '@fontsource/be-vietnam-pro/vietnamese-600.css'
import '@fontsource/be-vietnam-pro/vietnamese-700.css'
import './app.css'
import { I18nProvider } from '@lingui/react'
import { MantineProvider } from '@mantine/core'
import { type ComponentType, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { i18n, keptLanguage, speak } from './i18n/language.ts'
import { cssVariables, theme } from './ui/theme.ts'

// Before any schema is made: the content policy forbids making code out of text, which the schema library would else try.
const withSchemas = async <Module,>(load: () => Promise<Module>): Promise<Module> => {
  await import('./api/schema-config.ts')
  return load()
}

/**
 * The pages before the app stand alone, without router and query cache: who opens the sign-in page on a slow phone
 * waits for a third of the app only, and crossing the gate in either direction leaves nothing of the session in memory.
 */
const gates: Readonly<Record<string, () => Promise<ComponentType>>> = {
  '/sign-in': async () => (await import('./accounts/sign-in-page.tsx')).SignInPage,
  '/setup': async () => (await withSchemas(() => import('./accounts/setup-page.tsx'))).SetupPage,
  '/change-password': async () => (await withSchemas(() => import('./accounts/change-password-page.tsx'))).ChangePasswordPage,
}
const app = async () => (await withSchemas(() => import('./app.tsx'))).App

// A printed link carries its own token.
const noticeLink = async () => (await withSchemas(() => import('./notices/link-page.tsx'))).NoticeLinkPage

// The desk is opened from what lies on the device, with or without a session.
const desk = async () => (await withSchemas(() => import('./desk/desk-page.tsx'))).DeskPage

// What the agency shows to everybody knows of no session.
const publicPage = async () => (await withSchemas(() => import('./transparency/public-page.tsx'))).PublicPage

const apart: readonly (readonly [RegExp, () => Promise<ComponentType>])[] = [
  [/^\/n\//, noticeLink],
  [/^\/desk\//, desk],
  [/^\/cong-khai(\/|$)/, publicPage],
]

const { pathname } = window.location
const load = gates[pathname.replace(/\/$/, '')] ?? apart.find(([path]) => path.test(pathname))?.[1] ?? app
const [Page] = await Promise.all([load(), speak(keptLanguage())])

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
          <Page />
        </MantineProvider>
      </I18nProvider>
    </StrictMode>,
  )
}
