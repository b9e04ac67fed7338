import type { AccountCode, Purpose } from '../ledger/postings.ts'

export type Source = 'donation' | 'union' | 'budget'

/**
 * One fund's account over a year, debit less credit in whole đồng: `before` its first day, and `change` within it.
 * `source` tells income apart; null on every other account. `goods` tells apart what was carried over in goods.
 */
export type AccountYear = { fund: string; account: AccountCode; source: Source | null; goods?: boolean; before: number; change: number }

/** Money is cash and bank; goods have their value. */
export type Worth = { money: number; goods: number }

export type FundYear = {
  name: string
  opening: Worth
  received: (Worth & { source: Source })[]
  spent: { purpose: Exclude<Purpose, 'fundTransfer'>; amount: number }[]
  transferred: number
  left: Worth
}

const purposes: readonly (readonly [AccountCode, FundYear['spent'][number]['purpose']])[] = [
  ['611', 'gift'],
  ['612', 'award'],
  ['613', 'event'],
  ['614', 'support'],
  ['619', 'other'],
]
const sources: readonly Source[] = ['donation', 'union', 'budget']

type Pick = { accounts: readonly AccountCode[]; source?: Source }

/** What came in and went out of one fund in a year: opening and received less spent and transferred is what is left, to the đồng. */
export const fundYear = (name: string, rows: readonly AccountYear[]): FundYear => {
  const sum = (side: 'before' | 'change', { accounts, source }: Pick) =>
    rows
      .filter((row) => accounts.includes(row.account) && (source === undefined || (row.source ?? 'donation') === source))
      .reduce((total, row) => total + row[side], 0)
  const worth = (side: 'before' | 'change'): Worth => ({ money: sum(side, { accounts: ['111', '112'] }), goods: sum(side, { accounts: ['152'] }) })
  const [before, change] = [worth('before'), worth('change')]
  // What a fund had before the program kept its books is no gift of the year, on whatever day of it that was entered.
  const carriedOver = (goods: boolean) =>
    0 - rows.filter((row) => row.account === '411' && (row.goods ?? false) === goods).reduce((total, row) => total + row.change, 0)
  const received = sources.map((source) => ({
    source,
    money: 0 - sum('change', { accounts: ['511'], source }),
    goods: 0 - sum('change', { accounts: ['512'], source }),
  }))
  const spent = purposes.map(([account, purpose]) => ({ purpose, amount: sum('change', { accounts: [account] }) }))
  return {
    name,
    opening: { money: before.money + carriedOver(false), goods: before.goods + carriedOver(true) },
    received: received.filter(({ money, goods }) => money !== 0 || goods !== 0),
    spent: spent.filter(({ amount }) => amount !== 0),
    transferred: sum('change', { accounts: ['615'] }),
    left: { money: before.money + change.money, goods: before.goods + change.goods },
  }
}

/** Whether a fund has anything to tell of the year. */
export const isIdle = ({ opening, received, spent, transferred, left }: FundYear): boolean =>
  received.length === 0 && spent.length === 0 && [opening.money, opening.goods, transferred, left.money, left.goods].every((amount) => amount === 0)
