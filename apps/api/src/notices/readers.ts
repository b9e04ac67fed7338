import type { OutputOf } from '@chung-tay/contracts/contract'
import type { NoticeReaderRecord, notices } from '@chung-tay/contracts/notices'
import type { Prisma } from '@chung-tay/db/client'
import type { Action } from '@chung-tay/domain/access/abilities'
import { DomainError } from '@chung-tay/domain/errors'
import type { Context, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { notify } from '../notifications/service.ts'
import { loadNotice, markRead } from './service.ts'

const shown = { employee: { select: { name: true, user: { select: { id: true, active: true } } } }, unit: { select: { name: true } } } as const
type Row = Prisma.NoticeReaderGetPayload<{ include: typeof shown }>
const inOrder = [{ unit: { sortOrder: 'asc' } }, { employee: { givenName: 'asc' } }, { employee: { name: 'asc' } }, { id: 'asc' }] as const

const present = ({ id, employee, unit, readAt, via }: Row): NoticeReaderRecord => ({
  id,
  employeeName: employee.name,
  unitName: unit.name,
  hasAccount: employee.user?.active === true,
  readAt,
  via,
})

const scoped = (context: Context, noticeId: string, action: Action) => ({ AND: [{ noticeId }, scope(context, action, 'NoticeReader')] })

/** Counts by unit: how many, never who. */
export const listProgress = async (context: Context, noticeId: string) => {
  await loadNotice(context, noticeId, 'read')
  const where = scoped(context, noticeId, 'read')
  const [told, read, units] = await Promise.all([
    context.db.noticeReader.groupBy({ by: ['unitId'], where, _count: true }),
    context.db.noticeReader.groupBy({ by: ['unitId'], where: { AND: [where, { readAt: { not: null } }] }, _count: true }),
    context.db.unit.findMany({ select: { id: true, name: true }, orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }] }),
  ])
  const rows = units.flatMap(({ id, name }) => {
    const all = told.find(({ unitId }) => unitId === id)
    return all ? [{ unitId: id, unitName: name, told: all._count, read: read.find(({ unitId }) => unitId === id)?._count ?? 0 }] : []
  })
  const sum = (key: 'told' | 'read') => rows.reduce((total, row) => total + row[key], 0)
  return { total: { told: sum('told'), read: sum('read') }, units: rows }
}

export const listReaders = async (context: Context, noticeId: string) => {
  await loadNotice(context, noticeId, 'read')
  const rows = await context.db.noticeReader.findMany({ where: scoped(context, noticeId, 'review'), include: shown, orderBy: [...inOrder] })
  return { items: rows.map(present) }
}

/** Each is reminded at most once a day, however often the head asks. */
export const remindReaders = async (context: WriteContext, noticeId: string): Promise<{ reminded: number }> => {
  const { title, campaign } = await loadNotice(context, noticeId, 'read')
  const where = { AND: [scoped(context, noticeId, 'review'), { readAt: null }] }
  const rows = await context.db.noticeReader.findMany({ where, include: shown })
  const userIds = rows.flatMap(({ employee }) => (employee.user?.active ? [employee.user.id] : []))
  const key = `noticeUnread:${noticeId}:${context.clock.today()}`
  const told = await notify(context, { userIds, kind: 'noticeUnread', data: { noticeId, year: campaign.year, title }, key })
  await context.audit({ subject: 'Notice', id: noticeId, after: { reminded: told.length } })
  return { reminded: told.length }
}

export const confirmOnPaper = async (context: WriteContext, id: string): Promise<NoticeReaderRecord> => {
  const mine = { AND: [{ id }, scope(context, 'review', 'NoticeReader')] }
  found(await context.db.noticeReader.findFirst({ where: mine, select: { id: true } }))
  if ((await markRead(context, { id }, 'paper')) === 0) throw new DomainError('TRANSITION_NOT_ALLOWED', { status: 'read' })
  const row = await context.db.noticeReader.findUniqueOrThrow({ where: { id }, include: shown })
  await context.audit({ subject: 'Notice', id: row.noticeId, after: { employeeName: row.employee.name, via: 'paper' } })
  return present(row)
}

/** A line for each employee without an account, whether read or not: the sheet tells nothing about who has. */
export const listSheet = async (context: Context, noticeId: string) => {
  await loadNotice(context, noticeId, 'read')
  const without = { employee: { is: { OR: [{ user: { is: null } }, { user: { is: { active: false } } }] } } }
  const rows = await context.db.noticeReader.findMany({
    where: { AND: [scoped(context, noticeId, 'issue'), without] },
    include: shown,
    orderBy: [...inOrder],
  })
  return { items: rows.map(({ id, employee, unit, token }) => ({ id, employeeName: employee.name, unitName: unit.name, token })) }
}

type Opened = OutputOf<typeof notices.open>

const loadByToken = async ({ db }: Context, token: string) =>
  found(
    await db.noticeReader.findFirst({
      where: { token, notice: { publishedAt: { not: null } } },
      include: { notice: { include: { campaign: { select: { year: true } } } }, employee: { select: { name: true } } },
    }),
  )

/** Good for this one notice and nothing else: neither a session nor any other record comes of it. */
export const openLink = async (context: Context, token: string): Promise<Opened> => {
  const { notice, employee, readAt } = await loadByToken(context, token)
  const agency = await context.db.agency.findFirstOrThrow({ select: { name: true } })
  return { agencyName: agency.name, employeeName: employee.name, year: notice.campaign.year, title: notice.title, text: notice.text, readAt }
}

export const confirmLink = async (context: WriteContext, token: string): Promise<Opened> => {
  const { id, noticeId, employee } = await loadByToken(context, token)
  await markRead(context, { id }, 'link')
  await context.audit({ subject: 'Notice', id: noticeId, after: { employeeName: employee.name, via: 'link' } })
  return openLink(context, token)
}
