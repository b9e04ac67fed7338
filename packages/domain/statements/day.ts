import { fromDbDate, type IsoDate, toDbDate } from '../dates.ts'
import { withoutMarks } from '../text.ts'
import { type Cell, ownText } from './cell.ts'

/** A day that may be read two ways; `certain` where the file says which (a month in letters, a year in front). */
export type DayCell = {
  kind: 'none' | 'text' | 'serial' | 'certain'
  dayFirst: IsoDate | null
  monthFirst: IsoDate | null
  /** HH:MM or HH:MM:SS, as far as it was written. */
  time: string | null
  /** What else stood in the cell, such as a voucher's number under the day. */
  rest: string
}

const isoOf = (year: string, month: string, day: string): IsoDate | null => {
  const full = year.length === 2 ? `20${year}` : year
  const iso = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = toDbDate(iso)
  return !Number.isNaN(date.getTime()) && fromDbDate(date) === iso && iso >= '2000-01-01' ? iso : null
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const clock = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(?:\s*(am|pm|sa|ch))?\b/i
const numeric = /(?<![\d])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/
const yearFirst = /(?<![\d])(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?!\d)/
const lettered = /(?<![\d])(\d{1,2})[\s/-]*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s/,-]*(\d{4}|\d{2})(?!\d)/i
const vietnamese = /(\d{1,2})[\s/-]*(?:thang|thg|th)\s*\.?\s*(\d{1,2})[\s/,-]*(?:nam\s*)?(\d{4}|\d{2})(?!\d)/i
const bare = /^(\d{2})(\d{2})(\d{4})$/

const timeOf = (text: string): string | null => {
  const [, hours = '', minutes = '', seconds, half = ''] = clock.exec(text) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null
  const afternoon = /^(pm|ch)$/i.test(half)
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + (afternoon ? 12 : 0)
  return [String(hour).padStart(2, '0'), minutes, ...(seconds === undefined ? [] : [seconds])].join(':')
}

const nothing: DayCell = { kind: 'none', dayFirst: null, monthFirst: null, time: null, rest: '' }

const certain = (iso: IsoDate | null) => ({ kind: 'certain' as const, dayFirst: iso, monthFirst: iso })

const inText = (text: string): Pick<DayCell, 'kind' | 'dayFirst' | 'monthFirst'> & { matched: string } => {
  const first = yearFirst.exec(text)
  if (first) return { ...certain(isoOf(first[1] ?? '', first[2] ?? '', first[3] ?? '')), matched: first[0] }
  const named = lettered.exec(text)
  if (named) {
    const month = months.indexOf((named[2] ?? '').toLowerCase()) + 1
    return { ...certain(isoOf(named[3] ?? '', String(month), named[1] ?? '')), matched: named[0] }
  }
  const spoken = vietnamese.exec(text)
  if (spoken) return { ...certain(isoOf(spoken[3] ?? '', spoken[2] ?? '', spoken[1] ?? '')), matched: spoken[0] }
  const [matched = '', one = '', two = '', year = ''] = numeric.exec(text) ?? bare.exec(text) ?? []
  return { kind: matched === '' ? 'none' : 'text', dayFirst: isoOf(year, two, one), monthFirst: isoOf(year, one, two), matched }
}

const swapped = (day: IsoDate): IsoDate => isoOf(day.slice(0, 4), day.slice(8, 10), day.slice(5, 7)) ?? day

/** Reads a cell of a day column both ways. A spreadsheet's own date may itself have been misread when somebody opened the file. */
export const dayCellOf = (cell: Cell): DayCell => {
  const time = timeOf(cell.text)
  if (cell.day !== undefined) return { kind: 'serial', dayFirst: cell.day, monthFirst: swapped(cell.day), time, rest: '' }
  const text = ownText({ text: cell.text })
  if (text === '') return nothing
  const { matched, ...days } = inText(withoutMarks(text))
  if (matched === '') return { ...nothing, rest: text }
  const rest = withoutMarks(text)
    .replace(matched, ' ')
    .replace(clock, ' ')
    .replace(/^[\s,;-]+|[\s,;-]+$/g, '')
    .replace(/\s+/g, ' ')
  return { ...days, time, rest }
}

type Order = 'dayFirst' | 'monthFirst'
/** How the days of a statement are written: those in text, and those that the spreadsheet took for dates. */
export type DayOrder = { text: Order; serial: Order }
export type Frame = { from: IsoDate | null; to: IsoDate | null; today: IsoDate }

export const dayBy = (cell: DayCell, order: DayOrder): IsoDate | null => cell[cell.kind === 'serial' ? order.serial : order.text]

const breaks = (days: readonly IsoDate[]): number => {
  let [up, down] = [0, 0]
  for (let at = 1; at < days.length; at++) {
    const [before = '', now = ''] = [days[at - 1], days[at]]
    if (now < before) up++
    if (now > before) down++
  }
  return Math.min(up, down)
}

const costOf = (cells: readonly DayCell[], order: DayOrder, { from, to, today }: Frame): number => {
  const days = cells.map((cell) => dayBy(cell, order))
  const known = days.filter((day) => day !== null)
  const outside = known.filter((day) => day > today || (from !== null && day < from) || (to !== null && day > to)).length
  return (days.length - known.length) * 5 + outside * 3 + breaks(known)
}

/** Excel with American settings takes 05/06 for the 6th of May and leaves 15/06 as text: days above 12 in text, none above 12 as dates. */
const isHalfRead = (cells: readonly DayCell[]): boolean => {
  const of = (kind: DayCell['kind']) => cells.filter((cell) => cell.kind === kind)
  const [texts, serials] = [of('text'), of('serial')]
  const above = (day: IsoDate | null) => day !== null && Number(day.slice(8, 10)) > 12
  return texts.length > 0 && serials.length > 0 && texts.every((cell) => above(cell.dayFirst)) && !serials.some((cell) => above(cell.dayFirst))
}

/**
 * How the days of a statement are to be read: so that they exist, lie in its period and not after today, and follow each other.
 * What nothing decides is dd/mm, as everybody here writes it.
 */
export const dayOrderOf = (cells: readonly DayCell[], frame: Frame): DayOrder => {
  const usual: DayOrder = { text: 'dayFirst', serial: isHalfRead(cells) ? 'monthFirst' : 'dayFirst' }
  const other = (order: Order): Order => (order === 'dayFirst' ? 'monthFirst' : 'dayFirst')
  const orders: DayOrder[] = [
    usual,
    { ...usual, serial: other(usual.serial) },
    { ...usual, text: other(usual.text) },
    { text: other(usual.text), serial: other(usual.serial) },
  ]
  const costs = orders.map((order) => costOf(cells, order, frame))
  return orders[costs.indexOf(Math.min(...costs))] ?? usual
}
