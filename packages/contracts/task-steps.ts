import { z } from 'zod'
import { day, id, line } from './codecs.ts'
import { defineContract } from './contract.ts'
import { taskDetail } from './tasks.ts'

const content = z.object({ title: line(), assigneeId: id.nullable(), dueOn: day.nullable() })
const byId = z.object({ id })

export const taskSteps = {
  add: defineContract({
    operationId: 'addTaskStep',
    method: 'POST',
    path: '/tasks/:id/steps',
    summary: 'Add a line to the checklist, or a part for an employee of the unit, who is told; the answer is the task',
    permission: 'report Task',
    params: byId,
    body: content,
    response: taskDetail,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  order: defineContract({
    operationId: 'orderTaskSteps',
    method: 'PUT',
    path: '/tasks/:id/steps',
    summary: 'Put the steps into this order; every step of the task is named once',
    permission: 'report Task',
    params: byId,
    body: z.object({ ids: z.array(id).min(1).max(100) }),
    response: taskDetail,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  update: defineContract({
    operationId: 'updateTaskStep',
    method: 'PUT',
    path: '/task-steps/:id',
    summary: 'Change words, person or day of a step',
    permission: 'update TaskStep',
    params: byId,
    body: content,
    response: taskDetail,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  tick: defineContract({
    operationId: 'tickTaskStep',
    method: 'POST',
    path: '/task-steps/:id/tick',
    summary: 'Say that a step is done, or that it is not',
    permission: 'report TaskStep',
    params: byId,
    body: z.object({ done: z.boolean() }),
    response: taskDetail,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  remove: defineContract({
    operationId: 'removeTaskStep',
    method: 'DELETE',
    path: '/task-steps/:id',
    summary: 'Drop a step that is not done; the history keeps it',
    permission: 'update TaskStep',
    params: byId,
    response: taskDetail,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
}
