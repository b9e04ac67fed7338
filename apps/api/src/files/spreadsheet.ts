import { DomainError } from '@chung-tay/domain/errors'
import { read, type WorkSheet } from '@e965/xlsx'
import { entriesOf, unpacked } from './zip.ts'

/**
 * A sheet as text from its first row on. What is merged downwards stands in each row (a unit over its people);
 * `heads` are the first ten rows, in which a heading merged sideways stands in each of its columns too.
 * What the sheet itself holds as a day is told as `YYYY-MM-DD`, whatever order it is shown in; one that shows no day stays as shown.
 */
export type Sheet = { name: string; rows: string[][]; heads: string[][] }

const most = { unpacked: 40 * 1024 * 1024, entries: 2_000, columns: 60, merges: 20_000 }

/** A few kilobytes can unpack to gigabytes, and a zip may lie about it: every part is really unpacked, and only so far. */
export const refuseBombs = (bytes: Buffer): void => {
  let left = most.unpacked
  let entries = 0
  for (const entry of entriesOf(bytes)) {
    left -= unpacked(entry, left).length
    if (left <= 0 || ++entries > most.entries) throw new RangeError('too large')
  }
}

type Cell = { w?: string; v?: unknown; t?: string }

const textOf = (cell: Cell | undefined): string => {
  if (!cell || cell.t === 'e' || cell.v === undefined || cell.v === null) return ''
  const shown = String(cell.w ?? cell.v)
  return cell.v instanceof Date ? dayText(cell.v, shown) : shown
}

const dayText = (date: Date, shown: string): string => {
  const [day = '', time = ''] = Number.isNaN(date.getTime()) ? [] : date.toISOString().slice(0, 19).split('T')
  // A time of day alone, a year or a month: there is no day in what people see.
  if (day < '1905' || !/\d\D+\d+\D+\d|\d\W*[a-z]{3,}\W*\d/i.test(shown)) return shown
  return time === '00:00:00' ? day : `${day} ${time}`
}

const cellsOf = (sheet: WorkSheet): Cell[][] => ((sheet as { '!data'?: Cell[][] })['!data'] ?? []) as Cell[][]

const mergesOf = (sheet: WorkSheet) => (sheet['!merges'] ?? []).slice(0, most.merges)

const spreadDown = (sheet: WorkSheet, rows: string[][]): void => {
  for (const { s: start, e: end } of mergesOf(sheet)) {
    const text = rows[start.r]?.[start.c] ?? ''
    if (text === '' || start.c >= most.columns) continue
    for (const row of rows.slice(start.r + 1, end.r + 1)) row[start.c] = text
  }
}

const spreadSideways = (sheet: WorkSheet, rows: string[][]): string[][] => {
  const heads = rows.slice(0, 10).map((row) => [...row])
  for (const { s: start, e: end } of mergesOf(sheet)) {
    for (const row of heads.slice(start.r, end.r + 1)) {
      for (let column = start.c + 1; column <= Math.min(end.c, most.columns - 1); column++) row[column] = row[start.c] ?? ''
    }
  }
  return heads
}

const sheetOf = (name: string, sheet: WorkSheet, maximum: number): Sheet => {
  const data = cellsOf(sheet).slice(0, maximum)
  const rows = Array.from(data, (cells = []) => Array.from({ length: Math.min(cells.length, most.columns) }, (_, column) => textOf(cells[column])))
  spreadDown(sheet, rows)
  return { name, rows, heads: spreadSideways(sheet, rows) }
}

/**
 * The visible sheets of an .xlsx as text.
 * @param maximumRows further rows are not read: read one more than is allowed to know that there are too many
 * @throws DomainError UNSUPPORTED_MEDIA_TYPE for what is no spreadsheet, is broken, or unpacks to more than 40 MB
 */
export const readSpreadsheet = (bytes: Buffer, maximumRows: number): Sheet[] => {
  try {
    refuseBombs(bytes)
    const book = read(bytes, { type: 'buffer', dense: true, cellDates: true, UTC: true, sheetRows: maximumRows, cellFormula: false, cellHTML: false })
    return book.SheetNames.flatMap((name, at) => {
      const sheet = book.Sheets[name]
      return sheet && !book.Workbook?.Sheets?.[at]?.Hidden ? [sheetOf(name, sheet, maximumRows)] : []
    })
  } catch {
    throw new DomainError('UNSUPPORTED_MEDIA_TYPE')
  }
}
