import type { KitRecord, kits } from '@chung-tay/contracts/kits'
import { DomainError } from '@chung-tay/domain/errors'
import { kitObstacle, kitsFrom } from '@chung-tay/domain/gifts/kits'
import type { z } from 'zod'
import type { Context, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { lockKinds } from './stock.ts'

const shown = { components: { include: { component: true }, orderBy: { component: { name: 'asc' } } } } as const

export const loadKit = async (context: Context, id: string, action: 'read' | 'update' = 'read') =>
  found(await context.db.giftKind.findFirst({ where: { AND: [{ id }, scope(context, action, 'GiftKind')] }, include: shown }))
type KitRow = Awaited<ReturnType<typeof loadKit>>

export const componentsOf = ({ components }: KitRow) => components.map(({ componentId: giftKindId, quantity }) => ({ giftKindId, quantity }))

/** Put together less taken apart: those lie there, or were given. */
const assembledOf = async ({ db }: Context, kitId: string): Promise<number> => {
  const { _sum } = await db.kitAssembly.aggregate({ where: { kitId }, _sum: { quantity: true } })
  return _sum.quantity ?? 0
}

const present = (kit: KitRow, assembled: number): KitRecord => {
  const onHand = new Map(kit.components.map(({ component }) => [component.id, component.stockOnHand]))
  return {
    components: kit.components.map(({ quantity, component: { id: giftKindId, name, measure, unitValue, stockOnHand } }) => ({
      ...{ giftKindId, name, measure, quantity, stockOnHand },
      unitValue: Number(unitValue),
    })),
    value: kit.components.reduce((sum, { quantity, component }) => sum + quantity * Number(component.unitValue), 0),
    possible: kitsFrom(componentsOf(kit), onHand),
    fixed: kitObstacle({ itself: false, nested: false, onHand: kit.stockOnHand, assembled }) === 'fixed',
    stockOnHand: kit.stockOnHand,
    version: kit.version,
  }
}

export const getKit = async (context: Context, id: string): Promise<KitRecord> => {
  const kit = await loadKit(context, id)
  return present(kit, await assembledOf(context, id))
}

const written = ({ components }: KitRow) => ({ components: components.map(({ quantity, component }) => `${quantity} ${component.name}`) })

/** @throws DomainError KIT_REFUSED with { why } */
export const composeKit = async (context: WriteContext, id: string, { components }: z.output<typeof kits.compose.body>): Promise<KitRecord> => {
  const before = await loadKit(context, id, 'update')
  const ids = components.map(({ giftKindId }) => giftKindId)
  // What is looked at here stays so: whoever puts kits together, or makes another kit of them, waits.
  const onHand = await lockKinds(context.db, [id, ...ids])
  if (onHand.size < new Set([id, ...ids]).size) throw new DomainError('NOT_FOUND', { reference: true })
  const nested = await context.db.kitComponent.count({ where: { OR: [{ kitId: { in: ids } }, ...(ids.length > 0 ? [{ componentId: id }] : [])] } })
  const facts = { itself: ids.includes(id), nested: nested > 0, onHand: onHand.get(id) ?? 0, assembled: await assembledOf(context, id) }
  const why = kitObstacle(facts)
  if (why !== null) throw new DomainError('KIT_REFUSED', { why })
  await context.db.giftKind.update({ where: { id, version: context.version }, data: { version: { increment: 1 } } })
  await context.db.kitComponent.deleteMany({ where: { kitId: id } })
  const rows = components.map(({ giftKindId: componentId, quantity }) => ({ kitId: id, componentId, quantity }))
  await context.db.kitComponent.createMany({ data: rows })
  await context.audit({ subject: 'GiftKind', id, before: written(before), after: written(await loadKit(context, id)) })
  return getKit(context, id)
}
