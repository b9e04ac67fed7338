import { checkNames } from '@chung-tay/domain/ledger/checks'
import { accountCodes } from '@chung-tay/domain/ledger/postings'
import { z } from 'zod'
import { day, id, instant, line, paragraph, positiveMoney, reason, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { file, fileIds } from './files.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

export const accountCode = z.enum(accountCodes)
export const entryKind = z.enum(['donation', 'payment', 'transferOut', 'goodsIssue', 'goodsReceipt', 'reversal', 'opening'])
export const disbursementKind = z.enum(['payment', 'transferOut'])
export const disbursementPurpose = z.enum(['gift', 'award', 'event', 'support', 'fundTransfer', 'other'])
export const paymentMethod = z.enum(['cash', 'transfer'])
const status = z.enum(['recorded', 'voided'])

export const journalEntry = z.object({
  id,
  number: z.string(),
  enteredOn: day,
  kind: entryKind,
  memo: z.string(),
  /** The record behind the entry: `Donation` or `Disbursement`, and for goods `HandOut` or `StockMovement`. */
  sourceType: z.string(),
  sourceId: id,
  reversesId: id.nullable(),
  reversedById: id.nullable(),
  lines: z.array(
    z.object({ account: accountCode, accountName: z.string(), fundId: id, fundName: z.string(), debit: sumOfMoney, credit: sumOfMoney }),
  ),
})
export type JournalEntryRecord = z.output<typeof journalEntry>

/** What of a filter stands, and how many were voided; the page's `total` counts both. */
export const standingSums = { amount: sumOfMoney, voided: z.int(), voidedAmount: sumOfMoney }

export const disbursement = z.object({
  id,
  voucher: z.string(),
  paidOn: day,
  kind: disbursementKind,
  purpose: disbursementPurpose,
  method: paymentMethod,
  amount: sumOfMoney,
  fundId: id,
  fundName: z.string(),
  payee: z.string(),
  memo: z.string(),
  status,
  voidReason: z.string().nullable(),
  decisionId: id.nullable(),
  version: z.int(),
})
export type DisbursementRecord = z.output<typeof disbursement>

export const disbursementDetail = disbursement.extend({
  campaignId: id,
  createdAt: instant,
  createdByName: z.string(),
  voidedAt: instant.nullable(),
  amountInWords: z.string(),
  files: z.array(file),
  entries: z.array(journalEntry),
})
export type DisbursementDetail = z.output<typeof disbursementDetail>

const shared = {
  fundId: id,
  method: paymentMethod,
  amount: positiveMoney,
  payee: line(),
  memo: paragraph(1000).default(''),
  paidOn: day,
  fileIds: fileIds.default([]),
}

/** A transfer to the Fund always has that purpose; a payment never has, and only that of an award may name its decision. */
export const newDisbursement = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('payment'),
    purpose: disbursementPurpose.exclude(['fundTransfer']),
    decisionId: id.nullable().default(null),
    ...shared,
  }),
  z.strictObject({ kind: z.literal('transferOut'), ...shared }),
])

const one = z.object({ id })
const campaignParams = z.object({ campaignId: id })

