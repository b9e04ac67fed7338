import { z } from 'zod'
import { count, day, id, instant, queryFlag } from './codecs.ts'
import { defineContract } from './contract.ts'
import { nothing, pageOf, pageQuery } from './pages.ts'

const ofTask = z.object({ taskId: id, year: z.int(), title: z.string(), unitName: z.string(), dueOn: day })

/** What each kind tells. The client makes the words, in both languages. */
export const notificationData = {
  taskAssigned: ofTask,
  taskDelegated: ofTask,
  taskSubmitted: ofTask.extend({ late: z.boolean() }),
  taskReturned: ofTask.extend({ reason: z.string() }),
  taskAccepted: ofTask,
  taskCommented: ofTask.extend({ authorName: z.string(), excerpt: z.string() }),
  /** The oldest deadlines first and not more than twenty; `late` and `soon` count them all. */
  digest: z.object({ day, late: count, soon: count, tasks: z.array(ofTask.extend({ daysLate: count })) }),
} as const

export type NotificationKind = keyof typeof notificationData
export type NotificationData = { [Kind in NotificationKind]: z.output<(typeof notificationData)[Kind]> }

const of = <const Kind extends NotificationKind>(kind: Kind) =>
  z.object({ id, kind: z.literal(kind), data: notificationData[kind], createdAt: instant, readAt: instant.nullable() })

export const notification = z.discriminatedUnion('kind', [
  of('taskAssigned'),
  of('taskDelegated'),
  of('taskSubmitted'),
  of('taskReturned'),
  of('taskAccepted'),
  of('taskCommented'),
  of('digest'),
])
export type NotificationRecord = z.output<typeof notification>

export const notifications = {
  list: defineContract({
    operationId: 'listNotifications',
    method: 'GET',
    path: '/notifications',
    summary: 'The own notifications, the newest first; `unread` counts all that were not read yet',
    permission: 'read Notification',
    query: pageQuery.omit({ q: true }).extend({ unread: queryFlag.optional() }),
    response: pageOf(notification).extend({ unread: count }),
  }),
  read: defineContract({
    operationId: 'readNotification',
    method: 'POST',
    path: '/notifications/:id/read',
    summary: 'Mark an own notification as read',
    permission: 'update Notification',
    params: z.object({ id }),
    response: nothing,
    status: 200,
  }),
  readAll: defineContract({
    operationId: 'readAllNotifications',
    method: 'POST',
    path: '/notifications/read-all',
    summary: 'Mark every own notification as read',
    permission: 'update Notification',
    response: z.object({ read: count }),
    status: 200,
  }),
}
