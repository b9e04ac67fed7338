import type { IsoDate } from '../dates.ts'
import { cleanText } from '../text.ts'
import { type Money, moneyOf } from './amount.ts'
import { type Cell, cellAt, ownText, wordsOf } from './cell.ts'
import { type DayCell, type DayOrder, dayBy, dayCellOf, dayOrderOf } from './day.ts'
import { frameOf, type StatementFrame } from './frame.ts'
import { findHeader, type Header, type Role, repeatsHeader } from './header.ts'

export type Direction = 'credit' | 'debit'

/** One movement of the account as its file tells it; `row` is the number that the file shows at its edge, `amount` whole đồng above nought. */
export type ReadLine = {
  row: number
  day: IsoDate
  time: string | null
  direction: Direction
  amount: number
  text: string
  reference: string
  name: string
  account: string
  balance: number | null
}

export type IgnoredReason = 'head' | 'heading' | 'empty' | 'total' | 'continued' | 'footer' | 'noMoney'
export type UnclearReason = 'day' | 'future' | 'amount' | 'bothSides'
export type OtherRow<Reason> = { row: number; reason: Reason; text: string }

/** Every row of the sheet stands in exactly one of `lines`, `ignored` and `unclear`. `balanceBreaks`: rows whose balance does not follow. */
export type StatementReading = StatementFrame & {
  lines: ReadLine[]
  ignored: OtherRow<IgnoredReason>[]
  unclear: OtherRow<UnclearReason>[]
  balanceBreaks: number[]
}

type Row = { row: number; cells: readonly Cell[]; day: DayCell; sides: Sides; text: string }
type Sides = { debit: Money; credit: Money }

const cellsOf = ({ columns }: Header, role: Role, cells: readonly Cell[]): Cell[] => (columns.get(role) ?? []).map((column) => cellAt(cells, column))

const textOf = (header: Header, role: Role, cells: readonly Cell[]): string =>
  cleanText([...new Set(cellsOf(header, role, cells).map(ownText).filter(Boolean))].join(' '))

const firstMoney = (header: Header, role: Role, cells: readonly Cell[]): Money =>
  cellsOf(header, role, cells)
    .map(moneyOf)
    .find(({ kind }) => kind !== 'none') ?? { kind: 'none' }

const creditSigns = new Set(['c', 'co', 'cr', 'credit', 'ghi co', 'tien vao', 'in'])
const debitSigns = new Set(['d', 'no', 'dr', 'debit', 'ghi no', 'tien ra', 'out'])

const signIn = (header: Header, cells: readonly Cell[]): 1 | -1 | null => {
  const text = textOf(header, 'sign', cells)
  if (text === '+' || creditSigns.has(wordsOf(text))) return 1
  return /^[-−–]$/.test(text) || debitSigns.has(wordsOf(text)) ? -1 : null
}

const none: Money = { kind: 'none' }

const toSides = (money: Money, sign: 1 | -1 | null): Sides => {
  if (money.kind !== 'amount') return { debit: none, credit: money }
  const signed = sign === null ? money.amount : sign * Math.abs(money.amount)
  return signed > 0 ? { debit: none, credit: { kind: 'amount', amount: signed } } : { debit: { kind: 'amount', amount: -signed }, credit: none }
}

/** A minus in the column of debits is how some banks write them; one in the column of credits is a credit taken back. */
const sidesOf = (header: Header, cells: readonly Cell[]): Sides => {
  const { columns } = header
  const [debit, credit] = [firstMoney(header, 'debit', cells), firstMoney(header, 'credit', cells)]
  if (!columns.has('debit') && !columns.has('credit')) return toSides(firstMoney(header, 'amount', cells), signIn(header, cells))
  if (credit.kind === 'amount' && credit.amount < 0 && debit.kind === 'none') return toSides(credit, null)
  return { debit: debit.kind === 'amount' ? { kind: 'amount', amount: Math.abs(debit.amount) } : debit, credit }
}

