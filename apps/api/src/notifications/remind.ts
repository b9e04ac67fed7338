import { fromDbDate, type IsoDate } from '@chung-tay/domain/dates'
import { digestOf } from '@chung-tay/domain/notifications/digest'
import { digestDue, type ReminderSetting, reminderDue, usualReminder } from '@chung-tay/domain/reminders/hours'
import type { Db, Services } from '../http/context.ts'
import { digestData, type OpenTask, openTasks, pledgesDue } from './digest.ts'
import { lineOf, mailedKinds, urgentKinds } from './letter-lines.ts'
import { digestLetter, urgentLetter } from './letters.ts'
import { writeLetter } from './outbox.ts'
import { notify } from './service.ts'

/** What is older was read elsewhere or no longer matters. */
const newsDays = 7

/** `mails`: there is a mail server, so that letters are worth writing. */
export type ReminderJob = Pick<Services, 'database' | 'clock' | 'log'> & { mails: boolean; baseUrl: string }

type Person = {
  id: string
  name: string
  email: string | null
  employeeId: string
  headedUnitIds: string[]
  setting: ReminderSetting
  remindedOn: IsoDate | null
}

const people = async ({ database }: ReminderJob): Promise<Person[]> => {
  const users = await database.prisma.user.findMany({
    where: { active: true, employee: { active: true } },
    select: {
      id: true,
      name: true,
      reminders: true,
      employee: { select: { id: true, email: true, heads: { where: { active: true }, select: { id: true } } } },
    },
  })
  return users.flatMap(({ id, name, reminders, employee }) => {
    if (!employee) return []
    const remindedOn = reminders?.remindedOn ? fromDbDate(reminders.remindedOn) : null
    const headedUnitIds = employee.heads.map((unit) => unit.id)
    return [{ id, name, email: employee.email, employeeId: employee.id, headedUnitIds, setting: reminders ?? usualReminder, remindedOn }]
  })
}

/** One of all who try at once gets the day; it is kept in the same transaction as what is told. */
export const claimDay = async (db: Db, userId: string, day: IsoDate): Promise<boolean> => {
  const claimed = await db.$executeRaw`
    INSERT INTO "ReminderSetting" ("userId", "remindedOn") VALUES (${userId}::uuid, ${day}::date)
    ON CONFLICT ("userId") DO UPDATE SET "remindedOn" = EXCLUDED."remindedOn"
    WHERE "ReminderSetting"."remindedOn" IS NULL OR "ReminderSetting"."remindedOn" < EXCLUDED."remindedOn"`
  return claimed === 1
}

const waiting = ({ clock }: ReminderJob, kinds: readonly string[]) => ({
  kind: { in: [...kinds] },
  readAt: null,
  mailedAt: null,
  createdAt: { gte: new Date(clock.now().getTime() - newsDays * 86_400_000) },
})

/** Marks what was not read and not mailed yet, the oldest first: each is taken by one letter. */
const takeNews = async (job: ReminderJob, db: Db, userId: string, kinds: readonly string[]) => {
  const taken = await db.notification.updateManyAndReturn({
    where: { userId, ...waiting(job, kinds) },
    data: { mailedAt: job.clock.now() },
    select: { id: true, kind: true, data: true },
  })
  return taken.toSorted((left, right) => (left.id < right.id ? -1 : 1)).flatMap((one) => ({ id: one.id, line: lineOf(one) ?? [] }))
}

const linesOf = (news: Awaited<ReturnType<typeof takeNews>>) => news.flatMap(({ line }) => line)

type Sum = { told: number; letters: number }

type Due = { tasks: readonly OpenTask[]; pledges: Awaited<ReturnType<typeof pledgesDue>> }

/** Each pledge once, on the first day of the person's own that is not before its day. */
const tellPledges = async ({ clock }: ReminderJob, db: Db, { id, employeeId }: Person, pledges: Due['pledges']): Promise<number> => {
  const mine = pledges.filter((pledge) => pledge.employeeId === employeeId)
  let told = 0
  for (const { data } of mine) {
    told += (await notify({ db, clock }, { userIds: [id], kind: 'pledgeDue', data, key: `pledgeDue:${data.pledgeId}` })).length
  }
  return told
}

const decideDay = (job: ReminderJob, person: Person, { tasks, pledges }: Due): Promise<Sum> =>
  job.database.prisma.$transaction(async (db) => {
    const { clock, baseUrl } = job
    const day = clock.today()
    const sum = { told: 0, letters: 0 }
    if (!(await claimDay(db, person.id, day))) return sum
    sum.told += await tellPledges(job, db, person, pledges)
    const found = digestOf(person, tasks, day)
    const digest = found && digestData(found, day)
    if (digest) sum.told += (await notify({ db, clock }, { userIds: [person.id], kind: 'digest', data: digest, key: `digest:${day}` })).length
    const { name, email } = person
    if (!job.mails || !person.setting.mail || email === null) return sum
    const news = linesOf(await takeNews(job, db, person.id, mailedKinds))
    if (!digest && news.length === 0) return sum
    sum.letters = await writeLetter({ db, clock }, digestLetter({ name, email }, { userId: person.id, day, digest, news }, baseUrl))
    return sum
  })

const writeUrgent = (job: ReminderJob, { id, name, email }: Person): Promise<number> =>
  job.database.prisma.$transaction(async (db) => {
    const news = await takeNews(job, db, id, urgentKinds)
    const [first] = news
    const lines = linesOf(news)
    if (!first || email === null || lines.length === 0) return 0
    return writeLetter({ db, clock: job.clock }, urgentLetter({ name, email }, `urgent:${first.id}`, lines, job.baseUrl))
  })

const urgentUserIds = async (job: ReminderJob): Promise<Set<string>> => {
  const rows = await job.database.prisma.notification.findMany({ where: waiting(job, urgentKinds), distinct: ['userId'], select: { userId: true } })
  return new Set(rows.map(({ userId }) => userId))
}

/**
 * Reminds everybody within their hours, once a day of what is late or soon due, and in between of what cannot wait, however often and in
 * how many processes it runs. Letters are written with what they tell of and sent by the outbox. What fails for one stops nobody else.
 */
export const remind = async (job: ReminderJob): Promise<Sum> => {
  const { clock, log } = job
  const now = clock.now()
  const sum = { told: 0, letters: 0 }
  const each = async (persons: readonly Person[], run: (person: Person) => Promise<Sum>) => {
    for (const person of persons) {
      const done = await run(person).catch((error: unknown) => {
        log.error({ err: error, userId: person.id }, 'a person could not be reminded')
        return { told: 0, letters: 0 }
      })
      sum.told += done.told
      sum.letters += done.letters
    }
  }
  const persons = (await people(job)).filter(({ setting }) => reminderDue(setting, now))
  const due = persons.filter(({ setting, remindedOn }) => digestDue(setting, remindedOn, now, clock.today()))
  if (due.length > 0) {
    const [tasks, pledges] = await Promise.all([openTasks(job.database, clock.today()), pledgesDue(job.database, clock.today())])
    await each(due, (person) => decideDay(job, person, { tasks, pledges }))
  }
  if (!job.mails) return sum
  // What the digests just took is no longer urgent.
  const urgent = await urgentUserIds(job)
  const pressed = persons.filter(({ id, email, setting }) => urgent.has(id) && email !== null && setting.mail)
  await each(pressed, async (person) => ({ told: 0, letters: await writeUrgent(job, person) }))
  return sum
}
