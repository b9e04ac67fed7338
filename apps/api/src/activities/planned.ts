import type { PlannedTaskRecord, plannedTasks } from '@chung-tay/contracts/planned-tasks'
import type { Prisma } from '@chung-tay/db/client'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import type { z } from 'zod'
import { requireOpenUnit } from '../agency/service.ts'
import { requireReadable } from '../campaigns/service.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { found } from '../http/scope.ts'
import { assignTasks } from '../tasks/assign.ts'
import { evidenceIn } from '../tasks/queries.ts'

const shown = {
  unit: { select: { name: true, active: true, sortOrder: true } },
  activity: { select: { clause: true, title: true, sortOrder: true, campaignId: true, campaign: { select: { status: true } } } },
} as const
type Row = Prisma.PlannedTaskGetPayload<{ include: typeof shown }>

const present = ({ id, activityId, activity, unitId, unit, title, instructions, dueOn, version }: Row): PlannedTaskRecord => ({
  id,
  activityId,
  activityClause: activity.clause,
  activityTitle: activity.title,
  unitId,
  unitName: unit.name,
  unitOpen: unit.active,
  title,
  instructions,
  dueOn: fromDbDate(dueOn),
  version,
})

const told = ({ activityClause, unitName, title, instructions, dueOn }: PlannedTaskRecord) => ({
  clause: activityClause,
  unitName,
  title,
  instructions,
  dueOn,
})

const inOrder = [{ activity: { sortOrder: 'asc' } }, { unit: { sortOrder: 'asc' } }, { title: 'asc' }] as const

export const listPlannedTasks = async (context: Context, campaignId: string) => {
  await requireReadable(context, campaignId)
  const rows = await context.db.plannedTask.findMany({ where: { activity: { campaignId } }, include: shown, orderBy: [...inOrder] })
  return { items: rows.map(present) }
}

const loadOpen = async ({ db }: WriteContext, id: string): Promise<Row> => {
  const row = found(await db.plannedTask.findUnique({ where: { id }, include: shown }))
  requireOpen(row.activity.campaign.status)
  return row
}

export const updatePlannedTask = async (
  context: WriteContext,
  id: string,
  { dueOn, ...words }: z.output<typeof plannedTasks.update.body>,
): Promise<PlannedTaskRecord> => {
  const before = present(await loadOpen(context, id))
  await requireOpenUnit(context.db, words.unitId)
  const data = { ...words, dueOn: toDbDate(dueOn), version: { increment: 1 } }
  const after = present(await context.db.plannedTask.update({ where: { id, version: context.version }, data, include: shown }))
  await context.audit({ subject: 'Activity', id: after.activityId, before: told(before), after: told(after) })
  return after
}

export const removePlannedTask = async (context: WriteContext, id: string): Promise<Record<string, never>> => {
  const before = present(await loadOpen(context, id))
  await context.db.plannedTask.delete({ where: { id, version: context.version } })
  await context.audit({ subject: 'Activity', id: before.activityId, before: told(before) })
  return {}
}

const alike = ({ activityId, title, instructions, dueOn, figuresAsked, evidenceAsked, steps }: Row) =>
  JSON.stringify([activityId, title, instructions, dueOn, figuresAsked, evidenceAsked, steps])

/** Whoever deletes a planned task makes the task of it: of two at once, one finds it gone. */
export const assignPlannedTasks = async (context: WriteContext, campaignId: string, ids: readonly string[]): Promise<{ assigned: number }> => {
  await requireReadable(context, campaignId)
  const wanted = [...new Set(ids)]
  const rows = await context.db.plannedTask.findMany({
    where: { id: { in: wanted }, activity: { campaignId } },
    include: shown,
    orderBy: [...inOrder],
  })
  const { count } = await context.db.plannedTask.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } })
  if (count !== wanted.length) throw new DomainError('NOT_FOUND', { reference: true, field: 'ids' })
  for (const { unitId } of rows) await requireOpenUnit(context.db, unitId, 'ids')
  for (const group of Map.groupBy(rows, alike).values()) {
    const [first] = group
    if (!first) continue
    const { activityId, title, instructions, figuresAsked, steps } = first
    await assignTasks(context, campaignId, {
      activityId,
      title,
      instructions,
      dueOn: fromDbDate(first.dueOn),
      unitIds: group.map(({ unitId }) => unitId),
      ownDays: [],
      figuresAsked,
      evidenceAsked: evidenceIn(first.evidenceAsked),
      steps,
    })
  }
  return { assigned: rows.length }
}
