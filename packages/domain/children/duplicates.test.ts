import { describe, expect, test } from 'vitest'
import { type Identity, type Known, likelyPairs, likelyScore, likenessOf, swapDayAndMonth } from './duplicates.ts'

const child = (overrides: Partial<Identity> = {}): Identity => ({
  name: 'Đặng Thị Hồng',
  birthDate: '2014-03-09',
  guardianIds: ['mother'],
  unitIds: ['office'],
  ...overrides,
})
const stranger = { guardianIds: ['father'], unitIds: ['centre'] }

describe('likely the same child', () => {
  test.each<[string, Partial<Identity>]>([
    ['typed again by the other parent', stranger],
    ['without marks', { ...stranger, name: 'Dang Thi Hong' }],
    ['with a slip of the key', { ...stranger, name: 'Đặng Thị Hồngg' }],
    ['with day and month exchanged', { ...stranger, birthDate: '2014-09-03' }],
    ['under the same parent on another day', { birthDate: '2013-01-30' }],
  ])('%s', (_, overrides) => {
    expect(likenessOf(child(), child(overrides)).score).toBeGreaterThanOrEqual(likelyScore)
  })
})

describe('likely two children', () => {
  test.each<[string, Partial<Identity>]>([
    ['a namesake of another age', { ...stranger, birthDate: '2013-01-30' }],
    ['a namesake in the same unit', { guardianIds: ['father'], birthDate: '2013-01-30' }],
    ['a twin', { name: 'Đặng Thị Huệ' }],
    ['a sibling of a like name', { name: 'Đặng Thu Hồng', birthDate: '2016-05-01' }],
    ['a sibling', { name: 'Đặng Thị Huệ', birthDate: '2016-05-01' }],
    ['born on the same day elsewhere', { ...stranger, name: 'Trần Gia Bảo' }],
  ])('%s', (_, overrides) => {
    expect(likenessOf(child(), child(overrides)).score).toBeLessThan(likelyScore)
  })
})

test('the reasons are named', () => {
  expect(likenessOf(child(), child({ name: 'Dang Thi Hong', birthDate: '2014-09-03' })).reasons).toEqual([
    'sameName',
    'swappedBirthDate',
    'sharedGuardian',
  ])
})

test.each([
  ['2014-03-09', '2014-09-03'],
  ['2014-03-13', null],
  ['2014-03-03', null],
])('%s swapped is %s', (date, swapped) => {
  expect(swapDayAndMonth(date)).toBe(swapped)
})

describe('pairs among all children', () => {
  const known = (id: string, overrides: Partial<Known> = {}): Known => ({ ...child(), id, notSameAs: [], ...overrides })
  const other = (id: string, overrides: Partial<Known> = {}) => known(id, { ...stranger, ...overrides })

  test('each pair once, the likeliest first', () => {
    const pairs = likelyPairs([known('a'), other('b', { birthDate: '2014-09-03' }), known('c'), other('d', { name: 'Trần Gia Bảo' })])
    expect(pairs.map(({ firstId, secondId, score }) => [firstId, secondId, score])).toEqual([
      ['a', 'c', 110],
      ['a', 'b', 80],
      ['b', 'c', 80],
    ])
  })

  test('what a person found to be two is not shown again, whoever of the two remembers', () => {
    expect(likelyPairs([known('a'), other('b', { notSameAs: ['a'] })])).toEqual([])
    expect(likelyPairs([known('a', { notSameAs: ['b'] }), other('b')])).toEqual([])
  })
})
