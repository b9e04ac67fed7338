import { breakdownLabels } from './breakdown-labels.ts'
import { type IndicatorKey, indicatorKeys, indicators } from './indicators.ts'

const order = [...Object.keys(breakdownLabels)]

/** One number of the annex; the total has no breakdown. `label` is the name of a fund, unit, tier or clause. */
export type Figure = {
  key: IndicatorKey
  breakdown: string | null
  label: string | null
  value: number
  /** The same figure of the last campaign before; null when there was none. */
  previous: number | null
}

export const dimensionOf = (breakdown: string): string => breakdown.slice(0, breakdown.indexOf(':'))

/** What the paper calls a figure's line. */
export const labelOf = ({ key, breakdown, label }: Pick<Figure, 'key' | 'breakdown' | 'label'>): string =>
  breakdown === null ? indicators[key].label : (label ?? breakdownLabels[breakdown] ?? breakdown)

const rank = ({ key, breakdown }: Figure): number =>
  breakdown === null ? -1 : (indicators[key].by as readonly string[]).indexOf(dimensionOf(breakdown))

/** The order of the annex: by indicator, the total first, then one dimension after the other. */
export const byAnnexOrder = (a: Figure, b: Figure): number =>
  indicatorKeys.indexOf(a.key) - indicatorKeys.indexOf(b.key) ||
  rank(a) - rank(b) ||
  order.indexOf(a.breakdown ?? '') - order.indexOf(b.breakdown ?? '') ||
  labelOf(a).localeCompare(labelOf(b), 'vi')

type Counted = Pick<Figure, 'key' | 'breakdown' | 'label' | 'value'>
const nameOf = ({ key, breakdown }: Pick<Figure, 'key' | 'breakdown'>): string => `${key} ${breakdown ?? ''}`

/** Puts the figures of this campaign beside those of the one before; every total stands, even at nothing. */
export const compare = (now: readonly Counted[], before: readonly Counted[] | null): Figure[] => {
  const totals: Counted[] = indicatorKeys.map((key) => ({ key, breakdown: null, label: null, value: 0 }))
  const current = new Map(now.map((figure) => [nameOf(figure), figure.value]))
  const earlier = new Map(before?.map((figure) => [nameOf(figure), figure.value]))
  const lines = new Map([...totals, ...(before ?? []), ...now].map((figure) => [nameOf(figure), figure]))
  return [...lines]
    .map(([name, { key, breakdown, label }]) => ({
      key,
      breakdown,
      label,
      value: current.get(name) ?? 0,
      previous: before === null ? null : (earlier.get(name) ?? 0),
    }))
    .sort(byAnnexOrder)
}

type Line = { breakdown: string | null; label: string | null; value: number }

/** The same for one line of the annex: its total, then each breakdown it asks for in its own order. */
export const compareLines = (key: IndicatorKey, by: readonly string[], now: readonly Line[], before: readonly Line[] | null) => {
  const valueIn = (lines: readonly Line[], breakdown: string | null) => lines.find((line) => line.breakdown === breakdown)?.value ?? 0
  const rankIn = ({ breakdown }: Pick<Line, 'breakdown'>) => (breakdown === null ? -1 : by.indexOf(dimensionOf(breakdown)))
  const names = new Map([{ breakdown: null, label: null }, ...(before ?? []), ...now].map(({ breakdown, label }) => [breakdown, label]))
  return [...names]
    .map(([breakdown, label]) => ({
      breakdown,
      label,
      value: valueIn(now, breakdown),
      previous: before === null ? null : valueIn(before, breakdown),
    }))
    .sort(
      (a, b) =>
        rankIn(a) - rankIn(b) ||
        order.indexOf(a.breakdown ?? '') - order.indexOf(b.breakdown ?? '') ||
        labelOf({ key, ...a }).localeCompare(labelOf({ key, ...b }), 'vi'),
    )
}

export type Difference = { key: IndicatorKey; breakdown: string | null; label: string | null; signed: number; now: number }

const isShown = ({ key, breakdown }: Pick<Figure, 'key' | 'breakdown'>): boolean =>
  breakdown === null || (indicators[key].shown as readonly string[]).includes(dimensionOf(breakdown))

/** What has changed in the records since the figures were signed, broken down as the annex does it when nobody chose otherwise. */
export const differencesBetween = (signed: readonly Figure[], now: readonly Figure[]): Difference[] => {
  const signedValues = new Map(signed.map((figure) => [nameOf(figure), figure.value]))
  const nowValues = new Map(now.map((figure) => [nameOf(figure), figure.value]))
  const lines = new Map([...signed, ...now].map((figure) => [nameOf(figure), figure]))
  return [...lines.values()]
    .sort(byAnnexOrder)
    .map((figure) => ({
      key: figure.key,
      breakdown: figure.breakdown,
      label: figure.label,
      signed: signedValues.get(nameOf(figure)) ?? 0,
      now: nowValues.get(nameOf(figure)) ?? 0,
    }))
    .filter((line) => line.signed !== line.now && isShown(line))
}
