import type { taskChases } from '@chung-tay/contracts/task-chases'
import type { TaskDetail } from '@chung-tay/contracts/tasks'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { DomainError } from '@chung-tay/domain/errors'
import { escalates } from '@chung-tay/domain/tasks/chases'
import { waitsForUnit } from '@chung-tay/domain/tasks/transitions'
import type { z } from 'zod'
import { requireReadable } from '../campaigns/service.ts'
import type { WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { userIdsWith } from '../notifications/service.ts'
import { tellAnswered, tellChased, tellEscalated } from './notices.ts'
import { shown, type TaskRow } from './queries.ts'
import { freshDetail, holdTask } from './record.ts'

/** Holds the tasks in one order, so that two bulk chases wait for each other instead of locking each other out. */
const holdTasks = async (context: WriteContext, campaignId: string, ids: readonly string[]): Promise<TaskRow[]> => {
  const wanted = [...new Set(ids)]
  await context.db.$queryRaw`SELECT 1 FROM "Task" WHERE "id" = ANY(${wanted}::uuid[]) ORDER BY "id" FOR UPDATE`
  const rows = await context.db.task.findMany({
    where: { AND: [{ id: { in: wanted }, campaignId }, scope(context, 'chase', 'Task')] },
    include: shown,
    orderBy: { id: 'asc' },
  })
  if (rows.length !== wanted.length) throw new DomainError('NOT_FOUND', { reference: true, field: 'taskIds' })
  return rows
}

/** What chasing alone did not move goes to leadership, once for each task. */
const escalate = async (context: WriteContext, rows: readonly TaskRow[]): Promise<Set<string>> => {
  const { escalateAfter } = await context.db.agency.findUniqueOrThrow({ where: { id: 1 }, select: { escalateAfter: true } })
  const due = rows.filter(({ status, escalatedAt, _count }) => escalates({ status, escalatedAt, chases: _count.chases + 1 }, escalateAfter))
  await context.db.task.updateMany({ where: { id: { in: due.map(({ id }) => id) } }, data: { escalatedAt: context.clock.now() } })
  const leaders = due.length > 0 ? await userIdsWith(context.db, 'leadership') : []
  for (const row of due) await tellEscalated(context, leaders, row, row._count.chases + 1)
  return new Set(due.map(({ id }) => id))
}

export const chaseTasks = async (context: WriteContext, campaignId: string, { taskIds, text }: z.output<typeof taskChases.chase.body>) => {
  await requireReadable(context, campaignId)
  const rows = await holdTasks(context, campaignId, taskIds)
  for (const { campaign } of rows) requireOpen(campaign.status)
  const open = rows.filter(({ status }) => waitsForUnit(status))
  if (open.length === 0) throw new DomainError('TRANSITION_NOT_ALLOWED', { action: 'chase' })
  const chasedAt = context.clock.now()
  const chases = await context.db.taskChase.createManyAndReturn({
    data: open.map(({ id }) => ({ taskId: id, text, chasedById: context.actor.userId, chasedAt })),
    select: { id: true, taskId: true },
  })
  const escalated = await escalate(context, open)
  await context.audit(open.map(({ id }) => ({ subject: 'Task', id, after: { chase: text, ...(escalated.has(id) && { escalated: true }) } })))
  const chaseOf = new Map(chases.map(({ id, taskId }) => [taskId, id]))
  for (const row of open) await tellChased(context, row, chaseOf.get(row.id) ?? '', text)
  return { chased: open.length, passedOver: rows.length - open.length, escalated: escalated.size }
}

/** The unit answers each chase once; the office reads it in the task. */
export const answerChase = async (context: WriteContext, id: string, answer: string): Promise<TaskDetail> => {
  const where = { AND: [{ id }, scope(context, 'answer', 'TaskChase')] }
  const { taskId } = found(await context.db.taskChase.findFirst({ where, select: { taskId: true } }))
  const task = await holdTask(context.db, taskId)
  requireOpen(task.campaign.status)
  const chase = await context.db.taskChase.findUniqueOrThrow({ where: { id } })
  if (chase.answer !== null) throw new DomainError('ALREADY_ANSWERED')
  const answered = { answer, answeredById: context.actor.userId, answeredAt: context.clock.now() }
  await context.db.taskChase.update({ where: { id, version: context.version }, data: { ...answered, version: { increment: 1 } } })
  await context.audit({ subject: 'Task', id: taskId, before: { chase: chase.text }, after: { chase: chase.text, answer } })
  await tellAnswered(context, task, id, answer)
  return freshDetail(context, taskId)
}
