import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Budget, budgetOf, type Demand, requireBudget } from './budget.ts'

const of = (waiting: number, overrides: Partial<Demand> = {}): Demand => ({
  giftKindId: 'bag',
  fundId: 'children',
  waiting,
  unitValue: 100,
  ...overrides,
})
const have = (stock: number, money: number) => ({ stock: new Map([['bag', stock]]), money: new Map([['children', money]]) })

test.each<[string, Demand, Demand[], [number, number], Partial<Budget>]>([
  ['all there', of(10), [], [10, 0], { onHand: 10, toBuy: 0, cost: 0, short: 0 }],
  ['goods still to be bought', of(10), [], [4, 600], { onHand: 4, toBuy: 6, cost: 600, held: 600, short: 0 }],
  ['a đồng short', of(10), [], [4, 599], { cost: 600, held: 599, short: 1 }],
  ['nothing at all', of(10), [], [0, 0], { onHand: 0, cost: 1000, held: 0, short: 1000 }],
  ['an earlier list takes the goods', of(10), [of(3)], [10, 299], { onHand: 7, cost: 300, short: 1 }],
  ['and the money', of(10), [of(13)], [10, 1000], { onHand: 0, cost: 1000, held: 700, short: 300 }],
  ['an earlier list of another gift and fund takes neither', of(10), [of(99, { giftKindId: 'book', fundId: 'other' })], [10, 0], { short: 0 }],
  ['an earlier list of another fund takes goods only', of(10), [of(8, { fundId: 'other' })], [10, 800], { onHand: 2, cost: 800, short: 0 }],
  ['earlier lists that are short leave nothing below zero', of(1), [of(50)], [0, 10], { held: 0, short: 100 }],
])('%s', (_, demand, earlier, [stock, money], expected) => {
  expect(budgetOf(demand, earlier, have(stock, money))).toMatchObject(expected)
})

test('kits that are missing are put together from components first; what earlier lists put together is gone', () => {
  const kits = new Map([
    [
      'bag',
      [
        { giftKindId: 'pens', quantity: 1 },
        { giftKindId: 'books', quantity: 2 },
      ],
    ],
  ])
  const stock = new Map([
    ['bag', 2],
    ['pens', 9],
    ['books', 10],
  ])
  const means = { stock, money: new Map([['children', 1000]]), kits }
  expect(budgetOf(of(10), [], means)).toMatchObject({ onHand: 2, assembled: 5, toBuy: 3, cost: 300 })
  expect(budgetOf(of(10), [of(4)], means)).toMatchObject({ onHand: 0, assembled: 3, toBuy: 7 })
  expect(budgetOf(of(3, { giftKindId: 'books' }), [of(6)], means)).toMatchObject({ onHand: 2, toBuy: 1 })
})

test('a refusal says by how much', () => {
  const budget = budgetOf(of(10), [], have(4, 100))
  expect(() => requireBudget(budget, 'Quỹ')).toThrow('BUDGET_SHORT')
  expect(() => requireBudget({ ...budget, short: 0 }, 'Quỹ')).not.toThrow()
})

const demand = fc.record({
  giftKindId: fc.constantFrom('bag', 'book'),
  fundId: fc.constantFrom('children', 'other'),
  waiting: fc.nat(50),
  unitValue: fc.nat(100),
})
const amounts = fc.record({ a: fc.nat(80), b: fc.nat(80), c: fc.nat(4000), d: fc.nat(4000) })

test('whatever is approved one after the other without being short can all be paid', () => {
  fc.assert(
    fc.property(fc.array(demand, { maxLength: 8 }), amounts, (demands, { a, b, c, d }) => {
      const means = {
        stock: new Map([
          ['bag', a],
          ['book', b],
        ]),
        money: new Map([
          ['children', c],
          ['other', d],
        ]),
      }
      const approved: Demand[] = []
      for (const one of demands) if (budgetOf(one, approved, means).short === 0) approved.push(one)
      const costs = approved.map((one, at) => ({ fundId: one.fundId, ...budgetOf(one, approved.slice(0, at), means) }))
      for (const [fundId, held] of means.money) {
        expect(costs.filter((cost) => cost.fundId === fundId).reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(held)
      }
      expect(costs.reduce((sum, { onHand }) => sum + onHand, 0)).toBeLessThanOrEqual(a + b)
    }),
  )
})
