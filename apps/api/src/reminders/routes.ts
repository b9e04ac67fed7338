import { createHash } from 'node:crypto'
import { calendarFeeds, mails, reminders } from '@chung-tay/contracts/reminders'
import type { FastifyInstance } from 'fastify'
import { implement, implementFile } from '../http/implement.ts'
import { found } from '../http/scope.ts'
import { writeCalendar } from './calendar.ts'
import { readFeed } from './feed.ts'
import { listUnsentMails, retryMail } from './mails.ts'
import { getReminders, makeFeed, revokeFeed, updateReminders } from './service.ts'

/** Calendars ask a few times an hour at most, many of them through one address of the agency. */
const feedLimit = { max: 120, timeWindow: '1 minute' }

const etagOf = (text: string): string => `"${createHash('sha256').update(text).digest('base64url').slice(0, 32)}"`

export const reminderRoutes =
  ({ mails: mailServer, baseUrl }: { mails: boolean; baseUrl: string }) =>
  async (app: FastifyInstance) => {
    implement(app, reminders.get, ({ context }) => getReminders(context, mailServer))
    implement(app, reminders.update, ({ context, body }) => updateReminders(context, body, mailServer))
    implement(app, calendarFeeds.make, ({ context }) => makeFeed(context), { tellsSecret: true })
    implement(app, calendarFeeds.revoke, ({ context }) => revokeFeed(context))
    implementFile(
      app,
      calendarFeeds.read,
      async ({ context, params }, reply) => {
        const text = await writeCalendar(found(await readFeed(context, params.token, baseUrl)))
        const etag = etagOf(text)
        reply.header('etag', etag).header('cache-control', 'private, no-cache')
        if (reply.request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
        return reply.type('text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="thang-hanh-dong.ics"').send(text)
      },
      { rateLimit: feedLimit, logLevel: 'warn' },
    )
    implement(app, mails.listUnsent, ({ context, query }) => listUnsentMails(context, query))
    implement(app, mails.retry, ({ context, params }) => retryMail(context, params.id))
  }
