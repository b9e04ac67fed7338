import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { giftListTransitions } from '@chung-tay/domain/gifts/list-status'
import { advance } from '@chung-tay/domain/transitions'
import type { Context, WriteContext } from '../http/context.ts'
import { type Judged, judge } from './judge.ts'
import { getGiftList, holdCampaign, loadList } from './lists.ts'

const isUnit = (entry: readonly [string, string | null]): entry is readonly [string, string] => entry[1] !== null

/** Writes what the rule found. Lines that stay keep their exclusion, and who was put on by hand stays; a child who moved is called under the new unit. */
const writeLines = async ({ db, clock }: Context, giftListId: string, judged: readonly Judged[]) => {
  const found = judged.filter(({ entitlement }) => entitlement.entitled)
  const units = new Map(found.map(({ child, entitlement }) => [child.id, entitlement.unitId] as const).filter(isUnit))
  const lines = await db.giftListLine.findMany({ where: { giftListId }, select: { id: true, childId: true, unitId: true, origin: true } })
  const present = new Set(lines.map(({ childId }) => childId))
  const gone = lines.filter(({ childId, origin }) => origin === 'rule' && !units.has(childId))
  await db.giftListLine.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  for (const { id, childId, unitId } of lines) {
    const now = units.get(childId)
    if (now !== undefined && now !== unitId) await db.giftListLine.update({ where: { id }, data: { unitId: now, version: { increment: 1 } } })
  }
  const added = [...units]
    .filter(([childId]) => !present.has(childId))
    .map(([childId, unitId]) => ({ giftListId, childId, unitId, createdAt: clock.now() }))
  await db.giftListLine.createMany({ data: added })
  return { added: added.length, removed: gone.length }
}

export const generateGiftList = async (context: WriteContext, id: string) => {
  const before = await loadList(context, id, 'update')
  requireOpen(before.campaign.status)
  advance(giftListTransitions, before.status, 'edit')
  await holdCampaign(context.db, before.campaignId)
  await context.db.giftList.update({
    where: { id, version: context.version },
    data: { generatedAt: context.clock.now(), version: { increment: 1 } },
    select: { id: true },
  })
  const judged = await judge(context, before)
  const { added, removed } = await writeLines(context, id, judged)
  const leftOut = judged.filter(({ entitlement }) => !entitlement.entitled).length
  const list = await getGiftList(context, id)
  await context.audit({ subject: 'GiftList', id, after: { entitled: list.entitled, excluded: list.excluded, added, removed, leftOut } })
  return { list, added, removed, leftOut }
}
