import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { disbursementPostings, donationPostings, isBalanced, openingPostings, type Posting, reversalPostings } from './postings.ts'

const shortOf = (postings: Posting[]) => postings.map(({ account, debit, credit }) => `${account} ${debit}/${credit}`)

describe('postings', () => {
  test.each([
    ['cash', ['111 500/0', '511 0/500']],
    ['transfer', ['112 500/0', '511 0/500']],
    ['inKind', ['152 500/0', '512 0/500']],
  ] as const)('a donation by %s', (method, lines) => {
    expect(shortOf(donationPostings({ method, fundId: 'f', amount: 500 }))).toEqual(lines)
  })

  test.each([
    ['gift', 'cash', ['611 70/0', '111 0/70']],
    ['award', 'cash', ['612 70/0', '111 0/70']],
    ['event', 'transfer', ['613 70/0', '112 0/70']],
    ['support', 'cash', ['614 70/0', '111 0/70']],
    ['fundTransfer', 'transfer', ['615 70/0', '112 0/70']],
    ['other', 'cash', ['619 70/0', '111 0/70']],
  ] as const)('money spent on %s by %s', (purpose, method, lines) => {
    expect(shortOf(disbursementPostings({ purpose, method, fundId: 'f', amount: 70 }))).toEqual(lines)
  })

  test.each([
    [{ cash: 70, bank: 5 }, ['111 70/0', '411 0/70', '112 5/0', '411 0/5']],
    [{ cash: 0, bank: 5 }, ['112 5/0', '411 0/5']],
  ])('what a fund had when its books were taken over: %o', (had, lines) => {
    expect(shortOf(openingPostings({ fundId: 'f', ...had }))).toEqual(lines)
  })

  test('a reversal takes back exactly what was posted', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000_000_000 })
    fc.assert(
      fc.property(fc.constantFrom('cash', 'transfer', 'inKind'), amount, (method, value) => {
        const postings = donationPostings({ method, fundId: 'f', amount: value })
        const both = [...postings, ...reversalPostings(postings)]
        const left = new Map<string, number>()
        for (const { account, debit, credit } of both) left.set(account, (left.get(account) ?? 0) + debit - credit)
        return isBalanced(postings) && isBalanced(both) && [...left.values()].every((sum) => sum === 0)
      }),
    )
  })

  test('balanced in sum is not enough: each fund must balance', () => {
    const [debit, credit] = donationPostings({ method: 'cash', fundId: 'a', amount: 5 })
    if (!debit || !credit) throw new Error('two lines were expected')
    expect(isBalanced([debit, { ...credit, fundId: 'b' }])).toBe(false)
  })
})
