import type { OpenedStockCount, StockCountLineRecord, StockCountRecord, stockCounts } from '@chung-tay/contracts/stock-counts'
import type { Prisma } from '@chung-tay/db/client'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { takeFromLots, worthOf } from '@chung-tay/domain/gifts/lots'
import { stockCountTransitions } from '@chung-tay/domain/gifts/stock-count'
import { numberLabel } from '@chung-tay/domain/ledger/numbers'
import { foldText } from '@chung-tay/domain/text'
import { advance } from '@chung-tay/domain/transitions'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { newId } from '../http/ids.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { lockKinds } from './stock.ts'

const shown = {
  lines: { include: { giftKind: { select: { name: true, measure: true, stockOnHand: true } } }, orderBy: { position: 'asc' } },
} as const satisfies Prisma.StockCountInclude
export type CountRow = Prisma.StockCountGetPayload<{ include: typeof shown }>

const summary = (row: CountRow, names: ReadonlyMap<string, string>): StockCountRecord => ({
  id: row.id,
  number: row.year === null || row.number === null ? null : numberLabel('stockCount', row.year, row.number),
  countedOn: fromDbDate(row.countedOn),
  place: row.place,
  status: row.status,
  kinds: row.lines.length,
  counted: row.lines.filter(({ counted }) => counted !== null).length,
  differences: row.lines.filter((line) => line.counted !== null && line.counted !== bookedOf(row, line)).length,
  byName: names.get(row.createdById) ?? '',
  createdAt: row.createdAt,
  endedByName: row.endedById && (names.get(row.endedById) ?? ''),
  endedAt: row.endedAt,
  cancelReason: row.cancelReason,
  version: row.version,
})

/** What the books say now, or said when the count ended. */
const bookedOf = ({ status }: CountRow, { booked, bookedAtStart, giftKind }: CountRow['lines'][number]): number =>
  status === 'open' ? giftKind.stockOnHand : (booked ?? bookedAtStart)

const namesFor = ({ db }: Context, rows: readonly CountRow[]) =>
  namesOfUsers(
    db,
    rows.flatMap(({ createdById, endedById }) => [createdById, ...(endedById === null ? [] : [endedById])]),
  )

export const listCounts = (context: Context, query: z.output<typeof stockCounts.list.query>) => {
  const { column, direction } = orderOf(query.sort)
  const where: Prisma.StockCountWhereInput = {
    AND: [scope(context, 'read', 'StockCount'), query.status ? { status: query.status } : {}, query.q ? matching(query.q) : {}],
  }
  return page(
    query,
    async (window) => {
      const rows = await context.db.stockCount.findMany({ where, include: shown, orderBy: [{ [column]: direction }, { id: direction }], ...window })
      const names = await namesFor(context, rows)
      return rows.map((row) => ({ ...row, names }))
    },
    () => context.db.stockCount.count({ where }),
    ({ names, ...row }) => summary(row, names),
  )
}

const matching = (q: string): Prisma.StockCountWhereInput => ({
  OR: [{ place: { contains: q, mode: 'insensitive' } }, { lines: { some: { giftKind: { search: { contains: foldText(q) } } } } }],
})

export const loadCount = async (context: Context, id: string, action: 'read' | 'update' = 'read'): Promise<CountRow> =>
  found(await context.db.stockCount.findFirst({ where: { AND: [{ id }, scope(context, action, 'StockCount')] }, include: shown }))

