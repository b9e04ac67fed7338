import { randomBytes } from 'node:crypto'
import type { NoticeRecord, notices } from '@chung-tay/contracts/notices'
import type { Prisma } from '@chung-tay/db/client'
import type { Action } from '@chung-tay/domain/access/abilities'
import { requireApproved, requireOpen } from '@chung-tay/domain/campaigns/open'
import { formatDay, fromDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { noticeWords } from '@chung-tay/domain/notices/progress'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { notify } from '../notifications/service.ts'

const shown = { campaign: { select: { year: true, status: true } } } as const
type Row = Prisma.NoticeGetPayload<{ include: typeof shown }>
type Content = z.output<typeof notices.create.body>

const ownReaders = ({ db, actor }: Context, noticeIds: string[]) =>
  actor.employeeId === null ? [] : db.noticeReader.findMany({ where: { noticeId: { in: noticeIds }, employeeId: actor.employeeId } })

const present = async (context: Context, rows: readonly Row[]): Promise<NoticeRecord[]> => {
  const publishers = rows.map((row) => row.publishedById)
  const [names, own] = await Promise.all([
    namesOfUsers(context.db, publishers),
    ownReaders(
      context,
      rows.map(({ id }) => id),
    ),
  ])
  return rows.map((row) => {
    const mine = own.find(({ noticeId }) => noticeId === row.id)
    return {
      id: row.id,
      campaignId: row.campaignId,
      year: row.campaign.year,
      title: row.title,
      text: row.text,
      publishedAt: row.publishedAt,
      publishedByName: names.get(row.publishedById ?? '') ?? null,
      mine: { told: mine !== undefined, readAt: mine?.readAt ?? null },
      version: row.version,
    }
  })
}
const one = async (context: Context, row: Row) => found((await present(context, [row]))[0])

export const loadNotice = async (context: Context, id: string, action: Action): Promise<Row> =>
  found(await context.db.notice.findFirst({ where: { AND: [{ id }, scope(context, action, 'Notice')] }, include: shown }))

const loadCampaign = async (context: Context, id: string) =>
  found(await context.db.campaign.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'Campaign')] } }))

export const listNotices = async (context: Context, campaignId: string) => {
  await loadCampaign(context, campaignId)
  const where = { AND: [{ campaignId }, scope(context, 'read', 'Notice')] }
  const rows = await context.db.notice.findMany({
    where,
    include: shown,
    orderBy: [{ publishedAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
  })
  return { items: await present(context, rows) }
}

export const getNotice = async (context: Context, id: string): Promise<NoticeRecord> => one(context, await loadNotice(context, id, 'read'))

export const proposeNotice = async (context: Context, campaignId: string) => {
  const { year, title, theme, startsOn, endsOn } = await loadCampaign(context, campaignId)
  const agency = await context.db.agency.findFirstOrThrow()
  const days = { startsOn: formatDay(fromDbDate(startsOn)), endsOn: formatDay(fromDbDate(endsOn)) }
  return noticeWords({ year, title, theme, ...days, leader: `Lãnh đạo ${agency.name}` })
}

const told = ({ title, text, publishedAt }: NoticeRecord) => ({ title, text, publishedAt })

export const createNotice = async (context: WriteContext, campaignId: string, input: Content): Promise<NoticeRecord> => {
  requireApproved((await loadCampaign(context, campaignId)).status)
  const row = await context.db.notice.create({ data: { ...input, campaignId, createdAt: context.clock.now() }, include: shown })
  const notice = await one(context, row)
  await context.audit({ subject: 'Notice', id: row.id, after: told(notice) })
  return notice
}

const loadDraft = async (context: WriteContext, id: string): Promise<Row> => {
  const row = await loadNotice(context, id, 'update')
  requireOpen(row.campaign.status)
  if (row.publishedAt !== null) throw new DomainError('TRANSITION_NOT_ALLOWED', { status: 'published' })
  return row
}

export const updateNotice = async (context: WriteContext, id: string, input: Content): Promise<NoticeRecord> => {
  const before = await one(context, await loadDraft(context, id))
  const data = { ...input, version: { increment: 1 } }
  const after = await one(context, await context.db.notice.update({ where: { id, version: context.version }, data, include: shown }))
  await context.audit({ subject: 'Notice', id, before: told(before), after: told(after) })
  return after
}

/** Everybody who works here and was not told yet, in the unit of today; who has an account finds it among the notifications. */
const tellEverybody = async (context: WriteContext, { id, title, campaign }: Row): Promise<number> => {
  const people = await context.db.employee.findMany({
    where: { active: true, notices: { none: { noticeId: id } } },
    select: { id: true, unitId: true, user: { select: { id: true, active: true } } },
  })
  const { count } = await context.db.noticeReader.createMany({
    data: people.map((person) => ({ noticeId: id, employeeId: person.id, unitId: person.unitId, token: randomBytes(16).toString('base64url') })),
    skipDuplicates: true,
  })
  const userIds = people.flatMap(({ user }) => (user?.active ? [user.id] : []))
  await notify(context, { userIds, kind: 'noticePublished', data: { noticeId: id, year: campaign.year, title }, key: `noticePublished:${id}` })
  return count
}

export const publishNotice = async (context: WriteContext, id: string): Promise<NoticeRecord> => {
  const before = await loadDraft(context, id)
  requireApproved(before.campaign.status)
  const data = { publishedAt: context.clock.now(), publishedById: context.actor.userId, version: { increment: 1 } }
  const row = await context.db.notice.update({ where: { id, version: context.version }, data, include: shown })
  const people = await tellEverybody(context, row)
  const after = await one(context, row)
  await context.audit({ subject: 'Notice', id, before: told(await one(context, before)), after: { ...told(after), told: people } })
  return after
}

export const gatherReaders = async (context: WriteContext, id: string): Promise<{ added: number }> => {
  const row = await loadNotice(context, id, 'update')
  requireOpen(row.campaign.status)
  if (row.publishedAt === null) throw new DomainError('TRANSITION_NOT_ALLOWED', { status: 'draft' })
  const added = await tellEverybody(context, row)
  await context.audit({ subject: 'Notice', id, after: { told: added } })
  return { added }
}

/** The first word stands: who confirms again, or by another way, changes nothing. */
export const markRead = async (context: WriteContext, where: Prisma.NoticeReaderWhereInput, via: 'account' | 'link' | 'paper') => {
  const { count } = await context.db.noticeReader.updateMany({
    where: { AND: [where, { readAt: null }] },
    data: { readAt: context.clock.now(), via },
  })
  return count
}

export const confirmNotice = async (context: WriteContext, id: string): Promise<NoticeRecord> => {
  const row = await loadNotice(context, id, 'read')
  const { employeeId } = context.actor
  const mine = employeeId && (await context.db.noticeReader.findUnique({ where: { noticeId_employeeId: { noticeId: id, employeeId } } }))
  if (!mine) throw new DomainError('NOT_FOUND')
  await markRead(context, { id: mine.id }, 'account')
  await context.audit({ subject: 'Notice', id, after: { read: true } })
  return one(context, row)
}
