import { fromDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import type { Cell } from '@chung-tay/domain/statements/cell'
import { read, SSF, type WorkSheet } from '@e965/xlsx'
import { readDelimited } from './delimited.ts'
import { refuseBombs } from './spreadsheet.ts'

/** A sheet cell by cell. `heads`: its first rows with what is merged sideways repeated in each column. */
export type CellTable = { name: string; rows: Cell[][]; heads: Cell[][] }

const most = { columns: 60, merges: 20_000, heads: 70 }

type Kept = { t?: string; v?: unknown; w?: string; z?: string | number }

const epoch = Date.UTC(1899, 11, 30)
const dayMs = 86_400_000

/** Excel counts days; what it shows depends on the computer, so the count is taken and not its look. */
const dayOfSerial = (serial: number): string => fromDbDate(new Date(epoch + Math.floor(serial) * dayMs))

const timeOfSerial = (serial: number): string => new Date(epoch + Math.round((serial % 1) * 86_400) * 1000).toISOString().slice(11, 19)

const cellOf = (kept: Kept | undefined): Cell => {
  if (!kept || kept.t === 'e' || kept.v === undefined || kept.v === null) return { text: '' }
  const text = String(kept.w ?? kept.v)
  if (kept.t !== 'n' || typeof kept.v !== 'number') return { text }
  const isDay = typeof kept.z === 'string' && SSF.is_date(kept.z) && kept.v >= 30_000 && kept.v < 80_000
  if (!isDay) return { text, number: kept.v }
  return { text: kept.v % 1 === 0 ? text : timeOfSerial(kept.v), day: dayOfSerial(kept.v) }
}

const tableOf = (name: string, sheet: WorkSheet, maximumRows: number): CellTable => {
  const data = ((sheet as { '!data'?: Kept[][] })['!data'] ?? []).slice(0, maximumRows)
  const rows: Cell[][] = Array.from(data, (cells = []) =>
    Array.from({ length: Math.min(cells.length, most.columns) }, (_, column) => cellOf(cells[column])),
  )
  const heads = rows.slice(0, most.heads).map((row) => [...row])
  for (const { s: start, e: end } of (sheet['!merges'] ?? []).slice(0, most.merges)) {
    const cell = rows[start.r]?.[start.c]
    if (!cell || cell.text === '' || start.c >= most.columns) continue
    for (const row of rows.slice(start.r + 1, end.r + 1)) row[start.c] = { ...cell, covered: true }
    for (const row of heads.slice(start.r, end.r + 1)) {
      for (let column = start.c; column <= Math.min(end.c, most.columns - 1); column++) row[column] = cell
    }
  }
  return { name, rows, heads: heads.map((row) => Array.from(row, (cell) => cell ?? { text: '' })) }
}

const sheetsOf = (bytes: Buffer, maximumRows: number): CellTable[] => {
  refuseBombs(bytes)
  const book = read(bytes, { type: 'buffer', dense: true, sheetRows: maximumRows, cellFormula: false, cellHTML: false, cellNF: true })
  return book.SheetNames.flatMap((name, at) => {
    const sheet = book.Sheets[name]
    return sheet && !book.Workbook?.Sheets?.[at]?.Hidden ? [tableOf(name, sheet, maximumRows)] : []
  })
}

/**
 * The visible sheets of an .xlsx, or the one table of a CSV file.
 * @param maximumRows further rows are not read: ask for one more than is allowed to know that there are too many
 * @throws DomainError UNSUPPORTED_MEDIA_TYPE for what is broken, or unpacks to more than 40 MB
 */
export const readTables = (bytes: Buffer, mediaType: string, maximumRows: number): CellTable[] => {
  try {
    if (mediaType !== 'text/csv') return sheetsOf(bytes, maximumRows)
    const rows = readDelimited(bytes, maximumRows).map((cells) => cells.slice(0, most.columns).map((text) => ({ text })))
    return [{ name: '', rows, heads: rows.slice(0, most.heads) }]
  } catch {
    throw new DomainError('UNSUPPORTED_MEDIA_TYPE')
  }
}
