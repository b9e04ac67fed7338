import { AlignmentType, Document, Header, type ISectionOptions, Packer, PageNumber, PageOrientation, Paragraph, type Table, TextRun } from 'docx'
import { coreProperties, type Properties } from './core-properties.ts'

/** Twips, rounded up so that a margin is never below the decree's least. */
export const millimetres = (length: number): number => Math.ceil((length * 1440) / 25.4)

/** Twips and half-points, the units of the file format. */
export const points = (length: number): number => length * 20
export const typeSize = (size: number): number => size * 2

const paper = { width: 11906, height: 16838 }
const margin = { top: millimetres(20), bottom: millimetres(20), left: millimetres(30), right: millimetres(15) }

export type Orientation = 'portrait' | 'landscape'

/** Width in twips between the margins. */
export const textWidth: Record<Orientation, number> = {
  portrait: paper.width - margin.left - margin.right,
  landscape: paper.height - margin.left - margin.right,
}

const pageNumber = () =>
  new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: typeSize(14) })] })],
  })

/** Pages of one orientation, counted from 1 without a number on the first: the decree counts every annex by itself. */
export const section = (orientation: Orientation, children: readonly (Paragraph | Table)[]): ISectionOptions => ({
  properties: {
    titlePage: true,
    page: {
      size: { ...paper, orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin: { ...margin, header: millimetres(10), footer: millimetres(10) },
      pageNumbers: { start: 1 },
    },
  },
  headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
  children,
})

/** The file itself. The same input gives the same parts; only the archive's own time stamps differ. */
export const pack = async (sections: readonly ISectionOptions[], properties: Properties): Promise<Uint8Array> => {
  const document = new Document({
    sections,
    styles: { default: { document: { run: { font: 'Times New Roman', size: typeSize(14), color: '000000', language: { value: 'vi-VN' } } } } },
  })
  const packed = await Packer.pack(document, 'uint8array', undefined, [{ path: 'docProps/core.xml', data: coreProperties(properties) }])
  return packed
}
