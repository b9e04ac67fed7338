import { requireFiguresOpen } from '@chung-tay/domain/report/confirmation'
import type { Clock, Db } from '../http/context.ts'

const keyOf = (campaignId: string, unitId: string) => `figures ${campaignId} ${unitId}`

/** Alone with a unit's figures until the transaction ends: changes that have begun are waited for, later ones wait. */
export const holdFigures = async (db: Db, campaignId: string, unitId: string): Promise<void> => {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${keyOf(campaignId, unitId)}, 1))`
}

/**
 * Before a change of a unit's records that feed its figures. Changes do not hinder one another; while one is under way nobody confirms or locks.
 * The state is read after the lock was got, in a statement of its own, or it would be the state of before.
 * @throws DomainError FIGURES_LOCKED
 */
export const assertFiguresOpen = async ({ db, clock }: { db: Db; clock: Clock }, campaignId: string, unitId: string): Promise<void> => {
  await db.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${keyOf(campaignId, unitId)}, 1))`
  const state = await db.figureConfirmation.findUnique({
    where: { campaignId_unitId: { campaignId, unitId } },
    select: { status: true, exceptionEnds: true },
  })
  if (state) requireFiguresOpen(state, clock.now())
}
