import type { MovementKind } from '@chung-tay/db/client'
import { type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import type { Db, WriteContext } from '../http/context.ts'
import { found } from '../http/scope.ts'

/** `quantity` is signed: into the stock above zero, out of it below. `sourceType` and `sourceId` name the record that caused it. */
export type Movement = {
  giftKindId: string
  kind: MovementKind
  quantity: number
  movedOn: IsoDate
  reason?: string
  sourceType?: string
  sourceId?: string
}

// The condition is part of the update: whoever waits for the row's lock is judged by the stock as it is then.
const changeBalance = async (db: Db, giftKindId: string, quantity: number): Promise<number | undefined> => {
  const [row] = await db.$queryRaw<{ stockOnHand: number }[]>`
    UPDATE "GiftKind" SET "stockOnHand" = "stockOnHand" + ${quantity}::int
    WHERE "id" = ${giftKindId}::uuid AND "stockOnHand" + ${quantity}::int >= 0
    RETURNING "stockOnHand"`
  return row?.stockOnHand
}

/**
 * Moves stock within the caller's transaction and writes the stock card's row with the new balance.
 * @throws DomainError STOCK_SHORT with { name, onHand, wanted } when there is less than wanted; NOT_FOUND without such a kind
 */
export const moveStock = async (context: WriteContext, movement: Movement): Promise<void> => {
  const { giftKindId, quantity, movedOn, ...rest } = movement
  const balance = await changeBalance(context.db, giftKindId, quantity)
  if (balance === undefined) {
    const { name, stockOnHand } = found(await context.db.giftKind.findUnique({ where: { id: giftKindId } }))
    throw new DomainError('STOCK_SHORT', { name, onHand: stockOnHand, wanted: -quantity })
  }
  await context.db.stockMovement.create({
    data: {
      ...rest,
      giftKindId,
      quantity,
      balance,
      movedOn: toDbDate(movedOn),
      createdById: context.actor.userId,
      // Taken after the lock, so that the card reads in the order of its balances.
      createdAt: context.clock.now(),
    },
    select: { id: true },
  })
}

/** Pieces on hand by kind, which nobody else moves until the transaction ends. Everybody locks in the same order. */
export const lockKinds = async (db: Db, giftKindIds: readonly string[]): Promise<Map<string, number>> => {
  const rows = await db.$queryRaw<{ id: string; stockOnHand: number }[]>`
    SELECT "id", "stockOnHand" FROM "GiftKind" WHERE "id" = ANY (${[...giftKindIds]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
  return new Map(rows.map(({ id, stockOnHand }) => [id, stockOnHand]))
}
