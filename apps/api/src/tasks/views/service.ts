import type { OutputOf } from '@chung-tay/contracts/contract'
import type { taskViews } from '@chung-tay/contracts/task-views'
import { addDays, dayOf, fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { bucketOf, buckets } from '@chung-tay/domain/tasks/buckets'
import { isLate } from '@chung-tay/domain/tasks/lateness'
import { statisticsOf } from '@chung-tay/domain/tasks/statistics'
import { taskStatuses } from '@chung-tay/domain/tasks/transitions'
import type { z } from 'zod'
import { requireReadable } from '../../campaigns/service.ts'
import type { Context } from '../../http/context.ts'
import { scope } from '../../http/scope.ts'
import { datedTasks, mine, present, shown } from '../queries.ts'
import { lateIn, rowsOf } from './rows.ts'

type Query<Name extends 'matrix' | 'board' | 'calendar' | 'timeline' | 'statistics'> = z.output<(typeof taskViews)[Name]['query']>
type Answer<Name extends keyof typeof taskViews> = Promise<OutputOf<(typeof taskViews)[Name]>>

const unitOrder = [{ sortOrder: 'asc' }, { name: 'asc' }, { id: 'asc' }] as const

type Cell = { activityId: string; unitId: string; total: number; accepted: number; submitted: number; returned: number; late: number }

/** Counted by the database in one pass over the index; what has no task takes no place. */
export const showMatrix = async (context: Context, campaignId: string, query: Query<'matrix'>): Answer<'matrix'> => {
  const where = await rowsOf(context, campaignId, query)
  const late = lateIn(context.clock.today())
  const [cells, activities, units] = await Promise.all([
    context.db.$queryRaw<Cell[]>`
      SELECT t."activityId", t."unitId", count(*)::int AS total, count(*) FILTER (WHERE t."status" = 'accepted')::int AS accepted,
        count(*) FILTER (WHERE t."status" = 'submitted')::int AS submitted, count(*) FILTER (WHERE t."status" = 'returned')::int AS returned,
        count(*) FILTER (WHERE ${late})::int AS late
      FROM "Task" t WHERE ${where} GROUP BY 1, 2`,
    context.db.activity.findMany({
      where: { campaignId },
      select: { id: true, clause: true, title: true },
      orderBy: [{ sortOrder: 'asc' }, { clause: 'asc' }],
    }),
    context.db.unit.findMany({ select: { id: true, name: true, shortName: true }, orderBy: [...unitOrder] }),
  ])
  const [usedActivities, usedUnits] = [new Set(cells.map((cell) => cell.activityId)), new Set(cells.map((cell) => cell.unitId))]
  const rows = activities.filter(({ id }) => usedActivities.has(id))
  const columns = units.filter(({ id }) => usedUnits.has(id))
  const [rowAt, columnAt] = [new Map(rows.map(({ id }, at) => [id, at])), new Map(columns.map(({ id }, at) => [id, at]))]
  return {
    activities: rows,
    units: columns,
    cells: cells.map((cell) => [
      rowAt.get(cell.activityId) ?? 0,
      columnAt.get(cell.unitId) ?? 0,
      cell.total,
      cell.accepted,
      cell.submitted,
      cell.returned,
      cell.late,
    ]),
  }
}

export const countByStatus = async (context: Context, campaignId: string, { late, ...query }: Query<'board'>): Answer<'board'> => {
  const where = await rowsOf(context, campaignId, query)
  const rows = await context.db.$queryRaw<{ status: string; late: boolean; total: number }[]>`
    SELECT t."status"::text AS status, ${lateIn(context.clock.today())} AS late, count(*)::int AS total FROM "Task" t WHERE ${where} GROUP BY 1, 2`
  const asked = rows.filter((row) => late === undefined || row.late === late)
  return {
    columns: taskStatuses.map((status) => ({
      status,
      total: asked.filter((row) => row.status === status).reduce((sum, { total }) => sum + total, 0),
    })),
  }
}

const perBucket = 100
// Beyond these nobody works through a list; the counts stay right up to here.
const mostOwn = 2000

export const listMyWork = async (context: Context, campaignId: string): Answer<'mine'> => {
  await requireReadable(context, campaignId)
  const today = context.clock.today()
  const where = { AND: [{ campaignId }, scope(context, 'read', 'Task'), mine(context), { status: { not: 'accepted' as const } }] }
  const order = [{ dueOn: 'asc' }, { id: 'asc' }] as const
  // The days alone tell where a task belongs; only what is shown is read whole.
  const dated = await context.db.task.findMany({
    where,
    select: { id: true, status: true, dueOn: true, submittedOn: true },
    orderBy: [...order],
    take: mostOwn,
  })
  const sorted = Map.groupBy(dated, ({ status, dueOn, submittedOn }) =>
    bucketOf({ status, dueOn: fromDbDate(dueOn), submittedOn: submittedOn && fromDbDate(submittedOn) }, today),
  )
  const ids = buckets.flatMap((bucket) => (sorted.get(bucket) ?? []).slice(0, perBucket).map(({ id }) => id))
  const rows = new Map((await context.db.task.findMany({ where: { id: { in: ids } }, include: shown })).map((row) => [row.id, row]))
  return {
    groups: buckets.map((bucket) => {
      const own = sorted.get(bucket) ?? []
      const items = own.slice(0, perBucket).flatMap(({ id }) => rows.get(id) ?? [])
      return { bucket, total: own.length, items: items.map((row) => present(row, today)) }
    }),
  }
}

const mostInCalendar = 1000

export const showCalendar = async (context: Context, campaignId: string, query: Query<'calendar'>): Answer<'calendar'> => {
  await requireReadable(context, campaignId)
  const { unitId, activityId, from } = query
  const [to = query.to] = [query.to, addDays(from, 42)].sort()
  const days = { gte: toDbDate(from), lte: toDbDate(to) }
  const where = {
    AND: [
      { campaignId, dueOn: days },
      scope(context, 'read', 'Task'),
      unitId === undefined ? {} : { unitId },
      activityId === undefined ? {} : { activityId },
    ],
  }
  const [rows, total, events] = await Promise.all([
    context.db.task.findMany({
      where,
      select: { id: true, title: true, status: true, dueOn: true, submittedOn: true, unit: { select: { name: true } } },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: mostInCalendar,
    }),
    context.db.task.count({ where }),
    context.db.event.findMany({
      where: {
        AND: [{ campaignId, heldOn: days, status: { not: 'cancelled' } }, scope(context, 'read', 'Event'), unitId === undefined ? {} : { unitId }],
      },
      select: { id: true, name: true, heldOn: true, unit: { select: { name: true } } },
      orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
      take: mostInCalendar,
    }),
  ])
  return {
    tasks: rows.map((row) => briefOf(context, row)),
    events: events.map(({ id, name, heldOn, unit }) => ({ id, name, heldOn: fromDbDate(heldOn), unitName: unit.name })),
    left: total - rows.length,
  }
}

type BriefRow = {
  id: string
  title: string
  status: (typeof taskStatuses)[number]
  dueOn: Date
  submittedOn: Date | null
  unit: { name: string }
}
const briefOf = ({ clock }: Context, { id, title, status, dueOn, submittedOn, unit }: BriefRow) => {
  const days = { dueOn: fromDbDate(dueOn), submittedOn: submittedOn && fromDbDate(submittedOn) }
  return { id, title, unitName: unit.name, status, dueOn: days.dueOn, late: isLate(days, clock.today()) }
}

const perUnit = 40

export const showTimeline = async (context: Context, campaignId: string, query: Query<'timeline'>): Answer<'timeline'> => {
  await requireReadable(context, campaignId)
  const { activityId, cursor, limit } = query
  const own = { AND: [{ campaignId }, scope(context, 'read', 'Task'), activityId === undefined ? {} : { activityId }] }
  const units = await context.db.unit.findMany({
    where: { AND: [query.unitId === undefined ? {} : { id: query.unitId }, { tasks: { some: own } }] },
    select: { id: true, name: true },
    orderBy: [...unitOrder],
  })
  const from = cursor === undefined ? 0 : units.findIndex(({ id }) => id === cursor) + 1
  const asked = units.slice(from, from + limit)
  const rows = await context.db.task.findMany({
    where: { AND: [own, { unitId: { in: asked.map(({ id }) => id) } }] },
    select: { id: true, unitId: true, title: true, status: true, dueOn: true, submittedOn: true, createdAt: true, unit: { select: { name: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId)
  const items = asked.map(({ id, name }) => {
    const all = byUnit.get(id) ?? []
    const tasks = all.slice(0, perUnit).map((row) => ({
      ...briefOf(context, row),
      givenOn: dayOf(row.createdAt),
      submittedOn: row.submittedOn && fromDbDate(row.submittedOn),
    }))
    return { id, unitName: name, tasks, left: all.length - tasks.length }
  })
  return { items, total: units.length, nextCursor: from + limit < units.length ? (asked.at(-1)?.id ?? null) : null }
}

export const listStatistics = async (context: Context, campaignId: string, { cursor, limit }: Query<'statistics'>): Answer<'statistics'> => {
  await requireReadable(context, campaignId)
  const [tasks, units] = await Promise.all([
    datedTasks(context, campaignId),
    context.db.unit.findMany({ select: { id: true, name: true }, orderBy: [...unitOrder] }),
  ])
  const byUnit = Map.groupBy(tasks, ({ unitId }) => unitId)
  const rows = units.filter(({ id }) => byUnit.has(id))
  const from = cursor === undefined ? 0 : rows.findIndex(({ id }) => id === cursor) + 1
  const asked = rows.slice(from, from + limit)
  const today = context.clock.today()
  return {
    items: asked.map(({ id, name }) => ({ id, unitName: name, ...statisticsOf(byUnit.get(id) ?? [], today) })),
    total: rows.length,
    nextCursor: from + limit < rows.length ? (asked.at(-1)?.id ?? null) : null,
  }
}
