import { describe, expect, test } from 'vitest'
import { type Identity, likelyScore, likenessOf, swapDayAndMonth } from './duplicates.ts'

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
