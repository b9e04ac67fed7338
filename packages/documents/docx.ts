import { AlignmentType, Document, Header, type ISectionOptions, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx'
import { margin, pageNumberSize, sheet as paperSize } from './layout/page.ts'
import type { Paper, Sheet } from './layout/paper.ts'
import { layOut } from './layout/sheets.ts'
import type { OfficialDocument } from './model.ts'
import { coreProperties } from './paint/core-properties.ts'
import { docxDrawn, typeSize } from './paint/docx-drawn.ts'
import { sealed } from './paint/docx-file.ts'

const pageNumber = () =>
  new Header({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: typeSize(pageNumberSize) })] }),
    ],
  })

// A table cannot end a text; what Word would put behind it is as high as a line.
const flatEnd = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT }, run: { size: 2 } })

// The decree counts every annex by itself, and no first page bears its number.
const section = ({ orientation, drawn }: Sheet): ISectionOptions => ({
  properties: {
    titlePage: true,
    page: {
      size: { ...paperSize, orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin: { ...margin, footer: margin.header },
      pageNumbers: { start: 1 },
    },
  },
  headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
  children: [...drawn.map(docxDrawn), ...(drawn.at(-1)?.type === 'line' ? [] : [flatEnd()])],
})

/** A Word file in Times New Roman 14 of a document, or of a list or voucher laid out already. The same input gives the same bytes. */
export const toDocx = async (source: OfficialDocument | Paper): Promise<Uint8Array> => {
  const { sheets, properties } = 'sheets' in source ? source : layOut(source)
  const document = new Document({
    sections: sheets.map(section),
    styles: { default: { document: { run: { font: 'Times New Roman', size: typeSize(14), color: '000000', language: { value: 'vi-VN' } } } } },
  })
  return sealed(await Packer.pack(document, 'uint8array', undefined, [{ path: 'docProps/core.xml', data: coreProperties(properties) }]))
}
