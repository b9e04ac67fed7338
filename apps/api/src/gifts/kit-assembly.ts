import type { KitRecord, kits } from '@chung-tay/contracts/kits'
import { toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { type Component, kitWorth, partsWorth } from '@chung-tay/domain/gifts/kits'
import { type Taken, worthOf } from '@chung-tay/domain/gifts/lots'
import type { z } from 'zod'
import type { WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { newId } from '../http/ids.ts'
import { componentsOf, getKit, loadKit } from './kits.ts'
import { addLots, holdLots, type Source, takeLots } from './lots.ts'
import { lockKinds, moveStock } from './stock.ts'

type Input = z.output<typeof kits.assemble.body>
type Batch = Input & { kitId: string; components: readonly Component[]; source: Source }
type Part = { componentId: string; quantity: number; value: number }

/** Components become kits: what they were on the books with, the kits are. */
const assemble = async (context: WriteContext, { kitId, components, quantity: kitsMade, madeOn: on, fundId, source }: Batch): Promise<Part[]> => {
  const [parts, all]: [Part[], Taken[]] = [[], []]
  for (const { giftKindId, quantity: each } of components) {
    const quantity = each * kitsMade
    const taken = await takeLots(context, { giftKindId, quantity, fundId, on }, source, quantity)
    parts.push({ componentId: giftKindId, quantity, value: worthOf(taken) })
    all.push(...taken)
  }
  for (const worth of kitWorth(all, kitsMade)) await addLots(context, { ...worth, giftKindId: kitId, receivedOn: on }, source)
  return parts
}

/** What each component was worth in the kits of a lot; of kits that came in packed, by their own unit values. */
const weightsFor = async ({ db }: WriteContext, taken: readonly Taken[], components: readonly Component[]) => {
  const lots = await db.stockLot.findMany({ where: { id: { in: taken.map(({ lotId }) => lotId) } }, select: { id: true, sourceId: true } })
  const parts = await db.kitAssemblyPart.findMany({ where: { assemblyId: { in: lots.map(({ sourceId }) => sourceId) } } })
  const kinds = await db.giftKind.findMany({ where: { id: { in: components.map(({ giftKindId }) => giftKindId) } } })
  const worth = new Map(kinds.map(({ id, unitValue }) => [id, Number(unitValue)]))
  return (lotId: string) => {
    const source = lots.find(({ id }) => id === lotId)?.sourceId
    const made = parts.filter(({ assemblyId }) => assemblyId === source)
    return components.map(({ giftKindId, quantity }) =>
      made.length > 0 ? Number(made.find(({ componentId }) => componentId === giftKindId)?.value ?? 0) : quantity * (worth.get(giftKindId) ?? 0),
    )
  }
}

/** Kits become components again: what the kits were on the books with, their components are. */
const takeApart = async (context: WriteContext, { kitId, components, quantity: kitsTaken, madeOn: on, fundId, source }: Batch): Promise<Part[]> => {
  const taken = await takeLots(context, { giftKindId: kitId, quantity: kitsTaken, fundId, on }, source, kitsTaken)
  const back = partsWorth(taken, components, await weightsFor(context, taken, components))
  for (const part of back.filter(({ value }) => value > 0)) await addLots(context, { ...part, receivedOn: on }, source)
  return components.map(({ giftKindId, quantity }) => ({
    componentId: giftKindId,
    quantity: quantity * kitsTaken,
    value: back.filter((one) => one.giftKindId === giftKindId).reduce((sum, { value }) => sum + value, 0),
  }))
}

/** Pieces first, so that nobody waits for the lots while holding what others need; kinds are locked in one order. */
const movePieces = async (context: WriteContext, { kitId, components, quantity, madeOn, action, note, source }: Batch, kitName: string) => {
  const sign = action === 'assemble' ? 1 : -1
  const moves = [
    { giftKindId: kitId, quantity: sign * quantity },
    ...components.map((one) => ({ ...one, quantity: -sign * quantity * one.quantity })),
  ]
  const kind = action === 'assemble' ? 'assembly' : 'disassembly'
  const told = `${quantity} ${kitName}${note === '' ? '' : `: ${note}`}`
  for (const move of moves.toSorted((a, b) => (a.giftKindId < b.giftKindId ? -1 : 1)))
    await moveStock(context, { ...move, kind, movedOn: madeOn, reason: told, ...source })
}

/**
 * Puts kits together or takes them apart, all or nothing. Books do not change by it: goods stay goods of the same fund.
 * @throws DomainError STOCK_SHORT, KIT_FUNDS, KIT_REFUSED with { why: 'no_kit' }
 */
export const assembleKit = async (context: WriteContext, id: string, input: Input): Promise<KitRecord> => {
  if (input.madeOn > context.clock.today()) throw invalidField('madeOn', 'in_the_future')
  const before = await loadKit(context, id)
  await lockKinds(context.db, [id, ...before.components.map(({ componentId }) => componentId)])
  const kit = await loadKit(context, id)
  const components = componentsOf(kit)
  if (components.length === 0) throw new DomainError('KIT_REFUSED', { why: 'no_kit' })
  const assemblyId = newId()
  const batch = { ...input, kitId: id, components, source: { sourceType: 'KitAssembly', sourceId: assemblyId } }
  await movePieces(context, batch, kit.name)
  await holdLots(context.db)
  const made = input.action === 'assemble' ? await assemble(context, batch) : await takeApart(context, batch)
  const { quantity, madeOn, note, action } = input
  const row = { id: assemblyId, kitId: id, quantity: action === 'assemble' ? quantity : -quantity, madeOn: toDbDate(madeOn), note }
  const by = { createdById: context.actor.userId, createdAt: context.clock.now() }
  await context.db.kitAssembly.create({ data: { ...row, ...by, parts: { create: made.map((part) => ({ ...part, value: BigInt(part.value) })) } } })
  const after = await getKit(context, id)
  const { stockOnHand } = kit
  await context.audit({ subject: 'GiftKind', id, before: { stockOnHand }, after: { stockOnHand: after.stockOnHand, [action]: quantity, madeOn } })
  return after
}
