import { boldWidth } from '../layout/bold-width.ts'
import { textWidth } from '../layout/page.ts'
import { columnWidths, tableSide, tableSize } from '../layout/table.ts'
import type { OfficialDocument, Table } from '../model.ts'
import { error, type Finding, when } from './finding.ts'
import { blockLists } from './texts.ts'

const spanOf = (cell: Table['rows'][number]['cells'][number]): number => (typeof cell === 'string' ? 1 : cell.span)

const uneven = ({ columns, rows }: Table): boolean =>
  columns.length === 0 || rows.some(({ cells }) => cells.reduce((sum, cell) => sum + spanOf(cell), 0) !== columns.length)

const longestWord = (text: string): number => Math.max(0, ...text.split(/[\s\-/]+/u).map((word) => boldWidth(word, tableSize)))

/** Twips that the columns need at the least, so that no word is torn. */
const needed = ({ columns, rows }: Table): number[] =>
  columns.map(({ title }, column) => {
    const texts = rows.flatMap(({ cells }) => {
      const cell = cells[column]
      return typeof cell === 'string' && cells.every((other) => spanOf(other) === 1) ? [cell] : []
    })
    return Math.max(...[title, ...texts].map(longestWord)) + 2 * tableSide
  })

/** The first column whose longest word is wider than it. */
const narrow = (table: Table, width: number): string | undefined => {
  const widths = columnWidths(table.columns, width)
  const least = needed(table)
  return table.columns.find((_, index) => (least[index] ?? 0) > (widths[index] ?? 0))?.title
}

/** Rows that fill their columns, and columns that hold their words within the page. */
export const tableFindings = (document: OfficialDocument): Finding[] => {
  const widths = [textWidth.portrait, ...document.annexes.map(({ landscape }) => textWidth[landscape ? 'landscape' : 'portrait'])]
  return blockLists(document).flatMap((list, index) =>
    list.flatMap(({ block, where }) => {
      if (block.type !== 'table') return []
      if (uneven(block)) return [error('table-uneven', where)]
      const column = narrow(block, widths[index] ?? textWidth.portrait)
      return when(column !== undefined, error('table-too-wide', where, column))
    }),
  )
}
