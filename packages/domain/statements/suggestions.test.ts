import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceOf, references } from '../donations/reference.ts'
import { type DonationToMatch, type LineToMatch, type PledgeToMatch, suggestionsFor } from './suggestions.ts'

const line = (given: Partial<LineToMatch> = {}): LineToMatch => ({ day: '2021-06-10', text: '', name: '', reference: '', rest: 500_000, ...given })
const pledge = (given: Partial<PledgeToMatch> = {}): PledgeToMatch => ({
  id: 'p',
  reference: referenceOf(7_654_321) ?? '',
  donorName: 'Đặng Thị Hồng',
  amount: 500_000,
  left: 500_000,
  open: true,
  ...given,
})
const donation = (given: Partial<DonationToMatch> = {}): DonationToMatch => ({
  id: 'd',
  donorName: 'Đặng Thị Hồng',
  amount: 500_000,
  receivedOn: '2021-06-09',
  pledgeReference: null,
  ...given,
})

const suggest = (one: LineToMatch, pledges: PledgeToMatch[] = [pledge()], donations: DonationToMatch[] = []) =>
  suggestionsFor(one, { pledges, donations })
const code = pledge().reference
const other = referenceOf(123_456_790) ?? ''

describe('a line is suggested with its reasons', () => {
  test.each<[string, LineToMatch, string[], boolean]>([
    ['reference and amount', line({ text: `MBVCB.12.${code}.ung ho` }), ['reference', 'amount'], true],
    ['all three', line({ text: `${code} DANG THI HONG` }), ['reference', 'amount', 'name'], true],
    ['more than pledged', line({ text: code, rest: 700_000 }), ['reference'], false],
    ['cut at its end', line({ text: `IBFT ung ho ${code.slice(0, 7)}` }), ['cutReference', 'amount'], false],
    ['one character wrong', line({ text: `${code.slice(0, 4)}${code[4] === 'A' ? 'B' : 'A'}${code.slice(5)}` }), ['nearReference', 'amount'], false],
    ['the name without marks', line({ text: 'dang thi hong ck' }), ['amount', 'name'], false],
    ['the name in a column of its own', line({ name: 'DANG THI HONG', rest: 1 }), ['name'], false],
  ])('%s', (_, one, reasons, certain) => {
    expect(suggest(one)).toEqual([{ parts: [{ kind: 'pledge', id: 'p', amount: one.rest }], reasons, score: expect.any(Number), certain }])
  })

  test.each([
    ['the amount alone', line()],
    ['a part of the name', line({ text: 'DANG THI HONGNHUNG' })],
    ['nothing that is left to allocate', line({ text: code, rest: 0 })],
  ])('%s says too little', (_, one) => {
    expect(suggest(one)).toEqual([])
  })

  test('a kept pledge is suggested by its reference alone, goods never', () => {
    expect(suggest(line({ text: code }), [pledge({ open: false, left: 0 })])).toMatchObject([
      { reasons: ['reference', 'pledgedAmount'], certain: false },
    ])
    expect(suggest(line({ text: 'dang thi hong' }), [pledge({ open: false, left: 0 })])).toEqual([])
    expect(suggest(line({ text: code }), [pledge({ amount: null, left: 0 })])).toEqual([])
  })

  test('a transfer that was recorded by hand comes before its pledge: it would be counted twice', () => {
    const found = suggest(line({ text: code }), [pledge()], [donation({ pledgeReference: code })])
    expect(found.map(({ parts }) => parts[0]?.kind)).toEqual(['donation', 'pledge'])
    expect(found.map(({ certain }) => certain)).toEqual([true, false])
  })

  test('the same amount on a near day is reason enough for a recorded transfer, weeks later it is not', () => {
    expect(suggest(line(), [], [donation()])).toMatchObject([{ reasons: ['amount', 'near'], certain: false }])
    expect(suggest(line(), [], [donation({ receivedOn: '2021-05-20' })])).toEqual([])
  })

  test('two references whose sums meet the amount are split', () => {
    const two = [pledge({ id: 'a', left: 200_000 }), pledge({ id: 'b', reference: other, left: 300_000 })]
    const [best] = suggest(line({ text: `${code} va ${other}` }), two)
    expect(best).toMatchObject({
      certain: true,
      parts: [
        { id: 'a', amount: 200_000 },
        { id: 'b', amount: 300_000 },
      ],
    })
  })

  test('is not certain where two may claim it', () => {
    const two = [pledge({ id: 'a' }), pledge({ id: 'b', reference: other })]
    expect(suggest(line({ text: `${code} ${other}` }), two).some(({ certain }) => certain)).toBe(false)
  })
})

test('nothing is suggested beyond what is left of a line, and at most one thing is certain', () => {
  const drawn = fc.integer({ min: 0, max: references - 1 }).map((number) => referenceOf(number) ?? code)
  const pledges = fc.array(
    fc.record({ reference: drawn, amount: fc.integer({ min: 1, max: 5 }), kept: fc.boolean(), donorName: fc.constantFrom('Lê Ba', 'Đặng Thị Hồng') }),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(pledges, fc.integer({ min: 1, max: 10 }), fc.nat({ max: 31 }), (made, rest, named) => {
      const list = made.map(({ kept, ...one }, at) => ({ ...one, id: String(at), left: kept ? 0 : one.amount, open: !kept }))
      const text = list
        .filter((_, at) => (named >> at) % 2 === 1)
        .map(({ reference }) => reference)
        .join(' le ba ')
      const found = suggest(line({ text, rest }), list)
      for (const { parts } of found) expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(rest)
      expect(found.filter(({ certain }) => certain).length).toBeLessThanOrEqual(1)
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).toSorted((a, b) => b - a))
    }),
  )
})
