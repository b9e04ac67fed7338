import { type PlanContent, type PlanVersionRecord, planContent } from '@chung-tay/contracts/plan-versions'
import type { PlanVersion } from '@chung-tay/db/client'
import { fromDbDate } from '@chung-tay/domain/dates'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, WriteContext } from '../http/context.ts'
import type { Written } from '../http/document.ts'
import { found, scope } from '../http/scope.ts'
import { toJson } from '../http/write.ts'
import { hashOf } from '../report/content.ts'
import { loadPlanContent, planPaper } from './content.ts'

/** What is laid before the leadership is kept whole, with its hash, in the transaction that hands it in. */
export const keepVersion = async (context: WriteContext, campaignId: string): Promise<void> => {
  const content = toJson(await loadPlanContent(context, campaignId))
  const last = await context.db.planVersion.findFirst({ where: { campaignId }, orderBy: { number: 'desc' }, select: { number: true } })
  await context.db.planVersion.create({
    data: {
      campaignId,
      number: (last?.number ?? 0) + 1,
      content,
      contentHash: hashOf(content as Parameters<typeof hashOf>[0]),
      submittedById: context.actor.userId,
      submittedAt: context.clock.now(),
    },
  })
}

/** The leadership's word on the version that waits; plans older than versions have none. */
export const decideVersion = async (context: WriteContext, campaignId: string, decision: { approved: boolean; reason?: string }): Promise<void> => {
  const { approved, reason = null } = decision
  await context.db.planVersion.updateMany({
    where: { campaignId, approved: null },
    data: { approved, reason, decidedById: context.actor.userId, decidedAt: context.clock.now() },
  })
}

const present = async ({ db }: Context, rows: readonly PlanVersion[]): Promise<PlanVersionRecord[]> => {
  const names = await namesOfUsers(
    db,
    rows.flatMap((row) => [row.submittedById, row.decidedById]),
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    submittedByName: names.get(row.submittedById) ?? '',
    submittedAt: row.submittedAt,
    approved: row.approved,
    decidedByName: names.get(row.decidedById ?? '') ?? null,
    decidedAt: row.decidedAt,
    reason: row.reason,
  }))
}

const requirePlan = async (context: Context, id: string) =>
  found(await context.db.campaign.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'Campaign')] } }))

export const listVersions = async (context: Context, campaignId: string) => {
  await requirePlan(context, campaignId)
  const where = { AND: [{ campaignId }, scope(context, 'read', 'PlanVersion')] }
  return { items: await present(context, await context.db.planVersion.findMany({ where, orderBy: { number: 'desc' } })) }
}

export const getVersion = async (context: Context, id: string) => {
  const row = found(await context.db.planVersion.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'PlanVersion')] } }))
  const [version] = await present(context, [row])
  return { ...found(version), content: planContent.parse(row.content), intact: hashOf(row.content) === row.contentHash }
}

/** The content that counts: as approved once it is, before that as it stands. */
export const contentThatCounts = async (context: Context, campaignId: string): Promise<PlanContent> => {
  const approved = await context.db.planVersion.findFirst({ where: { campaignId, approved: true }, orderBy: { number: 'desc' } })
  return approved ? planContent.parse(approved.content) : loadPlanContent(context, campaignId)
}

/** The number after the stroke of the symbol is the layout's: `32/KH-KHCN` was entered whole. */
const numberOf = (planNumber: string | null): string | null => planNumber?.split('/')[0] ?? null

export const writePlan = async (context: Context, campaignId: string): Promise<Written> => {
  const row = await requirePlan(context, campaignId)
  const desk = { number: numberOf(row.planNumber), issuedOn: row.planIssuedOn && fromDbDate(row.planIssuedOn) }
  return { name: `ke-hoach-thang-hanh-dong-${row.year}`, source: planPaper(await contentThatCounts(context, campaignId), desk) }
}
