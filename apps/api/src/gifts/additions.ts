import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { DomainError } from '@chung-tay/domain/errors'
import { giftListTransitions } from '@chung-tay/domain/gifts/list-status'
import { requireAddable } from '@chung-tay/domain/gifts/supplement'
import { advance } from '@chung-tay/domain/transitions'
import type { WriteContext } from '../http/context.ts'
import { judge } from './judge.ts'
import { getGiftList, holdCampaign, holdList, type ListRow, loadList } from './lists.ts'
import { openSupplement } from './supplements.ts'

type Input = { childId: string; reason: string }
type Added = { unitId: string; reasons: readonly string[] }

/** Onto a draft at once; who was taken off it comes back on the same line. */
const addToDraft = async (context: WriteContext, list: ListRow, { childId, reason }: Input, { unitId }: Added) => {
  const line = { origin: 'hand', unitId, addReason: reason, addedById: context.actor.userId } as const
  await context.db.giftListLine.upsert({
    where: { giftListId_childId: { giftListId: list.id, childId } },
    create: { ...line, giftListId: list.id, childId, createdAt: context.clock.now() },
    update: { ...line, excluded: false, excludeReason: null, excludedById: null, excludedAt: null, version: { increment: 1 } },
  })
  return null
}

const addToSupplement = async (context: WriteContext, list: ListRow, { childId, reason }: Input, { unitId, reasons }: Added) => {
  const { id: supplementId, number } = await openSupplement(context, list.id)
  const made = { addedById: context.actor.userId, createdAt: context.clock.now() }
  await context.db.giftListAddition.create({ data: { supplementId, childId, unitId, reason, reasons: [...reasons], ...made } })
  return number
}

/**
 * Puts a child on a list by hand. The rule may be set aside for a reason, a family’s no and a second gift may not.
 * @throws DomainError CHILD_STAYS_OUT with { childName, reasons }, DUPLICATE when the child is on the list, TRANSITION_NOT_ALLOWED, NOT_FOUND
 */
export const addToList = async (context: WriteContext, giftListId: string, input: Input) => {
  const list = await loadList(context, giftListId, 'update')
  requireOpen(list.campaign.status)
  await holdCampaign(context.db, list.campaignId)
  const status = await holdList(context.db, giftListId)
  if (status !== 'approved') advance(giftListTransitions, status, 'edit')
  const judged = (await judge(context, list, input.childId))[0]
  if (!judged) throw new DomainError('NOT_FOUND', { reference: true })
  const { childId } = input
  const line = await context.db.giftListLine.findUnique({ where: { giftListId_childId: { giftListId, childId } } })
  const waits = await context.db.giftListAddition.count({ where: { childId, supplement: { giftListId, status: { not: 'approved' } } } })
  if ((line && !line.excluded) || waits > 0) throw new DomainError('DUPLICATE', { fields: ['childId'] })
  const { reasons } = judged.entitlement
  const added = { unitId: requireAddable(judged.child.name, judged.entitlement), reasons }
  const supplement = await (status === 'draft' ? addToDraft : addToSupplement)(context, list, input, added)
  // By the id an erasure finds the entry and takes the reason along.
  const after = { childId, childName: judged.child.name, againstRule: reasons.length > 0, ...(supplement !== null && { supplement }) }
  await context.audit({ subject: 'GiftList', id: list.id, after, reason: input.reason })
  const additions = await context.db.giftListAddition.count({ where: { supplement: { giftListId, status: { not: 'approved' } } } })
  return { list: await getGiftList(context, giftListId), supplement, additions }
}