export const disbursements = {
  list: defineContract({
    operationId: 'listDisbursements',
    method: 'GET',
    path: '/campaigns/:campaignId/disbursements',
    summary:
      'Payments and transfers of a campaign; of the filter `amount` is what stands, `voidedAmount` the sum of the `voided` ones that `total` counts too',
    permission: 'read Disbursement',
    params: campaignParams,
    query: pageQuery.extend({
      fundId: id.optional(),
      kind: disbursementKind.optional(),
      purpose: disbursementPurpose.optional(),
      status: status.optional(),
      from: day.optional(),
      to: day.optional(),
      sort: sortOf('paidOn', 'voucherNumber', 'amount').default('-paidOn'),
    }),
    response: pageOf(disbursement).extend(standingSums),
  }),
  get: defineContract({
    operationId: 'getDisbursement',
    method: 'GET',
    path: '/disbursements/:id',
    summary: 'One payment or transfer with its proof and journal entries',
    permission: 'read Disbursement',
    params: one,
    response: disbursementDetail,
  }),
  record: defineContract({
    operationId: 'recordDisbursement',
    method: 'POST',
    path: '/campaigns/:campaignId/disbursements',
    summary: 'Pay, or transfer to the Fund with its proof, out of a fund that has enough',
    permission: 'create Disbursement',
    params: campaignParams,
    body: newDisbursement,
    response: disbursement,
    errors: ['FUND_OVERDRAWN', 'EVIDENCE_REQUIRED', 'CAMPAIGN_CLOSED', 'BOOKS_CLOSED', 'FUND_INACTIVE', 'FILE_NOT_YOURS'],
  }),
  void: defineContract({
    operationId: 'voidDisbursement',
    method: 'POST',
    path: '/disbursements/:id/void',
    summary: 'Take a payment back by a reversal; its number stays used',
    permission: 'void Disbursement',
    params: one,
    body: z.object({ reason }),
    response: disbursement,
    status: 200,
    versioned: true,
    errors: ['ALREADY_VOIDED', 'CAMPAIGN_CLOSED', 'BOOKS_CLOSED', 'STOCK_ISSUED', 'STOCK_SHORT'],
  }),
}

const accountBalance = z.object({ account: accountCode, accountName: z.string(), debit: sumOfMoney, credit: sumOfMoney, balance: sumOfMoney })

/** One movement of a fund's money; `balance` is what was left after it. */
const statementLine = z.object({
  id,
  entryId: id,
  number: z.string(),
  enteredOn: day,
  kind: entryKind,
  memo: z.string(),
  account: accountCode,
  sourceType: z.string(),
  sourceId: id,
  received: sumOfMoney,
  paid: sumOfMoney,
  balance: sumOfMoney,
})
export type StatementLine = z.output<typeof statementLine>

const checkRun = z.object({ at: instant, failed: z.array(z.enum(checkNames)) }).nullable()

export const ledger = {
  journal: defineContract({
    operationId: 'listJournal',
    method: 'GET',
    path: '/campaigns/:campaignId/journal',
    summary: 'Journal entries of a campaign with the debit and credit of the lines that the filter shows',
    permission: 'read JournalEntry',
    params: campaignParams,
    query: pageQuery.extend({
      fundId: id.optional(),
      account: accountCode.optional(),
      kind: entryKind.optional(),
      sourceId: id.optional(),
      from: day.optional(),
      to: day.optional(),
      sort: sortOf('number', 'enteredOn').default('-number'),
    }),
    response: pageOf(journalEntry).extend({ debit: sumOfMoney, credit: sumOfMoney }),
  }),
  balances: defineContract({
    operationId: 'listBalances',
    method: 'GET',
    path: '/ledger/balances',
    summary: 'Every fund with the balance of each of its accounts: debit less credit of assets and expense, credit less debit of income',
    permission: 'read JournalEntry',
    response: z.object({ funds: z.array(z.object({ fundId: id, fundName: z.string(), accounts: z.array(accountBalance) })) }),
  }),
  statement: defineContract({
    operationId: 'getFundStatement',
    method: 'GET',
    path: '/funds/:id/statement',
    summary: 'A fund’s money in and out (cash and bank) of a period, the oldest first, with the running balance',
    permission: 'read JournalEntry',
    params: one,
    query: pageQuery.omit({ q: true }).extend({ account: z.enum(['111', '112']).optional(), from: day.optional(), to: day.optional() }),
    response: pageOf(statementLine).extend({ opening: sumOfMoney, received: sumOfMoney, paid: sumOfMoney, closing: sumOfMoney }),
  }),
  checks: defineContract({
    operationId: 'getLedgerChecks',
    method: 'GET',
    path: '/ledger/checks',
    summary: 'What must always hold in the ledger, looked at now, each by name with its figures',
    permission: 'read JournalEntry',
    response: z.object({
      ok: z.boolean(),
      checks: z.array(z.object({ name: z.enum(checkNames), ok: z.boolean(), found: z.int(), expected: z.int() })),
      /** When the program last looked by itself, and at what was last closed and signed over books that held; null: not yet. */
      lastRuns: z.object({ start: checkRun, night: checkRun, closing: checkRun, report: checkRun }),
    }),
  }),
}
