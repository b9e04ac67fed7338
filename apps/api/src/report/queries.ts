import type { figureRecord } from '@chung-tay/contracts/report'
import { type Dimension, type IndicatorKey, indicatorKeys, indicators, type RecordSubject } from '@chung-tay/domain/report/indicators'
import type { z } from 'zod'
import type { Db } from '../http/context.ts'
import type { Source } from './record-sources.ts'
import { sources } from './sources.ts'

/** Which names the person may see in the lists behind the figures. */
export type Sees = { children: boolean; givers: boolean }

type Counted = { key: IndicatorKey; breakdown: string | null; label: string | null; value: number }
export type RecordVersion = { subject: RecordSubject; id: string; version: number }

const dimensionsOf = (key: IndicatorKey): readonly Dimension[] => indicators[key].by

const breakdowns = (key: IndicatorKey, { by }: Source): string =>
  `ARRAY[${dimensionsOf(key)
    .map((dimension) => `'${dimension}:' || ${by[dimension][0]}`)
    .join(', ')}]::text[]`

const labels = (key: IndicatorKey, { by }: Source): string =>
  `ARRAY[${dimensionsOf(key)
    .map((dimension) => by[dimension][1] ?? 'NULL')
    .join(', ')}]::text[]`

// The unions need every source under the same type; that each has its own dimensions was checked where it is written.
const sourceOf = (key: IndicatorKey): Source => sources[key] as Source

const grouped = (key: IndicatorKey): string => {
  const source = sourceOf(key)
  if (source.kept !== undefined) return `SELECT '${key}' AS key, kept.* FROM (${source.kept}) kept(breakdowns, labels, value)`
  return `SELECT '${key}' AS key, ${breakdowns(key, source)} AS breakdowns, ${labels(key, source)} AS labels, sum(${source.contribution})::bigint AS value
    FROM ${source.from} GROUP BY 2, 3`
}

/** Each group of rows adds to the total and to each of its breakdowns; what comes to nothing is left out. */
const totalled = (groups: string): string =>
  `SELECT key, part.breakdown, max(part.label) AS label, sum(value)::bigint AS value
    FROM (${groups}) groups, unnest(array_prepend(NULL, breakdowns), array_prepend(NULL, labels)) AS part(breakdown, label)
    GROUP BY key, part.breakdown HAVING sum(value) <> 0`

const figuresSql = totalled(indicatorKeys.map(grouped).join(' UNION ALL '))

/** Σ contribution of every indicator, in all and by each of its breakdowns; what comes to nothing is not there. */
export const countFigures = async (db: Db, campaignId: string): Promise<Counted[]> => {
  const rows = await db.$queryRawUnsafe<(Omit<Counted, 'value'> & { value: bigint })[]>(figuresSql, campaignId)
  return rows.map((row) => ({ ...row, value: Number(row.value) }))
}

// A decision stands in the same list as the plan: the row itself knows which it is.
const subjectOf = (key: IndicatorKey): string => (key === 'directivesIssued' ? 'x.subject' : `'${sourceOf(key).subject}'`)

const listed = (key: IndicatorKey): string => {
  const { from, id, version, title, number, day, unit, contribution } = sourceOf(key)
  return `SELECT ${subjectOf(key)} AS subject, ${id} AS id, ${version} AS version, ${title} AS title, ${number ?? 'NULL'} AS number, ${day} AS day,
      ${unit} AS unit, (${contribution})::bigint AS contribution, ${breakdowns(key, sourceOf(key))} AS breakdowns FROM ${from}`
}

type Asked = { campaignId: string; key: IndicatorKey; breakdown: string | null; sees: Sees }

// Without a breakdown no row need work out to which ones it belongs.
const filtered = ({ key, breakdown }: Asked): string =>
  `WITH sees AS (SELECT $2::boolean AS children, $3::boolean AS givers),
    rows AS (SELECT * FROM (${listed(key)}) source WHERE ${breakdown === null ? '$4::text IS NULL' : '$4 = ANY(breakdowns)'})`

type Row = Omit<z.output<typeof figureRecord>, 'contribution' | 'number'> & { number: string | null; contribution: bigint }

/** The rows behind a figure, the latest first, with their number and the sum over all of them. */
export const listRecords = async (db: Db, asked: Asked, window: { offset: number; limit: number }) => {
  const values = [asked.campaignId, asked.sees.children, asked.sees.givers, asked.breakdown]
  const [rows, [whole]] = await Promise.all([
    db.$queryRawUnsafe<Row[]>(
      `${filtered(asked)} SELECT subject, id, title, number, to_char(day, 'YYYY-MM-DD') AS day, unit, contribution
        FROM rows ORDER BY day DESC NULLS LAST, id, contribution LIMIT $5::int OFFSET $6::int`,
      ...values,
      window.limit,
      window.offset,
    ),
    db.$queryRawUnsafe<{ total: bigint; sum: bigint }[]>(
      `${filtered(asked)} SELECT count(*) AS total, coalesce(sum(contribution), 0)::bigint AS sum FROM rows`,
      ...values,
    ),
  ])
  return {
    items: rows.map((row, at) => ({ ...row, number: row.number ?? String(window.offset + at + 1), contribution: Number(row.contribution) })),
    total: Number(whole?.total ?? 0),
    sum: Number(whole?.sum ?? 0),
  }
}

const everything = indicatorKeys
  .map((key) => {
    const source = sourceOf(key)
    return `SELECT '${key}' AS key, ${subjectOf(key)} AS subject, ${source.id} AS id, ${source.version} AS version,
      ${breakdowns(key, source)} AS breakdowns, ${labels(key, source)} AS labels, (${source.contribution})::bigint AS value FROM ${source.from}`
  })
  .join(' UNION ALL ')

/** Figures and the records behind them out of one statement, so that both are of the same moment: what a signature freezes. */
export const freezeFigures = async (db: Db, campaignId: string) => {
  const [row] = await db.$queryRawUnsafe<[{ figures: Counted[] | null; records: ({ key: IndicatorKey } & RecordVersion)[] | null }]>(
    `WITH every AS MATERIALIZED (${everything}), figures AS (${totalled('SELECT * FROM every')})
      SELECT (SELECT jsonb_agg(to_jsonb(figures)) FROM figures) AS figures,
        (SELECT jsonb_agg(jsonb_build_object('key', key, 'subject', subject, 'id', id, 'version', version) ORDER BY key, id) FROM every) AS records`,
    campaignId,
  )
  return { figures: row.figures ?? [], records: row.records ?? [] }
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
