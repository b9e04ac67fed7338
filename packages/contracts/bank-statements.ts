import type { IgnoredReason, UnclearReason } from '@chung-tay/domain/statements/read'
import { z } from 'zod'
import { day, id, instant, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { pageOf, pageQuery } from './pages.ts'

export const bankDirection = z.enum(['credit', 'debit'])

const ignoredReasons = ['head', 'heading', 'empty', 'total', 'continued', 'footer', 'noMoney'] as const satisfies readonly IgnoredReason[]
const unclearReasons = ['day', 'future', 'amount', 'bothSides'] as const satisfies readonly UnclearReason[]

/** Days as the file names them; `from` and `to` are null where it does not. */
export const bankStatement = z.object({
  id,
  fileId: id.nullable(),
  fileName: z.string(),
  account: z.string(),
  from: day.nullable(),
  to: day.nullable(),
  added: z.int(),
  known: z.int(),
  ignored: z.int(),
  unclear: z.int(),
  balanceBreaks: z.int(),
  createdByName: z.string(),
  createdAt: instant,
})
export type BankStatementRecord = z.output<typeof bankStatement>

const facts = { day: day, time: z.string().nullable(), direction: bankDirection, amount: sumOfMoney, reference: z.string(), name: z.string() }

/** Every row of the sheet, by the number at its edge: what it was read as, or why it was not. */
export const statementRow = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('new'), row: z.int(), text: z.string(), ...facts }),
  z.object({ outcome: z.literal('known'), row: z.int(), text: z.string(), ...facts }),
  z.object({ outcome: z.literal('unclear'), row: z.int(), text: z.string(), reason: z.enum(unclearReasons) }),
  z.object({ outcome: z.literal('ignored'), row: z.int(), text: z.string(), reason: z.enum(ignoredReasons) }),
])
export type StatementRow = z.output<typeof statementRow>

const side = z.object({ count: z.int(), amount: sumOfMoney })

export const statementCheck = z.object({
  fileName: z.string(),
  /** Null where the file names no account: one of `accounts` has to be chosen. */
  account: z.string().nullable(),
  accounts: z.array(z.object({ account: z.string(), fundNames: z.array(z.string()) })),
  from: day.nullable(),
  to: day.nullable(),
  /** The very same file was imported before. */
  imported: z.object({ at: instant, byName: z.string() }).nullable(),
  counts: z.object({ new: z.int(), known: z.int(), unclear: z.int(), ignored: z.int() }),
  /** Of what is new. */
  credits: side,
  debits: side,
  /** Rows whose balance does not follow from the one before. */
  balanceBreaks: z.array(z.int()),
  rows: z.array(statementRow),
})
export type StatementCheck = z.output<typeof statementCheck>

const campaignParams = z.object({ campaignId: id })
const account = z.string().max(30).nullable().default(null)
const unreadable = ['IMPORT_UNREADABLE', 'UNSUPPORTED_MEDIA_TYPE', 'BANK_ACCOUNT_UNKNOWN'] as const

export const bankStatements = {
  list: defineContract({
    operationId: 'listBankStatements',
    method: 'GET',
    path: '/campaigns/:campaignId/bank-statements',
    summary: 'Bank statements that were imported, the latest first',
    permission: 'read BankStatement',
    params: campaignParams,
    query: pageQuery.omit({ q: true }),
    response: pageOf(bankStatement),
  }),
  check: defineContract({
    operationId: 'checkBankStatement',
    method: 'GET',
    path: '/campaigns/:campaignId/bank-statements/check',
    summary: 'How an uploaded statement (.xlsx, CSV) is read, row by row, and which lines are known already; changes nothing',
    permission: 'create BankStatement',
    params: campaignParams,
    query: z.object({ fileId: id, account: z.string().max(30).optional() }),
    response: statementCheck,
    errors: unreadable,
  }),
  import: defineContract({
    operationId: 'importBankStatement',
    method: 'POST',
    path: '/campaigns/:campaignId/bank-statements',
    summary: 'Take in the lines that are new; none of them counts as received before somebody has matched it',
    permission: 'create BankStatement',
    params: campaignParams,
    body: z.object({ fileId: id, account }),
    response: bankStatement,
    errors: [...unreadable, 'STATEMENT_KNOWN', 'CAMPAIGN_CLOSED', 'FILE_NOT_YOURS'],
  }),
}
