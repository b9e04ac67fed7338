import { z } from 'zod'
import { schoolLevel } from './award-tiers.ts'
import { count, day, id, instant, line, money, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { reviewErrors } from './nominations.ts'

export const decisionStatus = z.enum(['draft', 'signed'])

/** A line of a decision's list: live while it is a draft, as it was signed afterwards. `amount` in đồng. */
export const awardLine = z.object({
  nominationId: id,
  childName: z.string(),
  className: z.string(),
  school: z.string(),
  schoolLevel,
  parentName: z.string(),
  unitName: z.string(),
  tier: z.string(),
  amount: money,
})
export type AwardLine = z.output<typeof awardLine>

/** `total` in đồng. */
export const awardDecision = z.object({
  id,
  campaignId: id,
  number: z.string().nullable(),
  decidedOn: day.nullable(),
  status: decisionStatus,
  children: count,
  total: sumOfMoney,
  signedByName: z.string().nullable(),
  signedAt: instant.nullable(),
  createdAt: instant,
  version: z.int(),
})
export type AwardDecisionRecord = z.output<typeof awardDecision>

export const awardDecisionDetail = awardDecision.extend({
  awards: z.array(awardLine),
  tiers: z.array(z.object({ tier: z.string(), children: count, amount: sumOfMoney })),
})
export type AwardDecisionDetail = z.output<typeof awardDecisionDetail>

const byCampaign = z.object({ campaignId: id })
const byId = z.object({ id })

export const awardDecisions = {
  list: defineContract({
    operationId: 'listAwardDecisions',
    method: 'GET',
    path: '/campaigns/:campaignId/award-decisions',
    summary: 'The award decisions of a campaign, the latest first',
    permission: 'read AwardDecision',
    params: byCampaign,
    response: z.object({ items: z.array(awardDecision) }),
  }),
  get: defineContract({
    operationId: 'getAwardDecision',
    method: 'GET',
    path: '/award-decisions/:id',
    summary: 'One decision with its list and totals',
    permission: 'read AwardDecision',
    params: byId,
    response: awardDecisionDetail,
  }),
  create: defineContract({
    operationId: 'createAwardDecision',
    method: 'POST',
    path: '/campaigns/:campaignId/award-decisions',
    summary: 'Draft a decision of all approved nominations that are in none',
    permission: 'create AwardDecision',
    params: byCampaign,
    response: awardDecisionDetail,
    errors: ['NOTHING_TO_DECIDE', 'CAMPAIGN_CLOSED'],
  }),
  gather: defineContract({
    operationId: 'gatherNominations',
    method: 'POST',
    path: '/award-decisions/:id/gather',
    summary: 'Add to a draft the nominations approved since',
    permission: 'update AwardDecision',
    params: byId,
    response: awardDecisionDetail,
    status: 200,
    versioned: true,
    errors: ['NOTHING_TO_DECIDE', ...reviewErrors],
  }),
  sign: defineContract({
    operationId: 'signAwardDecision',
    method: 'POST',
    path: '/award-decisions/:id/sign',
    summary: 'Sign a decision: its list, amounts and words are frozen',
    permission: 'sign AwardDecision',
    params: byId,
    body: z.object({ number: line(50), decidedOn: day }),
    response: awardDecisionDetail,
    status: 200,
    versioned: true,
    errors: ['NOTHING_TO_DECIDE', 'CONSENT_MISSING', 'DUPLICATE', ...reviewErrors],
  }),
  document: defineContract({
    operationId: 'downloadAwardDecision',
    method: 'GET',
    path: '/award-decisions/:id/decision.docx',
    summary: 'The decision as a document, with its list',
    permission: 'read AwardDecision',
    params: byId,
    response: z.any(),
    file: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  }),
  documentPdf: defineContract({
    operationId: 'downloadAwardDecisionPdf',
    method: 'GET',
    path: '/award-decisions/:id/decision.pdf',
    summary: 'The decision with its list as a PDF',
    permission: 'read AwardDecision',
    params: byId,
    response: z.any(),
    file: ['application/pdf'],
  }),
}
