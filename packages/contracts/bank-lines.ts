import { bankLineStatuses, setAsideReasons } from '@chung-tay/domain/statements/status'
import { suggestionReasons } from '@chung-tay/domain/statements/suggestions'
import { z } from 'zod'
import { bankDirection } from './bank-statements.ts'
import { day, id, instant, paragraph, positiveMoney, reason, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { donorOfDonation, moneySource } from './donations.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

export const bankLineStatus = z.enum(bankLineStatuses)
export const setAsideReason = z.enum(setAsideReasons)

/** What a part would be: `label` is the pledge's reference or the receipt's number; `left` what the pledge still expects. */
const suggestedPart = z.object({
  kind: z.enum(['pledge', 'donation']),
  id,
  amount: sumOfMoney,
  label: z.string(),
  donorName: z.string(),
  fundName: z.string(),
  left: sumOfMoney.nullable(),
})
export const suggestion = z.object({ parts: z.array(suggestedPart), reasons: z.array(z.enum(suggestionReasons)), certain: z.boolean() })
export type SuggestionRecord = z.output<typeof suggestion>

const part = z.object({
  id,
  donationId: id,
  receipt: z.string(),
  donorName: z.string(),
  fundName: z.string(),
  amount: sumOfMoney,
  pledge: z.object({ id, reference: z.string() }).nullable(),
  /** Recorded from this line; else it was there before and only linked. */
  made: z.boolean(),
})

export const bankLine = z.object({
  id,
  statementId: id,
  account: z.string(),
  row: z.int(),
  day,
  time: z.string().nullable(),
  direction: bankDirection,
  amount: sumOfMoney,
  text: z.string(),
  reference: z.string(),
  name: z.string(),
  counterAccount: z.string(),
  balance: sumOfMoney.nullable(),
  status: bankLineStatus,
  allocated: sumOfMoney,
  setAsideReason: setAsideReason.nullable(),
  note: z.string(),
  /** For money that went out: what it sent back. */
  returns: z.object({ lineId: id.nullable(), donationId: id.nullable() }).nullable(),
  parts: z.array(part),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  /** What it may be, the likeliest first; only of money that came in and waits. */
  suggestions: z.array(suggestion),
  version: z.int(),
})
export type BankLineRecord = z.output<typeof bankLine>

const returnable = z.object({ lineId: id.nullable(), donationId: id.nullable(), day, label: z.string(), amount: sumOfMoney })

export const bankLineDetail = bankLine.extend({
  fileName: z.string(),
  importedAt: instant,
  /** The line that sent this money back. */
  returnedBy: z.object({ lineId: id, day }).nullable(),
  /** For money that went out: what of the same amount came before, the latest first. */
  returnables: z.array(returnable),
})
export type BankLineDetail = z.output<typeof bankLineDetail>

const newPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pledge'), pledgeId: id, amount: positiveMoney }),
  /** A transfer that somebody had recorded by hand. */
  z.strictObject({ kind: z.literal('donation'), donationId: id }),
  z.strictObject({ kind: z.literal('new'), donor: donorOfDonation, fundId: id, source: moneySource.default('donation'), amount: positiveMoney }),
])
export const newParts = z.array(newPart).min(1).max(20)
export type NewPart = z.output<typeof newPart>

/** Why a line is set aside; what is none of the known reasons is told in words. */
export const settingAside = z
  .object({ reason: setAsideReason, note: paragraph(1000).default('') })
  .refine(({ reason: why, note }) => why !== 'other' || note.length >= 3, { path: ['note'], params: { code: 'required' } })

/** What money that went out sent back. */
export const sendingBack = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line'), lineId: id, reason }),
  z.strictObject({ kind: z.literal('donation'), donationId: id, reason }),
])

const one = z.object({ id })
const campaignParams = z.object({ campaignId: id })
const decided = { permission: 'update BankLine', params: one, response: bankLine, status: 200, versioned: true } as const

/** Σ of the money that came in of the filter, whatever its status. */
const sums = z.object({ credits: sumOfMoney, matched: sumOfMoney, setAside: sumOfMoney, waiting: sumOfMoney, waitingCount: z.int() })

