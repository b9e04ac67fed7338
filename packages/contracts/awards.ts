import { nominationRules } from '@chung-tay/domain/awards/checks'
import { nominationStatuses } from '@chung-tay/domain/awards/status'
import { schoolLevels } from '@chung-tay/domain/awards/tier'
import { relations } from '@chung-tay/domain/children/guardians'
import { z } from 'zod'
import { count, day, id, instant, line, money, paragraph, reason, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { file, fileIds } from './files.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

export const schoolLevel = z.enum(schoolLevels)
export const nominationStatus = z.enum(nominationStatuses)
export const decisionStatus = z.enum(['draft', 'signed'])

/** `schoolLevel` null is open to every level; `amount` in đồng. `frozen`: a signed decision uses it, only its place in the list may change. */
export const awardTier = z.object({
  id,
  campaignId: id,
  name: z.string(),
  schoolLevel: schoolLevel.nullable(),
  criterion: z.string(),
  amount: money,
  sortOrder: z.int(),
  nominations: count,
  frozen: z.boolean(),
  version: z.int(),
})
export type AwardTierRecord = z.output<typeof awardTier>

/** `amount` in đồng: the tier's, and since the signature the one that was decided. */
export const nomination = z.object({
  id,
  campaignId: id,
  childId: id,
  childName: z.string(),
  unitId: id,
  unitName: z.string(),
  tierId: id,
  tierName: z.string(),
  amount: money,
  school: z.string(),
  className: z.string(),
  schoolLevel,
  achievement: z.string(),
  status: nominationStatus,
  reviewReason: z.string().nullable(),
  decisionId: id.nullable(),
  createdAt: instant,
  version: z.int(),
})
export type NominationRecord = z.output<typeof nomination>

/** `child.guardians` is also what the abilities ask for; `checks` is told to reviewers, `passed` null means that the rule does not apply. */
export const nominationDetail = nomination.extend({
  decisionNumber: z.string().nullable(),
  child: z.object({
    guardians: z.array(z.object({ employeeId: id, name: z.string(), unitName: z.string(), relation: z.enum(relations) })),
  }),
  checks: z.array(z.object({ rule: z.enum(nominationRules), passed: z.boolean().nullable() })),
  namesakes: z.array(z.string()),
  files: z.array(file),
})
export type NominationDetail = z.output<typeof nominationDetail>

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
const tierBody = z.object({
  name: line(),
  schoolLevel: schoolLevel.nullable(),
  criterion: paragraph(2000),
  amount: money,
  sortOrder: z.int().min(0).max(1000),
})
const nominationBody = z.object({
  childId: id,
  tierId: id,
  school: line(),
  className: line(50),
  schoolLevel,
  achievement: paragraph(2000).min(1),
  fileIds,
})

export const awardTiers = {
  list: defineContract({
    operationId: 'listAwardTiers',
    method: 'GET',
    path: '/campaigns/:campaignId/award-tiers',
    summary: 'The awards of a campaign’s school year with their amounts',
    permission: 'read AwardTier',
    params: byCampaign,
    response: z.object({ items: z.array(awardTier) }),
  }),
  create: defineContract({
    operationId: 'createAwardTier',
    method: 'POST',
    path: '/campaigns/:campaignId/award-tiers',
    summary: 'Add an award',
    permission: 'create AwardTier',
    params: byCampaign,
    body: tierBody,
    response: awardTier,
    errors: ['DUPLICATE', 'CAMPAIGN_CLOSED'],
  }),
  update: defineContract({
    operationId: 'updateAwardTier',
    method: 'PUT',
    path: '/award-tiers/:id',
    summary: 'Change an award; once a signed decision uses it, only its place in the list',
    permission: 'update AwardTier',
    params: byId,
    body: tierBody,
    response: awardTier,
    versioned: true,
    errors: ['DUPLICATE', 'IN_USE', 'TIER_DOES_NOT_FIT', 'CAMPAIGN_CLOSED'],
  }),
}

const reviewErrors = ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'] as const

export const nominations = {
  list: defineContract({
    operationId: 'listNominations',
    method: 'GET',
    path: '/campaigns/:campaignId/nominations',
    summary: 'Nominations within one’s scope: own children, own unit, or all',
    permission: 'read Nomination',
    params: byCampaign,
    query: pageQuery.extend({
      status: nominationStatus.optional(),
      tierId: id.optional(),
      unitId: id.optional(),
      schoolLevel: schoolLevel.optional(),
      decisionId: id.optional(),
      sort: sortOf('child', 'createdAt', 'unit', 'tier').default('child'),
    }),
    response: pageOf(nomination),
  }),
  get: defineContract({
    operationId: 'getNomination',
    method: 'GET',
    path: '/nominations/:id',
    summary: 'One nomination with its evidence and checks',
    permission: 'read Nomination',
    params: byId,
    response: nominationDetail,
  }),
  create: defineContract({
    operationId: 'createNomination',
    method: 'POST',
    path: '/campaigns/:campaignId/nominations',
    summary: 'Nominate a child with evidence: the own one, one of the own unit, or as the union any',
    permission: 'create Nomination',
    params: byCampaign,
    body: nominationBody,
    response: nominationDetail,
    errors: [
      'ALREADY_NOMINATED',
      'CONSENT_MISSING',
      'EVIDENCE_REQUIRED',
      'TIER_DOES_NOT_FIT',
      'FILE_NOT_YOURS',
      'CAMPAIGN_CLOSED',
      'CAMPAIGN_NOT_APPROVED',
    ],
  }),
  update: defineContract({
    operationId: 'updateNomination',
    method: 'PUT',
    path: '/nominations/:id',
    summary: 'Mend a nomination before its review or after its return, even the child; `fileIds` are added to the evidence',
    permission: 'update Nomination',
    params: byId,
    body: nominationBody,
    response: nominationDetail,
    versioned: true,
    errors: [...reviewErrors, 'ALREADY_NOMINATED', 'CONSENT_MISSING', 'TIER_DOES_NOT_FIT', 'FILE_NOT_YOURS'],
  }),
  resubmit: defineContract({
    operationId: 'resubmitNomination',
    method: 'POST',
    path: '/nominations/:id/resubmit',
    summary: 'Send a returned nomination again',
    permission: 'update Nomination',
    params: byId,
    response: nominationDetail,
    status: 200,
    versioned: true,
    errors: reviewErrors,
  }),
  approve: defineContract({
    operationId: 'approveNomination',
    method: 'POST',
    path: '/nominations/:id/approve',
    summary: 'Approve a nomination for the decision',
    permission: 'review Nomination',
    params: byId,
    response: nominationDetail,
    status: 200,
    versioned: true,
    errors: [...reviewErrors, 'CONSENT_MISSING'],
  }),
  return: defineContract({
    operationId: 'returnNomination',
    method: 'POST',
    path: '/nominations/:id/return',
    summary: 'Send a nomination back with the reason; an approved one leaves its draft decision',
    permission: 'review Nomination',
    params: byId,
    body: z.object({ reason }),
    response: nominationDetail,
    status: 200,
    versioned: true,
    errors: reviewErrors,
  }),
  reject: defineContract({
    operationId: 'rejectNomination',
    method: 'POST',
    path: '/nominations/:id/reject',
    summary: 'Refuse a nomination for good, with the reason',
    permission: 'review Nomination',
    params: byId,
    body: z.object({ reason }),
    response: nominationDetail,
    status: 200,
    versioned: true,
    errors: reviewErrors,
  }),
}

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
}
