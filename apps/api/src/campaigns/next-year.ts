import type { PlanRecord } from '@chung-tay/contracts/campaigns'
import type { NextYear, nextYears } from '@chung-tay/contracts/next-year'
import type { Prisma } from '@chung-tay/db/client'
import { nextDeadline, nextEventDay, sameDay, wordsOfNextYear } from '@chung-tay/domain/campaigns/next-year'
import { schoolYearOf } from '@chung-tay/domain/campaigns/plan'
import { fromDbDate, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import { namesOfUnit } from '../agency/names.ts'
import { requireOpenUnit } from '../agency/service.ts'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { getCampaign } from './service.ts'

const unit = { select: { id: true, active: true, ...namesOfUnit } } as const
const copied = {
  activities: {
    include: { units: { include: { unit } }, tasks: { include: { unit, steps: { orderBy: { sortOrder: 'asc' } } } }, planned: { include: { unit } } },
    orderBy: [{ sortOrder: 'asc' }, { clause: 'asc' }],
  },
  events: { where: { status: { not: 'cancelled' } }, include: { unit }, orderBy: { heldOn: 'asc' } },
  awardTiers: { orderBy: { sortOrder: 'asc' } },
  annexRows: { orderBy: { sortOrder: 'asc' } },
} as const satisfies Prisma.CampaignInclude
type Source = Prisma.CampaignGetPayload<{ include: typeof copied }>
type Activity = Source['activities'][number]

const load = async (context: Context, id: string): Promise<Source> =>
  found(await context.db.campaign.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'Campaign')] }, include: copied }))

/** Tasks that were given, by their first deadline, and those the plan never came to give. */
const tasksOf = ({ id, tasks, planned }: Activity) => [
  ...tasks.map(({ steps, firstDueOn, dueOn, ...task }) => ({
    ...task,
    activityId: id,
    dueOn: fromDbDate(firstDueOn ?? dueOn),
    // What an employee was given by name is the unit's own affair; the checklist is the plan's.
    steps: steps.filter(({ assigneeId }) => assigneeId === null).map(({ title }) => title),
  })),
  ...planned.map((task) => ({ ...task, dueOn: fromDbDate(task.dueOn) })),
]

const shifted = (shift: (day: IsoDate, year: number) => IsoDate, day: IsoDate, year: number) => ({ day: shift(day, year), plain: sameDay(day, year) })

const closedUnitsOf = ({ activities, events }: Source): NextYear['closedUnits'] => {
  const units = [
    ...activities.flatMap((activity) => [...activity.units.map((one) => one.unit), ...tasksOf(activity).map((task) => task.unit)]),
    ...events.map((event) => event.unit),
  ].filter(({ active }) => !active)
  return [...new Map(units.map(({ id, name }) => [id, { unitId: id, name }])).values()]
}

/** What the next year would take over, without writing anything. */
export const proposeNextYear = async (context: Context, id: string, year: number): Promise<NextYear> => {
  const source = await load(context, id)
  const tasks = source.activities.flatMap(tasksOf)
  return {
    from: source.year,
    year,
    taken: (await context.db.campaign.count({ where: { year } })) > 0,
    title: wordsOfNextYear(source.title, source.year, year),
    startsOn: sameDay(fromDbDate(source.startsOn), year),
    endsOn: sameDay(fromDbDate(source.endsOn), year),
    reportDueOn: shifted(nextDeadline, fromDbDate(source.reportDueOn), year),
    activities: source.activities.map(({ clause, title, units }) => ({
      clause,
      title: wordsOfNextYear(title, source.year, year),
      units: units.length,
    })),
    tasks: tasks.map(({ title, unit: { name }, dueOn }) => ({
      title: wordsOfNextYear(title, source.year, year),
      unitName: name,
      dueOn: shifted(nextDeadline, dueOn, year),
    })),
    events: source.events.map(({ name, heldOn }) => ({
      name: wordsOfNextYear(name, source.year, year),
      heldOn: shifted(nextEventDay, fromDbDate(heldOn), year),
    })),
    awardTiers: source.awardTiers.map(({ name, amount }) => ({ name, amount: Number(amount) })),
    annexRows: source.annexRows.length,
    closedUnits: closedUnitsOf(source),
  }
}

/** The unit that answers next year: itself while it is open, else the one chosen for it, else none. */
type Successor = (unit: { id: string; active: boolean }) => string[]

const successorOf = async (context: WriteContext, replacements: z.output<typeof nextYears.create.body>['replacements']): Promise<Successor> => {
  const chosen = new Map(replacements.map(({ unitId, byId }) => [unitId, byId]))
  for (const byId of chosen.values()) if (byId !== null) await requireOpenUnit(context.db, byId, 'replacements')
  return ({ id, active }) => {
    const next = active ? id : chosen.get(id)
    return next ? [next] : []
  }
}

