import { confirmationStatuses, longestException } from '@chung-tay/domain/report/confirmation'
import { z } from 'zod'
import { id, instant, paragraph, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { indicatorKey, reports } from './report.ts'

const campaignParams = z.object({ campaignId: id })
const params = campaignParams.extend({ unitId: id })

const change = z.object({ key: indicatorKey, confirmed: z.int(), now: z.int() })

/** Where a unit stands with its figures. */
export const confirmation = z.object({
  /** Null until the unit first confirms. */
  id: id.nullable(),
  unitId: id,
  unitName: z.string(),
  headName: z.string().nullable(),
  status: z.enum(confirmationStatuses),
  statement: z.string(),
  /** What the unit wants said in the last parts of the report. */
  difficulties: z.string(),
  proposals: z.string(),
  confirmedName: z.string().nullable(),
  confirmedAt: instant.nullable(),
  returnReason: z.string().nullable(),
  lockedAt: instant.nullable(),
  /** The latest exception; `running` while the unit may change what is locked. */
  exception: z.object({ reason: z.string(), grantedByName: z.string().nullable(), ends: instant, running: z.boolean() }).nullable(),
  /** What stands otherwise than it was confirmed. */
  changes: z.array(change),
  /** 0 until the unit first confirms. */
  version: z.int(),
})
export type ConfirmationRecord = z.output<typeof confirmation>

const unitFigure = z.object({ key: indicatorKey, value: z.int(), previous: z.int().nullable(), confirmed: z.int().nullable() })

/** A record of the unit that changed after its figures were locked. */
const lateChange = z.object({
  subject: z.enum(['Task', 'Event', 'Nomination', 'Publication']),
  id,
  title: z.string().nullable(),
  at: instant,
  byName: z.string(),
  action: z.string(),
  reason: z.string().nullable(),
})

export const confirmationDetail = confirmation.extend({
  previousYear: z.int().nullable(),
  figures: z.array(unitFigure),
  /** Names exactly these figures: who confirms sends it back, so that nothing unseen is confirmed. */
  seen: z.string(),
  lateChanges: z.array(lateChange),
})
export type ConfirmationDetail = z.output<typeof confirmationDetail>

const step = {
  method: 'POST',
  params,
  response: confirmationDetail,
  status: 200,
  versioned: true,
  errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
} as const
const office = { ...step, permission: 'update FigureConfirmation' } as const
const unitIds = z.array(id).min(1).max(500)

export const confirmations = {
  list: defineContract({
    operationId: 'listConfirmations',
    method: 'GET',
    path: '/campaigns/:campaignId/confirmations',
    summary: 'Which units have confirmed their figures, and which have not',
    permission: 'read FigureConfirmation',
    params: campaignParams,
    response: z.object({ items: z.array(confirmation) }),
  }),
  get: defineContract({
    operationId: 'getConfirmation',
    method: 'GET',
    path: '/campaigns/:campaignId/confirmations/:unitId',
    summary: 'A unit’s figures as its records stand now, beside what it confirmed and the year before',
    permission: 'read FigureConfirmation',
    params,
    response: confirmationDetail,
  }),
  records: defineContract({
    operationId: 'listUnitFigureRecords',
    method: 'GET',
    path: '/campaigns/:campaignId/confirmations/:unitId/figures/:key/records',
    summary: 'The unit’s records behind one of its figures',
    permission: 'read FigureConfirmation',
    params: params.extend({ key: indicatorKey }),
    query: reports.records.query.omit({ row: true, breakdown: true }),
    response: reports.records.response,
  }),
  confirm: defineContract({
    ...step,
    operationId: 'confirmFigures',
    path: '/campaigns/:campaignId/confirmations/:unitId/confirm',
    summary: 'The unit’s word that its figures are complete',
    permission: 'submit FigureConfirmation',
    body: z.object({
      statement: reason,
      difficulties: paragraph(2000).default(''),
      proposals: paragraph(2000).default(''),
      seen: z.string().max(100),
    }),
    errors: [...step.errors, 'FIGURES_LOCKED'],
  }),
  return: defineContract({
    ...office,
    operationId: 'returnFigures',
    path: '/campaigns/:campaignId/confirmations/:unitId/return',
    summary: 'Give the figures back to the unit with a reason; what was locked is open again',
    body: z.object({ reason }),
  }),
  except: defineContract({
    ...office,
    operationId: 'exceptFigures',
    path: '/campaigns/:campaignId/confirmations/:unitId/exception',
    summary: 'Let the unit change locked figures for some hours, for a reason that is recorded',
    body: z.object({ reason, hours: z.int().min(1).max(longestException) }),
  }),
  endException: defineContract({
    ...office,
    operationId: 'endFiguresException',
    path: '/campaigns/:campaignId/confirmations/:unitId/exception/end',
    summary: 'End the exception before its time',
  }),
  lock: defineContract({
    operationId: 'lockFigures',
    method: 'POST',
    path: '/campaigns/:campaignId/confirmations/lock',
    summary: 'Lock the figures of these units, all or none: each as the unit confirmed them',
    permission: 'update FigureConfirmation',
    params: campaignParams,
    body: z.object({ unitIds }),
    response: z.object({ locked: z.int() }),
    status: 200,
    errors: ['FIGURES_NOT_CONFIRMED', 'CAMPAIGN_CLOSED'],
  }),
  chase: defineContract({
    operationId: 'chaseFigures',
    method: 'POST',
    path: '/campaigns/:campaignId/confirmations/chase',
    summary: 'Remind the heads of these units that their figures wait for their word',
    permission: 'update FigureConfirmation',
    params: campaignParams,
    body: z.object({ unitIds }),
    response: z.object({ told: z.int() }),
    status: 200,
    errors: ['CAMPAIGN_CLOSED'],
  }),
}
