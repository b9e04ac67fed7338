import { z } from 'zod'
import { plan } from './campaigns.ts'
import { count, day, id, line, money, queryInt, year } from './codecs.ts'
import { defineContract } from './contract.ts'

/** A day of the new year; `plain` is the same day of the calendar where it was moved off a weekend or onto one. */
const shifted = z.object({ day, plain: day })

/** What a year would take over from the one before. Theme and legal bases come anew each year and are left empty. */
export const nextYear = z.object({
  from: z.int(),
  year: z.int(),
  /** True when the plan of that year was begun already. */
  taken: z.boolean(),
  title: z.string(),
  startsOn: day,
  endsOn: day,
  reportDueOn: shifted,
  activities: z.array(z.object({ clause: z.string(), title: z.string(), units: count })),
  tasks: z.array(z.object({ title: z.string(), unitName: z.string(), dueOn: shifted })),
  events: z.array(z.object({ name: z.string(), heldOn: shifted })),
  awardTiers: z.array(z.object({ name: z.string(), amount: money })),
  annexRows: count,
  /** Units of that plan that no longer exist: each is replaced or left out. */
  closedUnits: z.array(z.object({ unitId: id, name: z.string() })),
})
export type NextYear = z.output<typeof nextYear>

export const nextYears = {
  propose: defineContract({
    operationId: 'proposeNextYear',
    method: 'GET',
    path: '/campaigns/:id/next',
    summary: 'What another year would take over: text, activities, tasks, events, award tiers, with their days moved on',
    permission: 'create Campaign',
    params: z.object({ id }),
    query: z.object({ year: queryInt.min(2000).max(2100) }),
    response: nextYear,
  }),
  create: defineContract({
    operationId: 'createNextYear',
    method: 'POST',
    path: '/campaigns/:id/next',
    summary: 'Begin another year from this one; tasks wait with their activity until the new plan is approved',
    permission: 'create Campaign',
    params: z.object({ id }),
    body: z
      .object({
        year,
        title: line(),
        startsOn: day,
        endsOn: day,
        reportDueOn: day,
        copies: z.array(z.enum(['tasks', 'events', 'awardTiers'])),
        replacements: z.array(z.object({ unitId: id, byId: id.nullable() })).max(200),
      })
      .refine((body) => body.startsOn <= body.endsOn, { path: ['endsOn'], params: { code: 'end_before_start' } })
      .refine((body) => body.endsOn <= body.reportDueOn, { path: ['reportDueOn'], params: { code: 'report_before_end' } }),
    response: plan,
    errors: ['DUPLICATE', 'UNIT_CLOSED'],
  }),
}
