import { activityKinds, clausePattern, unitParts } from '@chung-tay/domain/activities/clause'
import { z } from 'zod'
import { id, line, paragraph } from './codecs.ts'
import { defineContract } from './contract.ts'
import { nothing, pageOf, pageQuery, sortOf } from './pages.ts'

export const activityKind = z.enum(activityKinds)
export const unitPart = z.enum(unitParts)

/** `tasks.late` counts what was done after its day too: late stays late. */
export const activity = z.object({
  id,
  campaignId: id,
  clause: z.string(),
  kind: activityKind,
  title: z.string(),
  description: z.string(),
  units: z.array(z.object({ unitId: id, name: z.string(), shortName: z.string(), part: unitPart })),
  tasks: z.object({ total: z.int(), accepted: z.int(), late: z.int() }),
  version: z.int(),
})
export type ActivityRecord = z.output<typeof activity>

const content = z.object({
  clause: z.string().regex(clausePattern),
  kind: activityKind,
  title: line(1000),
  description: paragraph(),
  units: z
    .array(z.object({ unitId: id, part: unitPart }))
    .max(50)
    .refine((units) => new Set(units.map((unit) => unit.unitId)).size === units.length, { params: { code: 'duplicate' } }),
})

export const activities = {
  list: defineContract({
    operationId: 'listActivities',
    method: 'GET',
    path: '/campaigns/:campaignId/activities',
    summary: 'What a plan promises, in the order of its clauses, with the units that answer for it and how far they are',
    permission: 'read Activity',
    params: z.object({ campaignId: id }),
    query: pageQuery.extend({ unitId: id.optional(), kind: activityKind.optional(), sort: sortOf('clause').default('clause') }),
    response: pageOf(activity),
  }),
  get: defineContract({
    operationId: 'getActivity',
    method: 'GET',
    path: '/activities/:id',
    summary: 'One activity',
    permission: 'read Activity',
    params: z.object({ id }),
    response: activity,
  }),
  create: defineContract({
    operationId: 'createActivity',
    method: 'POST',
    path: '/campaigns/:campaignId/activities',
    summary: 'Add an activity to a plan',
    permission: 'create Activity',
    params: z.object({ campaignId: id }),
    body: content,
    response: activity,
    errors: ['DUPLICATE', 'TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED', 'UNIT_CLOSED'],
  }),
  update: defineContract({
    operationId: 'updateActivity',
    method: 'PUT',
    path: '/activities/:id',
    summary: 'Change an activity on which no task hangs yet',
    permission: 'update Activity',
    params: z.object({ id }),
    body: content,
    response: activity,
    versioned: true,
    errors: ['DUPLICATE', 'IN_USE', 'TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED', 'UNIT_CLOSED'],
  }),
  remove: defineContract({
    operationId: 'removeActivity',
    method: 'DELETE',
    path: '/activities/:id',
    summary: 'Take an activity out of the plan while no task hangs on it',
    permission: 'update Activity',
    params: z.object({ id }),
    response: nothing,
    versioned: true,
    errors: ['IN_USE', 'TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
}