export const bankLines = {
  list: defineContract({
    operationId: 'listBankLines',
    method: 'GET',
    path: '/campaigns/:campaignId/bank-lines',
    summary: 'Lines of the bank’s statements, what waits first, with what each may be; `status=open` is what waits, wholly or in part',
    permission: 'read BankLine',
    params: campaignParams,
    query: pageQuery.extend({
      status: z.enum(['open', ...bankLineStatuses]).optional(),
      direction: bankDirection.optional(),
      statementId: id.optional(),
      from: day.optional(),
      to: day.optional(),
      sort: sortOf('status', 'day', 'amount').default('status'),
    }),
    response: pageOf(bankLine).extend({ sums }),
  }),
  get: defineContract({
    operationId: 'getBankLine',
    method: 'GET',
    path: '/bank-lines/:id',
    summary: 'One line with everything that became of it',
    permission: 'read BankLine',
    params: one,
    response: bankLineDetail,
  }),
  match: defineContract({
    ...decided,
    operationId: 'matchBankLine',
    method: 'POST',
    path: '/bank-lines/:id/match',
    summary: 'Say what a line is: parts for pledges, donations that were recorded before, or new ones; each part becomes money received',
    body: z.object({ parts: newParts }),
    errors: [
      'BANK_LINE_DONE',
      'BANK_LINE_EXCEEDED',
      'DONATION_LINKED',
      'CAMPAIGN_CLOSED',
      'BOOKS_CLOSED',
      'FUND_INACTIVE',
      'DUPLICATE',
      'TRANSITION_NOT_ALLOWED',
    ],
  }),
  matchCertain: defineContract({
    operationId: 'matchCertainBankLines',
    method: 'POST',
    path: '/campaigns/:campaignId/bank-lines/match-certain',
    summary: 'Match each of these lines as suggested if reference and amount still say so; the others are left as they are',
    permission: 'update BankLine',
    params: campaignParams,
    body: z.object({
      lines: z
        .array(z.object({ id, version: z.int() }))
        .min(1)
        .max(100),
    }),
    response: z.object({ matched: z.int(), skipped: z.int() }),
    status: 200,
    errors: ['BANK_LINE_DONE', 'CAMPAIGN_CLOSED', 'BOOKS_CLOSED', 'FUND_INACTIVE'],
  }),
  unmatch: defineContract({
    ...decided,
    operationId: 'unmatchBankLine',
    method: 'POST',
    path: '/bank-lines/:id/unmatch',
    summary: 'Take a match back, wholly or one part: what was recorded from the line is voided, what was linked is let go; the line waits again',
    body: z.object({ reason, partId: id.nullable().default(null) }),
    errors: ['BANK_LINE_DONE', 'TRANSITION_NOT_ALLOWED', 'FUND_OVERDRAWN', 'CAMPAIGN_CLOSED', 'BOOKS_CLOSED'],
  }),
  putAside: defineContract({
    ...decided,
    operationId: 'putAsideBankLine',
    method: 'POST',
    path: '/bank-lines/:id/put-aside',
    summary: 'What is left of a line is no donation',
    body: settingAside,
    errors: ['BANK_LINE_DONE', 'TRANSITION_NOT_ALLOWED'],
  }),
  resume: defineContract({
    ...decided,
    operationId: 'resumeBankLine',
    method: 'POST',
    path: '/bank-lines/:id/resume',
    summary: 'A line that was set aside, or took money back, waits again',
    errors: ['BANK_LINE_DONE', 'TRANSITION_NOT_ALLOWED'],
  }),
  return: defineContract({
    ...decided,
    operationId: 'returnBankLine',
    method: 'POST',
    path: '/bank-lines/:id/return',
    summary: 'This money that went out sent back that line or donation: what was recorded of it is voided by a reversal',
    body: sendingBack,
    errors: [
      'BANK_LINE_DONE',
      'TRANSITION_NOT_ALLOWED',
      'RETURN_DOES_NOT_FIT',
      'FUND_OVERDRAWN',
      'ALREADY_VOIDED',
      'CAMPAIGN_CLOSED',
      'BOOKS_CLOSED',
    ],
  }),
}
