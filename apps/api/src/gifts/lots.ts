import { type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { pricesOf, type Taken, takeFromLots } from '@chung-tay/domain/gifts/lots'
import type { Db, WriteContext } from '../http/context.ts'
import { lockKinds } from './stock.ts'

/** One at a time reads and changes what goods are on the books for. Desks never wait here: they only count pieces. */
export const holdLots = async (db: Db): Promise<void> => {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('stock lots', 0))`
}

/** Before goods are taken back: everybody holds kinds before lots, and both before funds and numbers. */
export const holdGoods = async (db: Db, items: readonly { giftKindId: string }[]): Promise<void> => {
  await lockKinds(
    db,
    items.map(({ giftKindId }) => giftKindId),
  )
  await holdLots(db)
}

export type Source = { sourceType: string; sourceId: string }
type Received = { giftKindId: string; fundId: string; quantity: number; value: number; receivedOn: IsoDate }

/** Goods come onto the books at what was paid for them, to the đồng. */
export const addLots = async (
  { db, clock }: WriteContext,
  { giftKindId, fundId, quantity, value, receivedOn }: Received,
  source: Source,
): Promise<void> => {
  for (const price of pricesOf(value, quantity)) {
    const of = {
      giftKindId,
      fundId,
      unitValue: BigInt(price.unitValue),
      quantity: price.quantity,
      left: price.quantity,
      receivedOn: toDbDate(receivedOn),
    }
    await db.stockLot.create({ data: { ...of, ...source, createdAt: clock.now() } })
  }
}

const move = async ({ db, clock }: WriteContext, moves: readonly { lotId: string; quantity: number }[], source: Source) => {
  for (const one of moves) await db.stockLotMove.create({ data: { ...one, ...source, createdAt: clock.now() } })
}

type Wanted = {
  giftKindId: string
  quantity: number
  fundId: string | null
  /** The day the goods left. */
  on: IsoDate
}

/** Pieces that are on no books: what is in stock or was given without a voucher, less the lots. */
const outsideOf = async (db: Db, giftKindId: string): Promise<number> => {
  const [row] = await db.$queryRaw<[{ outside: number }]>`
    SELECT (kind."stockOnHand" - coalesce((SELECT sum(lot."left") FROM "StockLot" lot WHERE lot."giftKindId" = kind."id"), 0)
      - coalesce((SELECT sum(move."quantity") FROM "StockMovement" move WHERE move."giftKindId" = kind."id" AND move."sourceType" = 'HandOut'
          AND NOT EXISTS (SELECT FROM "StockSettlement" settled WHERE settled."movementId" = move."id")), 0))::int AS outside
    FROM "GiftKind" kind WHERE kind."id" = ${giftKindId}::uuid`
  return row.outside
}

/**
 * Takes goods off the books; what was never on them is nobody’s expense now. Goods that came after the day they left are the last to be taken:
 * only a hand-out told late can have been of them. `counted` pieces are out of the stock already, by a movement that needs no voucher.
 */
export const takeLots = async (
  context: WriteContext,
  { giftKindId, quantity, fundId, on }: Wanted,
  source: Source,
  counted = 0,
): Promise<Taken[]> => {
  const rows = await context.db.stockLot.findMany({ where: { giftKindId, left: { gt: 0 } }, orderBy: { sequence: 'asc' } })
  if (rows.length === 0) return []
  const lots = rows.map(({ unitValue, ...lot }) => ({ ...lot, unitValue: Number(unitValue) }))
  const [there, later] = [lots.filter((lot) => lot.receivedOn <= toDbDate(on)), lots.filter((lot) => lot.receivedOn > toDbDate(on))]
  const first = takeFromLots(there, quantity, fundId)
  const beyond = Math.max(0, first.outside - (await outsideOf(context.db, giftKindId)) - counted)
  const taken = [...first.taken, ...takeFromLots(later, beyond, fundId).taken]
  await move(
    context,
    taken.map((one) => ({ lotId: one.lotId, quantity: -one.quantity })),
    source,
  )
  return taken
}

/** Puts back what the given sources took last, as far as it was on the books. */
export const putBack = async (context: WriteContext, quantity: number, tookIds: readonly string[], source: Source): Promise<Taken[]> => {
  const rows = await context.db.stockLotMove.findMany({
    where: { sourceType: 'StockIssue', sourceId: { in: [...tookIds] } },
    include: { lot: true },
    orderBy: { sequence: 'desc' },
  })
  const out = new Map<string, { lot: (typeof rows)[number]['lot']; quantity: number }>()
  for (const { lotId, lot, quantity: moved } of rows) out.set(lotId, { lot, quantity: (out.get(lotId)?.quantity ?? 0) - moved })
  const back: Taken[] = []
  let missing = quantity
  for (const [lotId, { lot, quantity: taken }] of out) {
    const some = Math.min(taken, missing)
    if (some > 0) back.push({ lotId, fundId: lot.fundId, quantity: some, unitValue: Number(lot.unitValue) })
    missing -= Math.max(0, some)
  }
  await move(
    context,
    back.map((one) => ({ lotId: one.lotId, quantity: one.quantity })),
    source,
  )
  return back
}

/**
 * Takes what a record brought off the books again, as long as nothing of it has left them. The caller holds the goods.
 * @throws DomainError STOCK_ISSUED with { name }
 */
export const withdrawLots = async (context: WriteContext, source: Source): Promise<void> => {
  const lots = await context.db.stockLot.findMany({ where: source, include: { giftKind: { select: { name: true } } } })
  const used = lots.find(({ left, quantity }) => left < quantity)
  if (used) throw new DomainError('STOCK_ISSUED', { name: used.giftKind.name })
  await move(
    context,
    lots.map(({ id, quantity }) => ({ lotId: id, quantity: -quantity })),
    source,
  )
}
