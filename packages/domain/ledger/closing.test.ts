import { describe, expect, test } from 'vitest'
import { type AccountDay, type ClosingFacts, closingObstacles } from './closing.ts'

const cash = (booked: number, counted: number | null): AccountDay => ({ account: '111', booked, counted })
const facts = (overrides: Partial<ClosingFacts> = {}): ClosingFacts => ({
  until: '2021-06-30',
  today: '2021-07-01',
  closedUntil: null,
  checksHold: true,
  unissued: 0,
  accounts: [cash(500_000, 500_000), { account: '112', booked: 0, counted: null }],
  ...overrides,
})

describe('closing the books', () => {
  test.each<[string, Partial<ClosingFacts>, string[]]>([
    ['counted to the đồng', {}, []],
    ['today', { today: '2021-06-30' }, []],
    ['a day that is not over', { today: '2021-06-29' }, ['in_the_future']],
    ['after the last closing', { closedUntil: '2021-06-29' }, []],
    ['a day that is closed', { closedUntil: '2021-06-30' }, ['closed_already']],
    ['with a broken invariant', { checksHold: false }, ['checks_fail']],
    ['gifts without a voucher', { unissued: 1 }, ['goods_not_issued']],
    ['cash that nobody counted', { accounts: [cash(1, null)] }, ['not_counted']],
    ['an empty box that nobody counted', { accounts: [cash(0, null)] }, []],
    ['one đồng too few', { accounts: [cash(500_000, 499_999)] }, ['count_differs']],
    ['money in a box that should be empty', { accounts: [cash(0, 1)] }, ['count_differs']],
    [
      'everything wrong',
      { today: '2021-06-01', closedUntil: '2021-07-31', checksHold: false, accounts: [cash(1, 2)] },
      ['in_the_future', 'closed_already', 'checks_fail', 'count_differs'],
    ],
  ])('%s', (_, overrides, codes) => {
    expect(closingObstacles(facts(overrides)).map(({ code }) => code)).toEqual(codes)
  })
})
