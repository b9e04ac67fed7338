import { breakdownLabels } from '../report/breakdown-labels.ts'
import type { Figure } from '../report/figures.ts'
import { labelOf } from '../report/figures.ts'
import { type IndicatorKey, indicators } from '../report/indicators.ts'

/** A figure as it leaves the agency: an aggregate in words that every agency shares. */
export type PackedFigure = {
  key: string
  label: string
  unit: string
  kind: 'count' | 'money'
  breakdown: string | null
  breakdownLabel: string | null
  value: number
}

/**
 * What leaves the agency: totals and breakdowns by fixed words (sex, age band, channel, source …).
 * Units, funds, tiers and clauses stay: they mean nothing elsewhere, and a unit's single child could be known by them.
 * A rate is no sum and stays, too.
 */
export const packFigures = (figures: readonly Pick<Figure, 'key' | 'breakdown' | 'label' | 'value'>[]): PackedFigure[] =>
  figures.flatMap(({ key, breakdown, value }) => {
    const { kind, label, unit } = indicators[key as IndicatorKey]
    if (kind === 'rate' || (breakdown !== null && breakdownLabels[breakdown] === undefined)) return []
    return [{ key, label, unit, kind, breakdown, breakdownLabel: breakdown === null ? null : labelOf({ key, breakdown, label: null }), value }]
  })

export type SummedFigure = PackedFigure & { agencies: number }

/** Sums by indicator and breakdown over packages, in the order in which they first appear; `agencies` is how many gave the line. */
export const sumPackages = (packages: readonly { figures: readonly PackedFigure[] }[]): SummedFigure[] => {
  const sums = new Map<string, SummedFigure>()
  for (const { figures } of packages) {
    for (const figure of figures) {
      const name = `${figure.key} ${figure.breakdown ?? ''}`
      const sum = sums.get(name)
      if (sum) sums.set(name, { ...sum, value: sum.value + figure.value, agencies: sum.agencies + 1 })
      else sums.set(name, { ...figure, agencies: 1 })
    }
  }
  return [...sums.values()]
}
