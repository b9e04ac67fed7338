import { clausePattern } from '@chung-tay/domain/activities/clause'
import { findingCodes, severities } from '@chung-tay/domain/documents/findings'
import { z } from 'zod'
import { legalBasis } from './campaigns.ts'
import { day, id, instant, paragraph } from './codecs.ts'
import { defineContract } from './contract.ts'

const text = z.string()

/** Everything the paper of a plan says, as it was laid before the leadership. */
export const planContent = z.object({
  letterhead: z.object({ name: text, parentName: text, place: text, symbol: text, leaderTitle: text, leaderName: text }),
  year: z.int(),
  title: text,
  theme: text,
  preface: text,
  purpose: text,
  requirements: text,
  legalBases: z.array(legalBasis),
  activities: z.array(z.object({ clause: text, title: text, description: text, leads: z.array(text), supports: z.array(text) })),
  startsOn: day,
  endsOn: day,
  reportDueOn: day,
  recipientName: text,
  recipients: z.array(text),
})
export type PlanContent = z.output<typeof planContent>

/** A submission to the leadership and what became of it; `approved` is null while it waits. */
const planVersion = z.object({
  id,
  number: z.int(),
  submittedByName: text,
  submittedAt: instant,
  approved: z.boolean().nullable(),
  decidedByName: text.nullable(),
  decidedAt: instant.nullable(),
  reason: text.nullable(),
})
export type PlanVersionRecord = z.output<typeof planVersion>

/** `purpose`, `requirements`, `period`, `bases`, `organisation` or a clause such as `II.3`. */
export const planPart = z.union([z.enum(['purpose', 'requirements', 'period', 'bases', 'organisation']), z.string().regex(clausePattern)])

const planComment = z.object({
  id,
  part: planPart,
  text,
  authorName: text,
  createdAt: instant,
  resolvedByName: text.nullable(),
  resolvedAt: instant.nullable(),
  version: z.int(),
})
export type PlanCommentRecord = z.output<typeof planComment>

const finding = z.object({ code: z.enum(findingCodes), severity: z.enum(severities), where: text, text: text.nullable() })
export type FindingRecord = z.output<typeof finding>
const findings = z.object({ items: z.array(finding) })

const params = z.object({ id })
const file = { method: 'GET', params, permission: 'read Campaign', response: z.any() } as const

export const planVersions = {
  list: defineContract({
    operationId: 'listPlanVersions',
    method: 'GET',
    path: '/campaigns/:id/versions',
    summary: 'Every version of a plan that was laid before the leadership, the latest first',
    permission: 'read PlanVersion',
    params,
    response: z.object({ items: z.array(planVersion) }),
  }),
  get: defineContract({
    operationId: 'getPlanVersion',
    method: 'GET',
    path: '/plan-versions/:id',
    summary: 'What a version said; `intact` when it still has the hash of its submission',
    permission: 'read PlanVersion',
    params,
    response: planVersion.extend({ content: planContent, intact: z.boolean() }),
  }),
  document: defineContract({
    ...file,
    operationId: 'downloadPlan',
    path: '/campaigns/:id/plan.docx',
    summary: 'The plan as a Word file: as approved, or as it stands now while it is not',
    file: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  }),
  documentPdf: defineContract({
    ...file,
    operationId: 'downloadPlanPdf',
    path: '/campaigns/:id/plan.pdf',
    summary: 'The plan as a PDF: the same paper as the Word file',
    file: ['application/pdf'],
  }),
}

export const planComments = {
  list: defineContract({
    operationId: 'listPlanComments',
    method: 'GET',
    path: '/campaigns/:id/comments',
    summary: 'What readers said about parts of a plan, the earliest first',
    permission: 'read PlanComment',
    params,
    response: z.object({ items: z.array(planComment) }),
  }),
  create: defineContract({
    operationId: 'commentOnPlan',
    method: 'POST',
    path: '/campaigns/:id/comments',
    summary: 'Say something about a part of a plan; the office and the leadership are told',
    permission: 'create PlanComment',
    params,
    body: z.object({ part: planPart, text: paragraph(2000).min(1) }),
    response: planComment,
    errors: ['CAMPAIGN_CLOSED'],
  }),
  resolve: defineContract({
    operationId: 'resolvePlanComment',
    method: 'POST',
    path: '/plan-comments/:id/resolve',
    summary: 'Say that a comment is dealt with; its author is told',
    permission: 'update PlanComment',
    params,
    response: planComment,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
}

const checked = { method: 'GET', params, response: findings } as const

/** What a reader who knows the decree would correct before the signature. */
export const documentFindings = {
  plan: defineContract({
    ...checked,
    operationId: 'checkPlan',
    path: '/campaigns/:id/plan/findings',
    summary: 'What the plan lacks as an official document',
    permission: 'read PlanVersion',
  }),
  report: defineContract({
    ...checked,
    operationId: 'checkReport',
    path: '/reports/:id/findings',
    summary: 'What the report lacks as an official document',
    permission: 'read Report',
  }),
  decision: defineContract({
    ...checked,
    operationId: 'checkAwardDecision',
    path: '/award-decisions/:id/findings',
    summary: 'What the decision lacks as an official document',
    permission: 'read AwardDecision',
  }),
}
