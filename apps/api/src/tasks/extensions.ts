import type { taskExtensions } from '@chung-tay/contracts/task-chases'
import type { TaskDetail } from '@chung-tay/contracts/tasks'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { fromDbDate, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { extend, firstDayOfExtension } from '@chung-tay/domain/tasks/extensions'
import type { z } from 'zod'
import { assertFiguresOpen } from '../confirmations/guard.ts'
import type { WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { found, scope } from '../http/scope.ts'
import { tellExtensionAsked, tellExtensionGranted, tellExtensionRefused } from './notices.ts'
import type { TaskRow } from './queries.ts'
import { audited, freshDetail, holdTask, loadTask, requireAction } from './record.ts'

const checkDay = ({ dueOn }: TaskRow, day: IsoDate, today: IsoDate) => {
  const minimum = firstDayOfExtension(fromDbDate(dueOn), today)
  if (day < minimum) throw invalidField('dueOn', 'not_before', { minimum })
}

/** One waits at a time; a unique index keeps the promise. */
export const askExtension = async (
  context: WriteContext,
  taskId: string,
  { dueOn, reason }: z.output<typeof taskExtensions.ask.body>,
): Promise<TaskDetail> => {
  await loadTask(context, taskId, 'report')
  const task = await holdTask(context.db, taskId)
  requireAction(task, 'extend')
  checkDay(task, dueOn, context.clock.today())
  if ((await context.db.taskExtension.count({ where: { taskId, granted: null } })) > 0) throw new DomainError('EXTENSION_WAITS')
  const { id } = await context.db.taskExtension.create({
    data: {
      taskId,
      dueOn: toDbDate(dueOn),
      reason,
      previousDueOn: task.dueOn,
      requestedById: context.actor.userId,
      requestedAt: context.clock.now(),
    },
  })
  await context.audit({ subject: 'Task', id: taskId, after: { extension: dueOn }, reason })
  await tellExtensionAsked(context, task, id, { askedDueOn: dueOn, reason })
  return freshDetail(context, taskId)
}

const loadWaiting = async (context: WriteContext, id: string) => {
  const where = { id, task: scope(context, 'update', 'Task') }
  const { taskId } = found(await context.db.taskExtension.findFirst({ where, select: { taskId: true } }))
  const task = await holdTask(context.db, taskId)
  const extension = await context.db.taskExtension.findUniqueOrThrow({ where: { id } })
  if (extension.granted !== null) throw new DomainError('ALREADY_ANSWERED')
  requireOpen(task.campaign.status)
  return { task, extension }
}

const decide = ({ actor, clock }: WriteContext, granted: boolean, decision: string | null) => ({
  granted,
  decision,
  decidedById: actor.userId,
  decidedAt: clock.now(),
  version: { increment: 1 },
})

/** The office may grant another day than was asked for. From now on lateness is measured against it; the first day stays known. */
export const grantExtension = async (
  context: WriteContext,
  id: string,
  { dueOn, note }: z.output<typeof taskExtensions.grant.body>,
): Promise<TaskDetail> => {
  const { task } = await loadWaiting(context, id)
  requireAction(task, 'grant')
  await assertFiguresOpen(context, task.campaignId, task.unitId)
  const today = context.clock.today()
  checkDay(task, dueOn, today)
  await context.db.taskExtension.update({
    where: { id, version: context.version },
    data: { ...decide(context, true, note || null), dueOn: toDbDate(dueOn) },
  })
  const days = extend({ dueOn: fromDbDate(task.dueOn), firstDueOn: task.firstDueOn && fromDbDate(task.firstDueOn) }, dueOn)
  const moved = { dueOn: toDbDate(days.dueOn), firstDueOn: days.firstDueOn && toDbDate(days.firstDueOn), version: { increment: 1 } }
  await context.db.task.update({ where: { id: task.id }, data: moved })
  const after = await holdTask(context.db, task.id)
  await context.audit({ subject: 'Task', id: task.id, before: audited(task, today), after: audited(after, today), reason: note || undefined })
  await tellExtensionGranted(context, after, id)
  return freshDetail(context, task.id)
}

export const refuseExtension = async (context: WriteContext, id: string, reason: string): Promise<TaskDetail> => {
  const { task, extension } = await loadWaiting(context, id)
  await context.db.taskExtension.update({ where: { id, version: context.version }, data: decide(context, false, reason) })
  await context.audit({ subject: 'Task', id: task.id, before: { extension: fromDbDate(extension.dueOn) }, after: { extension: null }, reason })
  await tellExtensionRefused(context, task, id, reason)
  return freshDetail(context, task.id)
}