const dayCellIn = (header: Header, cells: readonly Cell[]): DayCell => {
  const found = (['day', 'valueDay'] as const).flatMap((role) => cellsOf(header, role, cells)).map((cell) => dayCellOf(cell))
  return found.find(({ kind }) => kind !== 'none') ?? found[0] ?? { kind: 'none', dayFirst: null, monthFirst: null, time: null, rest: '' }
}

const totals =
  /^(tong|cong|total|sub ?total|grand total|so du|du dau|du cuoi|opening|closing|beginning|ending|balance|luy ke|doanh so|mang sang|chuyen sang|cong doanh so)\b/
const saysTotal = (cells: readonly Cell[]): boolean => cells.some((cell) => totals.test(wordsOf(ownText(cell))))

const shown = (cells: readonly Cell[]): string => cleanText(cells.map(ownText).filter(Boolean).join(' | ')).slice(0, 300)

const isMoney = ({ kind }: Money) => kind === 'amount'
const hasAmount = ({ debit, credit }: Sides): boolean => isMoney(debit) || isMoney(credit)

type Sorted = { as: 'line'; line: ReadLine } | { as: 'ignored'; reason: IgnoredReason } | { as: 'unclear'; reason: UnclearReason } | { as: 'more' }

type Reader = { header: Header; order: DayOrder; today: IsoDate }

const lineOf = ({ header }: Reader, { row, cells, day: dayCell, sides }: Row, day: IsoDate): ReadLine => {
  const { debit, credit } = sides
  const [direction, money] = isMoney(credit) ? (['credit', credit] as const) : (['debit', debit] as const)
  const balance = firstMoney(header, 'balance', cells)
  return {
    row,
    day,
    time: dayCell.time,
    direction,
    amount: money.kind === 'amount' ? money.amount : 0,
    text: textOf(header, 'text', cells).slice(0, 1000),
    reference: (textOf(header, 'reference', cells) || (header.dayWithReference ? dayCell.rest : '')).slice(0, 100),
    name: textOf(header, 'name', cells).slice(0, 200),
    account: textOf(header, 'account', cells).slice(0, 50),
    balance: balanceIn(header, cells, balance),
  }
}

/** A balance of nought is a balance. */
const balanceIn = (header: Header, cells: readonly Cell[], money: Money): number | null => {
  if (money.kind === 'amount') return money.amount
  const written = cellsOf(header, 'balance', cells).some((cell) => /\d/.test(ownText(cell)))
  return money.kind === 'none' && written ? 0 : null
}

const hasText = (header: Header, cells: readonly Cell[]): boolean =>
  (['text', 'reference', 'name'] as const).some((role) => textOf(header, role, cells) !== '')

const dayless = (reader: Reader, one: Row, above: IsoDate | null): Sorted => {
  const { header } = reader
  const { cells, sides, day } = one
  if (hasAmount(sides)) {
    if (saysTotal(cells)) return { as: 'ignored', reason: 'total' }
    // A day that is said once for several lines stands over them.
    if (day.kind === 'none' && day.rest === '' && above !== null && hasText(header, cells)) return { as: 'line', line: lineOf(reader, one, above) }
    return hasText(header, cells) ? { as: 'unclear', reason: 'day' } : { as: 'ignored', reason: 'total' }
  }
  if (saysTotal(cells)) return { as: 'ignored', reason: 'total' }
  return above !== null && hasText(header, cells) && firstMoney(header, 'balance', cells).kind === 'none'
    ? { as: 'more' }
    : { as: 'ignored', reason: 'footer' }
}

/** What one row under the head is. `above` is the day of the line right above it. */
const sort = (reader: Reader, one: Row, above: IsoDate | null): Sorted => {
  const { cells, sides } = one
  if (cells.every((cell) => ownText(cell) === '')) return { as: 'ignored', reason: 'empty' }
  if (repeatsHeader(reader.header, cells)) return { as: 'ignored', reason: 'heading' }
  const day = dayBy(one.day, reader.order)
  if (day === null) return dayless(reader, one, above)
  const unreadable = sides.debit.kind === 'unreadable' || sides.credit.kind === 'unreadable'
  if (unreadable) return { as: 'unclear', reason: 'amount' }
  if (isMoney(sides.debit) && isMoney(sides.credit)) return { as: 'unclear', reason: 'bothSides' }
  if (!hasAmount(sides)) return { as: 'ignored', reason: saysTotal(cells) ? 'total' : 'noMoney' }
  return day > reader.today ? { as: 'unclear', reason: 'future' } : { as: 'line', line: lineOf(reader, one, day) }
}

