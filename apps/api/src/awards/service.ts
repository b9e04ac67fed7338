import type { NominationDetail, nominations } from '@chung-tay/contracts/nominations'
import type { Prisma } from '@chung-tay/db/client'
import { type NominationAction, nominationTransitions } from '@chung-tay/domain/awards/status'
import { requireFittingTier, type SchoolLevel } from '@chung-tay/domain/awards/tier'
import { requireApproved, requireOpen } from '@chung-tay/domain/campaigns/open'
import { isWithdrawn } from '@chung-tay/domain/children/consent'
import { DomainError } from '@chung-tay/domain/errors'
import { advance } from '@chung-tay/domain/transitions'
import type { z } from 'zod'
import { statesOf } from '../children/consent-states.ts'
import { assertFiguresOpen } from '../confirmations/guard.ts'
import { attachFiles, filesOf } from '../files/service.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { found, readsAll, scope } from '../http/scope.ts'
import { checksOf } from './checks.ts'
import { tellNominated, tellReviewed } from './notices.ts'
import { inOrder, listed, type NominatedChild, type NominationRow, presentNomination, withChild } from './queries.ts'

const detailed = { ...listed, child: withChild, decision: { select: { number: true } } } as const
type Row = Prisma.NominationGetPayload<{ include: typeof detailed }>
type Body = z.output<typeof nominations.create.body>

/** A parent sees the other one; a unit head sees the own people only. */
const guardiansFor = ({ actor, ability }: Context, child: NominatedChild): NominationDetail['child']['guardians'] => {
  const own = child.guardians.some(({ employeeId }) => employeeId === actor.employeeId)
  return inOrder(child.guardians)
    .filter(({ employee: { id, unitId } }) => own || ability.can('read', { __caslSubjectType__: 'Employee', id, unitId }))
    .map(({ employeeId, relation, employee }) => ({ employeeId, name: employee.name, unitName: employee.unit.name, relation }))
}

const detailOf = async (context: Context, row: Row): Promise<NominationDetail> => ({
  ...presentNomination(row),
  decisionNumber: row.decision?.number ?? null,
  child: { guardians: guardiansFor(context, row.child) },
  ...(readsAll(context, 'Nomination') ? await checksOf(context, row, row.child) : { checks: [], namesakes: [] }),
  files: await filesOf(context, 'Nomination', row.id),
})

const audited = (row: NominationRow) => {
  const { childName, unitName, tierName, school, className, schoolLevel, achievement, status, reviewReason } = presentNomination(row)
  return { childName, unitName, tierName, school, className, schoolLevel, achievement, status, reviewReason }
}

const load = async (context: Context, id: string, action: 'read' | 'update' | 'review'): Promise<Row> =>
  found(await context.db.nomination.findFirst({ where: { AND: [{ id }, scope(context, action, 'Nomination')] }, include: detailed }))

export const getNomination = async (context: Context, id: string) => detailOf(context, await load(context, id, 'read'))

const fittingTier = async ({ db }: Context, campaignId: string, tierId: string, level: SchoolLevel): Promise<void> => {
  const tier = await db.awardTier.findFirst({ where: { id: tierId, campaignId } })
  if (!tier) throw new DomainError('NOT_FOUND', { reference: true, field: 'tierId' })
  requireFittingTier(tier, level)
}

/** The nomination stands under the mother's unit, else the first guardian's; under a head's own where the parents work in two. */
const unitFor = ({ ability }: Context, child: NominatedChild): string => {
  const units = inOrder(child.guardians).map(({ employee }) => employee.unitId)
  const { guardians } = child
  return found(units.find((unitId) => ability.can('create', { __caslSubjectType__: 'Nomination', unitId, child: { guardians } })))
}

// The consent's withdrawal stops the use (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).
export const requireConsent = (children: readonly NominatedChild[]): void => {
  const names = children.filter((child) => isWithdrawn(statesOf(child.consents), 'award')).map(({ name }) => name)
  if (names.length > 0) throw new DomainError('CONSENT_MISSING', { purpose: 'award', names })
}

const chooseChild = async (context: Context, childId: string) => {
  const child = found(await context.db.child.findFirst({ where: { id: childId, active: true }, ...withChild }))
  const unitId = unitFor(context, child)
  requireConsent([child])
  return { child, unitId }
}

