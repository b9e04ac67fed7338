import { BorderStyle, HeightRule, type Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { Alignment, Cell, Table as TableBlock } from '../model.ts'
import { millimetres, points } from './page.ts'
import { line } from './text.ts'

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

/** Lays paragraphs side by side, without lines: heads, feet and places for signatures. Widths in twips; rows stay whole. */
export const sideBySide = (widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[]): Table =>
  new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: every(none),
    margins: { left: 0, right: 0 },
    rows: rows.map((cells) => {
      const children = cells.map(
        (paragraphs, index) => new TableCell({ children: paragraphs, width: { size: widths[index] ?? 0, type: WidthType.DXA } }),
      )
      return new TableRow({ cantSplit: true, children })
    }),
  })

/** Whole twips that add up to the width. */
const columnWidths = (shares: readonly number[], width: number): number[] => {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const edges = shares.map((_, index) => Math.round((width * shares.slice(0, index + 1).reduce((sum, share) => sum + share, 0)) / total))
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0))
}

type Placed = { text: string; span: number; align: Alignment; width: number }

const place = (cells: readonly Cell[], block: TableBlock, widths: readonly number[]): Placed[] => {
  let column = 0
  return cells.map((cell) => {
    const { text, span, align } = typeof cell === 'string' ? { text: cell, span: 1, align: undefined } : cell
    const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0)
    const placed = { text, span, width, align: align ?? block.columns[column]?.align ?? 'left' }
    column += span
    return placed
  })
}

const tableCell = ({ text, span, align, width }: Placed, bold: boolean, size: number): TableCell =>
  new TableCell({
    columnSpan: span,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: text.split('\n').map((part) => line(part, { size, bold, align, before: 2, after: 2 })),
  })

/** A table with lines whose head comes again on every page and whose rows are never torn apart. */
export const ruledTable = (block: TableBlock, width: number): Table => {
  const size = 12
  const widths = columnWidths(
    block.columns.map((column) => column.share),
    width,
  )
  const titles = block.columns.map((column): Cell => ({ text: column.title, span: 1, align: 'center' }))
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: place(titles, block, widths).map((cell) => tableCell(cell, true, size)),
  })
  const rows = block.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        keepNext: row.emphasis === 'group',
        ...(block.rowHeight && { height: { value: millimetres(block.rowHeight), rule: HeightRule.ATLEAST } }),
        children: place(row.cells, block, widths).map((cell) => tableCell(cell, row.emphasis !== undefined, size)),
      }),
  )
  return new Table({
    columnWidths: widths,
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: every(ruled),
    margins: { left: points(4), right: points(4) },
    rows: [head, ...rows],
  })
}