/** Rows whose balance is not the one before with the amount added or taken, in whichever order the statement runs. */
const breaksOf = (lines: readonly ReadLine[]): number[] => {
  const known = lines.filter((line): line is ReadLine & { balance: number } => line.balance !== null)
  const signed = ({ direction, amount }: ReadLine) => (direction === 'credit' ? amount : -amount)
  const [down, up]: [number[], number[]] = [[], []]
  for (let at = 1; at < known.length; at++) {
    const [before, now] = [known[at - 1], known[at]]
    if (!before || !now) continue
    if (before.balance + signed(now) !== now.balance) down.push(now.row)
    if (now.balance + signed(before) !== before.balance) up.push(now.row)
  }
  return down.length <= up.length ? down : up
}

const sortRows = (reader: Reader, rows: readonly Row[]) => {
  const lines: ReadLine[] = []
  const ignored: OtherRow<IgnoredReason>[] = []
  const unclear: OtherRow<UnclearReason>[] = []
  // Texts alone under a line go on with it if another line follows; under the last one they are the foot of the page.
  let waiting: Row[] = []
  let last: ReadLine | null = null
  const settle = (goesOn: boolean) => {
    for (const { row, text } of waiting) {
      if (goesOn && last) last.text = cleanText(`${last.text} ${text}`).slice(0, 1000)
      ignored.push({ row, reason: goesOn ? 'continued' : 'footer', text })
    }
    waiting = []
  }
  for (const one of rows) {
    const sorted = sort(reader, one, last?.day ?? null)
    if (sorted.as === 'more') {
      waiting.push(one)
      continue
    }
    if (sorted.as === 'ignored' && sorted.reason === 'empty' && waiting.length > 0) settle(false)
    if (sorted.as === 'line') {
      settle(true)
      last = sorted.line
      lines.push(last)
    } else if (sorted.as === 'unclear') unclear.push({ row: one.row, reason: sorted.reason, text: one.text })
    else ignored.push({ row: one.row, reason: sorted.reason, text: one.text })
  }
  settle(false)
  return { lines, ignored, unclear }
}

/**
 * Reads a bank's statement from the cells of its sheet. Null when no head names a day and money.
 * `heads`: the first rows with merged headings repeated in each of their columns; the rows themselves where nothing is merged.
 */
export const readStatement = (
  rows: readonly (readonly Cell[])[],
  { today, heads = rows }: { today: IsoDate; heads?: readonly (readonly Cell[])[] },
): StatementReading | null => {
  const header = findHeader(heads)
  if (!header) return null
  const frame = frameOf(rows.slice(0, header.at))
  const under: Row[] = rows.slice(header.end).map((cells, at) => ({
    row: header.end + at + 1,
    cells,
    day: dayCellIn(header, cells),
    sides: sidesOf(header, cells),
    text: shown(cells),
  }))
  const days = under.filter(({ sides }) => hasAmount(sides)).map(({ day }) => day)
  const order = dayOrderOf(
    days.filter(({ kind }) => kind !== 'none'),
    { ...frame, today },
  )
  const { lines, ignored, unclear } = sortRows({ header, order, today }, under)
  const above = rows
    .slice(0, header.end)
    .map((cells, at) => ({ row: at + 1, reason: at < header.at ? ('head' as const) : ('heading' as const), text: shown(cells) }))
  return { ...frame, lines, ignored: [...above, ...ignored].sort((one, other) => one.row - other.row), unclear, balanceBreaks: breaksOf(lines) }
}
