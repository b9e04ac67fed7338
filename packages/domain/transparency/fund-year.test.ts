import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountCodes, disbursementPostings, donationPostings, openingPostings, type Posting, reversalPostings } from '../ledger/postings.ts'
import { type AccountYear, type FundYear, fundYear, isIdle, type Source } from './fund-year.ts'

const row = (account: AccountYear['account'], before: number, change: number, source: Source | null = null): AccountYear => ({
  fund: 'Quỹ',
  account,
  source,
  before,
  change,
})

test('a year of one fund, by name', () => {
  const year = fundYear('Quỹ', [
    row('111', 70, 280),
    row('411', -110, -30),
    row('112', 40, -40),
    row('152', 0, 90),
    { ...row('411', 0, -30), goods: true },
    row('511', 0, -500, 'donation'),
    row('511', 0, -70, 'union'),
    row('512', 0, -60, 'donation'),
    row('611', 0, 260),
    row('615', 0, 100),
  ])
  expect(year).toEqual({
    name: 'Quỹ',
    opening: { money: 140, goods: 30 },
    received: [
      { source: 'donation', money: 500, goods: 60 },
      { source: 'union', money: 70, goods: 0 },
    ],
    spent: [{ purpose: 'gift', amount: 260 }],
    transferred: 100,
    left: { money: 350, goods: 90 },
  } satisfies FundYear)
})

test('a fund without anything is idle, one that only carries money over is not', () => {
  expect(isIdle(fundYear('Quỹ', []))).toBe(true)
  expect(isIdle(fundYear('Quỹ', [row('111', 5, 0)]))).toBe(false)
})

const amount = fc.integer({ min: 1, max: 1_000_000_000 })
const donated = fc
  .tuple(fc.constantFrom('cash', 'transfer', 'inKind'), amount)
  .map(([method, value]) => donationPostings({ method, fundId: 'f', amount: value }))
const paid = fc
  .tuple(fc.constantFrom('cash', 'transfer'), fc.constantFrom('gift', 'award', 'event', 'support', 'fundTransfer', 'other'), amount)
  .map(([method, purpose, value]) => disbursementPostings({ method, purpose, fundId: 'f', amount: value }))
const issued = amount.map((value): Posting[] => [
  { account: '611', fundId: 'f', debit: value, credit: 0 },
  { account: '152', fundId: 'f', debit: 0, credit: value },
])
const opened = fc.tuple(amount, amount).map(([cash, bank]) => openingPostings({ fundId: 'f', cash, bank }))
const entry = fc
  .tuple(fc.oneof(donated, paid, issued, opened), fc.boolean())
  .map(([postings, back]) => (back ? reversalPostings(postings) : postings))
const entries = fc.array(fc.record({ postings: entry, earlier: fc.boolean() }), { maxLength: 40 })

test('whatever was entered, opening and received less spent and transferred is what is left', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const lines = all.flatMap(({ postings, earlier }) => postings.map((posting) => ({ ...posting, earlier })))
      const sum = (account: string, early: boolean) =>
        lines.filter((one) => one.account === account && one.earlier === early).reduce((total, one) => total + one.debit - one.credit, 0)
      const { opening, received, spent, transferred, left } = fundYear(
        'Quỹ',
        accountCodes.map((account) => row(account, sum(account, true), sum(account, false))),
      )
      const of = (worth: { money: number; goods: number }) => worth.money + worth.goods
      const came = received.reduce((total, one) => total + of(one), 0)
      const went = spent.reduce((total, one) => total + one.amount, 0)
      expect(of(opening) + came - went - transferred).toBe(of(left))
    }),
  )
})
