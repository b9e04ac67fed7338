import type { TaskRecord, tasks } from '@chung-tay/contracts/tasks'
import { requireApproved } from '@chung-tay/domain/campaigns/open'
import { toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import type { z } from 'zod'
import { requireOpenUnit } from '../agency/service.ts'
import { assertFiguresOpen } from '../confirmations/guard.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { tellAssigned, tellMoved } from './notices.ts'
import { orderByOf, present, shown } from './queries.ts'
import { audited, change, detailOf, loadTask, searchOf } from './record.ts'

type Assignment = z.output<typeof tasks.assign.body>

const checkUnits = async ({ db }: Context, unitIds: readonly string[]) => {
  const known = await db.unit.count({ where: { id: { in: [...unitIds] }, active: true } })
  if (known !== unitIds.length) throw new DomainError('NOT_FOUND', { reference: true, field: 'unitIds' })
}

const makeTasks = async ({ db, clock }: WriteContext, campaignId: string, unitIds: readonly string[], input: Assignment) => {
  const { activityId, title, instructions, figuresAsked, evidenceAsked, steps } = input
  const ownDays = new Map(input.ownDays.map(({ unitId, dueOn }) => [unitId, dueOn]))
  const createdAt = clock.now()
  const made = await db.task.createManyAndReturn({
    data: unitIds.map((unitId) => ({
      campaignId,
      activityId,
      unitId,
      title,
      instructions,
      dueOn: toDbDate(ownDays.get(unitId) ?? input.dueOn),
      figuresAsked: [...new Set(figuresAsked)],
      evidenceAsked,
      search: searchOf(input),
      createdAt,
    })),
    select: { id: true },
  })
  await db.taskStep.createMany({
    data: made.flatMap(({ id }) => steps.map((step, sortOrder) => ({ taskId: id, title: step, sortOrder, createdAt }))),
  })
  return db.task.findMany({ where: { id: { in: made.map(({ id }) => id) } }, include: shown, orderBy: orderByOf('unit') })
}

/** One task for each unit, all or none; a unit may have a day of its own. */
export const assignTasks = async (context: WriteContext, campaignId: string, input: Assignment): Promise<{ items: TaskRecord[] }> => {
  const { db } = context
  const campaign = found(await db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] } }))
  requireApproved(campaign.status)
  found(await db.activity.findFirst({ where: { id: input.activityId, campaignId } }))
  const unitIds = [...new Set(input.unitIds)]
  await checkUnits(context, unitIds)
  for (const unitId of unitIds.toSorted()) await assertFiguresOpen(context, campaignId, unitId)
  const rows = await makeTasks(context, campaignId, unitIds, input)
  const today = context.clock.today()
  await context.audit(rows.map((row) => ({ subject: 'Task', id: row.id, after: { ...audited(row, today), steps: input.steps } })))
  for (const row of rows) await tellAssigned(context, row)
  return { items: rows.map((row) => present(row, today)) }
}

/** Chuyển đơn vị: the other unit receives it anew; whom the former one gave parts of it no longer has them. */
export const moveTask = async (context: WriteContext, id: string, { unitId, reason }: z.output<typeof tasks.move.body>) => {
  const before = await loadTask(context, id, 'update')
  await requireOpenUnit(context.db, unitId)
  await assertFiguresOpen(context, before.campaignId, unitId)
  const data = { unitId, assigneeId: null, acknowledgedAt: null }
  const row = await change(context, id, { may: 'update', action: 'move', data: () => data, reason })
  await context.db.taskStep.updateMany({
    where: { taskId: id, doneAt: null },
    data: { assigneeId: null, version: { increment: 1 } },
  })
  // The day that the former unit wished for is no longer anybody's wish.
  await context.db.taskExtension.updateMany({
    where: { taskId: id, granted: null },
    data: { granted: false, decision: reason, decidedById: context.actor.userId, decidedAt: context.clock.now(), version: { increment: 1 } },
  })
  await tellMoved(context, before, row, reason)
  await tellAssigned(context, row)
  return detailOf(context, row)
}
