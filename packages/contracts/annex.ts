import { dimensions } from '@chung-tay/domain/report/indicators'
import { z } from 'zod'
import { day, id, line } from './codecs.ts'
import { defineContract } from './contract.ts'
import { indicatorKey } from './report.ts'

const params = z.object({ campaignId: id })
const values = z.array(line()).min(1).max(100).optional()

/** Which records are counted: for each dimension one of these values, and from one day to another. */
export const figureFilter = z.strictObject({
  directive: values,
  kind: values,
  channel: values,
  clause: values,
  giver: values,
  source: values,
  fund: values,
  purpose: values,
  unit: values,
  sex: values,
  age: values,
  event: values,
  tier: values,
  level: values,
  via: values,
  from: day.optional(),
  to: day.optional(),
})

/** A heading has no indicator and counts nothing. */
const annexLine = z.object({
  indicator: indicatorKey.nullable(),
  label: line(200),
  /** What is counted; empty for a heading. */
  unit: line(40).or(z.literal('')),
  by: z.array(z.enum(dimensions)).max(dimensions.length),
  filter: figureFilter,
})

/** The total first (`breakdown` null), then its parts. */
const annexFigure = z.object({
  breakdown: z.string().nullable(),
  /** The name of a fund, unit, tier or clause; null where the breakdown's words are fixed. */
  label: z.string().nullable(),
  value: z.int(),
  previous: z.int().nullable(),
})
export type AnnexFigure = z.output<typeof annexFigure>

/** `id` opens the records behind the line; null while the annex is the preset one. */
export const annexRow = annexLine.extend({ id: id.nullable(), figures: z.array(annexFigure) })
export type AnnexRowRecord = z.output<typeof annexRow>

const annex = z.object({
  /** 0 while it is the preset one. */
  version: z.int(),
  previousYear: z.int().nullable(),
  rows: z.array(annexRow),
})
const change = { response: annex, permission: 'update Report', params, versioned: true, errors: ['REPORT_SIGNED', 'TRANSITION_NOT_ALLOWED'] } as const
const choice = z.object({ value: z.string(), label: z.string() })

export const annexes = {
  get: defineContract({
    operationId: 'getAnnex',
    method: 'GET',
    path: '/campaigns/:campaignId/annex',
    summary: 'The lines of the year’s annex with their figures, beside the year before',
    permission: 'read Report',
    params,
    response: annex,
  }),
  choices: defineContract({
    operationId: 'listAnnexChoices',
    method: 'GET',
    path: '/campaigns/:campaignId/annex/choices',
    summary: 'Units, funds, tiers and clauses by which a line can be narrowed',
    permission: 'read Report',
    params,
    response: z.object({ unit: z.array(choice), fund: z.array(choice), tier: z.array(choice), clause: z.array(choice) }),
  }),
  save: defineContract({
    ...change,
    operationId: 'saveAnnex',
    method: 'PUT',
    path: '/campaigns/:campaignId/annex',
    summary: 'Write the lines of the annex in this order',
    body: z.object({ rows: z.array(annexLine.extend({ id: id.nullable() })).max(300) }),
    errors: [...change.errors, 'ANNEX_EMPTY', 'ANNEX_LINE_REFUSED'],
  }),
  restore: defineContract({
    ...change,
    operationId: 'restoreAnnex',
    method: 'POST',
    path: '/campaigns/:campaignId/annex/restore',
    summary: 'Give the annex back the preset lines: every indicator under its heading',
    status: 200,
  }),
  copy: defineContract({
    ...change,
    operationId: 'copyAnnex',
    method: 'POST',
    path: '/campaigns/:campaignId/annex/copy',
    summary: 'Take over the lines of the year before, their periods moved on',
    status: 200,
  }),
}
