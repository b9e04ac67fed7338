import type { WriteContext } from '../http/context.ts'
import { holdGoods, withdrawLots } from './lots.ts'
import { moveStock } from './stock.ts'

/**
 * When the payment of a purchase is taken back its goods leave stock and books, as long as none of them has left already.
 * @throws DomainError STOCK_ISSUED with { name }, STOCK_SHORT
 */
export const returnPurchase = async (context: WriteContext, disbursementId: string, reason: string): Promise<void> => {
  const purchase = await context.db.purchase.findUnique({ where: { disbursementId }, include: { items: { orderBy: { giftKindId: 'asc' } } } })
  if (!purchase) return
  const source = { sourceType: 'Purchase', sourceId: purchase.id }
  await holdGoods(context.db, purchase.items)
  await withdrawLots(context, source)
  const move = { kind: 'purchaseReversal', movedOn: context.clock.today(), reason, ...source } as const
  for (const { giftKindId, quantity } of purchase.items) await moveStock(context, { ...move, giftKindId, quantity: -quantity })
  await context.db.purchase.update({ where: { id: purchase.id }, data: { voided: true } })
}
