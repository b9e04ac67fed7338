import { createHash, randomBytes } from 'node:crypto'
import type { OwnReminders } from '@chung-tay/contracts/reminders'
import { type ReminderSetting, usualReminder } from '@chung-tay/domain/reminders/hours'
import type { Context, WriteContext } from '../http/context.ts'

const readOwn = async ({ db, actor }: Context, mailServer: boolean): Promise<OwnReminders> => {
  const user = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { reminders: true, calendar: true, employee: { select: { email: true } } },
  })
  const { mail, hour, quietDays } = user.reminders ?? usualReminder
  return {
    mail,
    hour,
    quietDays: [...quietDays],
    email: user.employee?.email ?? null,
    mailServer,
    feedSince: user.calendar?.createdAt ?? null,
    version: user.reminders?.version ?? 1,
  }
}

export const getReminders = readOwn

/** Whoever chose nothing yet has version 1, with or without a row. */
export const updateReminders = async (context: WriteContext, { mail, hour, quietDays }: ReminderSetting, mailServer: boolean) => {
  const { db, actor, version } = context
  const { userId } = actor
  const chosen = { mail, hour, quietDays: [...new Set(quietDays)].sort() }
  const before = await readOwn(context, mailServer)
  await db.reminderSetting.createMany({ data: [{ userId }], skipDuplicates: true })
  await db.reminderSetting.update({ where: { userId, version }, data: { ...chosen, version: { increment: 1 } } })
  const { mail: wasMail, hour: wasHour, quietDays: wasQuiet } = before
  await context.audit({ subject: 'ReminderSetting', id: userId, before: { mail: wasMail, hour: wasHour, quietDays: wasQuiet }, after: chosen })
  return readOwn(context, mailServer)
}

/** What is kept of a calendar address: from it the address cannot be found again. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export const makeFeed = async (context: WriteContext) => {
  const { db, actor, clock } = context
  const token = randomBytes(32).toString('base64url')
  const row = { tokenHash: hashOf(token), createdAt: clock.now() }
  await db.calendarFeed.upsert({ where: { userId: actor.userId }, create: { userId: actor.userId, ...row }, update: row })
  await context.audit({ subject: 'CalendarFeed', id: actor.userId })
  return { path: `/api/calendar/${token}.ics`, createdAt: row.createdAt }
}

/** Revoking what is not there is no mistake. */
export const revokeFeed = async (context: WriteContext): Promise<Record<string, never>> => {
  const { userId } = context.actor
  await context.db.calendarFeed.deleteMany({ where: { userId } })
  await context.audit({ subject: 'CalendarFeed', id: userId })
  return {}
}
