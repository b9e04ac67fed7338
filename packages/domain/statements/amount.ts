import type { Cell } from './cell.ts'

const currency = /(?<!\p{L})(vnd|vnđ|dong|đồng|đ)(?!\p{L})|₫/giu
const side = /\s*\b(cr|dr|c|d)\.?$/i

/** Digits whose groups are of three, by one separator throughout. */
const grouped = /^\d{1,3}(?:([.,' ])\d{3}(?:\1\d{3})*)?$/
const withCents = /^(.*\d)[.,](\d{1,2})$/

const wholeOf = (digits: string): number | null => {
  if (/^\d+$/.test(digits) || grouped.test(digits)) return Number(digits.replace(/\D/g, ''))
  const [, whole = '', cents = ''] = withCents.exec(digits) ?? []
  // The đồng has no cents: those a bank writes are noughts, or this is no amount of đồng.
  if (whole === '' || Number(cents) !== 0) return null
  const separator = digits.at(whole.length)
  const bare = /^\d+$/.test(whole) || (grouped.test(whole) && !whole.includes(separator ?? ''))
  return bare ? Number(whole.replace(/\D/g, '')) : null
}

const signOf = (text: string): { sign: 1 | -1; rest: string } => {
  const brackets = /^\((.*)\)$/.exec(text)
  if (brackets) return { sign: -1, rest: brackets[1] ?? '' }
  const sign = /^[-−–]|[-−–]$/.test(text) ? -1 : 1
  return { sign, rest: text.replace(/^[-+−–]\s*|\s*[-+−–]$/g, '') }
}

/**
 * An amount as banks write it, in whole đồng with its sign; null when it is none: "1.234.567", "1,234,567.00", "1.234.567,00 VND",
 * "+1,000", "(1,000)", "1 000 000". A lone group of three digits behind a separator is thousands, for nobody writes three decimals of a đồng.
 */
export const parseAmount = (text: string): number | null => {
  const plain = text
    .normalize('NFC')
    .replace(currency, '')
    .replace(/[\s\u00a0\u202f\u2009]+/g, ' ')
    .trim()
    .replace(side, '')
  const { sign, rest } = signOf(plain.trim())
  const whole = wholeOf(rest.trim())
  if (whole === null || !Number.isSafeInteger(whole)) return null
  return whole === 0 ? 0 : sign * whole
}

/** What stands in a money column: nothing (also a dash or a nought), an amount with its sign, or something that is none. */
export type Money = { kind: 'none' } | { kind: 'amount'; amount: number } | { kind: 'unreadable'; text: string }

const none: Money = { kind: 'none' }

export const moneyOf = (cell: Cell): Money => {
  if (cell.covered) return none
  const text = cell.text.trim()
  if (text === '' || /^[-–—_.\s]+$/.test(text)) return none
  const amount =
    cell.number === undefined ? parseAmount(text) : Math.abs(cell.number - Math.round(cell.number)) < 1e-6 ? Math.round(cell.number) : null
  if (amount === null || !Number.isSafeInteger(amount)) return { kind: 'unreadable', text }
  return amount === 0 ? none : { kind: 'amount', amount }
}
