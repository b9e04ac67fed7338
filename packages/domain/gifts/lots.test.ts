import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Lot, pricesOf, sharesOf, takeFromLots, worthOf } from './lots.ts'

const lots: Lot[] = [
  { id: 'old', fundId: 'children', unitValue: 100, left: 3 },
  { id: 'given', fundId: 'other', unitValue: 50, left: 4 },
  { id: 'new', fundId: 'children', unitValue: 120, left: 5 },
]

describe('goods leave the books', () => {
  test.each([
    ['the oldest first', 2, 'children', [['old', 2]], 0],
    [
      'the own fund before another',
      6,
      'children',
      [
        ['old', 3],
        ['new', 3],
      ],
      0,
    ],
    [
      'then another’s',
      10,
      'children',
      [
        ['old', 3],
        ['new', 5],
        ['given', 2],
      ],
      0,
    ],
    [
      'and the rest was never on them',
      15,
      'children',
      [
        ['old', 3],
        ['new', 5],
        ['given', 4],
      ],
      3,
    ],
    [
      'without a fund by age alone',
      5,
      null,
      [
        ['old', 3],
        ['given', 2],
      ],
      0,
    ],
    ['nothing', 0, null, [], 0],
  ] as const)('%s', (_, quantity, fundId, expected, outside) => {
    const found = takeFromLots(lots, quantity, fundId)
    expect([found.taken.map(({ lotId, quantity: some }) => [lotId, some]), found.outside]).toEqual([expected, outside])
  })
})

test.each([
  [
    100,
    3,
    [
      [2, 33],
      [1, 34],
    ],
  ],
  [99, 3, [[3, 33]]],
  [
    2,
    3,
    [
      [1, 0],
      [2, 1],
    ],
  ],
  [0, 3, [[3, 0]]],
] as const)('%i đồng over %i pieces', (value, quantity, expected) => {
  expect(pricesOf(value, quantity).map((price) => [price.quantity, price.unitValue])).toEqual(expected)
})

test('no đồng is lost in prices or shares', () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000_000_000),
      fc.integer({ min: 1, max: 10_000 }),
      fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 6 }),
      (value, quantity, weights) => {
        const prices = pricesOf(value, quantity)
        expect([worthOf(prices), prices.reduce((sum, price) => sum + price.quantity, 0), prices.length <= 2]).toEqual([value, quantity, true])
        const shares = sharesOf(value, weights)
        expect([shares.reduce((sum, share) => sum + share, 0), shares.every((share) => share >= 0)]).toEqual([value, true])
      },
    ),
  )
})

/** One kind of goods in two funds: lots beside a plain model of what is on the books. */
test('whatever comes and goes, the lots hold what came less what left, and never less than nothing', () => {
  const step = fc.oneof(
    fc.record({ in: fc.constant(true), fundId: fc.constantFrom('a', 'b'), quantity: fc.integer({ min: 1, max: 20 }), value: fc.nat(10_000) }),
    fc.record({ in: fc.constant(false), fundId: fc.constantFrom('a', 'b', null), quantity: fc.integer({ min: 1, max: 20 }), value: fc.constant(0) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let held: Lot[] = []
      const came = { quantity: 0, value: 0 }
      const left = { quantity: 0, value: 0 }
      for (const one of steps) {
        if (one.in) {
          held.push(
            ...pricesOf(one.value, one.quantity).map((price, at) => ({
              id: `${held.length}-${at}`,
              fundId: one.fundId ?? 'a',
              unitValue: price.unitValue,
              left: price.quantity,
            })),
          )
          came.quantity += one.quantity
          came.value += one.value
          continue
        }
        const { taken, outside } = takeFromLots(held, one.quantity, one.fundId)
        const gone = new Map(taken.map(({ lotId, quantity }) => [lotId, quantity]))
        expect(taken.reduce((sum, { quantity }) => sum + quantity, 0) + outside).toBe(one.quantity)
        held = held.map((lot) => ({ ...lot, left: lot.left - (gone.get(lot.id) ?? 0) }))
        left.quantity += one.quantity - outside
        left.value += worthOf(taken)
      }
      expect(held.every((lot) => lot.left >= 0)).toBe(true)
      expect(held.reduce((sum, lot) => sum + lot.left, 0)).toBe(came.quantity - left.quantity)
      expect(worthOf(held.map((lot) => ({ quantity: lot.left, unitValue: lot.unitValue })))).toBe(came.value - left.value)
    }),
  )
})
