import { z } from 'zod'
import { count, id, instant } from './codecs.ts'
import { defineContract } from './contract.ts'
import { nothing, pageOf, pageQuery } from './pages.ts'

const setting = z.object({
  mail: z.boolean(),
  /** Hour of the day from which reminders come; none come from 21 on. */
  hour: z.int().min(0).max(20),
  /** Days of the week without reminders, 0 Sunday to 6 Saturday. */
  quietDays: z.array(z.int().min(0).max(6)).max(7),
})

/** `email`: where letters go, by the employee's record; `mailServer`: whether this installation sends any; `feedSince`: the calendar address is in use. */
const own = setting.extend({ email: z.string().nullable(), mailServer: z.boolean(), feedSince: instant.nullable(), version: z.int() })
export type OwnReminders = z.output<typeof own>

export const reminders = {
  get: defineContract({
    operationId: 'getMyReminders',
    method: 'GET',
    path: '/reminders',
    summary: 'When and how one is reminded',
    permission: 'self',
    response: own,
  }),
  update: defineContract({
    operationId: 'updateMyReminders',
    method: 'PUT',
    path: '/reminders',
    summary: 'Choose letters, the hour and the quiet days',
    permission: 'self',
    body: setting,
    response: own,
    versioned: true,
  }),
}

export const calendarFeeds = {
  make: defineContract({
    operationId: 'makeCalendarFeed',
    method: 'POST',
    path: '/calendar-feed',
    summary: 'Make one’s own calendar address, told this once; the one before stops',
    permission: 'self',
    response: z.object({ path: z.string(), createdAt: instant }),
  }),
  revoke: defineContract({
    operationId: 'revokeCalendarFeed',
    method: 'DELETE',
    path: '/calendar-feed',
    summary: 'Stop one’s own calendar address',
    permission: 'self',
    response: nothing,
  }),
  read: defineContract({
    operationId: 'readCalendarFeed',
    method: 'GET',
    path: '/calendar/:token.ics',
    summary: 'A person’s tasks, events and the report’s day as iCalendar; whoever has the address reads it',
    permission: 'public',
    params: z.object({ token: z.string() }),
    response: z.any(),
    file: ['text/calendar; charset=utf-8'],
  }),
}

/** A letter that could not be sent yet, or was given up; what it says is nobody's but its reader's. */
const unsentMail = z.object({
  id,
  kind: z.enum(['digest', 'urgent', 'other']),
  to: z.string(),
  createdAt: instant,
  attempts: count,
  error: z.string().nullable(),
  nextAt: instant,
  failedAt: instant.nullable(),
})
export type UnsentMail = z.output<typeof unsentMail>

export const mails = {
  listUnsent: defineContract({
    operationId: 'listUnsentMails',
    method: 'GET',
    path: '/mails/unsent',
    summary: 'Letters that failed or wait for another attempt, the newest first',
    permission: 'read User',
    query: pageQuery,
    response: pageOf(unsentMail),
  }),
  retry: defineContract({
    operationId: 'retryMail',
    method: 'POST',
    path: '/mails/:id/retry',
    summary: 'Try a letter that was given up once more from the start',
    permission: 'update User',
    params: z.object({ id }),
    response: unsentMail,
    status: 200,
    errors: ['TRANSITION_NOT_ALLOWED'],
  }),
}
