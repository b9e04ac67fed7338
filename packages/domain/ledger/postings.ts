/** The chart of accounts of the union's ledger, as the database holds it. */
export const accountCodes = ['111', '112', '152', '411', '511', '512', '611', '612', '613', '614', '615', '619'] as const
export type AccountCode = (typeof accountCodes)[number]

/** One line of a journal entry in whole đồng; one of the two sides is 0. */
export type Posting = { account: AccountCode; fundId: string; debit: number; credit: number }

export type Method = 'cash' | 'transfer' | 'inKind'
export type Purpose = 'gift' | 'award' | 'event' | 'support' | 'fundTransfer' | 'other'

/** Where money or goods of each kind lie, and what receiving them is called. */
export const assetOf: Readonly<Record<Method, AccountCode>> = { cash: '111', transfer: '112', inKind: '152' }
const incomeOf: Readonly<Record<Method, AccountCode>> = { cash: '511', transfer: '511', inKind: '512' }
const expenseOf: Readonly<Record<Purpose, AccountCode>> = {
  gift: '611',
  award: '612',
  event: '613',
  support: '614',
  fundTransfer: '615',
  other: '619',
}

const pair = (fundId: string, amount: number, debit: AccountCode, credit: AccountCode): Posting[] => [
  { account: debit, fundId, debit: amount, credit: 0 },
  { account: credit, fundId, debit: 0, credit: amount },
]

/** A donation that was received: debit cash, bank or goods; credit income. */
export const donationPostings = ({ method, fundId, amount }: { method: Method; fundId: string; amount: number }): Posting[] =>
  pair(fundId, amount, assetOf[method], incomeOf[method])

/** What a fund had when the program took over its books: debit cash and bank; credit what it was carried over from. */
export const openingPostings = ({ fundId, cash, bank }: { fundId: string; cash: number; bank: number }): Posting[] => [
  ...(cash > 0 ? pair(fundId, cash, '111', '411') : []),
  ...(bank > 0 ? pair(fundId, bank, '112', '411') : []),
]

/** Goods that a fund had when the program took over its books: debit goods; credit what they were carried over from. */
export const openingStockPostings = ({ fundId, value }: { fundId: string; value: number }): Posting[] => pair(fundId, value, assetOf.inKind, '411')

/** Money that left: debit what it was spent on; credit cash or bank. */
export const disbursementPostings = ({
  method,
  purpose,
  fundId,
  amount,
}: {
  method: Exclude<Method, 'inKind'>
  purpose: Purpose
  fundId: string
  amount: number
}): Posting[] => pair(fundId, amount, expenseOf[purpose], assetOf[method])

/** Goods that were bought: debit goods, credit cash or bank. They become an expense when they leave. */
export const purchasePostings = ({ method, fundId, amount }: { method: Exclude<Method, 'inKind'>; fundId: string; amount: number }): Posting[] =>
  pair(fundId, amount, assetOf.inKind, assetOf[method])

type Issued = { fundId: string; quantity: number; unitValue: number }

/** Goods that left for children, or were lost: debit the expense of whose they were, credit goods; `back` the other way round. */
export const issuePostings = (taken: readonly Issued[], { loss, back }: { loss: boolean; back: boolean }): Posting[] => {
  const values = new Map<string, number>()
  for (const { fundId, quantity, unitValue } of taken) values.set(fundId, (values.get(fundId) ?? 0) + quantity * unitValue)
  const postings = [...values].flatMap(([fundId, value]) =>
    value === 0 ? [] : pair(fundId, value, loss ? expenseOf.other : expenseOf.gift, assetOf.inKind),
  )
  return back ? reversalPostings(postings) : postings
}

/** The same lines with their sides changed: together with the first entry they come to nothing. */
export const reversalPostings = (postings: readonly Posting[]): Posting[] =>
  postings.map(({ debit, credit, ...line }) => ({ ...line, debit: credit, credit: debit }))

/** Whether debit equals credit in every fund: money never wanders from one fund to another unseen. */
export const isBalanced = (postings: readonly Posting[]): boolean => {
  const left = new Map<string, number>()
  for (const { fundId, debit, credit } of postings) left.set(fundId, (left.get(fundId) ?? 0) + debit - credit)
  return [...left.values()].every((difference) => difference === 0)
}
