import type { Cell, Column, Table } from '../model.ts'
import { millimetres, points } from './page.ts'
import type { Columns, Grid, GridCell, GridRow, Part } from './paper.ts'
import { printable } from './printable.ts'

/** Type size in tables, in points. */
export const tableSize = 12
/** Twips left free beside the text of a cell. */
export const tableSide = points(4)

/** Lays paragraphs side by side, without lines: heads, feet and places for signatures. Widths in twips. */
export const sideBySide = (widths: readonly number[], rows: readonly (readonly (readonly Part[])[])[]): Columns => ({
  type: 'columns',
  widths,
  rows,
})

/** Whole twips that add up to the width. */
export const columnWidths = (columns: readonly Column[], width: number): number[] => {
  const total = columns.reduce((sum, { share }) => sum + share, 0)
  const edges = columns.map((_, index) => Math.round((width * columns.slice(0, index + 1).reduce((sum, { share }) => sum + share, 0)) / total))
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0))
}

const placed = (cells: readonly Cell[], columns: readonly Column[], widths: readonly number[], bold: boolean): GridCell[] => {
  let column = 0
  return cells.map((cell) => {
    const { text, span, align, picture } = typeof cell === 'string' ? { text: cell, span: 1, align: undefined, picture: undefined } : cell
    const width = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0)
    // An empty line over a picture would only make its row higher.
    const lines = text === '' && picture ? [] : text.split('\n').map(printable)
    const found = { lines, picture, span, width, bold, align: align ?? columns[column]?.align ?? 'left' }
    column += span
    return found
  })
}

/** From the last row that is no total on: what a signature under the table must not be parted from. */
const endOf = (rows: Table['rows']): number => rows.findLastIndex(({ emphasis }) => emphasis !== 'total')

/** A table that is signed beneath: its last row and its totals stay on the page of what follows. */
export const signedTable = (table: Table, width: number): Grid => {
  const grid = ruledTable(table, width)
  const end = endOf(table.rows)
  return { ...grid, rows: grid.rows.map((row, index) => (index >= end ? { ...row, keepNext: true } : row)) }
}

/** A table with lines whose head comes again on every page and whose rows are never torn apart. */
export const ruledTable = ({ columns, rows, rowHeight }: Table, width: number): Grid => {
  const widths = columnWidths(columns, width)
  const titles = columns.map(({ title }): Cell => ({ text: title, span: 1, align: 'center' }))
  return {
    type: 'grid',
    size: tableSize,
    widths,
    head: { cells: placed(titles, columns, widths, true), height: null, keepNext: false },
    rows: rows.map(
      ({ cells, emphasis }): GridRow => ({
        cells: placed(cells, columns, widths, emphasis !== undefined),
        height: rowHeight === undefined ? null : millimetres(rowHeight),
        keepNext: emphasis === 'group',
      }),
    ),
  }
}
