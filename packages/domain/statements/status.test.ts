import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bankLineStatus, lineSums, partsToTakeBack } from './status.ts'

test.each([
  [0, false, 'waiting'],
  [4, false, 'partly'],
  [10, false, 'matched'],
  [0, true, 'setAside'],
  [4, true, 'setAside'],
  [10, true, 'matched'],
] as const)('%i of 10, set aside %s: %s', (allocated, setAside, status) => {
  expect(bankLineStatus({ amount: 10, allocated, setAside })).toBe(status)
})

test('every đồng of the lines is matched, set aside or waits', () => {
  const lines = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 10 ** 9 }), share: fc.nat({ max: 100 }), setAside: fc.boolean() }))
  fc.assert(
    fc.property(lines, (drawn) => {
      const sums = lineSums(drawn.map(({ amount, share, setAside }) => ({ amount, allocated: Math.floor((amount * share) / 100), setAside })))
      expect(sums.matched + sums.setAside + sums.waiting).toBe(sums.credits)
    }),
  )
})

describe('money that went back', () => {
  const parts = [
    { id: 'a', amount: 30 },
    { id: 'b', amount: 60 },
  ]
  test.each<[string, number, number, string[] | null]>([
    ['what was not allocated', 10, 100, []],
    ['one gift', 30, 90, ['a']],
    ['all of them', 90, 90, ['a', 'b']],
    ['everything, with a rest', 100, 100, ['a', 'b']],
    ['a sum that meets none', 50, 100, null],
    ['a gift while a rest is open', 30, 100, null],
  ])('%s', (_, returned, amount, expected) => {
    expect(partsToTakeBack(returned, { amount, parts })).toEqual(expected)
  })
})
