import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Component, kitObstacle, kitsFrom, kitWorth, partsWorth } from './kits.ts'
import { pricesOf, type Taken, takeFromLots, worthOf } from './lots.ts'

const components: Component[] = [
  { giftKindId: 'pens', quantity: 1 },
  { giftKindId: 'books', quantity: 2 },
]

test.each([
  [{}, 0],
  [{ pens: 5, books: 9 }, 4],
  [{ pens: 3, books: 9 }, 3],
  [{ pens: 3 }, 0],
])('from %j so many kits can be put together: %i', (onHand, kits) => {
  expect(kitsFrom(components, new Map(Object.entries(onHand)))).toBe(kits)
})

test('a kind without components is no kit', () => {
  expect(kitsFrom([], new Map([['pens', 9]]))).toBe(0)
})

test.each([
  [{ itself: true, nested: true, onHand: 1, assembled: 1 }, 'itself'],
  [{ itself: false, nested: true, onHand: 0, assembled: 0 }, 'nested'],
  [{ itself: false, nested: false, onHand: 1, assembled: 0 }, 'fixed'],
  [{ itself: false, nested: false, onHand: 0, assembled: 2 }, 'fixed'],
  [{ itself: false, nested: false, onHand: 0, assembled: 0 }, null],
])('%j: %s', (facts, why) => {
  expect(kitObstacle(facts)).toBe(why)
})

const taken = (fundId: string, quantity: number, unitValue: number): Taken => ({ lotId: `${fundId} ${unitValue}`, fundId, quantity, unitValue })

test('kits are shared out among funds by what each gave, one at least; fewer kits than funds are refused', () => {
  expect(kitWorth([taken('a', 10, 5000), taken('b', 20, 3000)], 11)).toEqual([
    { fundId: 'a', quantity: 5, value: 50_000 },
    { fundId: 'b', quantity: 6, value: 60_000 },
  ])
  expect(kitWorth([taken('a', 1, 1), taken('b', 1, 1_000_000)], 3).map(({ quantity }) => quantity)).toEqual([1, 2])
  expect(kitWorth([taken('a', 1, 0)], 3)).toEqual([])
  expect(() => kitWorth([taken('a', 1, 1), taken('b', 1, 1)], 1)).toThrow('KIT_FUNDS')
})

const anyTaken = fc.array(
  fc
    .record({ fundId: fc.constantFrom('a', 'b', 'c'), quantity: fc.integer({ min: 1, max: 500 }), unitValue: fc.nat(100_000_000) })
    .map((one) => taken(one.fundId, one.quantity, one.unitValue)),
  { maxLength: 6 },
)
const ofFund = (all: readonly { fundId: string; quantity: number; unitValue: number }[], fundId: string) =>
  worthOf(all.filter((one) => one.fundId === fundId))

describe('nothing is lost or gained', () => {
  test('when kits are put together: each fund has as much as before, on as many kits as there are', () => {
    fc.assert(
      fc.property(anyTaken, fc.integer({ min: 3, max: 400 }), (all, kits) => {
        const made = kitWorth(all, kits)
        for (const fundId of ['a', 'b', 'c'])
          expect(made.filter((one) => one.fundId === fundId).reduce((sum, { value }) => sum + value, 0)).toBe(ofFund(all, fundId))
        const pieces = made.reduce((sum, { quantity }) => sum + quantity, 0)
        expect([0, kits]).toContain(pieces)
        expect(made.every(({ quantity, value }) => quantity > 0 && value > 0)).toBe(true)
      }),
    )
  })

  test('when they are taken apart', () => {
    const weights = fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000))
    fc.assert(
      fc.property(anyTaken, weights, (all, ofLot) => {
        const back = partsWorth(all, components, () => ofLot)
        for (const fundId of ['a', 'b', 'c'])
          expect(back.filter((one) => one.fundId === fundId).reduce((sum, { value }) => sum + value, 0)).toBe(ofFund(all, fundId))
        const kits = all.reduce((sum, { quantity }) => sum + quantity, 0)
        const pens = back.filter(({ giftKindId }) => giftKindId === 'pens').reduce((sum, { quantity }) => sum + quantity, 0)
        expect(pens).toBe(kits)
      }),
    )
  })
})

