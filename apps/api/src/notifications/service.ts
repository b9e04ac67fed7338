import {
  notification as contractOfOne,
  type NotificationData,
  type NotificationKind,
  type NotificationRecord,
  type notifications,
} from '@chung-tay/contracts/notifications'
import type { Notification } from '@chung-tay/db/client'
import type { Role } from '@chung-tay/domain/access/actor'
import { DomainError } from '@chung-tay/domain/errors'
import { z } from 'zod'
import type { Clock, Context, Db, WriteContext } from '../http/context.ts'
import { page } from '../http/pages.ts'
import { scope } from '../http/scope.ts'
import { toJson } from '../http/write.ts'

export type Notice<Kind extends NotificationKind = NotificationKind> = {
  userIds: readonly string[]
  kind: Kind
  data: NotificationData[Kind]
  /** Names the occasion: a person is told of it once, however often it is written. */
  key: string
}

/** Tells people something in the transaction of what happened. Answers the ids of those who had not been told yet. */
export const notify = async <Kind extends NotificationKind>(
  { db, clock }: { db: Db; clock: Clock },
  { userIds, kind, data, key }: Notice<Kind>,
): Promise<string[]> => {
  if (userIds.length === 0) return []
  const made = await db.notification.createManyAndReturn({
    data: [...new Set(userIds)].map((userId) => ({ userId, kind, data: toJson(data), key, createdAt: clock.now() })),
    skipDuplicates: true,
    select: { userId: true },
  })
  return made.map(({ userId }) => userId)
}

/** The same, to others: nobody is told what they did themselves. */
export const tellOthers = <Kind extends NotificationKind>(context: WriteContext, { userIds, ...notice }: Notice<Kind>): Promise<string[]> =>
  notify(context, { ...notice, userIds: userIds.filter((id) => id !== context.actor.userId) })

/** Active accounts that hold a role of the office's work. */
export const userIdsWith = async (db: Db, role: Role): Promise<string[]> =>
  (await db.user.findMany({ where: { active: true, roles: { has: role } }, select: { id: true } })).map(({ id }) => id)

/** Tells everybody of a role. The key carries the version: one step of a record is told once, its repetition again. */
export const tellRole = async <Kind extends NotificationKind>(
  context: WriteContext,
  role: Role,
  kind: Kind,
  { data, id, version }: { data: NotificationData[Kind]; id: string; version: number },
) => tellOthers(context, { userIds: await userIdsWith(context.db, role), kind, data, key: `${kind}:${id}:${version}` })

// What was written under an older or a newer form of its kind is passed over instead of failing the whole list.
const present = ({ id, kind, data, createdAt, readAt }: Notification): NotificationRecord[] => {
  const parsed = z.safeDecode(contractOfOne, { id, kind, data, createdAt: createdAt.toISOString(), readAt: readAt?.toISOString() ?? null } as never)
  return parsed.success ? [parsed.data] : []
}

export const listNotifications = async (context: Context, query: z.output<typeof notifications.list.query>) => {
  const own = scope(context, 'read', 'Notification')
  const where = { AND: [own, query.unread === undefined ? {} : { readAt: query.unread ? null : { not: null } }] }
  const [{ items, ...rest }, unread] = await Promise.all([
    page(
      query,
      (window) => context.db.notification.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], ...window }),
      () => context.db.notification.count({ where }),
      present,
    ),
    context.db.notification.count({ where: { AND: [own, { readAt: null }] } }),
  ])
  return { ...rest, items: items.flat(), unread }
}

export const readNotification = async (context: WriteContext, id: string): Promise<Record<string, never>> => {
  const own = { AND: [{ id }, scope(context, 'update', 'Notification')] }
  const readAt = context.clock.now()
  const { count } = await context.db.notification.updateMany({ where: { AND: [own, { readAt: null }] }, data: { readAt } })
  if (count === 0 && (await context.db.notification.count({ where: own })) === 0) throw new DomainError('NOT_FOUND')
  await context.audit({ subject: 'Notification', id })
  return {}
}

export const readAllNotifications = async (context: WriteContext): Promise<{ read: number }> => {
  const { count } = await context.db.notification.updateMany({
    where: { AND: [scope(context, 'update', 'Notification'), { readAt: null }] },
    data: { readAt: context.clock.now() },
  })
  await context.audit({ subject: 'Notification', id: context.actor.userId, after: { read: count } })
  return { read: count }
}
