import type { AwardDecisionDetail, AwardDecisionRecord, AwardLine } from '@chung-tay/contracts/awards'
import type { Prisma } from '@chung-tay/db/client'
import { awardDecision } from '@chung-tay/documents/award-decision'
import { type DecisionAction, decisionTransitions } from '@chung-tay/domain/awards/status'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { advance } from '@chung-tay/domain/transitions'
import type { Context, Db, WriteContext } from '../http/context.ts'
import type { Written } from '../http/document.ts'
import { invalidField } from '../http/errors.ts'
import { found, scope } from '../http/scope.ts'
import { toJson } from '../http/write.ts'
import { documentInput, loadSignature, loadWords, readSnapshot } from './document.ts'
import { tellDrafted, tellSigned } from './notices.ts'
import { inOrder, withChild } from './queries.ts'
import { requireConsent } from './service.ts'

const inListOrder = [{ tier: { sortOrder: 'asc' } }, { child: { givenName: 'asc' } }, { child: { name: 'asc' } }, { id: 'asc' }] as const
const shown = {
  campaign: { select: { status: true, year: true } },
  nominations: { include: { child: withChild, unit: { select: { name: true } }, tier: true }, orderBy: [...inListOrder] },
} satisfies Prisma.AwardDecisionInclude
type Row = Prisma.AwardDecisionGetPayload<{ include: typeof shown }>
type Nominated = Row['nominations'][number]

/** The parent who works in the unit under which the child was nominated. */
const parentOf = ({ child, unitId }: Nominated): string => {
  const guardians = inOrder(child.guardians)
  return (guardians.find(({ employee }) => employee.unitId === unitId) ?? guardians[0])?.employee.name ?? ''
}

const lineOf = (row: Nominated): AwardLine => ({
  nominationId: row.id,
  childName: row.child.name,
  className: row.className,
  school: row.school,
  schoolLevel: row.schoolLevel,
  parentName: parentOf(row),
  unitName: row.unit.name,
  tier: row.tier.name,
  amount: Number(row.tier.amount),
})

const awardsOf = (row: Row): AwardLine[] => (row.snapshot === null ? row.nominations.map(lineOf) : readSnapshot(row.snapshot).awards)

const sumOf = (awards: readonly AwardLine[]): number => awards.reduce((sum, { amount }) => sum + amount, 0)

const signersOf = async (db: Db, rows: readonly Row[]): Promise<Map<string, string>> => {
  const ids = rows.flatMap(({ signedById }) => signedById ?? [])
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(users.map(({ id, name }) => [id, name]))
}

const present = (row: Row, signers: ReadonlyMap<string, string>): AwardDecisionRecord => {
  const awards = awardsOf(row)
  return {
    id: row.id,
    campaignId: row.campaignId,
    number: row.number,
    decidedOn: row.decidedOn && fromDbDate(row.decidedOn),
    status: row.status,
    children: awards.length,
    total: sumOf(awards),
    signedByName: signers.get(row.signedById ?? '') ?? null,
    signedAt: row.signedAt,
    createdAt: row.createdAt,
    version: row.version,
  }
}

const detailOf = async (context: Context, row: Row): Promise<AwardDecisionDetail> => {
  const awards = awardsOf(row)
  const byTier = Map.groupBy(awards, ({ tier }) => tier)
  return {
    ...present(row, await signersOf(context.db, [row])),
    awards,
    tiers: [...byTier].map(([tier, lines]) => ({ tier, children: lines.length, amount: sumOf(lines) })),
  }
}

const audited = (row: Row) => {
  const { number, decidedOn, status, children, total } = present(row, new Map())
  return { number, decidedOn, status, children, total }
}

const noticeOf = (row: Row) => {
  const { id, version, children, total } = present(row, new Map())
  return { id, version, children, total, year: row.campaign.year }
}

const reload = (db: Db, id: string): Promise<Row> => db.awardDecision.findUniqueOrThrow({ where: { id }, include: shown })

const load = async (context: Context, id: string, action: 'read' | 'update' | 'sign'): Promise<Row> =>
  found(await context.db.awardDecision.findFirst({ where: { AND: [{ id }, scope(context, action, 'AwardDecision')] }, include: shown }))

