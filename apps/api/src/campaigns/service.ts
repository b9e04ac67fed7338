import type { campaigns, LegalBasisRecord, PlanRecord } from '@chung-tay/contracts/campaigns'
import type { Campaign, Prisma } from '@chung-tay/db/client'
import type { Action } from '@chung-tay/domain/access/abilities'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { checkPlanComplete } from '@chung-tay/domain/campaigns/plan'
import { type CampaignAction, campaignTransitions } from '@chung-tay/domain/campaigns/transitions'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { advance } from '@chung-tay/domain/transitions'
import type { z } from 'zod'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { tellRole } from '../notifications/service.ts'
import { decideVersion, keepVersion } from './versions.ts'

const shown = { legalBases: { orderBy: { sortOrder: 'asc' } } } as const
type Row = Prisma.CampaignGetPayload<{ include: typeof shown }>

const presentHead = (row: Campaign) => ({
  id: row.id,
  year: row.year,
  title: row.title,
  theme: row.theme,
  status: row.status,
  startsOn: fromDbDate(row.startsOn),
  endsOn: fromDbDate(row.endsOn),
  reportDueOn: fromDbDate(row.reportDueOn),
})

const present = async (db: Db, row: Row): Promise<PlanRecord> => {
  const approver = row.approvedById === null ? null : await db.user.findUnique({ where: { id: row.approvedById }, select: { name: true } })
  return {
    ...presentHead(row),
    purpose: row.purpose,
    requirements: row.requirements,
    preface: row.preface,
    recipients: row.recipients,
    recipientName: row.recipientName,
    schoolYear: row.schoolYear,
    legalBases: row.legalBases.map(({ kind, number, issuedOn, issuer, subject }) => ({
      kind,
      number,
      issuedOn: fromDbDate(issuedOn),
      issuer,
      subject,
    })),
    planNumber: row.planNumber,
    planIssuedOn: row.planIssuedOn && fromDbDate(row.planIssuedOn),
    returnReason: row.returnReason,
    approvedByName: approver?.name ?? null,
    approvedAt: row.approvedAt,
    version: row.version,
  }
}

export const listCampaigns = async (context: Context) => {
  const rows = await context.db.campaign.findMany({ where: scope(context, 'read', 'Campaign'), orderBy: { year: 'desc' } })
  return { items: rows.map(presentHead) }
}

const load = async (context: Context, id: string, action: Action): Promise<Row> =>
  found(await context.db.campaign.findFirst({ where: { AND: [{ id }, scope(context, action, 'Campaign')] }, include: shown }))

export const getCampaign = async (context: Context, id: string): Promise<PlanRecord> => present(context.db, await load(context, id, 'read'))

type PlanText = z.output<typeof campaigns.create.body>

const basesOf = (bases: readonly LegalBasisRecord[]) => bases.map((basis, sortOrder) => ({ ...basis, issuedOn: toDbDate(basis.issuedOn), sortOrder }))

const dataOf = ({ legalBases: _, startsOn, endsOn, reportDueOn, ...text }: PlanText) => ({
  ...text,
  startsOn: toDbDate(startsOn),
  endsOn: toDbDate(endsOn),
  reportDueOn: toDbDate(reportDueOn),
})

/** In the history a year is a name and no number with a dot in it. */
const told = (plan: PlanRecord) => ({ ...plan, year: String(plan.year) })

export const createCampaign = async (context: WriteContext, input: PlanText): Promise<PlanRecord> => {
  const row = await context.db.campaign.create({ data: { ...dataOf(input), legalBases: { create: basesOf(input.legalBases) } }, include: shown })
  const plan = await present(context.db, row)
  await context.audit({ subject: 'Campaign', id: row.id, after: told(plan) })
  return plan
}

/** One step of the plan: loaded within the scope, judged by the table of transitions, written and told to the history. */
const step = async (
  context: WriteContext,
  {
    id,
    permission,
    action,
    data = {},
    reason,
  }: {
    id: string
    permission: Action
    action: CampaignAction
    data?: Prisma.CampaignUpdateInput
    reason?: string
  },
): Promise<PlanRecord> => {
  const before = await load(context, id, permission)
  requireOpen(before.status)
  const status = advance(campaignTransitions, before.status, action)
  const row = await context.db.campaign.update({
    where: { id, version: context.version },
    data: { ...data, status, version: { increment: 1 }, updatedAt: context.clock.now() },
    include: shown,
  })
  const after = await present(context.db, row)
  await context.audit({ subject: 'Campaign', id, before: told(await present(context.db, before)), after: told(after), reason })
  return after
}

export const updateCampaign = (context: WriteContext, id: string, input: PlanText) =>
  step(context, {
    id,
    permission: 'update',
    action: 'edit',
    data: { ...dataOf(input), legalBases: { deleteMany: {}, create: basesOf(input.legalBases) } },
  })

const noticeOf = ({ id, version, year, title }: PlanRecord) => ({ id, version, data: { campaignId: id, year, title } })

export const submitCampaign = async (context: WriteContext, id: string): Promise<PlanRecord> => {
  const plan = await step(context, { id, permission: 'submit', action: 'submit', data: { returnReason: null } })
  // Counted after the step has taken the campaign's row: from then on nobody rearranges the plan.
  checkPlanComplete({ ...plan, activities: await context.db.activity.count({ where: { campaignId: id } }) })
  await keepVersion(context, id)
  await tellRole(context, 'leadership', 'planSubmitted', noticeOf(plan))
  return plan
}

export const approveCampaign = async (context: WriteContext, id: string): Promise<PlanRecord> => {
  const data = { approvedById: context.actor.userId, approvedAt: context.clock.now() }
  const plan = await step(context, { id, permission: 'approve', action: 'approve', data })
  await decideVersion(context, id, { approved: true })
  await tellRole(context, 'office', 'planApproved', noticeOf(plan))
  return plan
}

export const returnCampaign = async (context: WriteContext, id: string, reason: string): Promise<PlanRecord> => {
  const plan = await step(context, { id, permission: 'approve', action: 'return', data: { returnReason: reason }, reason })
  await decideVersion(context, id, { approved: false, reason })
  const { data, ...notice } = noticeOf(plan)
  await tellRole(context, 'office', 'planReturned', { ...notice, data: { ...data, reason } })
  return plan
}

export const issueCampaign = (context: WriteContext, id: string, { planNumber, planIssuedOn }: z.output<typeof campaigns.issue.body>) =>
  step(context, { id, permission: 'issue', action: 'issue', data: { planNumber, planIssuedOn: toDbDate(planIssuedOn) } })

export const startCampaign = (context: WriteContext, id: string) => step(context, { id, permission: 'update', action: 'start' })

export const closeCampaign = (context: WriteContext, id: string) => step(context, { id, permission: 'update', action: 'close' })

/**
 * The campaign whose plan is about to be rearranged, held until the transaction ends: it can neither be submitted nor closed meanwhile.
 * @throws DomainError CAMPAIGN_CLOSED, TRANSITION_NOT_ALLOWED
 */
export const requireArrangeable = async (context: WriteContext, id: string): Promise<void> => {
  await context.db.$queryRaw`SELECT 1 FROM "Campaign" WHERE "id" = ${id}::uuid FOR SHARE`
  const { status } = await load(context, id, 'read')
  requireOpen(status)
  advance(campaignTransitions, status, 'arrange')
}

/** Whether the plan of a campaign may be read at all; outside of that it is as if it were not there. */
export const requireReadable = async (context: Context, id: string): Promise<void> => {
  found(await context.db.campaign.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'Campaign')] }, select: { id: true } }))
}
