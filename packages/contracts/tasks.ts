import { evidenceKinds } from '@chung-tay/domain/tasks/evidence'
import { taskFigures } from '@chung-tay/domain/tasks/submission'
import { taskStatuses } from '@chung-tay/domain/tasks/transitions'
import { z } from 'zod'
import { count, day, id, instant, line, money, paragraph, queryFlag, reason } from './codecs.ts'
import { defineContract } from './contract.ts'
import { file, fileIds } from './files.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

export const taskStatus = z.enum(taskStatuses)

/** What a task waits for: the unit's answer to a chase, the office's decision on an extension, leadership (chasing did not help), my own part. */
export const taskNeeds = ['answer', 'decision', 'leadership', 'myStep'] as const
export type TaskNeed = (typeof taskNeeds)[number]

export const evidenceAsked = z.object({ kind: z.enum(evidenceKinds), count: z.int().min(1).max(50), label: line(200) })

const figures = {
  reach: count.nullable(),
  sessions: count.nullable(),
  participants: count.nullable(),
  children: count.nullable(),
  /** Whole đồng. */
  cost: money.nullable(),
}

/**
 * `late` and `daysLate` are measured by the day of the submission that stands, else by today, against the granted deadline;
 * `daysAfterFirst` against the one that was given first, and null while there is no other.
 */
export const task = z.object({
  id,
  campaignId: id,
  year: z.int(),
  activityId: id,
  activityClause: z.string(),
  activityTitle: z.string(),
  unitId: id,
  unitName: z.string(),
  assigneeId: id.nullable(),
  assigneeName: z.string().nullable(),
  title: z.string(),
  instructions: z.string(),
  dueOn: day,
  firstDueOn: day.nullable(),
  status: taskStatus,
  result: z.string(),
  figuresAsked: z.array(z.enum(taskFigures)),
  ...figures,
  evidenceAsked: z.array(evidenceAsked),
  chaseCount: count,
  escalatedAt: instant.nullable(),
  returnReason: z.string().nullable(),
  acknowledgedAt: instant.nullable(),
  submittedAt: instant.nullable(),
  submittedOn: day.nullable(),
  acceptedAt: instant.nullable(),
  late: z.boolean(),
  daysLate: count,
  daysAfterFirst: count.nullable(),
  version: z.int(),
})
export type TaskRecord = z.output<typeof task>

/** A line of the checklist, or with a person the part of an employee with an own day. */
export const taskStep = z.object({
  id,
  title: z.string(),
  assigneeId: id.nullable(),
  assigneeName: z.string().nullable(),
  dueOn: day.nullable(),
  doneAt: instant.nullable(),
  doneByName: z.string().nullable(),
  version: z.int(),
})
export type TaskStepRecord = z.output<typeof taskStep>

