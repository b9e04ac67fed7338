import type { AwardTierRecord, awardTiers } from '@chung-tay/contracts/award-tiers'
import type { Prisma } from '@chung-tay/db/client'
import { requireFittingTier } from '@chung-tay/domain/awards/tier'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { DomainError } from '@chung-tay/domain/errors'
import type { z } from 'zod'
import type { Context, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'

const decided = { status: 'decided' } as const
const shown = {
  campaign: { select: { status: true } },
  _count: { select: { nominations: true } },
  nominations: { where: decided, take: 1, select: { id: true } },
} as const
type Row = Prisma.AwardTierGetPayload<{ include: typeof shown }>
type Body = z.output<typeof awardTiers.create.body>

const present = (row: Row): AwardTierRecord => ({
  id: row.id,
  campaignId: row.campaignId,
  name: row.name,
  schoolLevel: row.schoolLevel,
  criterion: row.criterion,
  amount: Number(row.amount),
  sortOrder: row.sortOrder,
  nominations: row._count.nominations,
  frozen: row.nominations.length > 0,
  version: row.version,
})

const audited = ({ name, schoolLevel, criterion, amount, sortOrder }: Row) => ({ name, schoolLevel, criterion, amount, sortOrder })

export const listTiers = async (context: Context, campaignId: string) => {
  const rows = await context.db.awardTier.findMany({
    where: { AND: [{ campaignId }, scope(context, 'read', 'AwardTier')] },
    include: shown,
    orderBy: [{ sortOrder: 'asc' }, { amount: 'desc' }, { id: 'asc' }],
  })
  return { items: rows.map(present) }
}

export const createTier = async (context: WriteContext, campaignId: string, input: Body): Promise<AwardTierRecord> => {
  const campaign = found(await context.db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] } }))
  requireOpen(campaign.status)
  const row = await context.db.awardTier.create({ data: { campaignId, ...input, createdAt: context.clock.now() }, include: shown })
  await context.audit({ subject: 'AwardTier', id: row.id, after: audited(row) })
  return present(row)
}

const differs = (row: Row, input: Body): boolean =>
  row.name !== input.name || row.schoolLevel !== input.schoolLevel || row.criterion !== input.criterion || Number(row.amount) !== input.amount

/**
 * The drafts' versions move with the amount, so that nobody signs another sum than was on the screen.
 * The drafts come first: a signature that is under way is waited for, and its awards are seen by the second question.
 */
const checkUse = async ({ db }: WriteContext, row: Row, input: Body): Promise<void> => {
  await db.awardDecision.updateMany({
    where: { status: 'draft', nominations: { some: { tierId: row.id } } },
    data: { version: { increment: 1 } },
  })
  if (await db.nomination.findFirst({ where: { tierId: row.id, ...decided }, select: { id: true } }))
    throw new DomainError('IN_USE', { name: row.name })
  const used = await db.nomination.groupBy({ by: ['schoolLevel'], where: { tierId: row.id } })
  for (const { schoolLevel } of used) requireFittingTier(input, schoolLevel)
}

export const updateTier = async (context: WriteContext, id: string, input: Body): Promise<AwardTierRecord> => {
  const before = found(await context.db.awardTier.findFirst({ where: { AND: [{ id }, scope(context, 'update', 'AwardTier')] }, include: shown }))
  if (before.version !== context.version) throw new DomainError('STALE')
  requireOpen(before.campaign.status)
  if (differs(before, input)) await checkUse(context, before, input)
  const row = await context.db.awardTier.update({
    where: { id, version: context.version },
    data: { ...input, version: { increment: 1 } },
    include: shown,
  })
  await context.audit({ subject: 'AwardTier', id, before: audited(before), after: audited(row) })
  return present(row)
}
