import { strFromU8, unzipSync } from 'fflate'

/** Readers of written files, for the tests: a Word file as XML, a PDF by its text and where it stands. */
export const docxParts = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]))

export const mainPart = (file: Uint8Array): string => docxParts(file)['word/document.xml'] ?? ''

const unescaped = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')

export const paragraphs = (xml: string): { xml: string; text: string }[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([part]) => ({
    xml: part,
    text: unescaped([...part.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, text]) => text).join('')),
  }))

/** The text of each paragraph in order, cells of tables included. */
export const docxTexts = (file: Uint8Array): string[] => paragraphs(mainPart(file)).map(({ text }) => text)

/** All its words as they are read: a paragraph a line, a row of a table a line with its cells apart by ` | `. */
export const docxWords = (file: Uint8Array): string =>
  unescaped(
    mainPart(file)
      .replace(/(<\/w:p>)?<\/w:tc>/g, ' | ')
      .replace(/<\/w:(tr|p)>/g, '\n')
      .replace(/<[^>]+>/g, ''),
  )

export const styleOf = (file: Uint8Array, text: string): string =>
  paragraphs(mainPart(file)).find((found) => found.text === text)?.xml ?? `no paragraph "${text}"`

export const sectionsOf = (file: Uint8Array): string[] => mainPart(file).match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? []

/** A piece of text with its left and baseline and its width and size, all in points from the page's lower left corner. */
export type PdfText = { text: string; x: number; y: number; width: number; size: number }
export type PdfPage = { width: number; height: number; texts: PdfText[] }

/** The pages of a PDF, their text in the order it was written. */
export const pdfPages = async (file: Uint8Array): Promise<PdfPage[]> => {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(file), verbosity: VerbosityLevel.ERRORS })
  const opened = await task.promise
  const pages: PdfPage[] = []
  for (let number = 1; number <= opened.numPages; number += 1) {
    const page = await opened.getPage(number)
    const { items } = await page.getTextContent()
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const texts = items.flatMap((item): PdfText[] => {
      if (!('str' in item)) return []
      const [size = 0, , , , x = 0, y = 0]: number[] = item.transform
      return [{ text: item.str, x, y, width: item.width, size }]
    })
    pages.push({ width: right - left, height: top - bottom, texts })
  }
  await task.destroy()
  return pages
}

/** Text without the spaces that a line's end swallows. */
export const packed = (texts: readonly string[]): string => texts.join('').replace(/\s+/gu, '')
