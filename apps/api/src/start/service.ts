import type { start } from '@chung-tay/contracts/start'
import { daysBetween, fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import type { z } from 'zod'
import type { Context } from '../http/context.ts'
import { found, readsAll, scope } from '../http/scope.ts'
import { daysOf, monthFigures } from './queries.ts'
import { waitingOf } from './waiting.ts'

type Start = z.output<typeof start.page.response>

const taskFigures = async (context: Context, campaignId: string): Promise<Start['figures']['tasks']> => {
  if (!context.ability.can('read', 'Task')) return { total: 0, done: 0, late: 0, open: 0 }
  const { task } = context.db
  const mine = [scope(context, 'read', 'Task'), { campaignId }]
  const late = { OR: [{ submittedOn: { gt: task.fields.dueOn } }, { submittedOn: null, dueOn: { lt: toDbDate(context.clock.today()) } }] }
  const [total, done, lateOnes] = await Promise.all([
    task.count({ where: { AND: mine } }),
    task.count({ where: { AND: [...mine, { status: 'accepted' }] } }),
    task.count({ where: { AND: [...mine, late] } }),
  ])
  return { total, done, late: lateOnes, open: total - done }
}

const shown = 20

/** What is still to be handed in after its day, the longest first. */
const lateTasks = async (context: Context, campaignId: string): Promise<Start['late']> => {
  if (!context.ability.can('read', 'Task')) return []
  const today = context.clock.today()
  const late = { campaignId, status: { notIn: ['submitted', 'accepted'] as ('submitted' | 'accepted')[] }, dueOn: { lt: toDbDate(today) } }
  const rows = await context.db.task.findMany({
    where: { AND: [scope(context, 'read', 'Task'), late] },
    select: { id: true, title: true, dueOn: true, unit: { select: { name: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: shown,
  })
  return rows.map(({ id, title, dueOn, unit }) => ({
    taskId: id,
    title,
    unitName: unit.name,
    dueOn: fromDbDate(dueOn),
    days: daysBetween(fromDbDate(dueOn), today),
  }))
}

/** The start page: everything through the person's own rules, so that nobody learns more here than on the pages behind it. */
export const getStart = async (context: Context, campaignId: string): Promise<Start> => {
  const campaign = found(await context.db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] } }))
  const sees = { donations: readsAll(context, 'Donation'), gifts: readsAll(context, 'GiftList'), awards: readsAll(context, 'Nomination') }
  const { pool } = context.database
  const [waiting, late, tasks, month, byDay] = await Promise.all([
    waitingOf(context, campaignId),
    lateTasks(context, campaignId),
    taskFigures(context, campaignId),
    monthFigures(pool, campaignId),
    daysOf(pool, campaignId, sees),
  ])
  return {
    today: context.clock.today(),
    daysToReport: daysBetween(context.clock.today(), fromDbDate(campaign.reportDueOn)),
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
