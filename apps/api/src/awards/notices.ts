import type { NotificationData } from '@chung-tay/contracts/notifications'
import type { WriteContext } from '../http/context.ts'
import { tellOthers, tellRole } from '../notifications/service.ts'

type Nomination = {
  id: string
  version: number
  submittedById: string
  reviewReason: string | null
  campaign: { year: number }
  child: { name: string }
  unit: { name: string }
}

const factsOf = ({ id, campaign, child, unit }: Nomination): NotificationData['nominationSubmitted'] => ({
  nominationId: id,
  year: campaign.year,
  childName: child.name,
  unitName: unit.name,
})

/** Those who review. */
export const tellNominated = (context: WriteContext, row: Nomination) =>
  tellRole(context, 'union', 'nominationSubmitted', { id: row.id, version: row.version, data: factsOf(row) })

/** The one who nominated, while the account is open. */
export const tellReviewed = async (
  context: WriteContext,
  row: Nomination,
  kind: 'nominationApproved' | 'nominationReturned' | 'nominationRejected',
) => {
  const people = await context.db.user.findMany({ where: { id: row.submittedById, active: true }, select: { id: true } })
  const told = { userIds: people.map(({ id }) => id), key: `${kind}:${row.id}:${row.version}` }
  if (kind === 'nominationApproved') return tellOthers(context, { ...told, kind, data: factsOf(row) })
  return tellOthers(context, { ...told, kind, data: { ...factsOf(row), reason: row.reviewReason ?? '' } })
}

type Decision = { id: string; version: number; year: number; children: number; total: number }

const decisionFacts = ({ id, year, children, total }: Decision): NotificationData['decisionDrafted'] => ({ decisionId: id, year, children, total })

/** Leadership may sign as soon as a draft holds a list. */
export const tellDrafted = (context: WriteContext, decision: Decision) =>
  tellRole(context, 'leadership', 'decisionDrafted', { id: decision.id, version: decision.version, data: decisionFacts(decision) })

export const tellSigned = (context: WriteContext, decision: Decision, number: string) =>
  tellRole(context, 'union', 'decisionSigned', { id: decision.id, version: decision.version, data: { ...decisionFacts(decision), number } })
