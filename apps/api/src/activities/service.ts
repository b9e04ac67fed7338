import type { ActivityRecord, activities } from '@chung-tay/contracts/activities'
import type { Prisma } from '@chung-tay/db/client'
import type { Action } from '@chung-tay/domain/access/abilities'
import { clauseOrder } from '@chung-tay/domain/activities/clause'
import { fromDbDate, type IsoDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { tally } from '@chung-tay/domain/tasks/lateness'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import { dayOfYear, namesOfUnit, unitNamesOn } from '../agency/names.ts'
import { requireOpenUnit } from '../agency/service.ts'
import { requireArrangeable, requireReadable } from '../campaigns/service.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'

const shown = {
  units: { select: { unitId: true, part: true, unit: { select: { ...namesOfUnit, sortOrder: true } } } },
  tasks: { select: { dueOn: true, submittedOn: true, status: true } },
  campaign: { select: { endsOn: true } },
} as const
type Row = Prisma.ActivityGetPayload<{ include: typeof shown }>

/** Who leads stands first, then the order of the department; a past year has the names of its time. */
const unitsOf = ({ units, campaign }: Row, today: IsoDate) =>
  units
    .toSorted((left, right) => Number(left.part === 'support') - Number(right.part === 'support') || left.unit.sortOrder - right.unit.sortOrder)
    .map(({ unitId, part, unit }) => ({ unitId, part, ...unitNamesOn(unit, dayOfYear(campaign.endsOn, today)) }))

const present = (row: Row, today: IsoDate): ActivityRecord => {
  const tasks = row.tasks.map((task) => ({ ...task, dueOn: fromDbDate(task.dueOn), submittedOn: task.submittedOn && fromDbDate(task.submittedOn) }))
  const { total, accepted, late } = tally(tasks, today)
  return {
    id: row.id,
    campaignId: row.campaignId,
    clause: row.clause,
    kind: row.kind,
    title: row.title,
    description: row.description,
    units: unitsOf(row, today),
    tasks: { total, accepted, late },
    version: row.version,
  }
}

/** The history names the units; how far the tasks are is theirs to tell. */
const told = ({ units, tasks: _, campaignId: __, ...activity }: ActivityRecord) => {
  const namesOf = (part: 'lead' | 'support') => units.filter((unit) => unit.part === part).map(({ name }) => name)
  return { ...activity, leads: namesOf('lead'), supports: namesOf('support') }
}

export const listActivities = async (context: Context, campaignId: string, query: z.output<typeof activities.list.query>) => {
  await requireReadable(context, campaignId)
  const text = foldText(query.q ?? '')
  const where = {
    AND: [
      { campaignId },
      scope(context, 'read', 'Activity'),
      query.kind === undefined ? {} : { kind: query.kind },
      query.unitId === undefined ? {} : { units: { some: { unitId: query.unitId } } },
    ],
  }
  const { direction } = orderOf(query.sort)
  const orderBy = [{ sortOrder: direction }, { clause: direction }, { id: direction }]
  if (text !== '') return search(context, where, orderBy, text)
  return page(
    query,
    (window) => context.db.activity.findMany({ where, include: shown, orderBy, ...window }),
    () => context.db.activity.count({ where }),
    (row) => present(row, context.clock.today()),
  )
}

/** A plan has a dozen activities: they are searched in memory, without a search column. */
const search = async (context: Context, where: Prisma.ActivityWhereInput, orderBy: Prisma.ActivityOrderByWithRelationInput[], text: string) => {
  const rows = await context.db.activity.findMany({ where, include: shown, orderBy })
  const items = rows.filter((row) => foldText(`${row.clause} ${row.title} ${row.description}`).includes(text))
  return { items: items.map((row) => present(row, context.clock.today())), total: items.length, nextCursor: null }
}

const load = async (context: Context, id: string, action: Action): Promise<Row> =>
  found(await context.db.activity.findFirst({ where: { AND: [{ id }, scope(context, action, 'Activity')] }, include: shown }))

export const getActivity = async (context: Context, id: string) => present(await load(context, id, 'read'), context.clock.today())

type Content = z.output<typeof activities.create.body>

const dataOf = ({ units: _, ...content }: Content) => ({ ...content, sortOrder: clauseOrder(content.clause) })

const checkUnits = async ({ db }: WriteContext, { units }: Content): Promise<void> => {
  for (const { unitId } of units) await requireOpenUnit(db, unitId, 'units')
}

export const createActivity = async (context: WriteContext, campaignId: string, input: Content): Promise<ActivityRecord> => {
  await requireArrangeable(context, campaignId)
  await checkUnits(context, input)
  const row = await context.db.activity.create({ data: { ...dataOf(input), campaignId, units: { create: input.units } }, include: shown })
  const after = present(row, context.clock.today())
  await context.audit({ subject: 'Activity', id: row.id, after: told(after) })
  return after
}

/** An activity that may still be altered: the plan lies open and nobody was given work by it. The lock keeps new tasks out meanwhile. */
const loadFree = async (context: WriteContext, id: string): Promise<Row> => {
  const { campaignId } = await load(context, id, 'update')
  await requireArrangeable(context, campaignId)
  await context.db.$queryRaw`SELECT 1 FROM "Activity" WHERE "id" = ${id}::uuid FOR UPDATE`
  const row = await load(context, id, 'update')
  if (row.version !== context.version) throw new DomainError('STALE')
  if (row.tasks.length > 0) throw new DomainError('IN_USE', { tasks: row.tasks.length })
  return row
}

export const updateActivity = async (context: WriteContext, id: string, input: Content): Promise<ActivityRecord> => {
  const before = present(await loadFree(context, id), context.clock.today())
  await checkUnits(context, input)
  const row = await context.db.activity.update({
    where: { id, version: context.version },
    data: { ...dataOf(input), units: { deleteMany: {}, create: input.units }, version: { increment: 1 } },
    include: shown,
  })
  const after = present(row, context.clock.today())
  await context.audit({ subject: 'Activity', id, before: told(before), after: told(after) })
  return after
}

export const removeActivity = async (context: WriteContext, id: string): Promise<Record<string, never>> => {
  const before = present(await loadFree(context, id), context.clock.today())
  await context.db.activity.delete({ where: { id, version: context.version } })
  await context.audit({ subject: 'Activity', id, before: told(before) })
  return {}
}
