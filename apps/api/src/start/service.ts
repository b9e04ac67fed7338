import type { start } from '@chung-tay/contracts/start'
import type { Prisma } from '@chung-tay/db/client'
import { daysBetween, fromDbDate } from '@chung-tay/domain/dates'
import { daysLate } from '@chung-tay/domain/tasks/lateness'
import type { z } from 'zod'
import type { Context } from '../http/context.ts'
import { found, readsAll, scope } from '../http/scope.ts'
import { lateness } from '../tasks/queries.ts'
import { daysOf, monthFigures } from './queries.ts'
import { waitingOf } from './waiting.ts'

type Start = z.output<typeof start.page.response>

const taskFigures = async (context: Context, campaignId: string): Promise<Start['figures']['tasks']> => {
  if (!context.ability.can('read', 'Task')) return { total: 0, done: 0, doneLate: 0, open: 0, late: 0 }
  const count = (...filters: Prisma.TaskWhereInput[]) =>
    context.db.task.count({ where: { AND: [scope(context, 'read', 'Task'), { campaignId }, ...filters] } })
  const [total, done, doneLate, late] = await Promise.all([
    count(),
    count({ status: 'accepted' }),
    count({ status: 'accepted' }, lateness(context, true)),
    count({ status: { not: 'accepted' } }, lateness(context, true)),
  ])
  return { total, done, doneLate, open: total - done, late }
}

const shown = 20

/** What is behind its day and not accepted yet, the earliest deadline first: the list of tasks shows the same with the same filter. */
const lateTasks = async (context: Context, campaignId: string): Promise<Start['late']> => {
  if (!context.ability.can('read', 'Task')) return []
  const rows = await context.db.task.findMany({
    where: { AND: [scope(context, 'read', 'Task'), { campaignId, status: { not: 'accepted' } }, lateness(context, true)] },
    select: { id: true, title: true, dueOn: true, submittedOn: true, unit: { select: { name: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: shown,
  })
  return rows.map(({ id, title, unit, ...row }) => {
    const days = { dueOn: fromDbDate(row.dueOn), submittedOn: row.submittedOn && fromDbDate(row.submittedOn) }
    const submitted = days.submittedOn !== null
    return { taskId: id, title, unitName: unit.name, dueOn: days.dueOn, days: daysLate(days, context.clock.today()), submitted }
  })
}

/** The start page: everything through the person's own rules, so that nobody learns more here than on the pages behind it. */
export const getStart = async (context: Context, campaignId: string): Promise<Start> => {
  const campaign = found(await context.db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] } }))
  const sees = { donations: readsAll(context, 'Donation'), gifts: readsAll(context, 'GiftList'), awards: readsAll(context, 'Nomination') }
  const { pool } = context.database
  // A correction sent later does not start the countdown anew.
  const sent = await context.db.report.count({ where: { campaignId, sentOn: { not: null } } })
  const [waiting, late, tasks, month, byDay] = await Promise.all([
    waitingOf(context, campaignId),
    lateTasks(context, campaignId),
    taskFigures(context, campaignId),
    monthFigures(pool, campaignId),
    daysOf(pool, campaignId, sees),
  ])
  return {
    today: context.clock.today(),
    daysToReport: sent > 0 ? null : daysBetween(context.clock.today(), fromDbDate(campaign.reportDueOn)),
    waiting,
    late,
    figures: {
      tasks,
      publications: { published: month.published, planned: month.publicationsPlanned },
      ...(sees.donations && { donations: { received: month.received, count: month.donations, inKind: month.inKind } }),
      ...(sees.gifts && { gifts: { entitled: month.entitled, handedOut: month.handedOut } }),
      ...(sees.awards && { awards: { nominated: month.nominated, decided: month.decided } }),
      events: { held: month.eventsHeld, planned: month.eventsPlanned },
      children: month.children,
    },
    byDay,
  }
}
