/** Composes to NFC, drops control characters and folds runs of spaces: what every typed name goes through. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/[^\S\n]+/gu, ' ')
    .trim()

/** Lower case without marks, đ as d: "Đặng Thị Hồng" → "dang thi hong". Unicode decomposition leaves đ, so it is named. */
export const foldText = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim()

/** The given name, by which Vietnamese lists are sorted: the last word. */
export const givenNameOf = (name: string): string => cleanText(name).split(' ').at(-1) ?? ''
