import { z } from 'zod'
import { day, id, instant, money, paragraph, reason, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'

/** What stands with everything that was there before the program kept the books. */
export const openingRecord = z.object({
  id,
  fundId: id,
  enteredOn: day,
  note: z.string(),
  status: z.enum(['recorded', 'voided']),
  voidReason: z.string().nullable(),
  byName: z.string(),
  createdAt: instant,
  version: z.int(),
})

/** What a fund had of cash and bank when the program took over its books; whole đồng. */
export const opening = openingRecord.extend({ cash: sumOfMoney, bank: sumOfMoney })
export type OpeningRecord = z.output<typeof opening>

export const openings = {
  list: defineContract({
    operationId: 'listFundOpenings',
    method: 'GET',
    path: '/funds/:id/openings',
    summary: 'What a fund had when the program took over its books: the one that stands first, then those that were taken back',
    permission: 'read OpeningBalance',
    params: z.object({ id }),
    response: z.object({ items: z.array(opening) }),
  }),
  record: defineContract({
    operationId: 'recordFundOpening',
    method: 'POST',
    path: '/campaigns/:campaignId/openings',
    summary: 'Enter what a fund had before the program kept its books: once, before its first entry, while nothing is closed',
    permission: 'create OpeningBalance',
    params: z.object({ campaignId: id }),
    body: z
      .strictObject({ fundId: id, cash: money, bank: money, enteredOn: day, note: paragraph(1000).default('') })
      .refine(({ cash, bank }) => cash + bank > 0, { path: ['cash'], params: { code: 'required' } }),
    response: opening,
    errors: ['OPENING_REFUSED', 'CAMPAIGN_CLOSED', 'BOOKS_CLOSED', 'FUND_INACTIVE'],
  }),
  void: defineContract({
    operationId: 'voidFundOpening',
    method: 'POST',
    path: '/openings/:id/void',
    summary: 'Take an opening balance back by a reversal, if the money is still there',
    permission: 'void OpeningBalance',
    params: z.object({ id }),
    body: z.object({ reason }),
    response: opening,
    status: 200,
    versioned: true,
    errors: ['ALREADY_VOIDED', 'FUND_OVERDRAWN', 'CAMPAIGN_CLOSED', 'BOOKS_CLOSED'],
  }),
}