/** Units that were renamed stand among the recipients under their name of today. */
const recipientsOf = async (db: Db, recipients: readonly string[]): Promise<string[]> => {
  const units = await db.unit.findMany({ where: { formerNames: { some: {} } }, select: namesOfUnit })
  const today = new Map(units.flatMap(({ name, formerNames }) => formerNames.map((former) => [foldText(former.name), name])))
  return recipients.map((line) => today.get(foldText(line)) ?? line)
}

const withoutTwins = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] => [
  ...new Map(rows.toReversed().map((row) => [keyOf(row), row])).values(),
]

type Years = { from: number; to: number }

const activityOf = (activity: Activity, { from, to }: Years, successor: Successor) => {
  const { clause, kind, title, description, sortOrder, units } = activity
  const parts = units.flatMap(({ part, unit: answering }) => successor(answering).map((unitId) => ({ unitId, part })))
  // Of two units that became one, the leading part stays.
  const ordered = parts.toSorted((left, right) => Number(left.part === 'support') - Number(right.part === 'support'))
  return {
    clause,
    kind,
    sortOrder,
    title: wordsOfNextYear(title, from, to),
    description: wordsOfNextYear(description, from, to),
    units: { create: withoutTwins(ordered, ({ unitId }) => unitId) },
  }
}

const plannedOf = (activity: Activity, { from, to }: Years, successor: Successor) => {
  const rows = tasksOf(activity).flatMap(({ unit: answering, title, instructions, dueOn, figuresAsked, evidenceAsked, steps }) =>
    successor(answering).map((unitId) => ({
      unitId,
      title: wordsOfNextYear(title, from, to),
      instructions: wordsOfNextYear(instructions, from, to),
      dueOn: toDbDate(nextDeadline(dueOn, to)),
      figuresAsked,
      evidenceAsked: evidenceAsked ?? [],
      steps,
    })),
  )
  return withoutTwins(rows, ({ unitId, title }) => `${unitId} ${title}`)
}

const eventsOf = (events: Source['events'], { from, to }: Years, successor: Successor) =>
  events.flatMap(({ kind, name, place, heldOn, unit: answering }) =>
    successor(answering).map((unitId) => {
      const words = wordsOfNextYear(name, from, to)
      return { unitId, kind, name: words, place, search: foldText(`${words} ${place}`), heldOn: toDbDate(nextEventDay(fromDbDate(heldOn), to)) }
    }),
  )

/** The plan of the next year as a draft: the words and works of this one, without its theme and legal bases, its records and its money. */
export const createNextYear = async (context: WriteContext, id: string, input: z.output<typeof nextYears.create.body>): Promise<PlanRecord> => {
  const source = await load(context, id)
  const years = { from: source.year, to: input.year }
  const successor = await successorOf(context, input.replacements)
  const takes = (part: (typeof input.copies)[number]) => input.copies.includes(part)
  const words = (text: string) => wordsOfNextYear(text, years.from, years.to)
  const { purpose, requirements, recipientName } = source
  const campaign = await context.db.campaign.create({
    data: {
      year: years.to,
      title: input.title,
      theme: '',
      preface: words(source.preface),
      purpose: words(purpose),
      requirements: words(requirements),
      recipientName,
      recipients: await recipientsOf(context.db, source.recipients),
      schoolYear: schoolYearOf(years.to),
      startsOn: toDbDate(input.startsOn),
      endsOn: toDbDate(input.endsOn),
      reportDueOn: toDbDate(input.reportDueOn),
      createdAt: context.clock.now(),
      activities: {
        create: source.activities.map((activity) => ({
          ...activityOf(activity, years, successor),
          ...(takes('tasks') && { planned: { create: plannedOf(activity, years, successor) } }),
        })),
      },
      events: { create: takes('events') ? eventsOf(source.events, years, successor) : [] },
      awardTiers: {
        create: takes('awardTiers')
          ? source.awardTiers.map(({ name, schoolLevel, criterion, amount, sortOrder }) => ({ name, schoolLevel, criterion, amount, sortOrder }))
          : [],
      },
      annexRows: {
        create: source.annexRows.map(({ sortOrder, indicator, label, unit: measure, by, filter }) => ({
          sortOrder,
          indicator,
          label: words(label),
          unit: measure,
          by,
          filter: filter ?? {},
        })),
      },
    },
    select: { id: true },
  })
  const plan = await getCampaign(context, campaign.id)
  await context.audit({ subject: 'Campaign', id: plan.id, after: { ...plan, year: String(plan.year), copiedFrom: String(source.year) } })
  return plan
}
