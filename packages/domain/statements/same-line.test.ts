import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../dates.ts'
import { knownLines, type LineFacts, newFingerprints } from './same-line.ts'

const account = '2500201006868'

/** What an import keeps of a file, as the service does it. */
const importInto = (kept: (LineFacts & { id: string })[], rows: readonly LineFacts[]) => {
  const known = knownLines(rows, kept)
  const fresh = rows.filter((_, at) => !known.has(at))
  const fingerprints = newFingerprints(account, fresh, new Set(kept.map(({ id }) => id)))
  return [...kept, ...fresh.map((row, at) => ({ ...row, id: fingerprints[at] ?? '' }))]
}

const told = ({ day, direction, amount, text, reference, balance }: LineFacts) => JSON.stringify({ day, direction, amount, text, reference, balance })
const alike = (lines: readonly LineFacts[]) => lines.map(told).sort()

const few = fc.record({
  days: fc.integer({ min: 0, max: 5 }),
  amount: fc.constantFrom(100_000, 200_000, 500_000),
  direction: fc.constantFrom('credit' as const, 'debit' as const),
  text: fc.constantFrom('UNG HO QUY BTTE', 'NGUYEN VAN AN chuyen tien', ''),
})

/** A statement in its order; many lines alike, as gifts are. */
const statement = fc.array(few, { minLength: 1, maxLength: 25 }).map((rows) =>
  rows
    .toSorted((one, other) => one.days - other.days)
    .map(({ days, ...row }, at, all) => ({
      ...row,
      day: addDays('2021-06-01', days),
      time: null,
      reference: `FT${1000 + at}`,
      balance: all.slice(0, at + 1).reduce((sum, { direction, amount }) => sum + (direction === 'credit' ? amount : -amount), 50_000_000),
    })),
)

type Piece = { from: number; to: number }
const piecesOf = (length: number) =>
  fc.array(
    fc
      .tuple(fc.nat({ max: length - 1 }), fc.nat({ max: length - 1 }))
      .map(([one, other]): Piece => ({ from: Math.min(one, other), to: Math.max(one, other) + 1 })),
    { maxLength: 6 },
  )

const withPieces = statement.chain((lines) => fc.tuple(fc.constant(lines), piecesOf(lines.length)))

/** Every piece, and then the whole: whatever order they came in, each line is there once. */
const importAll = (lines: readonly LineFacts[], pieces: readonly Piece[]) =>
  [...pieces.map(({ from, to }) => lines.slice(from, to)), lines].reduce(importInto, [] as (LineFacts & { id: string })[])

describe('overlapping statements', () => {
  test('with the bank’s number or the balance give the same lines however they were cut', () => {
    fc.assert(
      fc.property(withPieces, fc.constantFrom('reference', 'balance', 'both'), ([lines, pieces], kept) => {
        const seen = lines.map((line) => ({
          ...line,
          reference: kept === 'balance' ? '' : line.reference,
          balance: kept === 'reference' ? null : line.balance,
        }))
        expect(alike(importAll(seen, pieces))).toEqual(alike(seen))
      }),
    )
  })

  test('with neither give the same lines when cut between days, three gifts alike among them', () => {
    fc.assert(
      fc.property(withPieces, ([lines, pieces]) => {
        const bare: LineFacts[] = lines.map((line) => ({ ...line, reference: '', balance: null }))
        const whole = pieces.map(({ from, to }) => {
          const [first = '', last = ''] = [bare[from]?.day, bare[to - 1]?.day]
          return { from: bare.findIndex(({ day }) => day === first), to: bare.findLastIndex(({ day }) => day === last) + 1 }
        })
        expect(alike(importAll(bare, whole))).toEqual(alike(bare))
      }),
    )
  })

  test('of a day that was still running are made whole by a later one', () => {
    fc.assert(
      fc.property(statement, fc.nat({ max: 24 }), (lines, until) => {
        const bare: LineFacts[] = lines.map((one) => ({ ...one, reference: '', balance: null }))
        expect(alike(importInto(importInto([], bare.slice(0, until)), bare))).toEqual(alike(bare))
      }),
    )
  })

  test('never give a fingerprint twice, nor a line more than once', () => {
    fc.assert(
      fc.property(withPieces, ([lines, pieces]) => {
        const kept = importAll(lines, pieces)
        expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length)
        expect(importInto(kept, lines)).toEqual(kept)
      }),
    )
  })

  test('of two exports of one bank, one of which cuts the text and leaves the number out, are one', () => {
    fc.assert(
      fc.property(statement, fc.boolean(), (lines, cutFirst) => {
        const cut: LineFacts[] = lines.map((line) => ({ ...line, text: line.text.toUpperCase().slice(0, 12), reference: '' }))
        const [one, other] = cutFirst ? [cut, lines] : [lines, cut]
        expect(importInto(importInto([], one), other)).toHaveLength(lines.length)
      }),
    )
  })
})

const line = (facts: Partial<LineFacts> = {}): LineFacts => ({
  day: '2021-06-05',
  time: null,
  direction: 'credit',
  amount: 100_000,
  text: 'UNG HO QUY',
  reference: '',
  balance: null,
  ...facts,
})
const isKnown = (one: Partial<LineFacts>, other: Partial<LineFacts>) => knownLines([line(one)], [{ ...line(other), id: 'a' }]).has(0)

test.each<[string, Partial<LineFacts>, Partial<LineFacts>, boolean]>([
  ['the same words', {}, {}, true],
  ['another day', { day: '2021-06-06' }, {}, false],
  ['another amount', { amount: 1 }, {}, false],
  ['the other side', { direction: 'debit' }, {}, false],
  ['another text', { text: 'LE THI BA chuyen tien' }, {}, false],
  ['text that was cut', { text: 'UNG HO QUY BTTE dot 2' }, {}, true],
  ['two numbers of one series', { reference: 'FT1' }, { reference: 'FT2' }, false],
  ['numbers of two series', { reference: 'FT1' }, { reference: '5091-77' }, true],
  ['another balance', { balance: 5 }, { balance: 6 }, false],
  ['another hour', { time: '08:00' }, { time: '09:00' }, false],
  ['seconds on one side only', { time: '08:00' }, { time: '08:00:31' }, true],
])('%s: %#', (_, one, other, same) => {
  expect(isKnown(one, other)).toBe(same)
})
