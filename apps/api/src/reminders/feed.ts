import { abilityFor } from '@chung-tay/domain/access/abilities'
import type { Actor } from '@chung-tay/domain/access/actor'
import { fromDbDate, type IsoDate } from '@chung-tay/domain/dates'
import { usualReminder } from '@chung-tay/domain/reminders/hours'
import { waitsForUnit } from '@chung-tay/domain/tasks/transitions'
import { actorOf } from '../accounts/actors.ts'
import type { Services } from '../http/context.ts'
import { scope } from '../http/scope.ts'
import { hashOf } from './service.ts'

/** A whole day of somebody's calendar. `changes` counts how often the record was changed; `alarm`: called to mind the day before. */
export type FeedEntry = {
  uid: string
  day: IsoDate
  title: string
  text: string
  place: string
  link: string
  createdAt: Date
  changedAt: Date
  changes: number
  alarm: boolean
  /** Stays in the calendar as called off: what just vanished would be gone to. */
  cancelled?: boolean
}
export type Feed = { name: string; alarmHour: number; entries: FeedEntry[] }

type Prisma = Services['database']['prisma']
const current = { status: { in: ['approved' as const, 'running' as const] } }

const taskEntries = async (prisma: Prisma, actor: Actor, baseUrl: string): Promise<FeedEntry[]> => {
  // More people read every task than work on it: only the office's calendar shows them all.
  const mine = [{ unitId: { in: [...actor.headedUnitIds] } }, ...(actor.employeeId === null ? [] : [{ assigneeId: actor.employeeId }])]
  const concerns = actor.roles.includes('office') ? {} : { OR: mine }
  const tasks = await prisma.task.findMany({
    where: { AND: [concerns, { campaign: current, status: { not: 'accepted' } }] },
    include: { unit: { select: { name: true } }, campaign: { select: { year: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return tasks.map(({ id, title, instructions, unit, campaign, dueOn, status, createdAt, updatedAt, version }) => ({
    uid: `task-${id}@chung-tay`,
    day: fromDbDate(dueOn),
    title: waitsForUnit(status) ? `Hạn: ${title}` : `Đã báo cáo: ${title}`,
    text: [`Đơn vị: ${unit.name}`, instructions].filter((line) => line !== '').join('\n'),
    place: '',
    link: `${baseUrl}/${campaign.year}/tasks/${id}`,
    createdAt,
    changedAt: updatedAt,
    changes: version - 1,
    alarm: waitsForUnit(status),
  }))
}

/** Parts of tasks that were given to this person with a day of their own. */
const stepEntries = async (prisma: Prisma, { employeeId }: Actor, baseUrl: string): Promise<FeedEntry[]> => {
  if (employeeId === null) return []
  const steps = await prisma.taskStep.findMany({
    where: { assigneeId: employeeId, doneAt: null, dueOn: { not: null }, task: { status: { notIn: ['submitted', 'accepted'] }, campaign: current } },
    include: { task: { select: { id: true, title: true, campaign: { select: { year: true } } } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return steps.flatMap(({ id, title, dueOn, createdAt, version, task }) =>
    dueOn === null
      ? []
      : [
          {
            uid: `step-${id}@chung-tay`,
            day: fromDbDate(dueOn),
            title: `Hạn: ${title}`,
            text: `Thuộc nhiệm vụ: ${task.title}`,
            place: '',
            link: `${baseUrl}/${task.campaign.year}/tasks/${task.id}`,
            createdAt,
            changedAt: createdAt,
            changes: version - 1,
            alarm: true,
          },
        ],
  )
}

const eventEntries = async (prisma: Prisma, actor: Actor, baseUrl: string): Promise<FeedEntry[]> => {
  const events = await prisma.event.findMany({
    where: { AND: [scope({ ability: abilityFor(actor) }, 'read', 'Event'), { campaign: current, status: { in: ['planned', 'held', 'cancelled'] } }] },
    include: { unit: { select: { name: true } }, campaign: { select: { year: true } } },
    orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
  })
  return events.map(({ id, name, unit, campaign, status, heldOn, place, createdAt, updatedAt, version }) => ({
    uid: `event-${id}@chung-tay`,
    day: fromDbDate(heldOn),
    title: name,
    cancelled: status === 'cancelled',
    text: `Đơn vị tổ chức: ${unit.name}`,
    place,
    link: `${baseUrl}/${campaign.year}/events?open=${id}`,
    createdAt,
    changedAt: updatedAt,
    changes: version - 1,
    alarm: false,
  }))
}

const reportEntries = async (prisma: Prisma, { roles }: Actor, baseUrl: string): Promise<FeedEntry[]> => {
  if (!roles.includes('office') && !roles.includes('leadership')) return []
  const campaigns = await prisma.campaign.findMany({ where: current, orderBy: { year: 'asc' } })
  return campaigns.map(({ id, year, recipientName, reportDueOn, createdAt, updatedAt, version }) => ({
    uid: `report-${id}@chung-tay`,
    day: fromDbDate(reportDueOn),
    title: `Hạn gửi báo cáo kết quả Tháng hành động vì trẻ em năm ${year}`,
    text: `Nơi nhận: ${recipientName}`,
    place: '',
    link: `${baseUrl}/${year}/report`,
    createdAt,
    changedAt: updatedAt,
    changes: version - 1,
    alarm: true,
  }))
}

/** What stands behind a calendar address: null when there is no such address, or its person may no longer sign in. */
export const readFeed = async ({ database: { prisma } }: Services, token: string, baseUrl: string): Promise<Feed | null> => {
  const feed = await prisma.calendarFeed.findUnique({ where: { tokenHash: hashOf(token) }, include: { user: { select: { reminders: true } } } })
  const person = feed && (await actorOf(prisma, feed.userId))
  if (!feed || !person) return null
  const { actor } = person
  const parts = await Promise.all([taskEntries, stepEntries, eventEntries, reportEntries].map((entries) => entries(prisma, actor, baseUrl)))
  const { hour } = feed.user.reminders ?? usualReminder
  return { name: 'Tháng hành động vì trẻ em', alarmHour: hour, entries: parts.flat() }
}