/** What moved between the beginning and now, or the end: the count's own corrections are not among it. */
const movesOf = async (db: Db, { id, createdAt, endedAt, lines }: CountRow) => {
  const rows = await db.stockMovement.findMany({
    where: {
      giftKindId: { in: lines.map(({ giftKindId }) => giftKindId) },
      createdAt: { gte: createdAt, ...(endedAt && { lte: endedAt }) },
      OR: [{ sourceId: null }, { sourceId: { not: id } }],
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return Map.groupBy(rows, ({ giftKindId }) => giftKindId)
}

const membersOf = ({ members }: CountRow) => members as OpenedStockCount['members']

const opened = async (context: Context, row: CountRow): Promise<OpenedStockCount> => {
  const [names, moves] = [await namesFor(context, [row]), await movesOf(context.db, row)]
  const line = (one: CountRow['lines'][number]): StockCountLineRecord => ({
    giftKindId: one.giftKindId,
    name: one.giftKind.name,
    measure: one.giftKind.measure,
    bookedAtStart: one.bookedAtStart,
    valueAtStart: Number(one.valueAtStart),
    booked: bookedOf(row, one),
    counted: one.counted,
    reason: one.reason,
    writtenOff: Number(one.writtenOff),
    moved: (moves.get(one.giftKindId) ?? []).map(({ kind, quantity, createdAt: at, reason }) => ({ kind, quantity, at, reason })),
  })
  const lines = row.lines.map(line)
  return { ...summary(row, names), postedOn: row.postedOn && fromDbDate(row.postedOn), members: membersOf(row), lines }
}

export const getCount = async (context: Context, id: string): Promise<OpenedStockCount> => opened(context, await loadCount(context, id))

/** What the pieces that lie there are on the books with: the lots, less what was handed out of them without a voucher. */
const valuesOf = async (db: Db, giftKindIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const ids = [...giftKindIds]
  const [lots, waiting] = [
    await db.stockLot.findMany({ where: { giftKindId: { in: ids }, left: { gt: 0 } }, orderBy: { sequence: 'asc' } }),
    await db.stockMovement.groupBy({
      by: ['giftKindId'],
      where: { giftKindId: { in: ids }, sourceType: 'HandOut', settlement: { is: null } },
      _sum: { quantity: true },
    }),
  ]
  const gone = new Map(waiting.map(({ giftKindId, _sum }) => [giftKindId, -(_sum.quantity ?? 0)]))
  const byKind = Map.groupBy(
    lots.map((lot) => ({ ...lot, unitValue: Number(lot.unitValue) })),
    ({ giftKindId }) => giftKindId,
  )
  return new Map(
    [...byKind].map(([giftKindId, of]) => {
      const all = worthOf(of.map(({ left, unitValue }) => ({ quantity: left, unitValue })))
      return [giftKindId, all - worthOf(takeFromLots(of, Math.max(0, gone.get(giftKindId) ?? 0), null).taken)]
    }),
  )
}

/** Kinds are locked while they are looked at: what moves later is what moved meanwhile. */
export const beginCount = async (context: WriteContext, input: z.output<typeof stockCounts.begin.body>): Promise<OpenedStockCount> => {
  const { countedOn, place, giftKindIds } = input
  if (countedOn > context.clock.today()) throw invalidField('countedOn', 'in_the_future')
  const chosen = new Set(giftKindIds)
  const where = chosen.size > 0 ? { id: { in: [...chosen] } } : { OR: [{ active: true }, { stockOnHand: { gt: 0 } }] }
  const kinds = await context.db.giftKind.findMany({ where, select: { id: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  if (kinds.length < chosen.size) throw new DomainError('NOT_FOUND', { reference: true })
  if (kinds.length === 0) throw new DomainError('NOTHING_TO_COUNT')
  if (await context.db.stockCount.findFirst({ where: { status: 'open' }, select: { id: true } })) throw new DomainError('COUNT_OPEN')
  const ids = kinds.map(({ id }) => id)
  const onHand = await lockKinds(context.db, ids)
  const values = await valuesOf(context.db, ids)
  const id = newId()
  const lines = ids.map((giftKindId, position) => ({
    ...{ giftKindId, position },
    bookedAtStart: onHand.get(giftKindId) ?? 0,
    valueAtStart: BigInt(values.get(giftKindId) ?? 0),
  }))
  const made = { createdById: context.actor.userId, createdAt: context.clock.now() }
  await context.db.stockCount.create({ data: { id, countedOn: toDbDate(countedOn), place, ...made, lines: { create: lines } } })
  await context.audit({ subject: 'StockCount', id, after: { countedOn, place, kinds: ids.length } })
  return getCount(context, id)
}

/** What the history says of a sheet, in a line for each kind that was counted. */
const written = (row: CountRow) => ({
  members: membersOf(row).map(({ name, role }) => `${name} (${role})`),
  counted: row.lines.flatMap(({ giftKind, counted, reason }) =>
    counted === null ? [] : [`${giftKind.name}: ${counted}${reason === '' ? '' : ` (${reason})`}`],
  ),
})

export const saveCount = async (context: WriteContext, id: string, input: z.output<typeof stockCounts.save.body>): Promise<OpenedStockCount> => {
  const before = await loadCount(context, id, 'update')
  advance(stockCountTransitions, before.status, 'edit')
  const known = new Set(before.lines.map(({ giftKindId }) => giftKindId))
  if (input.lines.some(({ giftKindId }) => !known.has(giftKindId))) throw new DomainError('NOT_FOUND', { reference: true })
  await context.db.stockCount.update({ where: { id, version: context.version }, data: { members: input.members, version: { increment: 1 } } })
  for (const { giftKindId, counted, reason } of input.lines)
    await context.db.stockCountLine.update({ where: { countId_giftKindId: { countId: id, giftKindId } }, data: { counted, reason } })
  const after = await loadCount(context, id)
  await context.audit({ subject: 'StockCount', id, before: written(before), after: written(after) })
  return opened(context, after)
}

export const cancelCount = async (context: WriteContext, id: string, reason: string): Promise<OpenedStockCount> => {
  const before = await loadCount(context, id, 'update')
  const status = advance(stockCountTransitions, before.status, 'cancel')
  const ended = { endedById: context.actor.userId, endedAt: context.clock.now() }
  const data = { status, cancelReason: reason, ...ended, version: { increment: 1 } }
  await context.db.stockCount.update({ where: { id, version: context.version }, data })
  await context.audit({ subject: 'StockCount', id, before: { status: before.status }, after: { status }, reason })
  return getCount(context, id)
}
