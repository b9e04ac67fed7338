import type { ConfirmationDetail, ConfirmationRecord, confirmations } from '@chung-tay/contracts/confirmations'
import { indicatorKey } from '@chung-tay/contracts/report'
import type { FigureConfirmation } from '@chung-tay/db/client'
import { changesSince, figuresOpen, type UnitFigures, unitKeys } from '@chung-tay/domain/report/confirmation'
import type { IndicatorKey } from '@chung-tay/domain/report/indicators'
import { z } from 'zod'
import type { Context, Db } from '../http/context.ts'
import { found } from '../http/scope.ts'
import { loadCampaign, seesOf } from '../report/figures.ts'
import { listRecords } from '../report/queries.ts'
import { campaignBefore } from '../report/year-before.ts'
import { lateChangesOf } from './late-changes.ts'
import { figuresByUnit, figuresOfUnit, seenOf } from './unit-figures.ts'

const shownUnit = { id: true, name: true, head: { select: { name: true, user: { select: { id: true, active: true } } } } } as const

export type UnitRow = {
  id: string
  name: string
  head: { name: string; user: { id: string; active: boolean } | null } | null
}

const may = ({ ability }: Context, action: 'read' | 'submit' | 'update', unitId: string): boolean =>
  ability.can(action, { __caslSubjectType__: 'FigureConfirmation', unitId })

/** A unit whose figures are not one's own is as if it were not there. */
export const loadUnit = async (context: Context, unitId: string, action: 'read' | 'submit' | 'update'): Promise<UnitRow> => {
  const unit = found(await context.db.unit.findUnique({ where: { id: unitId }, select: shownUnit }))
  return found(may(context, action, unitId) ? unit : null)
}

export const rowOf = (db: Db, campaignId: string, unitId: string) =>
  db.figureConfirmation.findUnique({ where: { campaignId_unitId: { campaignId, unitId } } })

const storedFigures = z.partialRecord(indicatorKey, z.number())
/** What the unit confirmed; null when it never did. An indicator that the program no longer knows is passed over. */
export const confirmedFigures = (row: FigureConfirmation | null): UnitFigures | null => {
  if (!row || row.figures === null) return null
  const known = Object.entries(row.figures as Record<string, unknown>).filter(([key]) => indicatorKey.safeParse(key).success)
  return storedFigures.parse(Object.fromEntries(known))
}

const nameIn = async ({ db }: Context, rows: readonly (FigureConfirmation | null)[]) => {
  const ids = rows.flatMap((row) => row?.exceptionById ?? [])
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return (id: string | null) => users.find((user) => user.id === id)?.name ?? null
}

/** What a unit confirmed stands beside what its records say now. */
const present = (
  context: Context,
  unit: UnitRow,
  row: FigureConfirmation | null,
  now: UnitFigures,
  nameOf: (id: string | null) => string | null,
): ConfirmationRecord => {
  const confirmed = confirmedFigures(row)
  const exception = row?.exception && row.exceptionEnds ? { reason: row.exception, ends: row.exceptionEnds } : null
  const running = row?.status === 'locked' && figuresOpen(row, context.clock.now())
  return {
    id: row?.id ?? null,
    unitId: unit.id,
    unitName: unit.name,
    headName: unit.head?.name ?? null,
    status: row?.status ?? 'open',
    statement: row?.statement ?? '',
    difficulties: row?.difficulties ?? '',
    proposals: row?.proposals ?? '',
    confirmedName: row?.confirmedName ?? null,
    confirmedAt: row?.confirmedAt ?? null,
    returnReason: row?.returnReason ?? null,
    lockedAt: row?.lockedAt ?? null,
    exception: exception && { ...exception, grantedByName: nameOf(row?.exceptionById ?? null), running },
    changes: confirmed === null ? [] : changesSince(confirmed, now),
    version: row?.version ?? 0,
  }
}

/** Every unit that works, and those that once had figures here; a head sees the own ones. */
export const listConfirmations = async (context: Context, campaignId: string) => {
  await loadCampaign(context, campaignId)
  const { db } = context
  const [units, rows, figures] = await Promise.all([
    db.unit.findMany({ select: { ...shownUnit, active: true }, orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }] }),
    db.figureConfirmation.findMany({ where: { campaignId } }),
    figuresByUnit(db, campaignId),
  ])
  const nameOf = await nameIn(context, rows)
  const byUnit = new Map(rows.map((row) => [row.unitId, row]))
  const shown = units.filter(({ id, active }) => may(context, 'read', id) && (active || figures.has(id) || byUnit.has(id)))
  return { items: shown.map((unit) => present(context, unit, byUnit.get(unit.id) ?? null, figures.get(unit.id) ?? {}, nameOf)) }
}

export const detailOf = async (context: Context, campaign: { id: string; year: number }, unit: UnitRow): Promise<ConfirmationDetail> => {
  const { db } = context
  const row = await rowOf(db, campaign.id, unit.id)
  const before = await campaignBefore(db, campaign.year)
  const [now, earlier] = [await figuresOfUnit(db, campaign.id, unit.id), before && (await figuresOfUnit(db, before.id, unit.id))]
  const confirmed = confirmedFigures(row)
  return {
    ...present(context, unit, row, now, await nameIn(context, [row])),
    previousYear: before?.year ?? null,
    figures: unitKeys.map((key) => ({
      key,
      value: now[key] ?? 0,
      previous: earlier && (earlier[key] ?? 0),
      confirmed: confirmed && (confirmed[key] ?? 0),
    })),
    seen: seenOf(now),
    lateChanges: row?.lockedAt ? await lateChangesOf(context, campaign.id, unit.id, row.lockedAt) : [],
  }
}

export const getConfirmation = async (context: Context, campaignId: string, unitId: string) => {
  const campaign = await loadCampaign(context, campaignId)
  return detailOf(context, campaign, await loadUnit(context, unitId, 'read'))
}

type RecordQuery = z.output<typeof confirmations.records.query>

/** A head sees the names of the own unit's children here, as in the unit's own lists. */
export const listUnitRecords = async (
  context: Context,
  { campaignId, unitId, key }: { campaignId: string; unitId: string; key: IndicatorKey },
  query: RecordQuery,
) => {
  await loadCampaign(context, campaignId)
  await loadUnit(context, unitId, 'read')
  found(unitKeys.includes(key) ? key : null)
  const sees = seesOf(context)
  const own = context.actor.headedUnitIds.includes(unitId)
  const offset = Number(query.cursor ?? 0)
  const asked = { campaignId, key, breakdown: `unit:${unitId}`, sees: { ...sees, children: sees.children || own } }
  const { items, total, sum } = await listRecords(context.db, asked, { offset, limit: query.limit })
  return { items, total, sum, nextCursor: offset + items.length < total ? String(offset + items.length) : null }
}