export const createNomination = async (context: WriteContext, campaignId: string, { fileIds, ...input }: Body) => {
  const { db, actor } = context
  const campaign = found(await db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] } }))
  requireApproved(campaign.status)
  const { child, unitId } = await chooseChild(context, input.childId)
  await assertFiguresOpen(context, campaignId, unitId)
  await fittingTier(context, campaignId, input.tierId, input.schoolLevel)
  if (fileIds.length === 0) throw new DomainError('EVIDENCE_REQUIRED')
  const data = { ...input, campaignId, unitId, submittedById: actor.userId, createdAt: context.clock.now(), updatedAt: context.clock.now() }
  const [made] = await db.nomination.createManyAndReturn({ data: [data], skipDuplicates: true, select: { id: true } })
  if (!made) throw new DomainError('ALREADY_NOMINATED', { childName: child.name })
  await attachFiles(context, 'Nomination', made.id, fileIds)
  const row = await db.nomination.findUniqueOrThrow({ where: { id: made.id }, include: detailed })
  await context.audit({ subject: 'Nomination', id: row.id, after: audited(row) })
  await tellNominated(context, row)
  return detailOf(context, row)
}

type Change = { data?: Prisma.NominationUncheckedUpdateInput; reason?: string }

const change = async (context: WriteContext, before: Row, action: NominationAction, { data = {}, reason }: Change = {}): Promise<Row> => {
  const { id } = before
  if (before.version !== context.version) throw new DomainError('STALE')
  requireOpen(before.campaign.status)
  const status = advance(nominationTransitions, before.status, action)
  await assertFiguresOpen(context, before.campaignId, before.unitId)
  const row = await context.db.nomination.update({
    where: { id, version: context.version },
    data: { ...data, status, version: { increment: 1 }, updatedAt: context.clock.now() },
    include: detailed,
  })
  await context.audit({ subject: 'Nomination', id, before: audited(before), after: audited(row), reason })
  return row
}

/** A nomination made for the wrong child goes to the right one, unless that one has its own. */
const moveTo = async (context: Context, { campaignId }: Row, childId: string): Promise<{ unitId: string }> => {
  const { child, unitId } = await chooseChild(context, childId)
  const other = await context.db.nomination.findUnique({ where: { campaignId_childId: { campaignId, childId } }, select: { id: true } })
  if (other) throw new DomainError('ALREADY_NOMINATED', { childName: child.name })
  return { unitId }
}

export const updateNomination = async (context: WriteContext, id: string, { fileIds, ...input }: Body): Promise<NominationDetail> => {
  const before = await load(context, id, 'update')
  await fittingTier(context, before.campaignId, input.tierId, input.schoolLevel)
  const moved = input.childId === before.childId ? {} : await moveTo(context, before, input.childId)
  const row = await change(context, before, 'update', { data: { ...input, ...moved } })
  await attachFiles(context, 'Nomination', id, fileIds)
  return detailOf(context, row)
}

export const resubmitNomination = async (context: WriteContext, id: string): Promise<NominationDetail> => {
  const before = await load(context, id, 'update')
  requireConsent([before.child])
  const row = await change(context, before, 'resubmit')
  await tellNominated(context, row)
  return detailOf(context, row)
}

export const approveNomination = async (context: WriteContext, id: string): Promise<NominationDetail> => {
  const before = await load(context, id, 'review')
  requireConsent([before.child])
  const row = await change(context, before, 'approve', { data: { reviewReason: null } })
  await tellReviewed(context, row, 'nominationApproved')
  return detailOf(context, row)
}

/** The draft's version moves before the nomination leaves it: whoever is signing it sees another list, or has signed already. */
export const returnNomination = async (context: WriteContext, id: string, reason: string): Promise<NominationDetail> => {
  const before = await load(context, id, 'review')
  if (before.decisionId !== null) {
    const where = { id: before.decisionId, status: 'draft' as const }
    const { count } = await context.db.awardDecision.updateMany({ where, data: { version: { increment: 1 } } })
    if (count === 0) advance(nominationTransitions, 'decided', 'return')
  }
  const row = await change(context, before, 'return', { data: { reviewReason: reason, decisionId: null }, reason })
  await tellReviewed(context, row, 'nominationReturned')
  return detailOf(context, row)
}

export const rejectNomination = async (context: WriteContext, id: string, reason: string): Promise<NominationDetail> => {
  const row = await change(context, await load(context, id, 'review'), 'reject', { data: { reviewReason: reason }, reason })
  await tellReviewed(context, row, 'nominationRejected')
  return detailOf(context, row)
}
