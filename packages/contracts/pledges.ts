import { pledgeStatuses } from '@chung-tay/domain/donations/pledge'
import { z } from 'zod'
import { day, id, instant, line, paragraph, positiveMoney, reason, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { donorKind, donorOfDonation, recordStatus } from './donations.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

export const pledgeStatus = z.enum(pledgeStatuses)

export const pledge = z.object({
  id,
  /** What stands on the transfer: it checks itself (`domain/donations/reference.ts`). */
  reference: z.string(),
  donor: z.object({ id, kind: donorKind, name: z.string() }),
  fundId: id,
  fundName: z.string(),
  /** Null for goods, which are told in words. */
  amount: sumOfMoney.nullable(),
  goods: z.string().nullable(),
  expectedOn: day.nullable(),
  /** The giver asked to be reminded on that day. */
  remind: z.boolean(),
  note: z.string(),
  received: sumOfMoney,
  status: pledgeStatus,
  withdrawReason: z.string().nullable(),
  createdAt: instant,
  version: z.int(),
})
export type PledgeRecord = z.output<typeof pledge>

export const pledgeDetail = pledge.extend({
  donations: z.array(z.object({ id, receipt: z.string(), receivedOn: day, amount: sumOfMoney, status: recordStatus })),
})
export type PledgeDetail = z.output<typeof pledgeDetail>

const given = {
  /** Null is the person who is signed in. */
  donor: donorOfDonation.nullable().default(null),
  fundId: id,
  expectedOn: day.nullable().default(null),
  /** Once, on that day; nobody asks for it in another's name. */
  remind: z.boolean().default(false),
  note: paragraph(1000).default(''),
}

/** Voluntary: there is no least amount and no target. */
export const newPledge = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('money'), amount: positiveMoney, ...given }),
    z.strictObject({ kind: z.literal('goods'), goods: line(), ...given }),
  ])
  .refine(({ remind, expectedOn }) => !remind || expectedOn !== null, { path: ['expectedOn'], params: { code: 'required' } })
  .refine(({ remind, donor }) => !remind || donor === null, { path: ['remind'], params: { code: 'invalid_value' } })

const one = z.object({ id })

export const pledges = {
  list: defineContract({
    operationId: 'listPledges',
    method: 'GET',
    path: '/campaigns/:campaignId/pledges',
    summary: 'Pledges of a campaign; `pledged` and `received` are sums of money over the filter, without what was withdrawn',
    permission: 'read Pledge',
    params: z.object({ campaignId: id }),
    query: pageQuery.extend({
      fundId: id.optional(),
      status: pledgeStatus.optional(),
      sort: sortOf('createdAt', 'expectedOn', 'amount').default('-createdAt'),
    }),
    response: pageOf(pledge).extend({ pledged: sumOfMoney, received: sumOfMoney }),
  }),
  get: defineContract({
    operationId: 'getPledge',
    method: 'GET',
    path: '/pledges/:id',
    summary: 'One pledge with what has come of it',
    permission: 'read Pledge',
    params: one,
    response: pledgeDetail,
  }),
  create: defineContract({
    operationId: 'createPledge',
    method: 'POST',
    path: '/campaigns/:campaignId/pledges',
    summary: 'Say what one means to give; the union enters it for others too',
    permission: 'create Pledge',
    params: z.object({ campaignId: id }),
    body: newPledge,
    response: pledge,
    errors: ['CAMPAIGN_CLOSED', 'FUND_INACTIVE', 'DUPLICATE'],
  }),
  withdraw: defineContract({
    operationId: 'withdrawPledge',
    method: 'POST',
    path: '/pledges/:id/withdraw',
    summary: 'Expect nothing more of a pledge; what has come stays',
    permission: 'update Pledge',
    params: one,
    body: z.object({ reason }),
    response: pledge,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED'],
  }),
}
