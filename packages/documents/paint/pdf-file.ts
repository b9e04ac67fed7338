import { fileURLToPath } from 'node:url'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { margin, pageNumberSize, sheet as paperSize, textWidth } from '../layout/page.ts'
import type { Paper } from '../layout/paper.ts'
import { inPoints, keptNext, keptRow, pdfDrawn, rowOf } from './pdf-drawn.ts'

type Dynamic = Extract<NonNullable<TDocumentDefinitions['header']>, (...given: never[]) => unknown>

/**
 * A head for each sheet that counts its pages from 1 and leaves the first blank. The library tells the page of the whole file alone, asks for all
 * pages in order, and asks anew after each page break it had to add.
 */
const pageNumbers = (): ((sheet: number) => Dynamic) => {
  let current = { sheet: -1, first: 0, last: 0 }
  return (sheet) => (page) => {
    const again = current.sheet !== sheet || page <= current.last
    current = { sheet, first: again ? page : current.first, last: page }
    const number = page - current.first + 1
    if (number === 1) return ''
    const sides = { left: inPoints(margin.left), right: inPoints(margin.right) }
    return { text: String(number), fontSize: pageNumberSize, alignment: 'center', margin: [sides.left, inPoints(margin.header), sides.right, 0] }
  }
}

type PageBreak = NonNullable<TDocumentDefinitions['pageBreakBefore']>

/** Breaks before a heading that no text follows on its page; tells of rows in a table that must not end a page and do. */
const breakBefore =
  (tellLonely: (row: string) => void): PageBreak =>
  (node, { getFollowingNodesOnPage }) => {
    if (node.headlineLevel === keptNext) return getFollowingNodesOnPage().every(({ headlineLevel }) => headlineLevel === keptNext)
    const row = rowOf(node.id)
    // What has no name is part of a piece that is never broken, and its page is not known.
    if (node.headlineLevel === keptRow && getFollowingNodesOnPage().every(({ id }) => id === undefined || rowOf(id) === row)) tellLonely(row)
    return false
  }

/** What the PDF library is given for a laid out paper, with the rows that begin a page; exported for the test that holds its text beside the Word file's. */
export const pdfDefinition = (
  { properties, sheets }: Paper,
  breaks: ReadonlySet<string> = new Set(),
  tellLonely: (row: string) => void = () => undefined,
): TDocumentDefinitions => {
  const { title, creator, issuedOn } = properties
  const numbered = pageNumbers()
  return {
    info: { title, author: creator, creator: 'Chung Tay', ...(issuedOn.length === 10 && { creationDate: new Date(`${issuedOn}T00:00:00Z`) }) },
    language: 'vi-VN',
    displayTitle: true,
    pageSize: { width: inPoints(paperSize.width), height: inPoints(paperSize.height) },
    pageMargins: [inPoints(margin.left), inPoints(margin.top), inPoints(margin.right), inPoints(margin.bottom)],
    defaultStyle: { font: 'Tinos', color: 'black' },
    pageBreakBefore: breakBefore(tellLonely),
    content: sheets.map(({ orientation, drawn }, sheet) => ({
      pageOrientation: orientation,
      header: numbered(sheet),
      section: pdfDrawn(drawn, { sheet, room: textWidth[orientation], breaks }),
    })),
  }
}

const fontFile = (name: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${name}.ttf`))

const loadLibrary = async () => {
  const { default: pdfmake } = await import('pdfmake')
  const fonts = {
    normal: fontFile('400Regular/Tinos_400Regular'),
    bold: fontFile('700Bold/Tinos_700Bold'),
    italics: fontFile('400Regular_Italic/Tinos_400Regular_Italic'),
    bolditalics: fontFile('700Bold_Italic/Tinos_700Bold_Italic'),
  }
  pdfmake.setFonts({ Tinos: fonts })
  // A document refers to nothing outside of itself.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path))
  return pdfmake
}
let library: ReturnType<typeof loadLibrary> | undefined

// A row that begins a page moves all rows after it, so they are found one by one.
const written = async (paper: Paper, breaks: ReadonlySet<string>): Promise<Uint8Array> => {
  library ??= loadLibrary()
  const pdfmake = await library
  const lonely: string[] = []
  const file = await pdfmake.createPdf(pdfDefinition(paper, breaks, (row) => lonely.push(row))).getBuffer()
  const next = lonely.find((row) => !breaks.has(row))
  return next === undefined ? file : await written(paper, new Set([...breaks, next]))
}

/** The PDF of a laid out paper, written in the calling thread. */
export const writePdf = (paper: Paper): Promise<Uint8Array> => written(paper, new Set())
