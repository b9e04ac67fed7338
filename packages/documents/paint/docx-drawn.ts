import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { points } from '../layout/page.ts'
import type { Columns, Drawn, Grid, GridCell, GridRow, Line, Part, Picture, Rule } from '../layout/paper.ts'
import { tableSide } from '../layout/table.ts'
import type { Run } from '../model.ts'

/** Half-points, the format's unit of type. */
export const typeSize = (size: number): number => size * 2

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT, both: AlignmentType.BOTH } as const

const textRun = ({ text, bold, italic }: Run, size: number): TextRun =>
  new TextRun({ text, size: typeSize(size), ...(bold && { bold }), ...(italic && { italics: italic }) })

const paragraph = (line: Line): Paragraph => {
  const { left, right, firstLine, leading, keepNext, keepLines, outline } = line
  const indent = { ...(left && { left }), ...(right && { right }), ...(firstLine && { firstLine }) }
  return new Paragraph({
    alignment: alignments[line.align],
    spacing: {
      before: points(line.before),
      after: points(line.after),
      ...(leading && { line: Math.round(240 * leading), lineRule: LineRuleType.AUTO }),
    },
    ...(Object.keys(indent).length > 0 && { indent }),
    ...(keepNext && { keepNext }),
    ...(keepLines && { keepLines }),
    ...(outline !== undefined && { outlineLevel: outline }),
    // An empty line is as high as the mark that ends it.
    ...(line.runs.every(({ text }) => text === '') && { run: { size: typeSize(line.size) } }),
    children: line.runs.map((run) => textRun(run, line.size)),
  })
}

const rule = ({ left, right, dashed = false }: Rule): Paragraph =>
  new Paragraph({
    indent: { left, right },
    spacing: { before: 0, after: 0, line: points(3), lineRule: LineRuleType.EXACT },
    border: { bottom: { style: dashed ? BorderStyle.DASHED : BorderStyle.SINGLE, size: 6, color: '000000', space: 0 } },
  })

// The library's unit is the pixel of a screen, 96 to the inch.
const pixels = (twips: number): number => Math.round(twips / 15)

const picture = ({ png, width, height }: Picture): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0 },
    children: [new ImageRun({ type: 'png', data: png, transformation: { width: pixels(width), height: pixels(height) } })],
  })

const part = (drawn: Part): Paragraph => {
  if (drawn.type === 'picture') return picture(drawn)
  return drawn.type === 'line' ? paragraph(drawn) : rule(drawn)
}

const ruled = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const every = (border: typeof ruled | typeof none) => ({
  top: border,
  bottom: border,
  left: border,
  right: border,
  insideHorizontal: border,
  insideVertical: border,
})

const frame = (widths: readonly number[]) => ({
  columnWidths: widths,
  width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  layout: TableLayoutType.FIXED,
})

const columns = ({ widths, rows }: Columns): Table =>
  new Table({
    ...frame(widths),
    borders: every(none),
    margins: { left: 0, right: 0 },
    rows: rows.map((cells) => {
      const children = cells.map(
        (drawn, index) => new TableCell({ children: drawn.map(part), width: { size: widths[index] ?? 0, type: WidthType.DXA } }),
      )
      return new TableRow({ cantSplit: true, children })
    }),
  })

const gridCell = ({ lines, picture: under, span, width, align, bold }: GridCell, size: number): TableCell =>
  new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      ...lines.map((text) => paragraph({ type: 'line', runs: [{ text, bold }], size, align, before: 2, after: 2 })),
      ...(under ? [picture(under)] : []),
    ],
  })

const gridRow = ({ cells, height, keepNext }: GridRow, size: number, head: boolean): TableRow =>
  new TableRow({
    ...(head && { tableHeader: true }),
    cantSplit: true,
    keepNext,
    ...(height !== null && { height: { value: height, rule: HeightRule.ATLEAST } }),
    children: cells.map((cell) => gridCell(cell, size)),
  })

const grid = ({ widths, size, head, rows }: Grid): Table =>
  new Table({
    ...frame(widths),
    borders: every(ruled),
    margins: { left: tableSide, right: tableSide },
    rows: [gridRow(head, size, true), ...rows.map((row) => gridRow(row, size, false))],
  })

/** A drawn part as the Word library builds it. */
export const docxDrawn = (drawn: Drawn): Paragraph | Table => {
  if (drawn.type === 'columns') return columns(drawn)
  return drawn.type === 'grid' ? grid(drawn) : part(drawn)
}
