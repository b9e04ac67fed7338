import type { TaskDetail, TaskRecord, tasks } from '@chung-tay/contracts/tasks'
import type { Prisma } from '@chung-tay/db/client'
import type { Action } from '@chung-tay/domain/access/abilities'
import { requireApproved, requireOpen } from '@chung-tay/domain/campaigns/open'
import { toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { tally, tallyByUnit } from '@chung-tay/domain/tasks/lateness'
import { requireEvidence, type TaskAction, taskTransitions } from '@chung-tay/domain/tasks/transitions'
import { foldText } from '@chung-tay/domain/text'
import { advance } from '@chung-tay/domain/transitions'
import type { z } from 'zod'
import { attachFiles, filesOf } from '../files/service.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { tellAccepted, tellAssigned, tellDelegated, tellReturned, tellSubmitted } from './notices.ts'
import { datedTasks, orderByOf, present, shown, type TaskRow, whereOf } from './queries.ts'

type Body<Name extends 'assign' | 'update' | 'submit'> = z.output<(typeof tasks)[Name]['body']>

const searchOf = ({ title, instructions }: { title: string; instructions: string }) => foldText(`${title} ${instructions}`)

export const loadTask = async (context: Context, id: string, action: Action): Promise<TaskRow> =>
  found(await context.db.task.findFirst({ where: { AND: [{ id }, scope(context, action, 'Task')] }, include: shown }))

const detailOf = async (context: Context, row: TaskRow): Promise<TaskDetail> => {
  const files = await filesOf(context, 'Task', row.id)
  const comments = await context.db.taskComment.count({ where: { taskId: row.id } })
  return { ...present(row, context.clock.today()), files, comments }
}

/** What a reader of the history wants to see change; what is counted from it (lateness) is left out. */
const audited = (row: TaskRow, today: string) => {
  const { title, instructions, dueOn, status, assigneeName, result, reach, returnReason, submittedOn } = present(row, today)
  return { title, instructions, dueOn, status, assigneeName, result, reach, returnReason, submittedOn }
}

export const listTasks = (context: Context, campaignId: string, query: z.output<typeof tasks.list.query>) => {
  const where = whereOf(context, campaignId, query)
  return page(
    query,
    (window) => context.db.task.findMany({ where, include: shown, orderBy: orderByOf(query.sort), ...window }),
    () => context.db.task.count({ where }),
    (row) => present(row, context.clock.today()),
  )
}

export const summariseTasks = async (context: Context, campaignId: string) => {
  const [rows, units] = await Promise.all([
    datedTasks(context, campaignId),
    context.db.unit.findMany({ select: { id: true, name: true }, orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }] }),
  ])
  const today = context.clock.today()
  const byUnit = tallyByUnit(rows, today)
  return {
    total: tally(rows, today),
    units: units.flatMap(({ id, name }) => {
      const sum = byUnit.get(id)
      return sum ? [{ unitId: id, unitName: name, ...sum }] : []
    }),
  }
}

export const getTask = async (context: Context, id: string): Promise<TaskDetail> => detailOf(context, await loadTask(context, id, 'read'))

const checkUnits = async ({ db }: Context, unitIds: readonly string[]) => {
  const known = await db.unit.count({ where: { id: { in: [...unitIds] }, active: true } })
  if (known !== unitIds.length) throw new DomainError('NOT_FOUND', { reference: true, field: 'unitIds' })
}

/** One task for each unit, all or none. */
export const assignTasks = async (context: WriteContext, campaignId: string, input: Body<'assign'>): Promise<{ items: TaskRecord[] }> => {
  const { db } = context
  const campaign = found(await db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] } }))
  requireApproved(campaign.status)
  found(await db.activity.findFirst({ where: { id: input.activityId, campaignId } }))
  const unitIds = [...new Set(input.unitIds)]
  await checkUnits(context, unitIds)
  const { activityId, title, instructions } = input
  const dueOn = toDbDate(input.dueOn)
  const made = await db.task.createManyAndReturn({
    data: unitIds.map((unitId) => ({
      campaignId,
      activityId,
      unitId,
      title,
      instructions,
      dueOn,
      search: searchOf(input),
      createdAt: context.clock.now(),
    })),
    select: { id: true },
  })
  const rows = await db.task.findMany({ where: { id: { in: made.map(({ id }) => id) } }, include: shown, orderBy: orderByOf('unit') })
  for (const row of rows) {
    await context.audit({ subject: 'Task', id: row.id, after: { ...audited(row, context.clock.today()), unitName: row.unit.name } })
    await tellAssigned(context, row)
  }
  return { items: rows.map((row) => present(row, context.clock.today())) }
}

