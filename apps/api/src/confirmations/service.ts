import type { confirmations } from '@chung-tay/contracts/confirmations'
import type { FigureConfirmation } from '@chung-tay/db/client'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { DomainError } from '@chung-tay/domain/errors'
import { advanceConfirmation, type ConfirmationAction, changesSince, requireLockable } from '@chung-tay/domain/report/confirmation'
import type { z } from 'zod'
import type { WriteContext } from '../http/context.ts'
import { toJson } from '../http/write.ts'
import { loadCampaign } from '../report/figures.ts'
import { holdFigures } from './guard.ts'
import { tellConfirmed, tellExcepted, tellHeads, tellReturned } from './notices.ts'
import { confirmedFigures, detailOf, loadUnit, rowOf, type UnitRow } from './queries.ts'
import { figuresOfUnit, seenOf } from './unit-figures.ts'

type Body<Name extends 'confirm' | 'return' | 'except'> = z.output<(typeof confirmations)[Name]['body']>

const traced = (row: FigureConfirmation | null) => {
  if (row === null) return null
  const { status, statement, difficulties, proposals, confirmedName, returnReason, exception, exceptionEnds } = row
  return { status, statement, difficulties, proposals, confirmedName, returnReason, exception, exceptionEnds }
}

type Loaded = { campaign: { id: string; year: number }; unit: UnitRow; row: FigureConfirmation | null }

/** Alone with the unit's figures: nothing that feeds them is under way, and nothing begins before the end. */
const hold = async (context: WriteContext, campaignId: string, unitId: string, action: 'submit' | 'update'): Promise<Loaded> => {
  const campaign = await loadCampaign(context, campaignId)
  const unit = await loadUnit(context, unitId, action)
  requireOpen(campaign.status)
  await holdFigures(context.db, campaignId, unitId)
  return { campaign, unit, row: await rowOf(context.db, campaignId, unitId) }
}

const stateOf = (row: FigureConfirmation | null) => row ?? { status: 'open' as const, exceptionEnds: null }

type Change = { action: ConfirmationAction; data: object; reason?: string }

/** One step: version, state machine, write, audit. The first one makes the row. */
const change = async (context: WriteContext, { campaign, unit, row }: Loaded, { action, data, reason }: Change) => {
  if ((row?.version ?? 0) !== context.version) throw new DomainError('STALE')
  const status = advanceConfirmation(stateOf(row), action, context.clock.now())
  const key = { campaignId: campaign.id, unitId: unit.id }
  const after = await context.db.figureConfirmation.upsert({
    where: { campaignId_unitId: key },
    create: { ...key, ...data, status },
    update: { ...data, status, version: { increment: 1 } },
  })
  await context.audit({ subject: 'FigureConfirmation', id: after.id, before: traced(row), after: traced(after), reason })
  return after
}

/** What the head saw is what is confirmed: figures that changed meanwhile are looked at again first. */
export const confirmFigures = async (context: WriteContext, campaignId: string, unitId: string, { seen, ...words }: Body<'confirm'>) => {
  const loaded = await hold(context, campaignId, unitId, 'submit')
  const figures = await figuresOfUnit(context.db, campaignId, unitId)
  if (seenOf(figures) !== seen) throw new DomainError('STALE')
  const { actor, clock } = context
  const word = { ...words, confirmedById: actor.userId, confirmedName: actor.name, confirmedAt: clock.now(), returnReason: null }
  const row = await change(context, loaded, { action: 'confirm', data: { ...word, figures: toJson(figures) } })
  await tellConfirmed(context, loaded.campaign, loaded.unit, row)
  return detailOf(context, loaded.campaign, loaded.unit)
}

export const returnFigures = async (context: WriteContext, campaignId: string, unitId: string, { reason }: Body<'return'>) => {
  const loaded = await hold(context, campaignId, unitId, 'update')
  const data = { returnReason: reason, lockedAt: null, exceptionEnds: null }
  const row = await change(context, loaded, { action: 'return', data, reason })
  await tellReturned(context, loaded.campaign, loaded.unit, row, reason)
  return detailOf(context, loaded.campaign, loaded.unit)
}

export const exceptFigures = async (context: WriteContext, campaignId: string, unitId: string, { reason, hours }: Body<'except'>) => {
  const loaded = await hold(context, campaignId, unitId, 'update')
  const ends = new Date(context.clock.now().getTime() + hours * 3_600_000)
  const data = { exception: reason, exceptionEnds: ends, exceptionById: context.actor.userId }
  const row = await change(context, loaded, { action: 'except', data, reason })
  await tellExcepted(context, loaded.campaign, loaded.unit, row, { reason, ends: ends.toISOString() })
  return detailOf(context, loaded.campaign, loaded.unit)
}

export const endException = async (context: WriteContext, campaignId: string, unitId: string) => {
  const loaded = await hold(context, campaignId, unitId, 'update')
  await change(context, loaded, { action: 'endException', data: { exceptionEnds: context.clock.now() } })
  return detailOf(context, loaded.campaign, loaded.unit)
}

const lockOne = async (context: WriteContext, campaignId: string, unitId: string): Promise<void> => {
  const loaded = await hold(context, campaignId, unitId, 'update')
  const now = await figuresOfUnit(context.db, campaignId, unitId)
  requireLockable(loaded.unit.name, stateOf(loaded.row).status, changesSince(confirmedFigures(loaded.row) ?? {}, now))
  const data = { lockedAt: context.clock.now(), exception: null, exceptionById: null, exceptionEnds: null }
  await change({ ...context, version: loaded.row?.version ?? 0 }, loaded, { action: 'lock', data })
}

/** All or none, each as its unit confirmed it; in one order, so that two who lock many do not wait for each other. */
export const lockFigures = async (context: WriteContext, campaignId: string, unitIds: readonly string[]) => {
  const ids = [...new Set(unitIds)].sort()
  await loadCampaign(context, campaignId)
  for (const unitId of ids) await lockOne(context, campaignId, unitId)
  return { locked: ids.length }
}

export const chaseFigures = async (context: WriteContext, campaignId: string, unitIds: readonly string[]) => {
  const campaign = await loadCampaign(context, campaignId)
  requireOpen(campaign.status)
  const units = await Promise.all([...new Set(unitIds)].map((unitId) => loadUnit(context, unitId, 'update')))
  const told = await tellHeads(context, campaign, units)
  await context.audit(units.map(({ id, name }) => ({ subject: 'Unit', id, after: { figuresAsked: `${campaign.year}: ${name}` } })))
  return { told }
}
