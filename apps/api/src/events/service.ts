import type { EventDetail, EventRecord, events } from '@chung-tay/contracts/events'
import type { Prisma } from '@chung-tay/db/client'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { type EventAction, eventTransitions } from '@chung-tay/domain/events/transitions'
import { foldText } from '@chung-tay/domain/text'
import { advance } from '@chung-tay/domain/transitions'
import type { z } from 'zod'
import { assertFiguresOpen } from '../confirmations/guard.ts'
import { attachFiles, filesOf } from '../files/service.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { InvalidRequest } from '../http/errors.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'

const shown = { campaign: { select: { status: true } }, unit: { select: { name: true } } } as const
type EventRow = Prisma.EventGetPayload<{ include: typeof shown }>

type Plan = z.output<typeof events.create.body>
type Outcome = z.output<typeof events.hold.body>
type Query = z.output<typeof events.list.query>

const present = (row: EventRow): EventRecord => ({
  id: row.id,
  campaignId: row.campaignId,
  unitId: row.unitId,
  unitName: row.unit.name,
  kind: row.kind,
  name: row.name,
  heldOn: fromDbDate(row.heldOn),
  place: row.place,
  status: row.status,
  participants: row.participants,
  childrenReached: row.childrenReached,
  cost: Number(row.cost),
  incidents: row.incidents,
  incidentNote: row.incidentNote,
  summary: row.summary,
  cancelReason: row.cancelReason,
  version: row.version,
})

const detailOf = async (context: Context, row: EventRow): Promise<EventDetail> => ({
  ...present(row),
  files: await filesOf(context, 'Event', row.id),
})

const audited = (row: EventRow) => {
  const { campaignId: _, unitId: __, ...facts } = present(row)
  return facts
}

const orderByOf = (sort: Query['sort']): Prisma.EventOrderByWithRelationInput[] => {
  const { column, direction } = orderOf<'heldOn' | 'name' | 'unit'>(sort)
  if (column === 'unit') return [{ unit: { sortOrder: direction } }, { unit: { name: direction } }, { heldOn: direction }, { id: direction }]
  return [{ [column]: direction }, { id: direction }]
}

export const listEvents = (context: Context, campaignId: string, query: Query) => {
  const where: Prisma.EventWhereInput = {
    AND: [
      { campaignId },
      scope(context, 'read', 'Event'),
      query.unitId === undefined ? {} : { unitId: query.unitId },
      query.kind === undefined ? {} : { kind: query.kind },
      query.status === undefined ? {} : { status: query.status },
      query.from === undefined ? {} : { heldOn: { gte: toDbDate(query.from) } },
      query.to === undefined ? {} : { heldOn: { lte: toDbDate(query.to) } },
      query.q ? { search: { contains: foldText(query.q) } } : {},
    ],
  }
  return page(
    query,
    (window) => context.db.event.findMany({ where, include: shown, orderBy: orderByOf(query.sort), ...window }),
    () => context.db.event.count({ where }),
    present,
  )
}

const load = async (context: Context, id: string, action: 'read' | 'update'): Promise<EventRow> =>
  found(await context.db.event.findFirst({ where: { AND: [{ id }, scope(context, action, 'Event')] }, include: shown }))

export const getEvent = async (context: Context, id: string): Promise<EventDetail> => detailOf(context, await load(context, id, 'read'))

const planned = ({ unitId, kind, name, heldOn, place }: Plan) => ({
  unitId,
  kind,
  name,
  place,
  heldOn: toDbDate(heldOn),
  search: foldText(`${name} ${place}`),
})

/** A head plans for the own unit only; another unit is as if it were not there. */
const checkUnit = async ({ db, ability }: Context, action: 'create' | 'update', unitId: string) => {
  const unit = await db.unit.findFirst({ where: { id: unitId, active: true }, select: { id: true } })
  if (!unit || !ability.can(action, { __caslSubjectType__: 'Event', unitId }))
    throw new DomainError('NOT_FOUND', { reference: true, field: 'unitId' })
}

export const createEvent = async (context: WriteContext, campaignId: string, input: Plan): Promise<EventDetail> => {
  const { db } = context
  const campaign = found(await db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] } }))
  requireOpen(campaign.status)
  await checkUnit(context, 'create', input.unitId)
  const row = await db.event.create({ data: { campaignId, ...planned(input), createdAt: context.clock.now() }, include: shown })
  await context.audit({ subject: 'Event', id: row.id, after: audited(row) })
  return detailOf(context, row)
}

type Change = { action: EventAction; data: Prisma.EventUncheckedUpdateInput; reason?: string }

const change = async (context: WriteContext, id: string, { action, data, reason }: Change): Promise<EventRow> => {
  const before = await load(context, id, 'update')
  if (before.version !== context.version) throw new DomainError('STALE')
  requireOpen(before.campaign.status)
  const status = advance(eventTransitions, before.status, action)
  await assertFiguresOpen(context, before.campaignId, before.unitId)
  const after = await context.db.event.update({
    where: { id, version: context.version },
    data: { ...data, status, version: { increment: 1 } },
    include: shown,
  })
  await context.audit({ subject: 'Event', id, before: audited(before), after: audited(after), reason })
  return after
}

export const updateEvent = async (context: WriteContext, id: string, input: Plan): Promise<EventDetail> => {
  await checkUnit(context, 'update', input.unitId)
  return detailOf(context, await change(context, id, { action: 'revise', data: planned(input) }))
}

const checkDay = (heldOn: string, today: string) => {
  if (heldOn <= today) return
  throw new InvalidRequest([{ code: 'custom', path: ['heldOn'], message: '', input: heldOn, params: { code: 'in_the_future' } }])
}

export const holdEvent = async (context: WriteContext, id: string, { heldOn, fileIds, ...figures }: Outcome): Promise<EventDetail> => {
  checkDay(heldOn, context.clock.today())
  const row = await change(context, id, { action: 'hold', data: { ...figures, heldOn: toDbDate(heldOn) } })
  await attachFiles(context, 'Event', id, fileIds)
  return detailOf(context, row)
}

export const cancelEvent = async (context: WriteContext, id: string, reason: string): Promise<EventDetail> =>
  detailOf(context, await change(context, id, { action: 'cancel', data: { cancelReason: reason }, reason }))

/** Photos may come later, one by one; they change nothing that a version guards. */
export const attachPhotos = async (context: WriteContext, id: string, fileIds: readonly string[]): Promise<EventDetail> => {
  const row = await load(context, id, 'update')
  requireOpen(row.campaign.status)
  advance(eventTransitions, row.status, 'attach')
  await attachFiles(context, 'Event', id, fileIds)
  const detail = await detailOf(context, row)
  await context.audit({ subject: 'Event', id, after: { files: detail.files.filter((file) => fileIds.includes(file.id)).map(({ name }) => name) } })
  return detail
}
