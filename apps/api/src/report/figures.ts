import type { reports } from '@chung-tay/contracts/report'
import { compare, type Figure } from '@chung-tay/domain/report/figures'
import { type IndicatorKey, indicatorGroups, indicators } from '@chung-tay/domain/report/indicators'
import type { z } from 'zod'
import type { Context, Db } from '../http/context.ts'
import { found, readsAll, scope } from '../http/scope.ts'
import { filterOfRow } from './annex-rows.ts'
import { countFigures, listRecords, type Sees } from './queries.ts'
import { campaignBefore, figuresOfYear } from './year-before.ts'

export const loadCampaign = async (context: Context, campaignId: string) =>
  found(await context.db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] } }))

export const seesOf = (context: Context): Sees => ({ children: readsAll(context, 'Child'), givers: readsAll(context, 'Donor') })

/** The figures of a campaign as its records stand now. */
export const figuresOf = async (db: Db, campaign: { id: string; year: number }): Promise<Figure[]> => {
  const before = await campaignBefore(db, campaign.year)
  const now = await countFigures(db, campaign.id)
  return compare(now, before && (await figuresOfYear(db, before.id)))
}

export const listFigures = async (context: Context, campaignId: string) => {
  const campaign = await loadCampaign(context, campaignId)
  const [figures, before] = await Promise.all([figuresOf(context.db, campaign), campaignBefore(context.db, campaign.year)])
  return {
    previousYear: before?.year ?? null,
    groups: indicatorGroups.map((group) => ({ group, figures: figures.filter(({ key }) => indicators[key].group === group) })),
  }
}

type RecordQuery = z.output<typeof reports.records.query>

export const listFigureRecords = async (
  context: Context,
  campaignId: string,
  key: IndicatorKey,
  query: Omit<RecordQuery, 'limit'> & { limit: number },
) => {
  await loadCampaign(context, campaignId)
  const offset = Number(query.cursor ?? 0)
  const filter = query.row === undefined ? {} : await filterOfRow(context.db, campaignId, query.row)
  const asked = { campaignId, key, breakdown: query.breakdown ?? null, filter, sees: seesOf(context) }
  const { items, total, sum } = await listRecords(context.db, asked, { offset, limit: query.limit })
  return { items, total, sum, nextCursor: offset + items.length < total ? String(offset + items.length) : null }
}