type Change = {
  /** What the abilities must allow on this very task. */
  may: Action
  action: TaskAction
  data?: (before: TaskRow) => Prisma.TaskUncheckedUpdateInput
  reason?: string
}

/** One step of the state machine: scoped load, version, campaign, table, write, audit. */
const change = async (context: WriteContext, id: string, { may, action, data, reason }: Change): Promise<TaskRow> => {
  const before = await loadTask(context, id, may)
  if (before.version !== context.version) throw new DomainError('STALE')
  requireOpen(before.campaign.status)
  const status = advance(taskTransitions, before.status, action)
  const after = await context.db.task.update({
    where: { id, version: context.version },
    data: { ...data?.(before), status, version: { increment: 1 } },
    include: shown,
  })
  const today = context.clock.today()
  await context.audit({ subject: 'Task', id, before: audited(before, today), after: audited(after, today), reason })
  return after
}

export const updateTask = async (context: WriteContext, id: string, { title, instructions, dueOn }: Body<'update'>) => {
  const data = { title, instructions, dueOn: toDbDate(dueOn), search: searchOf({ title, instructions }) }
  return detailOf(context, await change(context, id, { may: 'update', action: 'revise', data: () => data }))
}

export const acknowledgeTask = async (context: WriteContext, id: string) => {
  const acknowledgedAt = context.clock.now()
  return detailOf(context, await change(context, id, { may: 'acknowledge', action: 'acknowledge', data: () => ({ acknowledgedAt }) }))
}

export const beginTask = async (context: WriteContext, id: string) => detailOf(context, await change(context, id, { may: 'report', action: 'begin' }))

/** Only to somebody who works in the task's unit. */
export const delegateTask = async (context: WriteContext, id: string, assigneeId: string | null) => {
  const { unitId } = await loadTask(context, id, 'assign')
  const person = assigneeId === null ? null : await context.db.employee.findFirst({ where: { id: assigneeId, unitId, active: true } })
  if (assigneeId !== null && !person) throw new DomainError('NOT_FOUND', { reference: true, field: 'assigneeId' })
  const row = await change(context, id, { may: 'assign', action: 'delegate', data: () => ({ assigneeId }) })
  await tellDelegated(context, row)
  return detailOf(context, row)
}

/** Evidence may come before the report, photo by photo; it changes nothing that a version guards. */
export const attachEvidence = async (context: WriteContext, id: string, fileIds: readonly string[]) => {
  const row = await loadTask(context, id, 'report')
  requireOpen(row.campaign.status)
  advance(taskTransitions, row.status, 'attach')
  await attachFiles(context, 'Task', id, fileIds)
  const detail = await detailOf(context, row)
  await context.audit({ subject: 'Task', id, after: { files: detail.files.filter((file) => fileIds.includes(file.id)).map(({ name }) => name) } })
  return detail
}

export const submitTask = async (context: WriteContext, id: string, { result, reach, fileIds }: Body<'submit'>) => {
  const submission = { result, reach, returnReason: null, submittedAt: context.clock.now(), submittedOn: toDbDate(context.clock.today()) }
  const row = await change(context, id, { may: 'report', action: 'submit', data: () => submission })
  await attachFiles(context, 'Task', id, fileIds)
  const detail = await detailOf(context, row)
  requireEvidence(detail.files.length)
  await tellSubmitted(context, row, detail.late)
  return detail
}

export const acceptTask = async (context: WriteContext, id: string) => {
  const acceptedAt = context.clock.now()
  const row = await change(context, id, { may: 'accept', action: 'accept', data: () => ({ acceptedAt }) })
  await tellAccepted(context, row)
  return detailOf(context, row)
}

/** The submission no longer stands: the task is measured by the day of the next one. */
export const returnTask = async (context: WriteContext, id: string, reason: string) => {
  const data = { returnReason: reason, submittedAt: null, submittedOn: null }
  const row = await change(context, id, { may: 'accept', action: 'return', data: () => data, reason })
  await tellReturned(context, row, reason)
  return detailOf(context, row)
}
