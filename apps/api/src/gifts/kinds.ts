import type { GiftKindRecord, giftKinds } from '@chung-tay/contracts/stock'
import type { GiftKind, Prisma } from '@chung-tay/db/client'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { stockEffects } from '@chung-tay/domain/gifts/stock-actions'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { issueLoss } from './issues.ts'
import { moveStock } from './stock.ts'

type KindInput = z.output<typeof giftKinds.create.body>

const present = ({ id, name, measure, unitValue, stockOnHand, active, version }: GiftKind): GiftKindRecord => ({
  id,
  name,
  measure,
  unitValue: Number(unitValue),
  stockOnHand,
  active,
  version,
})

export const listKinds = (context: Context, query: z.output<typeof giftKinds.list.query>) => {
  const { column, direction } = orderOf(query.sort)
  const where: Prisma.GiftKindWhereInput = {
    AND: [
      scope(context, 'read', 'GiftKind'),
      query.active === undefined ? {} : { active: query.active },
      query.q ? { search: { contains: foldText(query.q) } } : {},
    ],
  }
  return page(
    query,
    (window) => context.db.giftKind.findMany({ where, orderBy: [{ [column]: direction }, { id: direction }], ...window }),
    () => context.db.giftKind.count({ where }),
    present,
  )
}

const load = async (context: Context, id: string, action: 'read' | 'update' = 'read'): Promise<GiftKind> =>
  found(await context.db.giftKind.findFirst({ where: { AND: [{ id }, scope(context, action, 'GiftKind')] } }))

export const getKind = async (context: Context, id: string) => present(await load(context, id))

const dataOf = (input: KindInput) => ({ ...input, unitValue: BigInt(input.unitValue), search: foldText(input.name) })

export const createKind = async (context: WriteContext, input: KindInput) => {
  const after = present(await context.db.giftKind.create({ data: dataOf(input) }))
  await context.audit({ subject: 'GiftKind', id: after.id, after })
  return after
}

export const updateKind = async (context: WriteContext, id: string, input: KindInput & { active: boolean }) => {
  const before = present(await load(context, id, 'update'))
  const data = { ...dataOf(input), version: { increment: 1 } }
  const after = present(await context.db.giftKind.update({ where: { id, version: context.version }, data }))
  await context.audit({ subject: 'GiftKind', id, before, after })
  return after
}

export const enterMovement = async (context: WriteContext, id: string, input: z.output<typeof giftKinds.move.body>) => {
  const { action, quantity, movedOn, reason } = input
  const before = await load(context, id)
  if (movedOn > context.clock.today()) throw invalidField('movedOn', 'in_the_future')
  const { kind, sign } = stockEffects[action]
  await moveStock(context, { giftKindId: id, kind, quantity: sign * quantity, movedOn, reason })
  if (sign < 0) await issueLoss(context, { giftKindId: id, quantity, movedOn, reason })
  const after = present(await load(context, id))
  await context.audit({
    subject: 'GiftKind',
    id,
    before: { stockOnHand: before.stockOnHand },
    after: { stockOnHand: after.stockOnHand, movement: { action, quantity, movedOn } },
    reason,
  })
  return after
}

const movementFilter = (
  context: Context,
  id: string,
  { q, kind, from, to }: z.output<typeof giftKinds.movements.query>,
): Prisma.StockMovementWhereInput => ({
  AND: [
    { giftKindId: id },
    scope(context, 'read', 'StockMovement'),
    q ? { reason: { contains: q, mode: 'insensitive' } } : {},
    kind === undefined ? {} : { kind },
    from === undefined ? {} : { movedOn: { gte: toDbDate(from) } },
    to === undefined ? {} : { movedOn: { lte: toDbDate(to) } },
  ],
})

export const listMovements = async (context: Context, id: string, query: z.output<typeof giftKinds.movements.query>) => {
  await load(context, id)
  const { direction } = orderOf(query.sort)
  const where = movementFilter(context, id, query)
  return page(
    query,
    async (window) => {
      const rows = await context.db.stockMovement.findMany({ where, orderBy: [{ createdAt: direction }, { id: direction }], ...window })
      const names = await namesOfUsers(
        context.db,
        rows.map(({ createdById }) => createdById),
      )
      return rows.map((row) => ({ ...row, byName: names.get(row.createdById) ?? '' }))
    },
    () => context.db.stockMovement.count({ where }),
    ({ movedOn, ...row }) => ({ ...row, movedOn: fromDbDate(movedOn) }),
  )
}
