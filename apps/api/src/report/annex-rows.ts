import { figureFilter } from '@chung-tay/contracts/annex'
import type { AnnexRow } from '@chung-tay/db/client'
import { type AnnexLine, type Cut, type FigureFilter, presetAnnex } from '@chung-tay/domain/report/annex'
import { dimensions, indicatorKeys } from '@chung-tay/domain/report/indicators'
import type { Db } from '../http/context.ts'
import { found } from '../http/scope.ts'

export type StoredLine = AnnexLine & { id: string | null }

/** What was written by an older program may name what is counted no more: such a line stays as a heading. */
const lineOf = ({ id, indicator, label, unit, by, filter }: AnnexRow): StoredLine => ({
  id,
  indicator: indicatorKeys.find((key) => key === indicator) ?? null,
  label,
  unit,
  by: dimensions.filter((dimension) => by.includes(dimension)).sort((a, b) => by.indexOf(a) - by.indexOf(b)),
  filter: figureFilter.parse(filter),
})

const storedRows = (db: Db, campaignId: string) => db.annexRow.findMany({ where: { campaignId }, orderBy: { sortOrder: 'asc' } })

/** The lines of a campaign's annex and the version they stand at: the preset ones at 0 until they are written. */
export const annexLines = async (db: Db, campaignId: string): Promise<{ version: number; lines: StoredLine[] }> => {
  const rows = await storedRows(db, campaignId)
  if (rows.length === 0) return { version: 0, lines: presetAnnex().map((line) => ({ ...line, id: null })) }
  return { version: Math.max(...rows.map(({ version }) => version)), lines: rows.map(lineOf) }
}

export const cutsOf = (lines: readonly AnnexLine[]): Cut[] =>
  lines.flatMap(({ indicator, by, filter }) => (indicator === null ? [] : [{ key: indicator, by, filter }]))

/** The filter of one line, for the list behind its figure. */
export const filterOfRow = async (db: Db, campaignId: string, id: string): Promise<FigureFilter> =>
  lineOf(found(await db.annexRow.findFirst({ where: { id, campaignId } }))).filter

/** Puts these lines in the place of all others; who reads between the two statements of a save still sees whole lists, for it is one transaction. */
export const writeAnnex = async (db: Db, campaignId: string, lines: readonly StoredLine[], version: number): Promise<void> => {
  const kept = new Set((await storedRows(db, campaignId)).map(({ id }) => id))
  await db.annexRow.deleteMany({ where: { campaignId } })
  await db.annexRow.createMany({
    data: lines.map(({ id, indicator, label, unit, by, filter }, sortOrder) => ({
      ...(id !== null && kept.has(id) && { id }),
      campaignId,
      sortOrder,
      indicator,
      label,
      unit,
      by: [...by],
      filter: { ...filter },
      version,
    })),
  })
}
