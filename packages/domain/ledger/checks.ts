/** What the ledger must always be true to, as sums taken straight from its rows; all money in whole đồng. */
export type LedgerFigures = {
  debit: number
  credit: number
  /** Entries whose own lines do not balance. */
  unbalancedEntries: number
  /** Assets below zero, of any fund. */
  negativeBalances: number
  /** Kept balances that differ from the sum of their lines. */
  wrongBalances: number
  /** Donations that stand, against income less what was reversed. */
  donations: number
  income: number
  /** Disbursements that stand, against expense and goods bought, less what was reversed. */
  disbursements: number
  expense: number
  /** Opening balances that stand, against what the funds were carried over with, less what was reversed. */
  openings: number
  equity: number
  /** Kept sums of donations that differ from the donations. */
  wrongTotals: number
  /** Numbers that are missing, of receipts, vouchers, goods issued, counts of the stock and entries. */
  gaps: number
  /** What the books say of goods, against the lots they consist of. */
  goods: number
  lots: number
  /** Lots that differ from their moves, funds whose goods differ from their lots, and kinds with more on the books than there is or was given unposted. */
  wrongLots: number
  /** Kinds with another stock than the sum of their movements, and counts that moved something else than they found. */
  wrongStock: number
  /** Records without an entry, or voided without a reversal. */
  unposted: number
}

export const checkNames = [
  'debitEqualsCredit',
  'entriesBalance',
  'noNegativeBalance',
  'balancesMatchLines',
  'donationsMatchIncome',
  'disbursementsMatchExpense',
  'openingsMatchEquity',
  'totalsMatchDonations',
  'goodsMatchLots',
  'lotsMatchStock',
  'stockMatchesMovements',
  'numbersWithoutGaps',
  'everythingPosted',
] as const
export type CheckName = (typeof checkNames)[number]

/** `found` is what the check compares or counts, `expected` what it must be. */
export type LedgerCheck = { name: CheckName; ok: boolean; found: number; expected: number }

const check = (name: CheckName, found: number, expected = 0): LedgerCheck => ({ name, ok: found === expected, found, expected })

/** Each invariant by name. A ledger with one that fails must not be reported from. */
export const ledgerChecks = (figures: LedgerFigures): LedgerCheck[] => [
  check('debitEqualsCredit', figures.debit, figures.credit),
  check('entriesBalance', figures.unbalancedEntries),
  check('noNegativeBalance', figures.negativeBalances),
  check('balancesMatchLines', figures.wrongBalances),
  check('donationsMatchIncome', figures.income, figures.donations),
  check('disbursementsMatchExpense', figures.expense, figures.disbursements),
  check('openingsMatchEquity', figures.equity, figures.openings),
  check('totalsMatchDonations', figures.wrongTotals),
  check('goodsMatchLots', figures.goods, figures.lots),
  check('lotsMatchStock', figures.wrongLots),
  check('stockMatchesMovements', figures.wrongStock),
  check('numbersWithoutGaps', figures.gaps),
  check('everythingPosted', figures.unposted),
]
