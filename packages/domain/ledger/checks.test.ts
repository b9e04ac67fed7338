import { expect, test } from 'vitest'
import { type LedgerFigures, ledgerChecks } from './checks.ts'

const sound: LedgerFigures = {
  debit: 900,
  credit: 900,
  unbalancedEntries: 0,
  negativeBalances: 0,
  wrongBalances: 0,
  donations: 600,
  income: 600,
  disbursements: 300,
  expense: 300,
  openings: 70,
  equity: 70,
  wrongTotals: 0,
  goods: 400,
  lots: 400,
  wrongLots: 0,
  wrongStock: 0,
  gaps: 0,
  unposted: 0,
}

const failing = (figures: LedgerFigures) => ledgerChecks(figures).flatMap(({ name, ok }) => (ok ? [] : [name]))

test('a sound ledger fails nothing', () => {
  expect(failing(sound)).toEqual([])
})

test.each([
  [{ debit: 901 }, 'debitEqualsCredit'],
  [{ unbalancedEntries: 1 }, 'entriesBalance'],
  [{ negativeBalances: 1 }, 'noNegativeBalance'],
  [{ wrongBalances: 1 }, 'balancesMatchLines'],
  [{ income: 599 }, 'donationsMatchIncome'],
  [{ expense: 301 }, 'disbursementsMatchExpense'],
  [{ equity: 69 }, 'openingsMatchEquity'],
  [{ wrongTotals: 1 }, 'totalsMatchDonations'],
  [{ goods: 401 }, 'goodsMatchLots'],
  [{ wrongLots: 1 }, 'lotsMatchStock'],
  [{ wrongStock: 1 }, 'stockMatchesMovements'],
  [{ gaps: 1 }, 'numbersWithoutGaps'],
  [{ unposted: 1 }, 'everythingPosted'],
] as const)('%o is found as %s', (fault, name) => {
  expect(failing({ ...sound, ...fault })).toEqual([name])
})