type Store = Map<string, { stock: number; lots: { id: string; fundId: string; unitValue: number; left: number }[] }>
const operation = fc.oneof(
  fc.record({
    what: fc.constant('buy' as const),
    kind: fc.constantFrom('pens', 'books', 'kit'),
    quantity: fc.integer({ min: 1, max: 9 }),
    value: fc.nat(99_999),
    fundId: fc.constantFrom('a', 'b'),
  }),
  fc.record({
    what: fc.constantFrom('lose' as const, 'find' as const),
    kind: fc.constantFrom('pens', 'books', 'kit'),
    quantity: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({ what: fc.constantFrom('assemble' as const, 'takeApart' as const), quantity: fc.integer({ min: 1, max: 4 }) }),
)

test('in any order: stock is never below zero, lots never more than the stock, and what was paid lies there or is gone', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 60 }), (operations) => {
      const store: Store = new Map(['pens', 'books', 'kit'].map((kind) => [kind, { stock: 0, lots: [] }]))
      const at = (kind: string) => store.get(kind) ?? { stock: 0, lots: [] }
      let [paid, gone, next] = [0, 0, 0]
      const add = (kind: string, fundId: string, quantity: number, value: number) => {
        for (const price of pricesOf(value, quantity))
          at(kind).lots.push({ id: `${next++}`, fundId, unitValue: price.unitValue, left: price.quantity })
      }
      const take = (kind: string, quantity: number): Taken[] => {
        const { taken: out } = takeFromLots(at(kind).lots, quantity, null)
        for (const { lotId, quantity: some } of out) for (const lot of at(kind).lots) if (lot.id === lotId) lot.left -= some
        return out
      }
      for (const one of operations) {
        if (one.what === 'buy') {
          at(one.kind).stock += one.quantity
          add(one.kind, one.fundId, one.quantity, one.value)
          paid += one.value
        } else if (one.what === 'find') at(one.kind).stock += one.quantity
        else if (one.what === 'lose') {
          if (at(one.kind).stock < one.quantity) continue
          at(one.kind).stock -= one.quantity
          gone += worthOf(take(one.kind, one.quantity))
        } else if (one.what === 'assemble') {
          if (kitsFrom(components, new Map([...store].map(([kind, { stock }]) => [kind, stock]))) < one.quantity || one.quantity < 2) continue
          const all = components.flatMap(({ giftKindId, quantity }) => {
            at(giftKindId).stock -= quantity * one.quantity
            return take(giftKindId, quantity * one.quantity)
          })
          at('kit').stock += one.quantity
          for (const { fundId, quantity, value } of kitWorth(all, one.quantity)) add('kit', fundId, quantity, value)
        } else {
          if (at('kit').stock < one.quantity) continue
          at('kit').stock -= one.quantity
          const back = partsWorth(take('kit', one.quantity), components, () => [3, 5])
          for (const { giftKindId, quantity } of components) at(giftKindId).stock += quantity * one.quantity
          for (const { giftKindId, fundId, quantity, value } of back) if (value > 0) add(giftKindId, fundId, quantity, value)
        }
        const lying = [...store.values()].reduce((sum, { lots }) => sum + worthOf(lots.map((lot) => ({ ...lot, quantity: lot.left }))), 0)
        expect(lying + gone).toBe(paid)
        for (const { stock, lots } of store.values()) {
          expect(stock).toBeGreaterThanOrEqual(0)
          expect(lots.reduce((sum, { left }) => sum + left, 0)).toBeLessThanOrEqual(stock)
        }
      }
    }),
  )
})