export const listDecisions = async (context: Context, campaignId: string) => {
  const rows = await context.db.awardDecision.findMany({
    where: { AND: [{ campaignId }, scope(context, 'read', 'AwardDecision')] },
    include: shown,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const signers = await signersOf(context.db, rows)
  return { items: rows.map((row) => present(row, signers)) }
}

export const getDecision = async (context: Context, id: string) => detailOf(context, await load(context, id, 'read'))

/** Takes every approved nomination that no decision has: the row itself says in which one it is, so two drafts never share a child. */
const gatherInto = async ({ db }: WriteContext, decisionId: string, campaignId: string): Promise<void> => {
  const where = { campaignId, status: 'approved' as const, decisionId: null }
  const { count } = await db.nomination.updateMany({ where, data: { decisionId, version: { increment: 1 } } })
  if (count === 0) throw new DomainError('NOTHING_TO_DECIDE')
}

export const createDecision = async (context: WriteContext, campaignId: string): Promise<AwardDecisionDetail> => {
  const campaign = found(await context.db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] } }))
  requireOpen(campaign.status)
  const { id } = await context.db.awardDecision.create({ data: { campaignId, createdAt: context.clock.now() }, select: { id: true } })
  await gatherInto(context, id, campaignId)
  const row = await reload(context.db, id)
  await context.audit({ subject: 'AwardDecision', id, after: audited(row) })
  await tellDrafted(context, noticeOf(row))
  return detailOf(context, row)
}

/** The version moves first and holds the row: signing, gathering, returning a nomination and changing an amount wait for each other. */
const hold = async (context: WriteContext, before: Row, action: DecisionAction): Promise<Row> => {
  requireOpen(before.campaign.status)
  if (before.version !== context.version) throw new DomainError('STALE')
  advance(decisionTransitions, before.status, action)
  return context.db.awardDecision.update({
    where: { id: before.id, version: context.version },
    data: { version: { increment: 1 } },
    include: shown,
  })
}

export const gatherNominations = async (context: WriteContext, id: string): Promise<AwardDecisionDetail> => {
  const before = await load(context, id, 'update')
  await hold(context, before, 'gather')
  await gatherInto(context, id, before.campaignId)
  const row = await reload(context.db, id)
  await context.audit({ subject: 'AwardDecision', id, before: audited(before), after: audited(row) })
  await tellDrafted(context, noticeOf(row))
  return detailOf(context, row)
}

const freezeAmounts = async ({ db }: WriteContext, { id, nominations }: Row): Promise<void> => {
  for (const [tierId, lines] of Map.groupBy(nominations, (nomination) => nomination.tierId)) {
    const amount = lines[0]?.tier.amount ?? 0n
    await db.nomination.updateMany({
      where: { decisionId: id, tierId, status: 'approved' },
      data: { status: 'decided', amount, version: { increment: 1 } },
    })
  }
}

export const signDecision = async (context: WriteContext, id: string, { number, decidedOn }: { number: string; decidedOn: string }) => {
  if (decidedOn > context.clock.today()) throw invalidField('decidedOn', 'in_the_future')
  const before = await load(context, id, 'sign')
  const held = await hold(context, before, 'sign')
  if (held.nominations.length === 0) throw new DomainError('NOTHING_TO_DECIDE')
  requireConsent(held.nominations.map(({ child }) => child))
  const words = await loadWords(context, held.campaignId)
  const snapshot = toJson({ words: { ...words, signature: await loadSignature(context, words) }, awards: held.nominations.map(lineOf) })
  await freezeAmounts(context, held)
  const row = await context.db.awardDecision.update({
    where: { id },
    data: { status: 'signed', number, decidedOn: toDbDate(decidedOn), signedById: context.actor.userId, signedAt: context.clock.now(), snapshot },
    include: shown,
  })
  const decided = { status: 'decided', decisionNumber: number }
  await context.audit([
    { subject: 'AwardDecision', id, before: audited(before), after: audited(row) },
    ...held.nominations.map(({ id: nominationId, status }) => ({ subject: 'Nomination', id: nominationId, before: { status }, after: decided })),
  ])
  await tellSigned(context, noticeOf(row), number)
  return detailOf(context, row)
}

/** The paper: what was signed, or the draft as it stands. */
export const writeDecision = async (context: Context, id: string): Promise<Written> => {
  const row = await load(context, id, 'read')
  const content = row.snapshot === null ? { words: await loadWords(context, row.campaignId), awards: awardsOf(row) } : readSnapshot(row.snapshot)
  const desk = { number: row.number, issuedOn: row.decidedOn && fromDbDate(row.decidedOn), expectedOn: context.clock.today().slice(0, 7) }
  return {
    name: `quyet-dinh-khen-thuong-${content.words.schoolYear.replace(/[^\d-]/g, '')}`,
    source: awardDecision(documentInput(content, desk)),
  }
}
