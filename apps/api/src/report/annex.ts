import type { AnnexFigure, AnnexRowRecord, annexes } from '@chung-tay/contracts/annex'
import { DomainError } from '@chung-tay/domain/errors'
import { type AnnexLine, type Cut, checkAnnex, presetAnnex, shiftLine } from '@chung-tay/domain/report/annex'
import { compareLines } from '@chung-tay/domain/report/figures'
import { advanceReport } from '@chung-tay/domain/report/report-status'
import type { z } from 'zod'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { annexLines, cutsOf, type StoredLine, writeAnnex } from './annex-rows.ts'
import { loadCampaign } from './figures.ts'
import { countCuts } from './queries.ts'
import { campaignBefore, figuresAsSigned } from './year-before.ts'

type Year = { id: string; year: number }
type CutLines = Awaited<ReturnType<typeof countCuts>>

/**
 * Last year under this year's lines. A line that narrows nothing says what last year's signed report said;
 * the others are counted from its records, their periods moved back.
 */
const countBefore = async (db: Db, { year }: Year, lines: readonly AnnexLine[]): Promise<CutLines | null> => {
  const before = await campaignBefore(db, year)
  if (!before) return null
  const signed = await figuresAsSigned(db, before.id)
  const counted = await countCuts(db, before.id, cutsOf(lines.map((line) => shiftLine(line, before.year - year))))
  const rows = lines.filter(({ indicator }) => indicator !== null)
  return counted.map((now, at) => {
    const { indicator, by, filter } = rows[at] ?? {}
    if (!signed || !by || Object.keys(filter ?? {}).length > 0) return now
    const said = signed.filter(({ key, breakdown }) => key === indicator && (breakdown === null || by.some((one) => breakdown.startsWith(`${one}:`))))
    return said.map(({ breakdown, label, value }) => ({ breakdown, label, value }))
  })
}

/** The lines with their figures; `now` is what was counted elsewhere, such as in the statement that a signature freezes. */
export const annexOf = async (db: Db, campaign: Year, counted?: CutLines): Promise<AnnexRowRecord[]> => {
  const { lines } = await annexLines(db, campaign.id)
  const now = counted ?? (await countCuts(db, campaign.id, cutsOf(lines)))
  const before = await countBefore(db, campaign, lines)
  let at = -1
  return lines.map((line) => {
    const { indicator, by, filter } = line
    if (indicator === null) return { ...line, by: [], filter: {}, figures: [] }
    at += 1
    const figures: AnnexFigure[] = compareLines(indicator, by, now[at] ?? [], before && (before[at] ?? []))
    return { ...line, by: [...by], filter: filterRecord(filter), figures }
  })
}

const filterRecord = (filter: AnnexLine['filter']): AnnexRowRecord['filter'] =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]))

/** What of the annex a signature freezes. */
export const annexCuts = async (db: Db, campaignId: string): Promise<Cut[]> => cutsOf((await annexLines(db, campaignId)).lines)

const presented = async (context: Context, campaign: Year) => {
  const [{ version }, rows, before] = await Promise.all([
    annexLines(context.db, campaign.id),
    annexOf(context.db, campaign),
    campaignBefore(context.db, campaign.year),
  ])
  return { version, previousYear: before?.year ?? null, rows }
}

export const getAnnex = async (context: Context, campaignId: string) => presented(context, await loadCampaign(context, campaignId))

/** By name and in the agency's order. */
export const listAnnexChoices = async (context: Context, campaignId: string) => {
  await loadCampaign(context, campaignId)
  const { db } = context
  const [units, funds, tiers, activities] = await Promise.all([
    db.unit.findMany({ select: { id: true, name: true }, orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }] }),
    db.fund.findMany({ select: { id: true, name: true }, orderBy: { name: 'asc' } }),
    db.awardTier.findMany({ where: { campaignId }, select: { name: true }, orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }] }),
    db.activity.findMany({ where: { campaignId }, select: { clause: true, title: true }, orderBy: [{ sortOrder: 'asc' }, { clause: 'asc' }] }),
  ])
  const byId = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  const clauses = new Map(activities.map(({ clause, title }) => [clause, `${clause} ${title}`]))
  return {
    unit: units.map(byId),
    fund: funds.map(byId),
    tier: tiers.map(({ name }) => ({ value: name, label: name })),
    clause: [...clauses].map(([value, label]) => ({ value, label })),
  }
}

/** The report's own version moves with its annex: nobody submits or signs figures that changed under the eyes. */
const touchReport = async ({ db, clock }: WriteContext, campaignId: string): Promise<string | null> => {
  const report = await db.report.findFirst({ where: { campaignId }, orderBy: { revision: 'desc' }, select: { id: true } })
  if (!report) return null
  const { status } = await db.report.update({ where: { id: report.id }, data: { version: { increment: 1 }, updatedAt: clock.now() } })
  advanceReport(status, 'edit')
  return report.id
}

const told = (lines: readonly AnnexLine[]) => ({
  annex: lines.map(({ indicator, label, by, filter }) => [indicator ?? '', label, ...by, ...Object.keys(filter)].filter(Boolean).join(' · ')),
})

/** Of two saves at once, the campaign's row lets one in; the other finds a version that is no longer its own. */
const replace = async (context: WriteContext, campaignId: string, linesFrom: (campaign: Year) => Promise<readonly StoredLine[]>) => {
  const campaign = await loadCampaign(context, campaignId)
  await context.db.$queryRaw`SELECT "id" FROM "Campaign" WHERE "id" = ${campaignId}::uuid FOR UPDATE`
  const before = await annexLines(context.db, campaignId)
  if (before.version !== context.version) throw new DomainError('STALE')
  const reportId = await touchReport(context, campaignId)
  const lines = await linesFrom(campaign)
  checkAnnex(lines)
  await writeAnnex(context.db, campaignId, lines, before.version + 1)
  const subject = reportId === null ? { subject: 'Campaign', id: campaignId } : { subject: 'Report', id: reportId }
  await context.audit({ ...subject, before: told(before.lines), after: told(lines) })
  return presented(context, campaign)
}

const unnamed = (lines: readonly AnnexLine[]): StoredLine[] => lines.map((line) => ({ ...line, id: null }))

export const saveAnnex = (context: WriteContext, campaignId: string, { rows }: z.output<typeof annexes.save.body>) =>
  replace(context, campaignId, async () => rows)

export const restoreAnnex = (context: WriteContext, campaignId: string) => replace(context, campaignId, async () => unnamed(presetAnnex()))

export const copyAnnex = (context: WriteContext, campaignId: string) =>
  replace(context, campaignId, async ({ year }) => {
    const before = await campaignBefore(context.db, year)
    if (!before) throw new DomainError('NOT_FOUND', { reference: true, field: 'campaignId' })
    const { lines } = await annexLines(context.db, before.id)
    return unnamed(lines.map((line) => shiftLine(line, year - before.year)))
  })
