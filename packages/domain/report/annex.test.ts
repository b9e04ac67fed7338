import { describe, expect, test } from 'vitest'
import { DomainError } from '../errors.ts'
import { type AnnexLine, checkAnnex, dimensionsOf, filterParts, presetAnnex, shiftLine, strangeParts } from './annex.ts'
import { indicatorGroups, indicatorKeys, indicators } from './indicators.ts'

const line = (overrides: Partial<AnnexLine> = {}): AnnexLine => ({
  indicator: 'publications',
  label: 'Tin, bài',
  unit: 'tin',
  by: [],
  filter: {},
  ...overrides,
})
const refusal = (lines: AnnexLine[]) => {
  try {
    checkAnnex(lines)
  } catch (error) {
    return error instanceof DomainError ? [error.code, error.details] : error
  }
}

describe('the annex', () => {
  test('is at first every indicator once, under the heading of its group, and right', () => {
    const preset = presetAnnex()
    expect(preset.flatMap(({ indicator }) => indicator ?? [])).toEqual([...indicatorKeys].sort((a, b) => groupOf(a) - groupOf(b)))
    expect(preset.filter(({ indicator }) => indicator === null)).toHaveLength(indicatorGroups.length)
    expect(refusal(preset)).toBeUndefined()
  })
  const groupOf = (key: keyof typeof indicators) => indicatorGroups.indexOf(indicators[key].group)

  test('shows no dimension that its indicator does not have', () => {
    for (const key of indicatorKeys) expect([key, indicators[key].shown.filter((one) => !dimensionsOf(key).includes(one))]).toEqual([key, []])
  })

  test.each([
    ['a breakdown of another indicator', { by: ['fund'] }, ['fund']],
    ['a filter of another indicator', { filter: { tier: ['x'] } }, ['tier']],
    ['a value that nobody knows', { filter: { channel: ['zalo', 'telepathy'] } }, ['channel:telepathy']],
    ['a heading that counts', { indicator: null, by: ['unit'], filter: { from: '2021-06-01' } }, ['unit', 'from']],
    ['what fits', { by: ['kind', 'unit'], filter: { channel: ['zalo'], to: '2021-06-30' } }, []],
  ] as const)('%s', (_, overrides, strange) => {
    expect(strangeParts(line(overrides))).toEqual(strange)
  })

  test('is refused with the line in the way', () => {
    expect(refusal([line(), line({ by: ['fund'] })])).toEqual(['ANNEX_LINE_REFUSED', expect.objectContaining({ line: 2, strange: ['fund'] })])
    expect(refusal([line({ filter: { from: '2021-06-02', to: '2021-06-01' } })])).toEqual([
      'ANNEX_LINE_REFUSED',
      expect.objectContaining({ backwards: true }),
    ])
    expect(refusal([line({ indicator: null })])).toEqual(['ANNEX_EMPTY', {}])
  })

  test('goes to another year with its periods', () => {
    expect(shiftLine(line({ filter: { channel: ['zalo'], from: '2024-02-29', to: '2024-06-30' } }), 1).filter).toEqual({
      channel: ['zalo'],
      from: '2025-02-28',
      to: '2025-06-30',
    })
    expect(shiftLine(line(), 1)).toEqual(line())
  })

  test('filters by breakdowns: one of each dimension', () => {
    expect(filterParts({ kind: ['news', 'article'], unit: ['x'], from: '2021-06-01' })).toEqual([['kind:news', 'kind:article'], ['unit:x']])
  })
})
