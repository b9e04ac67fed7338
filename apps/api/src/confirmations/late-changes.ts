import type { ConfirmationDetail } from '@chung-tay/contracts/confirmations'
import type { Context } from '../http/context.ts'
import { readsAll } from '../http/scope.ts'

type Late = ConfirmationDetail['lateChanges'][number]

// What nobody needs to be told one by one stands in each record's own history.
const shown = 100

/** The unit's records whose figures it answers for, with the name under which they are told. */
const recordsOf = async ({ db }: Context, campaignId: string, unitId: string, names: boolean) => {
  const where = { campaignId, unitId }
  const [tasks, events, nominations, publications] = await Promise.all([
    db.task.findMany({ where, select: { id: true, title: true } }),
    db.event.findMany({ where, select: { id: true, name: true } }),
    db.nomination.findMany({ where, select: { id: true, child: { select: { name: true } } } }),
    db.publication.findMany({ where, select: { id: true, title: true } }),
  ])
  return new Map<string, Pick<Late, 'subject' | 'title'>>([
    ...tasks.map(({ id, title }) => [id, { subject: 'Task' as const, title }] as const),
    ...events.map(({ id, name }) => [id, { subject: 'Event' as const, title: name }] as const),
    ...nominations.map(({ id, child }) => [id, { subject: 'Nomination' as const, title: names ? child.name : null }] as const),
    ...publications.map(({ id, title }) => [id, { subject: 'Publication' as const, title }] as const),
  ])
}

/** After the lock a unit's records change under an exception only: this is the list of it, the latest first. */
export const lateChangesOf = async (context: Context, campaignId: string, unitId: string, lockedAt: Date): Promise<Late[]> => {
  const names = readsAll(context, 'Child') || context.actor.headedUnitIds.includes(unitId)
  const records = await recordsOf(context, campaignId, unitId, names)
  const entries = await context.db.auditEntry.findMany({
    where: { subjectId: { in: [...records.keys()] }, at: { gt: lockedAt } },
    orderBy: { at: 'desc' },
    take: shown,
    select: { subjectId: true, at: true, actorName: true, action: true, reason: true },
  })
  return entries.flatMap(({ subjectId, at, actorName, action, reason }) => {
    const record = records.get(subjectId)
    return record ? [{ ...record, id: subjectId, at, byName: actorName, action, reason }] : []
  })
}
