import type { TaskDetail, tasks } from '@chung-tay/contracts/tasks'
import { toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { tally, tallyByUnit } from '@chung-tay/domain/tasks/lateness'
import { missingOf } from '@chung-tay/domain/tasks/submission'
import { requireEvidence } from '@chung-tay/domain/tasks/transitions'
import type { z } from 'zod'
import { attachFiles } from '../files/service.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { InvalidRequest } from '../http/errors.ts'
import { page } from '../http/pages.ts'
import { tellAccepted, tellDelegated, tellReturned, tellSubmitted } from './notices.ts'
import { datedTasks, orderByOf, present, shown, whereOf } from './queries.ts'
import { change, detailOf, loadTask, requireAction, searchOf } from './record.ts'

type Body<Name extends 'update' | 'submit'> = z.output<(typeof tasks)[Name]['body']>

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

export const updateTask = async (context: WriteContext, id: string, { dueOn, figuresAsked, evidenceAsked, ...words }: Body<'update'>) => {
  const asked = { ...(figuresAsked && { figuresAsked: [...new Set(figuresAsked)] }), ...(evidenceAsked && { evidenceAsked }) }
  const data = { ...words, ...asked, dueOn: toDbDate(dueOn), search: searchOf(words) }
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
  requireAction(row, 'attach')
  await attachFiles(context, 'Task', id, fileIds)
  const detail = await detailOf(context, row)
  await context.audit({ subject: 'Task', id, after: { files: detail.files.filter((file) => fileIds.includes(file.id)).map(({ name }) => name) } })
  return detail
}

/** What was asked must be there: files in kind and number, figures, and the parts of employees. */
const requireComplete = (detail: TaskDetail) => {
  const { files, steps, evidenceAsked, figuresAsked } = detail
  const missing = missingOf({
    evidenceAsked,
    figuresAsked,
    figures: detail,
    mediaTypes: files.map(({ mediaType }) => mediaType),
    steps: steps.map((step) => ({ ...step, done: step.doneAt !== null })),
  })
  const { figures, evidence, parts } = missing
  if (figures.length > 0) {
    throw new InvalidRequest(figures.map((figure) => ({ code: 'custom', path: [figure], message: '', params: { code: 'required' } })))
  }
  requireEvidence(files.length)
  if (evidence.length > 0) throw new DomainError('EVIDENCE_REQUIRED', { missing: evidence })
  if (parts.length > 0) throw new DomainError('STEPS_OPEN', { steps: parts.map(({ title }) => title) })
}

export const submitTask = async (context: WriteContext, id: string, { fileIds, cost, ...words }: Body<'submit'>) => {
  const submission = {
    ...words,
    cost: cost === null ? null : BigInt(cost),
    returnReason: null,
    submittedAt: context.clock.now(),
    submittedOn: toDbDate(context.clock.today()),
  }
  const row = await change(context, id, { may: 'report', action: 'submit', data: () => submission })
  await attachFiles(context, 'Task', id, fileIds)
  const detail = await detailOf(context, row)
  requireComplete(detail)
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
