import { DomainError } from '../errors.ts'
import { breakdownLabels } from './breakdown-labels.ts'
import { dimensionOf } from './figures.ts'
import { type Dimension, groupLabels, type IndicatorKey, indicatorGroups, indicatorKeys, indicators } from './indicators.ts'

/**
 * Which records of an indicator are counted: for a dimension one of these values (a channel, a fund's id …), and from one day to another.
 * Records without a day are outside of every period.
 */
export type FigureFilter = { readonly [D in Dimension]?: readonly string[] | undefined } & {
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** What a line of the annex counts: an indicator narrowed by a filter, and broken down; in all only when `by` is empty. */
export type Cut = { key: IndicatorKey; by: readonly Dimension[]; filter: FigureFilter }

/** A line of the year's annex; a heading counts nothing. */
export type AnnexLine = { indicator: IndicatorKey | null; label: string; unit: string; by: readonly Dimension[]; filter: FigureFilter }

/** By what an indicator can be broken down and narrowed. */
export const dimensionsOf = (key: IndicatorKey): readonly Dimension[] => indicators[key].by

const periodKeys: readonly string[] = ['from', 'to']
/** Dimensions whose values bring their own names; of the others every value is known here. */
export const openDimensions = ['unit', 'fund', 'tier', 'clause'] as const satisfies readonly Dimension[]
export type OpenDimension = (typeof openDimensions)[number]
const isOpen = (dimension: string): boolean => (openDimensions as readonly string[]).includes(dimension)

const strangeValues = (filter: FigureFilter): string[] =>
  filterParts(filter)
    .flat()
    .filter((part) => !isOpen(dimensionOf(part)) && !(part in breakdownLabels))

/** What of a line its indicator does not know: breakdowns, filters and their values; nothing is left of a line that is right. */
export const strangeParts = ({ indicator, by, filter }: Pick<AnnexLine, 'indicator' | 'by' | 'filter'>): string[] => {
  const known: readonly string[] = indicator === null ? [] : dimensionsOf(indicator)
  const periods = indicator === null ? [] : periodKeys
  const strange = [...by, ...Object.keys(filter).filter((one) => !periods.includes(one))].filter((one) => !known.includes(one))
  return [...strange, ...strangeValues(filter)]
}

/** @throws DomainError ANNEX_LINE_REFUSED naming the line and what its indicator does not know; ANNEX_EMPTY when nothing would be counted */
export const checkAnnex = (lines: readonly AnnexLine[]): void => {
  if (!lines.some(({ indicator }) => indicator !== null)) throw new DomainError('ANNEX_EMPTY')
  for (const [line, row] of lines.entries()) {
    const strange = strangeParts(row)
    const backwards = row.filter.from !== undefined && row.filter.to !== undefined && row.filter.from > row.filter.to
    if (strange.length > 0 || backwards) throw new DomainError('ANNEX_LINE_REFUSED', { line: line + 1, label: row.label, strange, backwards })
  }
}

/** The annex of a year that has none of its own yet: every indicator under its heading. */
export const presetAnnex = (): AnnexLine[] =>
  indicatorGroups.flatMap((group) => [
    { indicator: null, label: groupLabels[group], unit: '', by: [], filter: {} },
    ...indicatorKeys
      .filter((key) => indicators[key].group === group)
      .map((key) => ({ indicator: key, label: indicators[key].label, unit: indicators[key].unit, by: indicators[key].shown, filter: {} })),
  ])

const shiftDay = (day: string, years: number): string => {
  const [year = '', ...rest] = day.split('-')
  const shifted = `${Number(year) + years}-${rest.join('-')}`
  // 29 February has no counterpart in most years.
  return rest.join('-') === '02-29' ? `${Number(year) + years}-02-28` : shifted
}

/** Another year's line for this one: its period lies as many years later. */
export const shiftLine = (line: AnnexLine, years: number): AnnexLine => {
  const { from, to } = line.filter
  return { ...line, filter: { ...line.filter, ...(from && { from: shiftDay(from, years) }), ...(to && { to: shiftDay(to, years) }) } }
}

/** What is filtered by a dimension, as breakdowns: `channel:zalo`. */
export const filterParts = (filter: FigureFilter): string[][] =>
  Object.entries(filter).flatMap(([dimension, values]) =>
    typeof values === 'string' || values === undefined ? [] : [values.map((value) => `${dimension}:${value}`)],
  )