export const taskChase = z.object({
  id,
  text: z.string(),
  chasedAt: instant,
  chasedByName: z.string(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  answeredByName: z.string().nullable(),
  version: z.int(),
})
export type TaskChaseRecord = z.output<typeof taskChase>

/** `granted` is null while it waits; `dueOn` is the day that was asked for and, once granted, the granted one. */
export const taskExtension = z.object({
  id,
  dueOn: day,
  previousDueOn: day,
  reason: z.string(),
  requestedAt: instant,
  requestedByName: z.string(),
  granted: z.boolean().nullable(),
  decision: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedByName: z.string().nullable(),
  version: z.int(),
})
export type TaskExtensionRecord = z.output<typeof taskExtension>

export const taskDetail = task.extend({
  comments: count,
  files: z.array(file),
  steps: z.array(taskStep),
  chases: z.array(taskChase),
  extensions: z.array(taskExtension),
})
export type TaskDetail = z.output<typeof taskDetail>

export const taskComment = z.object({ id, authorName: z.string(), at: instant, text: z.string() })

const tally = z.object({ total: count, accepted: count, onTime: count, late: count, open: count })

const byCampaign = z.object({ campaignId: id })
const byId = z.object({ id })
const asked = {
  figuresAsked: z.array(z.enum(taskFigures)).max(taskFigures.length).default([]),
  evidenceAsked: z.array(evidenceAsked).max(20).default([]),
}
const resultText = paragraph().min(10)

export const tasks = {
  list: defineContract({
    operationId: 'listTasks',
    method: 'GET',
    path: '/campaigns/:campaignId/tasks',
    summary: 'Tasks of a campaign within one’s scope; `mine` are those given to me or to a unit I head',
    permission: 'read Task',
    params: byCampaign,
    query: pageQuery.extend({
      unitId: id.optional(),
      activityId: id.optional(),
      status: taskStatus.optional(),
      late: queryFlag.optional(),
      open: queryFlag.optional(),
      mine: queryFlag.optional(),
      need: z.enum(taskNeeds).optional(),
      sort: sortOf('dueOn', 'title', 'unit').default('dueOn'),
    }),
    response: pageOf(task),
  }),
  summary: defineContract({
    operationId: 'summariseTasks',
    method: 'GET',
    path: '/campaigns/:campaignId/tasks/summary',
    summary: 'Tasks by unit: accepted in time, late (also once accepted) and open; each figure is the total of the list with the same filter',
    permission: 'read Task',
    params: byCampaign,
    response: z.object({ total: tally, units: z.array(tally.extend({ unitId: id, unitName: z.string() })) }),
  }),
  assign: defineContract({
    operationId: 'assignTasks',
    method: 'POST',
    path: '/campaigns/:campaignId/tasks',
    summary:
      'Give an activity to units with a common deadline or, in `ownDays`, one of their own: one task for each unit, each with the figures, evidence and steps asked; their heads are told',
    permission: 'create Task',
    params: byCampaign,
    body: z.object({
      activityId: id,
      title: line(),
      instructions: paragraph(),
      dueOn: day,
      unitIds: z.array(id).min(1).max(200),
      ownDays: z
        .array(z.object({ unitId: id, dueOn: day }))
        .max(200)
        .default([]),
      ...asked,
      steps: z.array(line()).max(50).default([]),
    }),
    response: z.object({ items: z.array(task) }),
    errors: ['CAMPAIGN_NOT_APPROVED', 'CAMPAIGN_CLOSED', 'DUPLICATE'],
  }),
  get: defineContract({
    operationId: 'getTask',
    method: 'GET',
    path: '/tasks/:id',
    summary: 'One task with its evidence and the number of its comments',
    permission: 'read Task',
    params: byId,
    response: taskDetail,
  }),
  update: defineContract({
    operationId: 'updateTask',
    method: 'PUT',
    path: '/tasks/:id',
    summary: 'Change words, deadline or what is asked while no result lies with the office; what is left out stays',
    permission: 'update Task',
    params: byId,
    body: z.object({
      title: line(),
      instructions: paragraph(),
      dueOn: day,
      figuresAsked: asked.figuresAsked.unwrap().optional(),
      evidenceAsked: asked.evidenceAsked.unwrap().optional(),
    }),
    response: taskDetail,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED', 'DUPLICATE'],
  }),
  acknowledge: defineContract({
    operationId: 'acknowledgeTask',
    method: 'POST',
    path: '/tasks/:id/acknowledge',
    summary: 'Say that the unit has received the task',
    permission: 'acknowledge Task',
    params: byId,
    response: taskDetail,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  begin: defineContract({
    operationId: 'beginTask',
    method: 'POST',
    path: '/tasks/:id/begin',
    summary: 'Say that the work has begun',
    permission: 'report Task',
    params: byId,
    response: taskDetail,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  delegate: defineContract({
    operationId: 'delegateTask',
    method: 'POST',
    path: '/tasks/:id/delegate',
    summary: 'Give the task to an employee of its unit, or take it back with null',
    permission: 'assign Task',
    params: byId,
    body: z.object({ assigneeId: id.nullable() }),
    response: taskDetail,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  move: defineContract({
    operationId: 'moveTask',
    method: 'POST',
    path: '/tasks/:id/move',
    summary: 'Give the task to another unit, with a reason: it waits to be received there; both heads are told',
    permission: 'update Task',
    params: byId,
    body: z.object({ unitId: id, reason }),
    response: taskDetail,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED', 'UNIT_CLOSED', 'DUPLICATE'],
  }),
  attach: defineContract({
    operationId: 'attachTaskEvidence',
    method: 'POST',
    path: '/tasks/:id/files',
    summary: 'Hang evidence on the task before or with its report',
    permission: 'report Task',
    params: byId,
    body: z.object({ fileIds: fileIds.min(1) }),
    response: taskDetail,
    status: 200,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED', 'FILE_NOT_YOURS'],
  }),
  submit: defineContract({
    operationId: 'submitTask',
    method: 'POST',
    path: '/tasks/:id/submit',
    summary:
      'Report the result with the evidence and figures that were asked, at least one file, now or from before, once the parts of employees are done; the office is told',
    permission: 'report Task',
    params: byId,
    body: z.object({
      result: resultText,
      reach: figures.reach,
      sessions: figures.sessions.default(null),
      participants: figures.participants.default(null),
      children: figures.children.default(null),
      cost: figures.cost.default(null),
      fileIds,
    }),
    response: taskDetail,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'EVIDENCE_REQUIRED', 'STEPS_OPEN', 'CAMPAIGN_CLOSED', 'FILE_NOT_YOURS'],
  }),
  accept: defineContract({
    operationId: 'acceptTask',
    method: 'POST',
    path: '/tasks/:id/accept',
    summary: 'Accept the result; what was late stays late',
    permission: 'accept Task',
    params: byId,
    response: taskDetail,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  return: defineContract({
    operationId: 'returnTask',
    method: 'POST',
    path: '/tasks/:id/return',
    summary: 'Send the result back with a reason; the unit’s head and the person it was given to are told',
    permission: 'accept Task',
    params: byId,
    body: z.object({ reason }),
    response: taskDetail,
    status: 200,
    versioned: true,
    errors: ['TRANSITION_NOT_ALLOWED', 'CAMPAIGN_CLOSED'],
  }),
  comments: defineContract({
    operationId: 'listTaskComments',
    method: 'GET',
    path: '/tasks/:id/comments',
    summary: 'What was said about a task, the earliest first',
    permission: 'read Task',
    params: byId,
    response: z.object({ items: z.array(taskComment) }),
  }),
  comment: defineContract({
    operationId: 'commentOnTask',
    method: 'POST',
    path: '/tasks/:id/comments',
    summary: 'Say something about a task; the other side is told',
    permission: 'comment Task',
    params: byId,
    body: z.object({ text: paragraph().min(1) }),
    response: taskComment,
  }),
}
