import type { NotificationData } from '@chung-tay/contracts/notifications'
import { formatDay, fromDbDate } from '@chung-tay/domain/dates'
import { type Digest, digestOf } from '@chung-tay/domain/notifications/digest'
import type { Services } from '../http/context.ts'
import type { Mail, SendMail } from './mail.ts'
import { notify } from './service.ts'

/** As many as a person reads in one go; the counts beside them are of all. */
const shownTasks = 20

type DigestJob = Pick<Services, 'database' | 'clock' | 'log'> & { sendMail: SendMail | null; baseUrl: string }

const openTasks = async ({ database }: DigestJob) => {
  const rows = await database.prisma.task.findMany({
    where: { status: { notIn: ['submitted', 'accepted'] }, campaign: { status: { in: ['approved', 'running'] } } },
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
type OpenTask = Awaited<ReturnType<typeof openTasks>>[number]

const people = async ({ database }: DigestJob) => {
  const users = await database.prisma.user.findMany({
    where: { active: true, employee: { active: true } },
    select: { id: true, name: true, employee: { select: { id: true, email: true, heads: { where: { active: true }, select: { id: true } } } } },
  })
  return users.flatMap(({ id, name, employee }) =>
    employee ? [{ id, name, email: employee.email, employeeId: employee.id, headedUnitIds: employee.heads.map((unit) => unit.id) }] : [],
  )
}

const dataOf = ({ late, soon }: Digest<OpenTask>, day: string): NotificationData['digest'] => ({
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

const lineOf = ({ title, unitName, dueOn, daysLate }: NotificationData['digest']['tasks'][number]) =>
  `- ${title} (${unitName}), hạn ${formatDay(dueOn)}${daysLate > 0 ? `, trễ ${daysLate} ngày` : ''}`

/** A letter is a document of the office: its words are Vietnamese and stand here. */
const mailOf = (to: string, name: string, { day, late, soon, tasks }: NotificationData['digest'], baseUrl: string): Mail => ({
  to,
  subject: `Nhiệm vụ Tháng hành động vì trẻ em: ${late} trễ hạn, ${soon} sắp đến hạn (${formatDay(day)})`,
  text: [
    `Kính gửi ${name},`,
    '',
    `Hôm nay ${formatDay(day)} có ${late} nhiệm vụ trễ hạn và ${soon} nhiệm vụ đến hạn trong 3 ngày tới:`,
    ...tasks.map(lineOf),
    ...(late + soon > tasks.length ? [`… và ${late + soon - tasks.length} nhiệm vụ khác.`] : []),
    '',
    `Xem và báo cáo tại ${baseUrl}`,
  ].join('\n'),
})

/**
 * Reminds everybody of what is late or soon due, once a person and day however often and in how many processes it runs.
 * Whoever was told just now also gets a letter, when there is a mail server; one that fails is logged and does not stop the others.
 */
export const sendDigests = async (job: DigestJob): Promise<{ told: number; mailed: number }> => {
  const { database, clock, log, sendMail, baseUrl } = job
  const day = clock.today()
  const [tasks, persons] = await Promise.all([openTasks(job), people(job)])
  const sum = { told: 0, mailed: 0 }
  for (const person of persons) {
    const digest = digestOf(person, tasks, day)
    if (!digest) continue
    const data = dataOf(digest, day)
    const told = await notify({ db: database.prisma, clock }, { userIds: [person.id], kind: 'digest', data, key: `digest:${day}` })
    sum.told += told.length
    if (told.length === 0 || !sendMail || !person.email) continue
    try {
      await sendMail(mailOf(person.email, person.name, data, baseUrl))
      sum.mailed += 1
    } catch (error) {
      log.warn({ err: error, userId: person.id }, 'the daily letter could not be sent')
    }
  }
  return sum
}
