import { formatDay, type IsoDate, parseDay } from '../dates.ts'
import { withoutMarks } from '../text.ts'
import type { Cell } from './cell.ts'

/** What stands above the table: whose account, and of which days. Null where the file does not say. */
export type StatementFrame = { account: string | null; from: IsoDate | null; to: IsoDate | null }

const date = String.raw`(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})`
const period = [
  new RegExp(
    String.raw`\b(?:tu ngay|tu|from(?: date)?|start date)\b[^0-9]{0,40}${date}[^0-9]{0,60}?\b(?:den ngay|den|to(?: date)?|end date)\b[^0-9]{0,40}${date}`,
  ),
  new RegExp(String.raw`\b(?:ky sao ke|ky|thoi gian|period|giai doan)\b[^0-9]{0,40}${date}\s*(?:-|–|den|to)\s*${date}`),
  new RegExp(String.raw`${date}\s*(?:-|–|den|to)\s*${date}`),
]

// With asterisks or x where the bank hides digits.
const number = String.raw`([0-9x*][0-9x*.\s-]{4,28}[0-9])`
const account = [
  new RegExp(String.raw`\b(?:so tai khoan|so tk|tai khoan so|stk|account (?:no|number)|a\/c no|acct no)\b[^0-9\n]{0,50}?${number}`),
  new RegExp(String.raw`\b(?:tai khoan|tk|account|a\/c)\b[^0-9\n]{0,20}?${number}`),
]

const lineOf = (cells: readonly Cell[]): string =>
  cells
    .filter(({ covered }) => !covered)
    .map(({ text, day }) => (day === undefined ? text : formatDay(day)))
    .filter((text) => text.trim() !== '')
    .join(' ')

/** Digits of an account alone; what a bank hides stays as x. */
export const accountDigits = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\*/g, 'x')
    .replace(/[^a-z0-9]/g, '')

/** Whether a number with hidden digits may be this account. */
export const isAccount = (written: string, account: string): boolean => {
  const [one, other] = [accountDigits(written), accountDigits(account)]
  if (one === other) return true
  if (!one.includes('x')) return one.replace(/^0+/, '') === other.replace(/^0+/, '')
  const [start = ''] = one.split(/x+/)
  const end = one.split(/x+/).at(-1) ?? ''
  return start.length + end.length >= 4 && other.startsWith(start) && other.endsWith(end)
}

const firstMatch = (patterns: readonly RegExp[], text: string): RegExpExecArray | null => {
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    if (match) return match
  }
  return null
}

/** Reads the rows above the table. */
export const frameOf = (rows: readonly (readonly Cell[])[]): StatementFrame => {
  const text = withoutMarks(rows.map(lineOf).join('\n')).toLowerCase()
  const days = firstMatch(period, text)
  const [from, to] = [parseDay(days?.[1] ?? ''), parseDay(days?.[2] ?? '')]
  const written = firstMatch(account, text)?.[1]
  const whole = from !== null && to !== null && from <= to
  return { account: written === undefined ? null : accountDigits(written), from: whole ? from : null, to: whole ? to : null }
}
