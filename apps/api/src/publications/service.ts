import type { PublicationCounts, PublicationDetail, PublicationRecord, publications } from '@chung-tay/contracts/publications'
import type { Prisma } from '@chung-tay/db/client'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { fromDbDate, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import {
  channels,
  isOverdue,
  type PublicationAction,
  publicationKinds,
  publicationTransitions,
  requireProof,
} from '@chung-tay/domain/publications/status'
import { foldText } from '@chung-tay/domain/text'
import { advance } from '@chung-tay/domain/transitions'
import type { z } from 'zod'
import { assertFiguresOpen } from '../confirmations/guard.ts'
import { attachFiles, filesOf } from '../files/service.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { countFeatured, featuredOf, listFeatured, requireCleared, seesChildren, takeDownIds, toTakeDown, writeFeatured } from './children.ts'

const shown = { campaign: { select: { status: true } }, unit: { select: { name: true } } } as const
type Row = Prisma.PublicationGetPayload<{ include: typeof shown }>

type Query = z.output<typeof publications.list.query>
type Body = z.output<typeof publications.create.body>

const presentOn =
  (today: IsoDate, down: ReadonlySet<string> = new Set()) =>
  (row: Row): PublicationRecord => {
    const plannedOn = fromDbDate(row.plannedOn)
    return {
      id: row.id,
      campaignId: row.campaignId,
      unitId: row.unitId,
      unitName: row.unit.name,
      kind: row.kind,
      channel: row.channel,
      title: row.title,
      content: row.content,
      url: row.url,
      plannedOn,
      publishedOn: row.publishedOn && fromDbDate(row.publishedOn),
      status: row.status,
      overdue: isOverdue({ status: row.status, plannedOn }, today),
      takeDown: down.has(row.id),
      withdrawReason: row.withdrawReason,
      version: row.version,
    }
  }

const detailOf = async (context: Context, row: Row): Promise<PublicationDetail> => ({
  ...presentOn(context.clock.today(), await takeDownIds(context, [row.id]))(row),
  files: await filesOf(context, 'Publication', row.id),
  children: await featuredOf(context, row.id),
})

/** Of children the history tells how many, not who. */
const audited = (row: Row, children: number, files?: readonly { name: string; sha256: string }[]) => {
  const { id: _, campaignId: __, unitId: ___, overdue: ____, takeDown: _____, ...facts } = presentOn('')(row)
  return { ...facts, children, ...(files && files.length > 0 && { files: files.map(({ name, sha256 }) => `${name} (SHA-256 ${sha256})`) }) }
}

const statusIs = (status: NonNullable<Query['status']>, context: Context): Prisma.PublicationWhereInput => {
  if (status === 'overdue') return { status: 'planned', plannedOn: { lt: toDbDate(context.clock.today()) } }
  if (status === 'takeDown') return seesChildren(context) ? toTakeDown : { id: { in: [] } }
  return { status }
}

const orderByOf = (sort: Query['sort']): Prisma.PublicationOrderByWithRelationInput[] => {
  const { column, direction } = orderOf<'plannedOn' | 'publishedOn' | 'title'>(sort)
  return [column === 'publishedOn' ? { publishedOn: { sort: direction, nulls: 'last' } } : { [column]: direction }, { id: direction }]
}

export const listPublications = (context: Context, campaignId: string, query: Query) => {
  const today = context.clock.today()
  const where: Prisma.PublicationWhereInput = {
    AND: [
      { campaignId },
      scope(context, 'read', 'Publication'),
      query.kind === undefined ? {} : { kind: query.kind },
      query.channel === undefined ? {} : { channel: query.channel },
      query.status === undefined ? {} : statusIs(query.status, context),
      query.unitId === undefined ? {} : { unitId: query.unitId },
      query.q ? { search: { contains: foldText(query.q) } } : {},
    ],
  }
  return page(
    query,
    async (window) => {
      const rows = await context.db.publication.findMany({ where, include: shown, orderBy: orderByOf(query.sort), ...window })
      const down = await takeDownIds(
        context,
        rows.map(({ id }) => id),
      )
      return rows.map(presentOn(today, down))
    },
    () => context.db.publication.count({ where }),
    (item) => item,
  )
}

const tally = <Key extends string>(keys: readonly Key[], counted: readonly { key: Key; count: number }[]) =>
  Object.fromEntries(keys.map((key) => [key, counted.find((one) => one.key === key)?.count ?? 0])) as Record<Key, number>

/** What the heads of the tabs and the report's clause II.1 say. */
export const countPublications = async (context: Context, campaignId: string): Promise<PublicationCounts> => {
  const where = { AND: [{ campaignId }, scope(context, 'read', 'Publication')] }
  const published = { AND: [where, { status: 'published' as const }] }
  const overdue = { AND: [where, statusIs('overdue', context)] }
  const down = { AND: [where, statusIs('takeDown', context)] }
  const { publication } = context.db
  const [byStatus, byKind, byChannel, late, takeDown] = await Promise.all([
    publication.groupBy({ by: ['status'], where, _count: true }),
    publication.groupBy({ by: ['kind'], where: published, _count: true }),
    publication.groupBy({ by: ['channel'], where: published, _count: true }),
    publication.count({ where: overdue }),
    publication.count({ where: down }),
  ])
  return {
    ...tally(
      ['planned', 'published', 'withdrawn'],
      byStatus.map(({ status, _count }) => ({ key: status, count: _count })),
    ),
    overdue: late,
    takeDown,
    byKind: tally(
      publicationKinds,
      byKind.map(({ kind, _count }) => ({ key: kind, count: _count })),
    ),
    byChannel: tally(
      channels,
      byChannel.map(({ channel, _count }) => ({ key: channel, count: _count })),
    ),
  }
}

const load = async (context: Context, id: string, action: 'read' | 'update'): Promise<Row> =>
  found(await context.db.publication.findFirst({ where: { AND: [{ id }, scope(context, action, 'Publication')] }, include: shown }))

export const getPublication = async (context: Context, id: string) => detailOf(context, await load(context, id, 'read'))

const unitFor = async ({ db, actor }: Context, unitId: string | null): Promise<string> => {
  const chosen = unitId ?? actor.unitId
  if (chosen === null) throw invalidField('unitId', 'required')
  const unit = await db.unit.findFirst({ where: { id: chosen, active: true }, select: { id: true } })
  if (!unit) throw new DomainError('NOT_FOUND', { reference: true, field: 'unitId' })
  return unit.id
}

const columnsOf = ({ kind, channel, title, content, url, plannedOn }: Body) => ({
  kind,
  channel,
  title,
  content,
  url,
  plannedOn: toDbDate(plannedOn),
  search: foldText(`${title} ${content}`),
})

export const createPublication = async (context: WriteContext, campaignId: string, input: Body): Promise<PublicationDetail> => {
  const campaign = found(await context.db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] } }))
  requireOpen(campaign.status)
  const unitId = await unitFor(context, input.unitId)
  const children = await requireCleared(context, input, input.children)
  const row = await context.db.publication.create({
    data: { campaignId, unitId, ...columnsOf(input), createdAt: context.clock.now() },
    include: shown,
  })
  await writeFeatured(context.db, row.id, children)
  await attachFiles(context, 'Publication', row.id, input.fileIds)
  const detail = await detailOf(context, row)
  await context.audit({ subject: 'Publication', id: row.id, after: audited(row, children.length, detail.files) })
  return detail
}

