import { read, utils, write } from '@e965/xlsx'

/** A day as the sheet itself keeps it, shown in the American manner as Excel does by itself; `serial` has lost its format. */
export type StoredDay = { day: string; serial?: true }
export type Cell = string | number | StoredDay | null
export type Merge = readonly [row: number, column: number, endRow: number, endColumn: number]
export type SheetFile = { rows: readonly (readonly Cell[])[]; merges?: readonly Merge[] }

const serialOf = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000

/** An .xlsx as Excel writes it. */
export const workbookOf = ({ rows, merges = [] }: SheetFile): Buffer => {
  const sheet = utils.aoa_to_sheet(rows.map((cells) => cells.map((cell) => (typeof cell === 'object' && cell !== null ? null : cell))))
  rows.forEach((cells, r) => {
    cells.forEach((cell, c) => {
      if (typeof cell !== 'object' || cell === null) return
      sheet[utils.encode_cell({ r, c })] = { t: 'n', v: serialOf(cell.day), ...(!cell.serial && { z: 'm/d/yy' }) }
    })
  })
  const width = Math.max(1, ...rows.map((cells) => cells.length))
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: width - 1 } })
  sheet['!merges'] = merges.map(([r, c, endRow, endColumn]) => ({ s: { r, c }, e: { r: endRow, c: endColumn } }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Danh sách')
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}

/** The first sheet of an .xlsx as text. */
export const sheetCells = (bytes: Buffer): string[][] => {
  const book = read(bytes)
  return utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1, raw: false, defval: '' })
}
