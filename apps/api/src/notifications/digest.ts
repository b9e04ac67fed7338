import type { NotificationData } from '@chung-tay/contracts/notifications'
import { addDays, fromDbDate, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { type Digest, soonDays } from '@chung-tay/domain/notifications/digest'
import type { Services } from '../http/context.ts'

/** As many as a person reads in one go; the counts beside them are of all. */
const shownTasks = 20

const running = { status: { in: ['approved' as const, 'running' as const] } }
const ofTask = { id: true, title: true, status: true, unit: { select: { name: true } }, campaign: { select: { year: true } } }

/** Tasks of the running years that wait for a unit and are late or soon due. */
const tasksDue = async ({ prisma }: Services['database'], last: Date) => {
  const rows = await prisma.task.findMany({
    where: { status: { notIn: ['submitted', 'accepted'] }, dueOn: { lte: last }, campaign: running },
    select: { ...ofTask, unitId: true, assigneeId: true, dueOn: true, submittedOn: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ dueOn, submittedOn, ...row }) => ({ ...row, dueOn: fromDbDate(dueOn), submittedOn: submittedOn && fromDbDate(submittedOn) }))
}

/** Parts of such tasks with a day of their own. The head is reminded of the whole, only the assignee of the part: it names no unit. */
const stepsDue = async ({ prisma }: Services['database'], last: Date) => {
  const rows = await prisma.taskStep.findMany({
    where: {
      doneAt: null,
      assigneeId: { not: null },
      dueOn: { lte: last },
      task: { status: { notIn: ['submitted', 'accepted'] }, campaign: running },
    },
    select: { title: true, assigneeId: true, dueOn: true, task: { select: ofTask } },
    orderBy: { id: 'asc' },
  })
  return rows.flatMap(({ title, assigneeId, dueOn, task }) =>
    dueOn === null ? [] : [{ ...task, title, assigneeId, unitId: '', dueOn: fromDbDate(dueOn), submittedOn: null }],
  )
}

/** What of the running years waits for a unit or an employee and is late or soon due. */
export const openTasks = async (database: Services['database'], day: IsoDate) => {
  const last = toDbDate(addDays(day, soonDays))
  const [tasks, steps] = await Promise.all([tasksDue(database, last), stepsDue(database, last)])
  return [...tasks, ...steps]
}
export type OpenTask = Awaited<ReturnType<typeof openTasks>>[number]

/** Pledges of the running years whose giver asked to be reminded, once their day has come and something is still expected. */
export const pledgesDue = async ({ prisma }: Services['database'], day: IsoDate) => {
  const rows = await prisma.pledge.findMany({
    where: { remind: true, expectedOn: { lte: toDbDate(day) }, status: { in: ['open', 'partly'] }, campaign: running },
    select: {
      id: true,
      reference: true,
      expectedOn: true,
      donor: { select: { employeeId: true } },
      fund: { select: { name: true } },
      campaign: { select: { year: true } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id, reference, expectedOn, donor, fund, campaign }) => ({
    employeeId: donor.employeeId,
    data: { pledgeId: id, year: campaign.year, reference, fundName: fund.name, expectedOn: expectedOn === null ? day : fromDbDate(expectedOn) },
  }))
}

export const digestData = ({ late, soon }: Digest<OpenTask>, day: IsoDate): NotificationData['digest'] => ({
  day,
  late: late.length,
  soon: soon.length,
  tasks: [...late, ...soon.map((task) => ({ ...task, daysLate: 0 }))].slice(0, shownTasks).map(({ id, title, unit, campaign, dueOn, daysLate }) => ({
    taskId: id,
    year: campaign.year,
    title,
    unitName: unit.name,
    dueOn,
    daysLate,
  })),
})
