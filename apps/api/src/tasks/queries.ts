import { evidenceAsked, type TaskNeed, type tasks } from '@chung-tay/contracts/tasks'
import type { Prisma } from '@chung-tay/db/client'
import { fromDbDate, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { daysLate, isLate } from '@chung-tay/domain/tasks/lateness'
import { foldText } from '@chung-tay/domain/text'
import { z } from 'zod'
import type { Context } from '../http/context.ts'
import { orderOf } from '../http/pages.ts'
import { scope } from '../http/scope.ts'

export const shown = {
  campaign: { select: { year: true, status: true } },
  activity: { select: { clause: true, title: true } },
  unit: { select: { name: true, head: { select: { user: { select: { id: true, active: true } } } } } },
  assignee: { select: { name: true, user: { select: { id: true, active: true } } } },
  _count: { select: { chases: true } },
} as const

export type TaskRow = Prisma.TaskGetPayload<{ include: typeof shown }>

const datesOf = (row: { dueOn: Date; submittedOn: Date | null }) => ({
  dueOn: fromDbDate(row.dueOn),
  submittedOn: row.submittedOn && fromDbDate(row.submittedOn),
})

const askedSchema = z.array(evidenceAsked)
/** What stands in the column of what is asked. */
export const evidenceIn = (column: Prisma.JsonValue) => askedSchema.parse(column)

/** Figures as they are counted; money leaves as a number. */
export const figuresOf = ({
  reach,
  sessions,
  participants,
  children,
  cost,
}: Pick<TaskRow, 'reach' | 'sessions' | 'participants' | 'children' | 'cost'>) => ({
  reach,
  sessions,
  participants,
  children,
  cost: cost === null ? null : Number(cost),
})

export const present = (row: TaskRow, today: IsoDate) => ({
  id: row.id,
  campaignId: row.campaignId,
  year: row.campaign.year,
  activityId: row.activityId,
  activityClause: row.activity.clause,
  activityTitle: row.activity.title,
  unitId: row.unitId,
  unitName: row.unit.name,
  assigneeId: row.assigneeId,
  assigneeName: row.assignee?.name ?? null,
  title: row.title,
  instructions: row.instructions,
  ...datesOf(row),
  firstDueOn: row.firstDueOn && fromDbDate(row.firstDueOn),
  status: row.status,
  result: row.result,
  figuresAsked: row.figuresAsked,
  ...figuresOf(row),
  evidenceAsked: evidenceIn(row.evidenceAsked),
  chaseCount: row._count.chases,
  escalatedAt: row.escalatedAt,
  returnReason: row.returnReason,
  acknowledgedAt: row.acknowledgedAt,
  submittedAt: row.submittedAt,
  acceptedAt: row.acceptedAt,
  late: isLate(datesOf(row), today),
  daysLate: daysLate(datesOf(row), today),
  daysAfterFirst: row.firstDueOn && daysLate({ ...datesOf(row), dueOn: fromDbDate(row.firstDueOn) }, today),
  version: row.version,
})

/** The rule of `domain/tasks/lateness`, as a filter. Both sides are spelt out: the opposite of an unknown day is not "in time". */
export const lateness = ({ db, clock }: Pick<Context, 'db' | 'clock'>, late: boolean): Prisma.TaskWhereInput => {
  const today = toDbDate(clock.today())
  return late
    ? { OR: [{ submittedOn: null, dueOn: { lt: today } }, { submittedOn: { gt: db.task.fields.dueOn } }] }
    : { OR: [{ submittedOn: null, dueOn: { gte: today } }, { submittedOn: { lte: db.task.fields.dueOn } }] }
}

export const mine = ({ actor }: Context): Prisma.TaskWhereInput => ({
  OR: [{ unitId: { in: [...actor.headedUnitIds] } }, ...(actor.employeeId === null ? [] : [{ assigneeId: actor.employeeId }])],
})

/** What waits for the unit, as a filter; see `waitsForUnit`. */
export const openForUnit = { status: { notIn: ['submitted', 'accepted'] } } satisfies Prisma.TaskWhereInput

/** The start page counts with the same filter that the list opens. */
export const needOf = ({ actor }: Pick<Context, 'actor'>, need: TaskNeed): Prisma.TaskWhereInput =>
  ({
    answer: { ...openForUnit, chases: { some: { answer: null } } },
    decision: { status: { not: 'accepted' as const }, extensions: { some: { granted: null } } },
    leadership: { ...openForUnit, escalatedAt: { not: null } },
    myStep: { ...openForUnit, steps: { some: { assigneeId: actor.employeeId ?? '00000000-0000-0000-0000-000000000000', doneAt: null } } },
  })[need]

type Query = z.output<typeof tasks.list.query>

export const whereOf = (context: Context, campaignId: string, query: Query): Prisma.TaskWhereInput => ({
  AND: [
    { campaignId },
    scope(context, 'read', 'Task'),
    query.unitId === undefined ? {} : { unitId: query.unitId },
    query.activityId === undefined ? {} : { activityId: query.activityId },
    query.status === undefined ? {} : { status: query.status },
    query.late === undefined ? {} : lateness(context, query.late),
    query.open === undefined ? {} : { status: query.open ? { not: 'accepted' } : 'accepted' },
    query.need === undefined ? {} : needOf(context, query.need),
    query.mine === undefined ? {} : query.mine ? mine(context) : { NOT: mine(context) },
    query.q ? { search: { contains: foldText(query.q) } } : {},
  ],
})

export const orderByOf = (sort: Query['sort']): Prisma.TaskOrderByWithRelationInput[] => {
  const { column, direction } = orderOf<'dueOn' | 'title' | 'unit'>(sort)
  if (column === 'unit') return [{ unit: { sortOrder: direction } }, { unit: { name: direction } }, { dueOn: direction }, { id: direction }]
  return [{ [column]: direction }, { id: direction }]
}

/** What lateness and progress are counted from, within the person's scope. */
export const datedTasks = async (context: Context, campaignId: string) => {
  const rows = await context.db.task.findMany({
    where: { AND: [{ campaignId }, scope(context, 'read', 'Task')] },
    select: { unitId: true, status: true, dueOn: true, submittedOn: true },
  })
  return rows.map(({ unitId, status, ...days }) => ({ unitId, status, ...datesOf(days) }))
}
