import { z } from 'zod'
import { day, id, line, paragraph } from './codecs.ts'
import { defineContract } from './contract.ts'
import { nothing } from './pages.ts'

/** Work the plan has in mind for a unit; `unitOpen` is false once the unit was closed. */
export const plannedTask = z.object({
  id,
  activityId: id,
  activityClause: z.string(),
  activityTitle: z.string(),
  unitId: id,
  unitName: z.string(),
  unitOpen: z.boolean(),
  title: z.string(),
  instructions: z.string(),
  dueOn: day,
  version: z.int(),
})
export type PlannedTaskRecord = z.output<typeof plannedTask>

export const plannedTasks = {
  list: defineContract({
    operationId: 'listPlannedTasks',
    method: 'GET',
    path: '/campaigns/:campaignId/planned-tasks',
    summary: 'What the plan has in mind for its units and is not assigned yet, in the order of the plan',
    permission: 'create Task',
    params: z.object({ campaignId: id }),
    response: z.object({ items: z.array(plannedTask) }),
  }),
  update: defineContract({
    operationId: 'updatePlannedTask',
    method: 'PUT',
    path: '/planned-tasks/:id',
    summary: 'Change words, unit or day before it is assigned',
    permission: 'create Task',
    params: z.object({ id }),
    body: z.object({ unitId: id, title: line(), instructions: paragraph(), dueOn: day }),
    response: plannedTask,
    versioned: true,
    errors: ['DUPLICATE', 'UNIT_CLOSED', 'CAMPAIGN_CLOSED'],
  }),
  remove: defineContract({
    operationId: 'removePlannedTask',
    method: 'DELETE',
    path: '/planned-tasks/:id',
    summary: 'Drop what the plan had in mind',
    permission: 'create Task',
    params: z.object({ id }),
    response: nothing,
    versioned: true,
    errors: ['CAMPAIGN_CLOSED'],
  }),
  assign: defineContract({
    operationId: 'assignPlannedTasks',
    method: 'POST',
    path: '/campaigns/:campaignId/planned-tasks/assign',
    summary: 'Make tasks of them once the plan is approved, all or none; the heads of the units are told',
    permission: 'create Task',
    params: z.object({ campaignId: id }),
    body: z.object({ ids: z.array(id).min(1).max(500) }),
    response: z.object({ assigned: z.int() }),
    status: 200,
    errors: ['CAMPAIGN_NOT_APPROVED', 'CAMPAIGN_CLOSED', 'UNIT_CLOSED', 'DUPLICATE'],
  }),
}
