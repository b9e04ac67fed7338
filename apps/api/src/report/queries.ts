import type { figureRecord } from '@chung-tay/contracts/report'
import { type Cut, dimensionsOf, type FigureFilter, filterParts } from '@chung-tay/domain/report/annex'
import { dimensionOf } from '@chung-tay/domain/report/figures'
import { type IndicatorKey, indicatorKeys, indicators, type RecordSubject } from '@chung-tay/domain/report/indicators'
import type { z } from 'zod'
import type { Db } from '../http/context.ts'
import type { Source } from './record-sources.ts'
import { sources } from './sources.ts'

/** Which names the person may see in the lists behind the figures. */
export type Sees = { children: boolean; givers: boolean }

type Counted = { key: IndicatorKey; breakdown: string | null; label: string | null; value: number }
type CutLine = Pick<Counted, 'breakdown' | 'label' | 'value'>
export type RecordVersion = { subject: RecordSubject; id: string; version: number }

const breakdowns = (key: IndicatorKey, { by }: Source, used = dimensionsOf(key)): string =>
  `ARRAY[${used.map((dimension) => `'${dimension}:' || ${by[dimension][0]}`).join(', ')}]::text[]`

const labels = (key: IndicatorKey, { by }: Source, used = dimensionsOf(key)): string =>
  `ARRAY[${used.map((dimension) => by[dimension][1] ?? 'NULL').join(', ')}]::text[]`

// The unions need every source under the same type; that each has its own dimensions was checked where it is written.
const sourceOf = (key: IndicatorKey): Source => sources[key] as Source

const isMean = (key: IndicatorKey): boolean => indicators[key].kind === 'rate'

/** Values that a statement names by number: `$1` is the campaign. */
const parameters = (...first: unknown[]) => {
  const values = first
  return { values, add: (value: unknown): string => `$${values.push(value)}` }
}
type Parameters = ReturnType<typeof parameters>

/** A filter as conditions on the columns `breakdowns` and `day`: the same for a figure and for the list behind it. */
const conditions = (filter: FigureFilter, { add }: Parameters): string =>
  [
    'true',
    ...filterParts(filter).map((parts) => `breakdowns && ${add(parts)}::text[]`),
    ...(filter.from === undefined ? [] : [`day >= ${add(filter.from)}::date`]),
    ...(filter.to === undefined ? [] : [`day <= ${add(filter.to)}::date`]),
  ].join(' AND ')

/** A cut's groups of rows: `(cut, breakdowns, labels, value, rows, mean)`. */
const grouped = (name: string, { key, by, filter }: Cut, given: Parameters): string => {
  const source = sourceOf(key)
  // Nobody asks for the others: the fewer there are, the fewer groups.
  const used = dimensionsOf(key).filter((dimension) => by.includes(dimension) || dimension in filter)
  if (source.kept !== undefined && Object.keys(filter).length === 0)
    return `SELECT '${name}' AS cut, kept.*, 1::bigint AS rows, false AS mean FROM (${source.kept}) kept(breakdowns, labels, value)`
  return `SELECT '${name}' AS cut, breakdowns, labels, sum(value)::bigint AS value, count(*) AS rows, ${isMean(key)} AS mean
    FROM (SELECT ${breakdowns(key, source, used)} AS breakdowns, ${labels(key, source, used)} AS labels, ${source.day} AS day, ${source.contribution} AS value
      FROM ${source.from}) one WHERE ${conditions(filter, given)} GROUP BY breakdowns, labels`
}

/** Each group of rows adds to the total and to each of its breakdowns; what comes to nothing is left out. */
const totalled = (groups: string): string =>
  `SELECT cut, part.breakdown, max(part.label) AS label, (CASE WHEN mean THEN round(sum(value)::numeric / sum(rows)) ELSE sum(value) END)::bigint AS value
    FROM (${groups}) groups, unnest(array_prepend(NULL, breakdowns), array_prepend(NULL, labels)) AS part(breakdown, label)
    GROUP BY cut, mean, part.breakdown HAVING sum(value) <> 0`

type Row = { cut: string; breakdown: string | null; label: string | null; value: bigint | number }

/** The lines of each cut, by its place: the total first, then the breakdowns it asks for. */
const linesOf = (cuts: readonly Cut[], rows: readonly Row[]): CutLine[][] => {
  const byCut = Map.groupBy(rows, ({ cut }) => cut)
  return cuts.map(({ by }, at) =>
    (byCut.get(String(at)) ?? [])
      .filter(({ breakdown }) => breakdown === null || (by as readonly string[]).includes(dimensionOf(breakdown)))
      .map(({ breakdown, label, value }) => ({ breakdown, label, value: Number(value) })),
  )
}

/** Σ contribution of every cut, in all and by each of its breakdowns; what comes to nothing is not there. */
export const countCuts = async (db: Db, campaignId: string, cuts: readonly Cut[]): Promise<CutLine[][]> => {
  if (cuts.length === 0) return []
  const given = parameters(campaignId)
  const sql = totalled(cuts.map((cut, at) => grouped(String(at), cut, given)).join(' UNION ALL '))
  return linesOf(cuts, await db.$queryRawUnsafe<Row[]>(sql, ...given.values))
}

const wholeCuts: readonly Cut[] = indicatorKeys.map((key) => ({ key, by: dimensionsOf(key), filter: {} }))
const keyed = (lines: readonly CutLine[][]): Counted[] =>
  lines.flatMap((of, at) => of.map((line) => ({ key: indicatorKeys[at] ?? 'tasks', ...line })))

/** Every indicator, in all and by each of its dimensions. */
export const countFigures = async (db: Db, campaignId: string): Promise<Counted[]> => keyed(await countCuts(db, campaignId, wholeCuts))

