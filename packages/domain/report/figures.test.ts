import { describe, expect, test } from 'vitest'
import { compare, differencesBetween, type Figure, labelOf } from './figures.ts'
import { indicatorKeys, indicators } from './indicators.ts'

const figure = (key: Figure['key'], value: number, breakdown: string | null = null, label: string | null = null) => ({ key, breakdown, label, value })

describe('figures', () => {
  test('every total stands, at nought where nothing happened, and without a year before there is nothing to compare', () => {
    const figures = compare([], null)
    expect(figures.map(({ key }) => key)).toEqual(indicatorKeys)
    expect(figures.every(({ value, previous }) => value === 0 && previous === null)).toBe(true)
  })

  test('stand beside the year before, lines of either year included, in the order of the annex', () => {
    const now = [figure('childrenGifted', 3, 'age:6-10'), figure('childrenGifted', 5), figure('childrenGifted', 2, 'sex:female')]
    const before = [figure('childrenGifted', 4), figure('childrenGifted', 1, 'sex:male'), figure('childrenGifted', 1, 'unit:x', 'Văn phòng')]
    const lines = compare(now, before).filter(({ key }) => key === 'childrenGifted')
    expect(lines.map((line) => [labelOf(line), line.value, line.previous])).toEqual([
      ['Trẻ em được tặng quà', 5, 4],
      ['Nữ', 2, 0],
      ['Nam', 0, 1],
      ['Từ 6 đến 10 tuổi', 3, 0],
      ['Văn phòng', 0, 1],
    ])
  })

  test('only what changed since the signature is a difference, and what vanished is one too', () => {
    const signed = compare([figure('moneyReceived', 100), figure('moneyReceived', 100, 'fund:a', 'Quỹ')], null)
    const now = compare([figure('moneyReceived', 0), figure('givers', 1)], null)
    expect(differencesBetween(signed, now)).toEqual([
      { key: 'givers', breakdown: null, label: null, signed: 0, now: 1 },
      { key: 'moneyReceived', breakdown: null, label: null, signed: 100, now: 0 },
      { key: 'moneyReceived', breakdown: 'fund:a', label: 'Quỹ', signed: 100, now: 0 },
    ])
    expect(differencesBetween(signed, signed)).toEqual([])
  })

  test('every fixed dimension has its words', () => {
    expect(new Set(Object.values(indicators).map(({ label }) => label)).size).toBe(indicatorKeys.length)
    expect(labelOf({ key: 'publications', breakdown: 'channel:zalo', label: null })).toBe('Zalo')
  })
})
