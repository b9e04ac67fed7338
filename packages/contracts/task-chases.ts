import { z } from 'zod'
import { count, day, id, paragraph, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { taskDetail } from './tasks.ts'

const byId = z.object({ id })

/** Đôn đốc: the office urges one unit or many, each answers in its task. */
export const taskChases = {
  chase: defineContract({
    operationId: 'chaseTasks',
    method: 'POST',
    path: '/campaigns/:campaignId/tasks/chase',
    summary:
      'Urge the units of these tasks; those that no longer wait for their unit are passed over. After the number of chases that the agency has set leadership is told, once for each task',
    permission: 'chase Task',
    params: z.object({ campaignId: id }),
    body: z.object({ taskIds: z.array(id).min(1).max(500), text: reason }),
    response: z.object({ chased: count, passedOver: count, escalated: count }),
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  answer: defineContract({
    operationId: 'answerTaskChase',
    method: 'POST',
    path: '/task-chases/:id/answer',
    summary: 'The unit’s answer to a chase, given once; the office is told',
    permission: 'answer TaskChase',
    params: byId,
    body: z.object({ answer: reason }),
    response: taskDetail,
    status: 200,
    versioned: true,
    errors: ['ALREADY_ANSWERED', 'CAMPAIGN_CLOSED'],
  }),
}

export const taskExtensions = {
  ask: defineContract({
    operationId: 'askTaskExtension',
    method: 'POST',
    path: '/tasks/:id/extensions',
    summary: 'The unit asks for a later day, with a reason; one request waits at a time',
    permission: 'report Task',
    params: byId,
    body: z.object({ dueOn: day, reason }),
    response: taskDetail,
    errors: ['EXTENSION_WAITS', 'TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  grant: defineContract({
    operationId: 'grantTaskExtension',
    method: 'POST',
    path: '/task-extensions/:id/grant',
    summary: 'Grant the day that was asked for, or another: the deadline moves, the first one stays known',
    permission: 'update Task',
    params: byId,
    body: z.object({ dueOn: day, note: paragraph(1000) }),
    response: taskDetail,
    status: 200,
    versioned: true,
    errors: ['ALREADY_ANSWERED', 'TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  refuse: defineContract({
    operationId: 'refuseTaskExtension',
    method: 'POST',
    path: '/task-extensions/:id/refuse',
    summary: 'Refuse it with a reason; the deadline stays',
    permission: 'update Task',
    params: byId,
    body: z.object({ reason }),
    response: taskDetail,
    status: 200,
    versioned: true,
    errors: ['ALREADY_ANSWERED', 'CAMPAIGN_CLOSED'],
  }),
}
