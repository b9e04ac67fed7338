const composed = (text: string, kept: string): string =>
  text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === kept ? kept : /\s/.test(character) ? ' ' : ''))

/** One line: composed to NFC, control characters dropped, runs of spaces folded. What every typed name goes through. */
export const cleanText = (text: string): string => composed(text, ' ').replace(/\s+/gu, ' ').trim()

/** A paragraph: the same, but the ends of lines stay, and never more than one empty line between two. */
export const cleanParagraph = (text: string): string =>
  composed(text.replace(/\r\n?/g, '\n'), '\n')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** Without marks, đ as d, in the case it has: "Đặng" → "Dang". Unicode decomposition leaves đ, so it is named. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').normalize('NFC')

/** Lower case without marks, spaces folded: "Đặng Thị Hồng" → "dang thi hong". What is searched by. */
export const foldText = (text: string): string => withoutMarks(text).toLowerCase().replace(/\s+/g, ' ').trim()

/** As it stands in the name of a file, plain ASCII and at most 60 long: "Quà 1-6 (đợt 2)" → "qua-1-6-dot-2". */
export const fileNameOf = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '')

/** The given name, by which Vietnamese lists are sorted: the last word. */
export const givenNameOf = (name: string): string => cleanText(name).split(' ').at(-1) ?? ''
