import { DomainError } from '@chung-tay/domain/errors'
import { type Budget, budgetOf, type Demand, requireBudget } from '@chung-tay/domain/gifts/budget'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { assetsOf } from '../ledger/service.ts'
import type { ListRow } from './lists.ts'

type DemandRow = { id: string; giftKindId: string; fundId: string; waiting: number; unitValue: bigint }

/** What approved lists of every open campaign still have to give, in the order of their approval. */
const demandsOf = async (db: Db, except: string): Promise<Demand[]> => {
  const rows = await db.$queryRaw<DemandRow[]>`
    SELECT list."id", list."giftKindId", coalesce(list."fundId", list."id") AS "fundId", kind."unitValue",
      (SELECT count(*) FROM "GiftListLine" line WHERE line."giftListId" = list."id" AND NOT line."excluded"
         AND NOT EXISTS (SELECT FROM "HandOut" given WHERE given."lineId" = line."id"))::int AS waiting
    FROM "GiftList" list JOIN "GiftKind" kind ON kind."id" = list."giftKindId"
    WHERE list."status" = 'approved' AND list."id" <> ${except}::uuid ORDER BY list."approvedAt", list."id"`
  return rows.map(({ giftKindId, fundId, waiting, unitValue }) => ({ giftKindId, fundId, waiting, unitValue: Number(unitValue) }))
}

/** Gifts that the list has to give yet: lines that stand, and children who wait in a supplement. */
const waitingOf = async (db: Db, giftListId: string): Promise<number> => {
  const [lines, additions] = [
    await db.giftListLine.count({ where: { giftListId, excluded: false, handOut: { is: null } } }),
    await db.giftListAddition.count({ where: { supplement: { giftListId, status: { not: 'approved' } } } }),
  ]
  return lines + additions
}

/** Null while the list has no fund. */
export const budgetFor = async (context: Context, list: ListRow): Promise<Budget | null> => {
  const { db } = context
  if (list.fundId === null) return null
  const [earlier, kinds, parts, funds, assets] = [
    await demandsOf(db, list.id),
    await db.giftKind.findMany(),
    await db.kitComponent.findMany(),
    await db.fund.findMany(),
    await assetsOf(context),
  ]
  const money = new Map(funds.map(({ id }) => [id, assets(id).cash + assets(id).bank]))
  const stock = new Map(kinds.map(({ id, stockOnHand }) => [id, stockOnHand]))
  const components = parts.map(({ kitId, componentId: giftKindId, quantity }) => ({ kitId, giftKindId, quantity }))
  const kits = Map.groupBy(components, ({ kitId }) => kitId)
  const { giftKindId, fundId, giftKind } = list
  const demand = { giftKindId, fundId, waiting: await waitingOf(db, list.id), unitValue: Number(giftKind.unitValue) }
  return budgetOf(demand, earlier, { stock, money, kits })
}

/** One at a time decides what stock and funds are promised to. */
const holdBudget = (db: Db) => db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('gift budget', 0))`

/** @throws DomainError FUND_REQUIRED, BUDGET_SHORT with { wanted, onHand, assembled, toBuy, cost, held, short, fundName } */
export const requireListBudget = async (context: WriteContext, list: ListRow): Promise<void> => {
  await holdBudget(context.db)
  const budget = await budgetFor(context, list)
  if (budget === null) throw new DomainError('FUND_REQUIRED')
  requireBudget(budget, list.fund?.name ?? '')
}
