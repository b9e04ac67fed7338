import { nominationRules } from '@chung-tay/domain/awards/checks'
import { nominationStatuses } from '@chung-tay/domain/awards/status'
import { relations } from '@chung-tay/domain/children/guardians'
import { z } from 'zod'
import { schoolLevel } from './award-tiers.ts'
import { id, instant, line, money, paragraph, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { file, fileIds } from './files.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

export const nominationStatus = z.enum(nominationStatuses)

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

const byCampaign = z.object({ campaignId: id })
const byId = z.object({ id })

const nominationBody = z.object({
  childId: id,
  tierId: id,
  school: line(),
  className: line(50),
  schoolLevel,
  achievement: paragraph(2000).min(1),
  fileIds,
})

export const reviewErrors = ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'] as const

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
    errors: [...reviewErrors, 'CONSENT_MISSING'],
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
