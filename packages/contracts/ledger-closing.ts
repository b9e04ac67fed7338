import { checkNames } from '@chung-tay/domain/ledger/checks'
import { countedAccounts } from '@chung-tay/domain/ledger/closing'
import { z } from 'zod'
import { day, id, instant, money, paragraph, reason, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { pageOf, pageQuery } from './pages.ts'

const account = z.enum(countedAccounts)

/** `booked` is what the books said of the end of that day when it was counted; all in whole đồng. */
export const balanceCount = z.object({
  id,
  account,
  accountName: z.string(),
  countedOn: day,
  counted: sumOfMoney,
  booked: sumOfMoney,
  note: z.string(),
  countedByName: z.string(),
  createdAt: instant,
})
export type BalanceCountRecord = z.output<typeof balanceCount>

const obstacle = z.object({
  code: z.enum(['in_the_future', 'closed_already', 'checks_fail', 'goods_not_issued', 'not_counted', 'count_differs']),
  account: account.optional(),
})

/** `closedUntil` null: nothing is closed. `reason` says why books were opened again; null where they were closed. */
const closing = z.object({ id, closedUntil: day.nullable(), reason: z.string().nullable(), byName: z.string(), createdAt: instant })
export type ClosingRecord = z.output<typeof closing>

const state = z.object({ closedUntil: day.nullable(), items: z.array(closing) })

export const balanceCounts = {
  list: defineContract({
    operationId: 'listBalanceCounts',
    method: 'GET',
    path: '/ledger/counts',
    summary: 'Cash counts and bank balances, the latest first, each beside what the books said',
    permission: 'read BalanceCount',
    query: pageQuery.omit({ q: true }),
    response: pageOf(balanceCount),
  }),
  record: defineContract({
    operationId: 'recordBalanceCount',
    method: 'POST',
    path: '/ledger/counts',
    summary: 'Say what was counted of cash or read on the bank’s statement at the end of a day; a difference needs its note',
    permission: 'create BalanceCount',
    body: z.object({ account, countedOn: day, counted: money, note: paragraph(1000).default('') }),
    response: balanceCount,
  }),
}

export const ledgerClosings = {
  get: defineContract({
    operationId: 'getLedgerClosings',
    method: 'GET',
    path: '/ledger/closings',
    summary: 'Until when the books are closed, and everything that was closed and opened again, the latest first',
    permission: 'read LedgerClosing',
    response: state,
  }),
  check: defineContract({
    operationId: 'checkLedgerClosing',
    method: 'GET',
    path: '/ledger/closings/check',
    summary: 'What stands against closing the books until a day',
    permission: 'read LedgerClosing',
    query: z.object({ until: day }),
    response: z.object({
      obstacles: z.array(obstacle),
      accounts: z.array(z.object({ account, accountName: z.string(), booked: sumOfMoney, counted: sumOfMoney.nullable() })),
      failedChecks: z.array(z.enum(checkNames)),
    }),
  }),
  close: defineContract({
    operationId: 'closeLedger',
    method: 'POST',
    path: '/ledger/closings',
    summary: 'Close the books until a day: nothing is entered on or before it any more',
    permission: 'create LedgerClosing',
    body: z.object({ until: day }),
    response: state,
    errors: ['BOOKS_NOT_READY'],
  }),
  reopen: defineContract({
    operationId: 'reopenLedger',
    method: 'POST',
    path: '/ledger/closings/reopen',
    summary: 'Open the books again from the day after `until`, or wholly; kept with its reason, and told to the union and the auditors',
    permission: 'approve LedgerClosing',
    body: z.object({ until: day.nullable(), reason }),
    response: state,
    errors: ['BOOKS_NOT_CLOSED'],
  }),
}
