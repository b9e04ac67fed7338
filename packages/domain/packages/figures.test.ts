import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakdownLabels } from '../report/breakdown-labels.ts'
import { indicatorKeys, indicators } from '../report/indicators.ts'
import { type PackedFigure, packFigures, sumPackages } from './figures.ts'

const figure = fc.record({
  key: fc.constantFrom(...indicatorKeys),
  breakdown: fc.constantFrom(null, 'sex:female', 'unit:0197a000-0000-7000-8000-000000000001', 'fund:x', 'age:0-5', 'tier:Giải nhất'),
  label: fc.constantFrom(null, 'Phòng Quản lý'),
  value: fc.integer({ min: 0, max: 1_000_000_000 }),
})

test('nothing of a unit, a fund or a tier leaves, and no rate', () => {
  fc.assert(
    fc.property(fc.array(figure), (figures) => {
      for (const packed of packFigures(figures)) {
        expect(packed.breakdown === null || breakdownLabels[packed.breakdown] !== undefined).toBe(true)
        expect(indicators[packed.key as (typeof indicatorKeys)[number]].kind).not.toBe('rate')
        expect(JSON.stringify(packed)).not.toContain('Phòng Quản lý')
      }
    }),
  )
})

test('a total is the sum of its packages', () => {
  const packed = fc.uniqueArray(
    fc.record({ key: fc.constantFrom('publications', 'childrenGifted'), breakdown: fc.constantFrom(null, 'sex:female'), value: fc.nat(1_000_000) }),
    { selector: ({ key, breakdown }) => `${key} ${breakdown}` },
  )
  fc.assert(
    fc.property(fc.array(packed, { maxLength: 6 }), (lists) => {
      const packages = lists.map((list) => ({
        figures: list.map((one): PackedFigure => ({ ...one, label: '', unit: '', kind: 'count', breakdownLabel: null })),
      }))
      for (const sum of sumPackages(packages)) {
        const rows = packages.flatMap(({ figures }) => figures.filter(({ key, breakdown }) => key === sum.key && breakdown === sum.breakdown))
        expect([sum.value, sum.agencies]).toEqual([rows.reduce((total, { value }) => total + value, 0), rows.length])
      }
      const names = packages.flatMap(({ figures }) => figures.map(({ key, breakdown }) => `${key} ${breakdown}`))
      expect(sumPackages(packages)).toHaveLength(new Set(names).size)
    }),
  )
})
