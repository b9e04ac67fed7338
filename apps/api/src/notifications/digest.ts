import type { NotificationData } from '@chung-tay/contracts/notifications'
import { addDays, fromDbDate, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { type Digest, soonDays } from '@chung-tay/domain/notifications/digest'
import type { Services } from '../http/context.ts'

/** As many as a person reads in one go; the counts beside them are of all. */
const shownTasks = 20

/** What of the running years waits for a unit and is late or soon due. */
export const openTasks = async ({ prisma }: Services['database'], day: IsoDate) => {
  const rows = await prisma.task.findMany({
    where: {
      status: { notIn: ['submitted', 'accepted'] },
      dueOn: { lte: toDbDate(addDays(day, soonDays)) },
      campaign: { status: { in: ['approved', 'running'] } },
    },
    select: {
      id: true,
      title: true,
      unitId: true,
      assigneeId: true,
      status: true,
      dueOn: true,
      submittedOn: true,
      unit: { select: { name: true } },
      campaign: { select: { year: true } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ dueOn, submittedOn, ...row }) => ({ ...row, dueOn: fromDbDate(dueOn), submittedOn: submittedOn && fromDbDate(submittedOn) }))
}
export type OpenTask = Awaited<ReturnType<typeof openTasks>>[number]

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
