import { DomainError } from '@chung-tay/domain/errors'
import { hasWithdrawn } from '../children/consent-states.ts'
import type { Db, WriteContext } from '../http/context.ts'
import { holdCampaign, holdList } from './lists.ts'

const open = { campaign: { status: { not: 'closed' } }, status: { not: 'closed' } } as const

/** Held in the order of everybody who changes lists, so that a list that is being written down is waited for. */
const holdLists = async (db: Db, childId: string): Promise<void> => {
  const campaigns = await db.campaign.findMany({ where: { status: { not: 'closed' } }, select: { id: true }, orderBy: { id: 'asc' } })
  for (const { id } of campaigns) await holdCampaign(db, id)
  const lists = await db.giftList.findMany({ where: { ...open, lines: { some: { childId } } }, select: { id: true }, orderBy: { id: 'asc' } })
  for (const { id } of lists) await holdList(db, id)
  // A desk that is handing out is waited for too.
  await db.$queryRaw`SELECT FROM "GiftListLine" WHERE "childId" = ${childId}::uuid ORDER BY "id" FOR UPDATE`
}

const takeOff = async ({ db, actor, clock, audit }: WriteContext, childId: string, excludeReason: string): Promise<number> => {
  const where = { childId, excluded: false, handOut: { is: null }, giftList: open }
  const lines = await db.giftListLine.findMany({ where, select: { id: true, giftList: { select: { id: true, status: true } } } })
  const ids = lines.map(({ id }) => id)
  const data = { excluded: true, excludeReason, excludedById: actor.userId, excludedAt: clock.now(), version: { increment: 1 } } as const
  await db.giftListLine.updateMany({ where: { id: { in: ids } }, data })
  // Whoever is about to approve the list sees another one.
  const submitted = lines.flatMap(({ giftList }) => (giftList.status === 'submitted' ? [giftList.id] : []))
  await db.giftList.updateMany({ where: { id: { in: submitted } }, data: { version: { increment: 1 } } })
  await audit(ids.map((id) => ({ subject: 'GiftListLine', id, before: { excluded: false }, after: { excluded: true, excludeReason } })))
  return lines.length
}

const dropAdditions = async ({ db, audit }: WriteContext, childId: string, reason: string): Promise<number> => {
  const where = { childId, supplement: { status: { not: 'approved' as const }, giftList: open } }
  const additions = await db.giftListAddition.findMany({
    where,
    select: { id: true, supplement: { select: { id: true, giftListId: true, number: true } } },
  })
  await db.giftListAddition.deleteMany({ where: { id: { in: additions.map(({ id }) => id) } } })
  const supplements = additions.map(({ supplement }) => supplement)
  await db.giftListSupplement.updateMany({ where: { id: { in: supplements.map(({ id }) => id) } }, data: { version: { increment: 1 } } })
  await audit(
    supplements.map(({ giftListId, number }) => ({ subject: 'GiftList', id: giftListId, after: { supplement: number, removed: 1 }, reason })),
  )
  return additions.length
}

/** Takes a child off what is not handed out yet, on drafts and approved lists, and out of supplements. What was given stays given. */
export const takeOffLists = async (context: WriteContext, childId: string, reason: string): Promise<number> => {
  await holdLists(context.db, childId)
  return (await takeOff(context, childId, reason)) + (await dropAdditions(context, childId, reason))
}

/**
 * Nobody passes on a list, or a supplement, with a child whose family has said no.
 * @throws DomainError CONSENT_MISSING with { purpose, names }
 */
export const requireNoneWithdrawn = async (db: Db, of: { giftListId: string } | { supplementId: string }): Promise<void> => {
  const on = 'giftListId' in of ? { giftLines: { some: { ...of, excluded: false, handOut: { is: null } } } } : { giftAdditions: { some: of } }
  const children = await db.child.findMany({ where: { ...hasWithdrawn('gift'), ...on }, select: { name: true } })
  if (children.length > 0) throw new DomainError('CONSENT_MISSING', { purpose: 'gift', names: children.map(({ name }) => name) })
}
