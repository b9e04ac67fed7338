import type { IsoDate } from '../dates.ts'
import { wordsOf } from './cell.ts'
import type { Direction } from './read.ts'

/** What tells a movement of an account from another, as far as a file says it. */
export type LineFacts = {
  day: IsoDate
  time: string | null
  direction: Direction
  amount: number
  text: string
  reference: string
  balance: number | null
}

const compact = (text: string): string => wordsOf(text).replaceAll(' ', '')

/** What must be alike for two rows to be one movement. */
const groupOf = ({ day, direction, amount }: LineFacts): string => `${day} ${direction} ${amount}`

/** Numbers of two series ("FT21156…" and "5091") say nothing of each other. */
const seriesOf = (reference: string): string => compact(reference).replace(/[0-9]/g, '9').replace(/[a-z]/g, 'a')

const differ = <Value>(one: Value | null, other: Value | null): boolean => one !== null && other !== null && one !== other

const sameTime = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

type Texts = 'same' | 'within' | 'silent' | 'other'

const textsOf = (one: string, other: string): Texts => {
  const [left, right] = [compact(one), compact(other)]
  if (left === right) return 'same'
  if (left === '' || right === '') return 'silent'
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  return short.length >= 6 && long.includes(short) ? 'within' : 'other'
}

const weights: Record<Texts, number> = { same: 3, within: 2, silent: 1, other: 0 }

/** How surely two rows of one day, side and amount are the same movement; 0 where they are not. */
const likeness = (one: LineFacts, other: LineFacts): number => {
  const [left, right] = [compact(one.reference), compact(other.reference)]
  const named = left !== '' && right !== ''
  if (named && left !== right && seriesOf(left) === seriesOf(right)) return 0
  if (differ(one.balance, other.balance)) return 0
  if (one.time !== null && other.time !== null && !sameTime(one.time, other.time)) return 0
  const certain = (named && left === right ? 8 : 0) + (one.balance !== null && other.balance !== null ? 4 : 0)
  return certain + weights[textsOf(one.text, other.text)]
}

type Numbered = LineFacts & { id: string }

/**
 * Which rows of a file are movements that are known already, by row and id: each known one answers for one row at most, so that
 * three gifts of the same sum on one day stay three. The best likeness comes first; two exports of a bank may word a movement otherwise.
 */
export const knownLines = (rows: readonly LineFacts[], known: readonly Numbered[]): Map<number, string> => {
  const byGroup = Map.groupBy(known, groupOf)
  const pairs = rows.flatMap((row, at) =>
    (byGroup.get(groupOf(row)) ?? []).flatMap((line) => {
      const score = likeness(row, line)
      return score > 0 ? [{ at, id: line.id, score }] : []
    }),
  )
  const found = new Map<number, string>()
  const taken = new Set<string>()
  for (const { at, id } of pairs.sort((one, other) => other.score - one.score || one.at - other.at)) {
    if (found.has(at) || taken.has(id)) continue
    found.set(at, id)
    taken.add(id)
  }
  return found
}

/**
 * What the database holds unique: account, day, side, amount, and the bank's number, or else text and balance; with the how manieth
 * it is among those alike.
 */
export const fingerprintOf = (account: string, line: LineFacts, ordinal: number): string => {
  const reference = compact(line.reference)
  const told = reference === '' ? `t:${compact(line.text)}:${line.balance ?? ''}` : `r:${reference}:${line.balance ?? ''}`
  return [account, groupOf(line), line.time ?? '', told, ordinal].join('|')
}

/** Fingerprints for rows that are new, counting on from those known. */
export const newFingerprints = (account: string, rows: readonly LineFacts[], known: ReadonlySet<string>): string[] => {
  const taken = new Set(known)
  return rows.map((row) => {
    let ordinal = 1
    while (taken.has(fingerprintOf(account, row, ordinal))) ordinal++
    const fingerprint = fingerprintOf(account, row, ordinal)
    taken.add(fingerprint)
    return fingerprint
  })
}