type Change = {
  action: PublicationAction
  data: Prisma.PublicationUncheckedUpdateInput
  fileIds?: readonly string[]
  children?: z.output<typeof publications.create.body>['children']
  reason?: string
}

/** Files come first: whether the piece is proved is asked of everything it then has. */
const change = async (context: WriteContext, id: string, { action, data, fileIds = [], children, reason }: Change): Promise<PublicationDetail> => {
  const before = await load(context, id, 'update')
  if (before.version !== context.version) throw new DomainError('STALE')
  const status = advance(publicationTransitions, before.status, action)
  // What must come down comes down, also in a year that is closed.
  if (!(await takeDownIds(context, [id])).has(id)) {
    requireOpen(before.campaign.status)
    await assertFiguresOpen(context, before.campaignId, before.unitId)
  }
  const featured = await countFeatured(context.db, id)
  if (children) await writeFeatured(context.db, id, children)
  const row = await context.db.publication.update({
    where: { id, version: context.version },
    data: { ...data, status, version: { increment: 1 } },
    include: shown,
  })
  await attachFiles(context, 'Publication', id, fileIds)
  const detail = await detailOf(context, row)
  if (status === 'published') requireProof({ channel: row.channel, url: row.url, files: detail.files.length })
  const added = detail.files.filter((file) => fileIds.includes(file.id))
  await context.audit({ subject: 'Publication', id, before: audited(before, featured), after: audited(row, detail.children.length, added), reason })
  return detail
}

export const updatePublication = async (context: WriteContext, id: string, input: Body) => {
  const unitId = await unitFor(context, input.unitId)
  const children = await requireCleared(context, input, input.children)
  return change(context, id, { action: 'update', data: { ...columnsOf(input), unitId }, fileIds: input.fileIds, children })
}

export const publishPublication = async (
  context: WriteContext,
  id: string,
  { publishedOn, url, fileIds }: z.output<typeof publications.publish.body>,
) => {
  if (publishedOn > context.clock.today()) throw invalidField('publishedOn', 'in_the_future')
  const children = await requireCleared(context, await load(context, id, 'update'), await listFeatured(context.db, id))
  return change(context, id, { action: 'publish', data: { publishedOn: toDbDate(publishedOn), url }, fileIds, children })
}

export const withdrawPublication = (context: WriteContext, id: string, reason: string) =>
  change(context, id, { action: 'withdraw', data: { withdrawReason: reason }, reason })
