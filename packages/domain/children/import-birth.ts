import { ageOn, fromDbDate, type IsoDate, toDbDate } from '../dates.ts'
import { cleanText, foldText } from '../text.ts'
import { swapDayAndMonth } from './duplicates.ts'

/** A child of an employee who is older than that is a parent's own day of birth in the wrong column. */
const oldest = 30

export type BirthReason =
  | 'birthMissing'
  | 'birthYearOnly'
  | 'birthMonthOnly'
  | 'birthAgeOnly'
  | 'birthInvalid'
  | 'birthAmbiguous'
  | 'birthInFuture'
  | 'birthTooOld'

/** What a cell says: a day as the sheet itself keeps it, a day as somebody wrote it, or less than a day. */
type Written =
  | { kind: 'stored'; day: IsoDate }
  | { kind: 'written'; first: number; second: number; year: number }
  | { kind: 'reason'; reason: BirthReason }

const dayOf = (year: number, month: number, day: number): IsoDate | null => {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const date = toDbDate(iso)
  return !Number.isNaN(date.getTime()) && fromDbDate(date) === iso ? iso : null
}

/** Days counted by Excel from 30/12/1899, for cells that lost their format: from 1990 to 2040. */
const ofSerial = (serial: number): IsoDate | null =>
  serial > 32_874 && serial < 51_136 ? fromDbDate(new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000)) : null

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) - (Number(text) > 60 ? 100 : 0) : Number(text))

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|')

const partsOf = (text: string): Written | null => {
  const words = text.replace(/\b(ngay|sinh)\b/g, ' ').replace(/\b(thang|nam)\b/g, '/')
  const three = /^(\d{1,2})[\s/.,-]+(\d{1,2})[\s/.,-]+(\d{2}|\d{4})$/.exec(words.trim())
  if (three) return { kind: 'written', first: Number(three[1]), second: Number(three[2]), year: fullYear(three[3] ?? '') }
  const named = /^(\d{1,2})[\s/.,-]+([a-z]{3})[a-z]*[\s/.,-]+(\d{2}|\d{4})$/.exec(words.trim())
  const month = months.indexOf(named?.[2] ?? '') + 1
  // A month by its name cannot be mistaken for a day.
  if (named && month > 0) return stored(dayOf(fullYear(named[3] ?? ''), month, Number(named[1])))
  return null
}

const stored = (day: IsoDate | null): Written => (day === null ? { kind: 'reason', reason: 'birthInvalid' } : { kind: 'stored', day })
const less = (reason: BirthReason): Written => ({ kind: 'reason', reason })

const figures = (text: string): Written => {
  if (/^(19|20)\d\d$/.test(text)) return less('birthYearOnly')
  if (text.length <= 2) return less('birthAgeOnly')
  if (text.length === 5) return stored(ofSerial(Number(text)))
  const whole = text.padStart(8, '0')
  if (whole.length !== 8 || text.length < 7) return less('birthInvalid')
  return { kind: 'written', first: Number(whole.slice(0, 2)), second: Number(whole.slice(2, 4)), year: Number(whole.slice(4)) }
}

/** Reads a cell of a column of birth days, whatever the manner of writing. */
const readCell = (cell: string): Written => {
  const text = foldText(cleanText(cell)).replace(/^'/, '')
  if (text === '') return less('birthMissing')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ t]\d\d:\d\d(:\d\d)?)?$/.exec(text)
  if (iso) return stored(dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])))
  if (/^\d+$/.test(text)) return figures(text)
  const parts = partsOf(text)
  if (parts) return parts
  if (/tuoi|thang tuoi|^\d{1,2} ?(t|th)$/.test(text)) return less('birthAgeOnly')
  if (/^(sinh )?(nam )?(19|20)\d\d$/.test(text)) return less('birthYearOnly')
  if (/^(thang )?\d{1,2}[\s/.-]+(nam )?(19|20)\d\d$/.test(text)) return less('birthMonthOnly')
  return less('birthInvalid')
}

/**
 * In which order a column is written, told by the whole of it. `monthFirst` of what was written: some second figure is above 12 and no first one.
 * `swapped` of what the sheet keeps as days: an American Excel has taken every day it could for a month, and left the others as text.
 * `unclear` when the column contradicts itself: then only what can be read in one way is read.
 */
export type BirthOrder = { written: 'dayFirst' | 'monthFirst' | 'unclear'; stored: 'asKept' | 'swapped' | 'unclear' }

const enough = 3

export const birthOrderOf = (cells: readonly string[]): BirthOrder => {
  const read = cells.map(readCell)
  const written = read.flatMap((one) => (one.kind === 'written' ? [one] : []))
  const kept = read.flatMap((one) => (one.kind === 'stored' ? [one.day] : []))
  const dayFirst = written.filter(({ first, second }) => first > 12 && second <= 12).length
  const monthFirst = written.filter(({ first, second }) => second > 12 && first <= 12).length
  const order = monthFirst === 0 ? 'dayFirst' : dayFirst === 0 ? 'monthFirst' : 'unclear'
  // What an American Excel left as text is exactly what it could not take for a day.
  const leftOver = dayFirst > 0 && dayFirst === written.length && kept.length > 0 && kept.every((day) => Number(day.slice(8)) <= 12)
  const keeping = !leftOver ? 'asKept' : kept.length >= enough && dayFirst >= enough - 1 ? 'swapped' : 'unclear'
  return { written: order, stored: keeping }
}

export type Birth = { day: IsoDate; swapped: boolean } | { reason: BirthReason }

const judged = (day: IsoDate | null, swapped: boolean, today: IsoDate): Birth => {
  if (day === null) return { reason: 'birthInvalid' }
  if (day > today) return { reason: 'birthInFuture' }
  return ageOn(day, today) >= oldest ? { reason: 'birthTooOld' } : { day, swapped }
}

const fromWritten = (
  { first, second, year }: { first: number; second: number; year: number },
  order: BirthOrder['written'],
  today: IsoDate,
): Birth => {
  if (order === 'unclear' && first <= 12 && second <= 12 && first !== second) return { reason: 'birthAmbiguous' }
  const monthFirst = order === 'monthFirst' || (order === 'unclear' && second > 12)
  return judged(monthFirst ? dayOf(year, first, second) : dayOf(year, second, first), monthFirst && first !== second, today)
}

/** The day in a cell, in the order of its column, or why there is none. `swapped` when day and month were exchanged in reading. */
export const readBirth = (cell: string, order: BirthOrder, today: IsoDate): Birth => {
  const read = readCell(cell)
  if (read.kind === 'reason') return { reason: read.reason }
  if (read.kind === 'written') return fromWritten(read, order.written, today)
  const swapped = swapDayAndMonth(read.day)
  if (order.stored === 'asKept' || swapped === null) return judged(read.day, false, today)
  return order.stored === 'swapped' ? judged(swapped, true, today) : { reason: 'birthAmbiguous' }
}
