import { nominationTransitions } from '@chung-tay/domain/awards/status'
import { DomainError } from '@chung-tay/domain/errors'
import { advance } from '@chung-tay/domain/transitions'
import type { WriteContext } from '../http/context.ts'
import { tellReviewed } from './notices.ts'
import { listed } from './queries.ts'

/**
 * A nomination that no decision has signed goes back to who made it, out of its draft: it can be sent again once the family agrees.
 * Locked figures do not hinder it: they count what was decided, and a family's no waits for nobody.
 */
export const returnWithdrawn = async (context: WriteContext, childId: string, reviewReason: string): Promise<number> => {
  const { db, clock } = context
  const where = {
    childId,
    status: { in: ['submitted', 'approved'] as ('submitted' | 'approved')[] },
    campaign: { status: { not: 'closed' as const } },
  }
  let returned = 0
  for (const { id, version, status, decisionId } of await db.nomination.findMany({ where, orderBy: { id: 'asc' } })) {
    if (decisionId !== null) {
      // The draft's version moves first: whoever is signing it sees another list, or has signed already.
      const draft = { id: decisionId, status: 'draft' as const }
      const { count } = await db.awardDecision.updateMany({ where: draft, data: { version: { increment: 1 } } })
      if (count === 0) continue
    }
    const data = {
      status: advance(nominationTransitions, status, 'return'),
      reviewReason,
      decisionId: null,
      version: version + 1,
      updatedAt: clock.now(),
    }
    const { count } = await db.nomination.updateMany({ where: { id, version }, data })
    if (count === 0) throw new DomainError('STALE')
    await context.audit({ subject: 'Nomination', id, before: { status }, after: { status: data.status, reviewReason }, reason: reviewReason })
    await tellReviewed(context, await db.nomination.findUniqueOrThrow({ where: { id }, include: listed }), 'nominationReturned')
    returned++
  }
  return returned
}
