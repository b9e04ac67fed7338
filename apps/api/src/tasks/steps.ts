import type { taskSteps } from '@chung-tay/contracts/task-steps'
import type { TaskDetail } from '@chung-tay/contracts/tasks'
import type { TaskStep } from '@chung-tay/db/client'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import type { z } from 'zod'
import type { Context, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { tellStepGiven } from './notices.ts'
import type { TaskRow } from './queries.ts'
import { freshDetail, holdTask, loadTask, requireAction } from './record.ts'

type Content = z.output<typeof taskSteps.add.body>

/** Only to somebody who works in the task's unit. */
const personOf = async ({ db }: Context, { unitId }: TaskRow, assigneeId: string | null) => {
  if (assigneeId === null) return null
  const person = await db.employee.findFirst({
    where: { id: assigneeId, unitId, active: true },
    include: { user: { select: { id: true, active: true } } },
  })
  if (!person) throw new DomainError('NOT_FOUND', { reference: true, field: 'assigneeId' })
  return person
}

const told = ({ title, dueOn, doneAt }: Pick<TaskStep, 'title' | 'dueOn' | 'doneAt'>, assigneeName: string | null) => ({
  step: title,
  assigneeName,
  dueOn: dueOn && fromDbDate(dueOn),
  done: doneAt !== null,
})

const toData = ({ dueOn, ...words }: Content) => ({ ...words, dueOn: dueOn === null ? null : toDbDate(dueOn) })

export const addStep = async (context: WriteContext, taskId: string, input: Content): Promise<TaskDetail> => {
  await loadTask(context, taskId, 'report')
  const task = await holdTask(context.db, taskId)
  requireAction(task, 'plan')
  const person = await personOf(context, task, input.assigneeId)
  const { _max } = await context.db.taskStep.aggregate({ where: { taskId }, _max: { sortOrder: true } })
  const step = await context.db.taskStep.create({
    data: { ...toData(input), taskId, sortOrder: (_max.sortOrder ?? -1) + 1, createdAt: context.clock.now() },
  })
  await context.audit({ subject: 'Task', id: taskId, after: told(step, person?.name ?? null) })
  await tellStepGiven(context, task, step, person)
  return freshDetail(context, taskId)
}

export const orderSteps = async (context: WriteContext, taskId: string, ids: readonly string[]): Promise<TaskDetail> => {
  await loadTask(context, taskId, 'report')
  requireAction(await holdTask(context.db, taskId), 'plan')
  const steps = await context.db.taskStep.findMany({
    where: { taskId },
    select: { id: true, title: true },
    orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }],
  })
  const titles = new Map(steps.map(({ id, title }) => [id, title]))
  if (new Set(ids).size !== steps.length || ids.some((id) => !titles.has(id))) throw new DomainError('NOT_FOUND', { reference: true, field: 'ids' })
  for (const [sortOrder, id] of ids.entries()) await context.db.taskStep.update({ where: { id }, data: { sortOrder } })
  await context.audit({
    subject: 'Task',
    id: taskId,
    before: { steps: steps.map(({ title }) => title) },
    after: { steps: ids.map((id) => titles.get(id) ?? '') },
  })
  return freshDetail(context, taskId)
}

/** A step within the person's scope, with its task held: a report cannot go out while its steps change. */
const loadStep = async (context: WriteContext, id: string, action: 'update' | 'report') => {
  const where = { AND: [{ id }, scope(context, action, 'TaskStep')] }
  const { taskId } = found(await context.db.taskStep.findFirst({ where, select: { taskId: true } }))
  const task = await holdTask(context.db, taskId)
  const step = found(await context.db.taskStep.findFirst({ where, include: { assignee: { select: { name: true } } } }))
  if (step.version !== context.version) throw new DomainError('STALE')
  requireAction(task, 'plan')
  return { task, step }
}

export const updateStep = async (context: WriteContext, id: string, input: Content): Promise<TaskDetail> => {
  const { task, step } = await loadStep(context, id, 'update')
  const person = await personOf(context, task, input.assigneeId)
  const after = await context.db.taskStep.update({ where: { id, version: context.version }, data: { ...toData(input), version: { increment: 1 } } })
  await context.audit({ subject: 'Task', id: task.id, before: told(step, step.assignee?.name ?? null), after: told(after, person?.name ?? null) })
  if (step.assigneeId !== after.assigneeId) await tellStepGiven(context, task, after, person)
  return freshDetail(context, task.id)
}

export const tickStep = async (context: WriteContext, id: string, done: boolean): Promise<TaskDetail> => {
  const { task, step } = await loadStep(context, id, 'report')
  const data = done ? { doneAt: context.clock.now(), doneById: context.actor.userId } : { doneAt: null, doneById: null }
  const after = await context.db.taskStep.update({ where: { id, version: context.version }, data: { ...data, version: { increment: 1 } } })
  const name = step.assignee?.name ?? null
  await context.audit({ subject: 'Task', id: task.id, before: told(step, name), after: told(after, name) })
  return freshDetail(context, task.id)
}

export const removeStep = async (context: WriteContext, id: string): Promise<TaskDetail> => {
  const { task, step } = await loadStep(context, id, 'update')
  if (step.doneAt !== null) throw new DomainError('TRANSITION_NOT_ALLOWED', { step: step.title })
  await context.db.taskStep.delete({ where: { id, version: context.version } })
  await context.audit({ subject: 'Task', id: task.id, before: told(step, step.assignee?.name ?? null) })
  return freshDetail(context, task.id)
}
