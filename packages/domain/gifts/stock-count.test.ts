import { expect, test } from 'vitest'
import { countObstacles, differenceOf, mayFinish, movedSince } from './stock-count.ts'

const line = (counted: number | null, reason = '') => ({ giftKindId: 'milk', booked: 10, counted, reason })

test.each([
  [line(null), null],
  [line(10), 0],
  [line(7), -3],
  [line(12), 2],
])('%j differs by %j', (one, difference) => {
  expect(differenceOf(one)).toBe(difference)
})

test.each([
  ['all counted and the same', [line(10)], 1, true],
  ['a difference with its reason', [line(7, 'Ẩm mốc')], 1, true],
  ['a difference without a reason', [line(7)], 1, false],
  ['a reason of blanks', [line(12, '  ')], 1, false],
  ['nobody has counted yet', [line(10), line(null)], 1, false],
  ['nobody stands for it', [line(10)], 0, false],
])('%s: may be finished %#', (_, lines, members, may) => {
  expect(
    mayFinish(
      countObstacles(
        lines,
        Array.from({ length: members }, () => ({})),
      ),
    ),
  ).toBe(may)
})

test('what moved since it was seen, and what was never seen, is told', () => {
  const now = new Map([
    ['milk', 9],
    ['book', 5],
    ['pen', 1],
  ])
  const seen = [
    { giftKindId: 'milk', booked: 10 },
    { giftKindId: 'book', booked: 5 },
  ]
  expect(movedSince(seen, now)).toEqual(['milk', 'pen'])
})
