import { campaignStatuses } from '@chung-tay/domain/campaigns/transitions'
import { z } from 'zod'
import { day, id, instant, line, paragraph, reason, year } from './codecs.ts'
import { defineContract } from './contract.ts'

export const campaignStatus = z.enum(campaignStatuses)

/** What every page under a year needs to know of its campaign. */
export const campaign = z.object({
  id,
  year,
  title: z.string(),
  theme: z.string(),
  status: campaignStatus,
  startsOn: day,
  endsOn: day,
  reportDueOn: day,
})

/** A document the plan rests on, such as "Công văn số 759/LĐTB&XH-TE&BDG ngày 12/5/2021". */
export const legalBasis = z.object({ kind: line(60), number: line(100), issuedOn: day, issuer: line(), subject: line(1000) })
export type LegalBasisRecord = z.output<typeof legalBasis>

const planFields = z.object({
  year,
  title: line(),
  /** Empty until the guidance of the year names it; a plan without one is not handed in. */
  theme: paragraph(500),
  purpose: paragraph(),
  requirements: paragraph(),
  /** The opening sentence when the office writes its own; empty when the program makes it of bases and theme. */
  preface: paragraph(2000).default(''),
  /** "Nơi nhận", one a line, without "Lưu". */
  recipients: z.array(line(300)).max(30).default([]),
  startsOn: day,
  endsOn: day,
  reportDueOn: day,
  recipientName: line(),
  schoolYear: z.string().regex(/^\d{4}-\d{4}$/),
  legalBases: z.array(legalBasis).max(20),
})

const planText = planFields
  .refine((plan) => plan.startsOn <= plan.endsOn, { path: ['endsOn'], params: { code: 'end_before_start' } })
  .refine((plan) => plan.endsOn <= plan.reportDueOn, { path: ['reportDueOn'], params: { code: 'report_before_end' } })

/** The whole plan; `planNumber` and `planIssuedOn` are null until the records desk gives them. */
export const plan = campaign.extend({
  ...planFields.shape,
  title: z.string(),
  theme: z.string(),
  purpose: z.string(),
  requirements: z.string(),
  preface: z.string(),
  recipients: z.array(z.string()),
  planNumber: z.string().nullable(),
  planIssuedOn: day.nullable(),
  returnReason: z.string().nullable(),
  approvedByName: z.string().nullable(),
  approvedAt: instant.nullable(),
  version: z.int(),
})
export type PlanRecord = z.output<typeof plan>

const one = z.object({ id })

export const campaigns = {
  list: defineContract({
    operationId: 'listCampaigns',
    method: 'GET',
    path: '/campaigns',
    summary: 'Every year the department has run, the latest first',
    permission: 'read Campaign',
    response: z.object({ items: z.array(campaign) }),
  }),
  get: defineContract({
    operationId: 'getCampaign',
    method: 'GET',
    path: '/campaigns/:id',
    summary: 'The plan of one year',
    permission: 'read Campaign',
    params: one,
    response: plan,
  }),
  create: defineContract({
    operationId: 'createCampaign',
    method: 'POST',
    path: '/campaigns',
    summary: 'Begin the plan of a year; a year has one',
    permission: 'create Campaign',
    body: planText,
    response: plan,
    errors: ['DUPLICATE'],
  }),
  update: defineContract({
    operationId: 'updateCampaign',
    method: 'PUT',
    path: '/campaigns/:id',
    summary: 'Change the text of a plan that is still a draft',
    permission: 'update Campaign',
    params: one,
    body: planText,
    response: plan,
    versioned: true,
    errors: ['DUPLICATE', 'TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  submit: defineContract({
    operationId: 'submitCampaign',
    method: 'POST',
    path: '/campaigns/:id/submit',
    summary: 'Lay the plan before the leadership',
    permission: 'submit Campaign',
    params: one,
    response: plan,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'PLAN_INCOMPLETE'],
  }),
  approve: defineContract({
    operationId: 'approveCampaign',
    method: 'POST',
    path: '/campaigns/:id/approve',
    summary: 'Approve the plan; from now on everybody may read it',
    permission: 'approve Campaign',
    params: one,
    response: plan,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED'],
  }),
  return: defineContract({
    operationId: 'returnCampaign',
    method: 'POST',
    path: '/campaigns/:id/return',
    summary: 'Give the plan back to the office with a reason',
    permission: 'approve Campaign',
    params: one,
    body: z.object({ reason }),
    response: plan,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED'],
  }),
  issue: defineContract({
    operationId: 'issueCampaign',
    method: 'POST',
    path: '/campaigns/:id/issue',
    summary: 'Enter the number and day the records desk gave to the approved plan',
    permission: 'issue Campaign',
    params: one,
    body: z.object({ planNumber: line(60), planIssuedOn: day }),
    response: plan,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED'],
  }),
  start: defineContract({
    operationId: 'startCampaign',
    method: 'POST',
    path: '/campaigns/:id/start',
    summary: 'Begin the month: units now report what they do',
    permission: 'update Campaign',
    params: one,
    response: plan,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED'],
  }),
  close: defineContract({
    operationId: 'closeCampaign',
    method: 'POST',
    path: '/campaigns/:id/close',
    summary: 'Close the year: none of its records changes any more',
    permission: 'update Campaign',
    params: one,
    response: plan,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED'],
  }),
}
