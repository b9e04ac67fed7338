import type { GiftListSupplementRecord } from '@chung-tay/contracts/gift-supplements'
import type { Prisma } from '@chung-tay/db/client'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { DomainError } from '@chung-tay/domain/errors'
import { type SupplementAction, supplementTransitions } from '@chung-tay/domain/gifts/supplement'
import { advance } from '@chung-tay/domain/transitions'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { found } from '../http/scope.ts'
import { tellRole } from '../notifications/service.ts'
import { requireListBudget } from './budget.ts'
import { requireFree } from './judge.ts'
import { holdCampaign, loadList } from './lists.ts'
import { requireNoneWithdrawn } from './withdrawn.ts'

const shown = {
  additions: {
    include: { child: { select: { name: true, birthDate: true } }, unit: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
} as const satisfies Prisma.GiftListSupplementInclude
type Row = Prisma.GiftListSupplementGetPayload<{ include: typeof shown }>

const presenter = async (context: Context, rows: readonly Row[]) => {
  const names = await namesOfUsers(
    context.db,
    rows.map(({ approvedById }) => approvedById),
  )
  return ({ additions, approvedById, ...row }: Row): GiftListSupplementRecord => ({
    id: row.id,
    giftListId: row.giftListId,
    number: row.number,
    status: row.status,
    returnReason: row.returnReason,
    approvedByName: names.get(approvedById ?? '') ?? null,
    approvedAt: row.approvedAt,
    additions: additions.map(({ id, childId, child, unit, reason, reasons }) => ({
      ...{ id, childId, childName: child.name, birthYear: child.birthDate.getUTCFullYear(), unitName: unit.name, reason, reasons },
    })) as GiftListSupplementRecord['additions'],
    version: row.version,
  })
}

const presentOne = async (context: Context, row: Row) => (await presenter(context, [row]))(row)

export const listSupplements = async (context: Context, giftListId: string) => {
  await loadList(context, giftListId)
  const rows = await context.db.giftListSupplement.findMany({ where: { giftListId }, include: shown, orderBy: { number: 'asc' } })
  return { items: rows.map(await presenter(context, rows)) }
}

/** What the history of the list tells: how many, not who. */
const told = ({ number, status, additions }: GiftListSupplementRecord) => ({ supplement: number, status, additions: additions.length })

const permissions = { submit: 'submit', approve: 'approve', return: 'approve' } as const satisfies Partial<Record<SupplementAction, string>>

const step = async (
  context: WriteContext,
  id: string,
  action: keyof typeof permissions,
  data: Prisma.GiftListSupplementUpdateInput,
  reason?: string,
) => {
  const row = found(await context.db.giftListSupplement.findUnique({ where: { id }, include: shown }))
  const list = await loadList(context, row.giftListId, permissions[action])
  requireOpen(list.campaign.status)
  if (list.status !== 'approved') throw new DomainError('TRANSITION_NOT_ALLOWED', { from: list.status, action })
  const status = advance(supplementTransitions, row.status, action)
  if (row.additions.length === 0) throw new DomainError('LIST_EMPTY')
  if (action !== 'return') await requireNoneWithdrawn(context.db, { supplementId: id })
  const changed = { ...data, status, version: { increment: 1 }, updatedAt: context.clock.now() }
  const written = await context.db.giftListSupplement.update({ where: { id, version: context.version }, data: changed, include: shown })
  const [before, after] = [await presentOne(context, row), await presentOne(context, written)]
  await context.audit({ subject: 'GiftList', id: list.id, before: told(before), after: told(after), ...(reason !== undefined && { reason }) })
  return { list, after, additions: written.additions }
}

type Stepped = Pick<Awaited<ReturnType<typeof step>>, 'list' | 'after'>

const noticeOf = ({ list, after }: Stepped) => ({
  id: after.id,
  version: after.version,
  data: { giftListId: list.id, year: list.campaign.year, name: `${list.name} (bổ sung lần ${after.number})`, children: after.additions.length },
})

export const submitSupplement = async (context: WriteContext, id: string) => {
  const stepped = await step(context, id, 'submit', { returnReason: null })
  await requireListBudget(context, stepped.list)
  await tellRole(context, 'leadership', 'giftListSubmitted', noticeOf(stepped))
  return stepped.after
}

/** The children come onto the list as lines that say how; who was taken off it before comes back on the same line. */
export const approveSupplement = async (context: WriteContext, id: string) => {
  const { userId: approvedById } = context.actor
  const stepped = await step(context, id, 'approve', { approvedById, approvedAt: context.clock.now() })
  const { list, additions } = stepped
  await holdCampaign(context.db, list.campaignId)
  for (const { childId, child, unitId, reason, addedById } of additions) {
    await requireFree(context, list, { childId, childName: child.name })
    const line = { origin: 'hand', unitId, addReason: reason, addedById, supplementId: id } as const
    await context.db.giftListLine.upsert({
      where: { giftListId_childId: { giftListId: list.id, childId } },
      create: { ...line, giftListId: list.id, childId, createdAt: context.clock.now() },
      update: { ...line, excluded: false, excludeReason: null, excludedById: null, excludedAt: null, version: { increment: 1 } },
    })
  }
  await requireListBudget(context, list)
  await tellRole(context, 'union', 'giftListApproved', noticeOf(stepped))
  return stepped.after
}

export const returnSupplement = async (context: WriteContext, id: string, reason: string) => {
  const stepped = await step(context, id, 'return', { returnReason: reason }, reason)
  const { data, ...notice } = noticeOf(stepped)
  await tellRole(context, 'union', 'giftListReturned', { ...notice, data: { ...data, reason } })
  return stepped.after
}

export const dropAddition = async (context: WriteContext, id: string) => {
  const addition = found(
    await context.db.giftListAddition.findUnique({ where: { id }, include: { supplement: true, child: { select: { name: true } } } }),
  )
  const list = await loadList(context, addition.supplement.giftListId, 'update')
  requireOpen(list.campaign.status)
  await holdCampaign(context.db, list.campaignId)
  const { status } = await context.db.giftListSupplement.findUniqueOrThrow({ where: { id: addition.supplementId } })
  advance(supplementTransitions, status, 'edit')
  await context.db.giftListAddition.delete({ where: { id } })
  await context.audit({
    subject: 'GiftList',
    id: list.id,
    after: { supplement: addition.supplement.number, removed: addition.child.name, childId: addition.childId },
  })
  return { id }
}

/** The supplement that is open for additions, a new one if there is none; one that waits for the leadership takes none. */
export const openSupplement = async (context: WriteContext, giftListId: string) => {
  const last = await context.db.giftListSupplement.findFirst({ where: { giftListId }, orderBy: { number: 'desc' } })
  if (last && last.status !== 'approved') {
    advance(supplementTransitions, last.status, 'edit')
    return last
  }
  const data = { giftListId, number: (last?.number ?? 0) + 1, createdById: context.actor.userId, createdAt: context.clock.now() }
  return context.db.giftListSupplement.create({ data })
}