// A decision stands in the same list as the plan: the row itself knows which it is.
const subjectOf = (key: IndicatorKey): string => (key === 'directivesIssued' ? 'x.subject' : `'${sourceOf(key).subject}'`)

const listed = (key: IndicatorKey): string => {
  const { from, id, version, title, number, day, unit, contribution } = sourceOf(key)
  return `SELECT ${subjectOf(key)} AS subject, ${id} AS id, ${version} AS version, ${title} AS title, ${number ?? 'NULL'} AS number, ${day} AS day,
      ${unit} AS unit, (${contribution})::bigint AS contribution, ${breakdowns(key, sourceOf(key))} AS breakdowns FROM ${from}`
}

type Asked = { campaignId: string; key: IndicatorKey; breakdown: string | null; filter?: FigureFilter; sees: Sees }

// Without a breakdown no row need work out to which ones it belongs.
const filtered = ({ key, breakdown, filter = {} }: Asked, given: Parameters): string => {
  const within = breakdown === null ? 'true' : `${given.add(breakdown)}::text = ANY(breakdowns)`
  return `WITH sees AS (SELECT $2::boolean AS children, $3::boolean AS givers),
    rows AS (SELECT * FROM (${listed(key)}) source WHERE ${within} AND ${conditions(filter, given)})`
}

type RecordRow = Omit<z.output<typeof figureRecord>, 'contribution' | 'number'> & { number: string | null; contribution: bigint }

/** The rows behind a figure, the latest first, with their number and the sum over all of them; of a rate, the mean. */
export const listRecords = async (db: Db, asked: Asked, window: { offset: number; limit: number }) => {
  const given = () => parameters(asked.campaignId, asked.sees.children, asked.sees.givers)
  const [list, whole] = [given(), given()]
  const summed = isMean(asked.key) ? 'round(avg(contribution))' : 'sum(contribution)'
  const [rows, [all]] = await Promise.all([
    db.$queryRawUnsafe<RecordRow[]>(
      `${filtered(asked, list)} SELECT subject, id, title, number, to_char(day, 'YYYY-MM-DD') AS day, unit, contribution
        FROM rows ORDER BY day DESC NULLS LAST, id, contribution LIMIT ${list.add(window.limit)}::int OFFSET ${list.add(window.offset)}::int`,
      ...list.values,
    ),
    db.$queryRawUnsafe<{ total: bigint; sum: bigint }[]>(
      `${filtered(asked, whole)} SELECT count(*) AS total, coalesce(${summed}, 0)::bigint AS sum FROM rows`,
      ...whole.values,
    ),
  ])
  return {
    items: rows.map((row, at) => ({ ...row, number: row.number ?? String(window.offset + at + 1), contribution: Number(row.contribution) })),
    total: Number(all?.total ?? 0),
    sum: Number(all?.sum ?? 0),
  }
}

const everything = indicatorKeys
  .map((key) => {
    const source = sourceOf(key)
    return `SELECT '${key}' AS key, ${subjectOf(key)} AS subject, ${source.id} AS id, ${source.version} AS version, ${breakdowns(key, source)} AS breakdowns,
      ${labels(key, source)} AS labels, ${source.day} AS day, (${source.contribution})::bigint AS value, ${isMean(key)} AS mean FROM ${source.from}`
  })
  .join(' UNION ALL ')

const frozenCut = (name: string, { key, filter }: Cut, given: Parameters): string =>
  `SELECT '${name}' AS cut, breakdowns, labels, value, 1::bigint AS rows, mean FROM every WHERE key = '${key}' AND ${conditions(filter, given)}`

/** Figures, the annex and the records behind them out of one statement, so that all are of the same moment: what a signature freezes. */
export const freezeFigures = async (db: Db, campaignId: string, annex: readonly Cut[] = []) => {
  const given = parameters(campaignId)
  const cuts = [...wholeCuts, ...annex]
  const [row] = await db.$queryRawUnsafe<[{ figures: Row[] | null; records: ({ key: IndicatorKey } & RecordVersion)[] | null }]>(
    `WITH every AS MATERIALIZED (${everything}), figures AS (${totalled(cuts.map((cut, at) => frozenCut(String(at), cut, given)).join(' UNION ALL '))})
      SELECT (SELECT jsonb_agg(to_jsonb(figures)) FROM figures) AS figures,
        (SELECT jsonb_agg(jsonb_build_object('key', key, 'subject', subject, 'id', id, 'version', version) ORDER BY key, id) FROM every) AS records`,
    ...given.values,
  )
  const lines = linesOf(cuts, row.figures ?? [])
  return { figures: keyed(lines.slice(0, wholeCuts.length)), annex: lines.slice(wholeCuts.length), records: row.records ?? [] }
}

/** Title and number of some records behind figures, as the person may see them; by `key id`. */
export const namedRecords = async (db: Db, campaignId: string, sees: Sees, wanted: readonly { key: IndicatorKey; id: string }[]) => {
  const found = await Promise.all(
    [...Map.groupBy(wanted, ({ key }) => key)].map(([key, rows]) =>
      db.$queryRawUnsafe<{ key: string; title: string | null; number: string | null }[]>(
        `WITH sees AS (SELECT $2::boolean AS children, $3::boolean AS givers)
          SELECT '${key} ' || id AS key, title, number FROM (${listed(key)}) source WHERE id = ANY($4::uuid[])`,
        campaignId,
        sees.children,
        sees.givers,
        rows.map(({ id }) => id),
      ),
    ),
  )
  return new Map(found.flat().map(({ key, ...name }) => [key, name]))
}
