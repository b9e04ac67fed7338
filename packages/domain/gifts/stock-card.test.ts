import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CardMovement, stockCard } from './stock-card.ts'

const moved = (on: string, quantity: number, group: string | null = null): CardMovement => ({ on, quantity, paper: '', memo: group ?? '', group })

test('hand-outs of a day and voucher are one row, and what came in that day stands before them', () => {
  const rows = stockCard(3, [
    moved('2021-06-01', -1, 'list'),
    moved('2021-06-01', -1, 'list'),
    moved('2021-06-01', 5),
    moved('2021-06-02', -1, 'list'),
  ])
  expect(rows.map(({ on, received, issued, balance }) => [on, received, issued, balance])).toEqual([
    ['2021-06-01', 5, 0, 8],
    ['2021-06-01', 0, 2, 6],
    ['2021-06-02', 0, 1, 5],
  ])
})

test('what was there, with what came in less what went out, is what is left; nothing in between is missing', () => {
  const movement = fc.record({
    on: fc.constantFrom('2021-06-01', '2021-06-02', '2021-06-03'),
    quantity: fc.integer({ min: -5, max: 5 }).filter((one) => one !== 0),
    group: fc.constantFrom(null, 'a', 'b'),
  })
  fc.assert(
    fc.property(fc.nat(50), fc.array(movement), (opening, moves) => {
      const rows = stockCard(
        opening,
        moves.map(({ on, quantity, group }) => moved(on, quantity, group)),
      )
      let balance = opening
      for (const row of rows) {
        balance += row.received - row.issued
        expect(row.balance).toBe(balance)
        expect(Math.min(row.received, row.issued)).toBe(0)
      }
      expect(balance).toBe(opening + moves.reduce((sum, { quantity }) => sum + quantity, 0))
      expect(rows.map(({ on }) => on)).toEqual(rows.map(({ on }) => on).toSorted())
    }),
  )
})
