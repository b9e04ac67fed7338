import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../dates.ts'
import { checkValidFrom, wordsOn } from './former.ts'

const former = [
  { until: '2023-03-01', words: 'Sở Khoa học và Công nghệ' },
  { until: '2019-01-01', words: 'Ban Khoa học và Kỹ thuật' },
]

test.each([
  ['2018-12-31', 'Ban Khoa học và Kỹ thuật'],
  ['2019-01-01', 'Sở Khoa học và Công nghệ'],
  ['2021-06-01', 'Sở Khoa học và Công nghệ'],
  ['2023-02-28', 'Sở Khoa học và Công nghệ'],
  ['2023-03-01', 'Sở Khoa học, Công nghệ và Đổi mới sáng tạo'],
  ['2030-01-01', 'Sở Khoa học, Công nghệ và Đổi mới sáng tạo'],
])('on %s it was called %s', (day, words) => {
  expect(wordsOn('Sở Khoa học, Công nghệ và Đổi mới sáng tạo', former, day)).toBe(words)
})

test('whatever the changes, each day has the words that were in use then', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 4000 }), { maxLength: 6 }), fc.integer({ min: -10, max: 4010 }), (ends, at) => {
      const sorted = [...ends].sort((a, b) => a - b)
      const rows = sorted.map((end, index) => ({ until: addDays('2015-01-01', end), words: index }))
      const expected = sorted.filter((end) => end <= at).length
      expect(wordsOn(sorted.length, [...rows].reverse(), addDays('2015-01-01', at))).toBe(expected)
    }),
  )
})

describe('new words hold', () => {
  const refusal = (validFrom: string) => {
    try {
      checkValidFrom(validFrom, former, '2024-06-20')
    } catch (error) {
      return (error as { details?: unknown }).details
    }
  }
  test.each([
    ['2023-03-02', undefined],
    ['2024-06-20', undefined],
    ['2024-06-21', { field: 'validFrom', latest: '2024-06-20' }],
    ['2023-03-01', { field: 'validFrom', after: '2023-03-01' }],
    ['2020-01-01', { field: 'validFrom', after: '2023-03-01' }],
  ])('from %s: %j', (day, expected) => {
    expect(refusal(day)).toEqual(expected)
  })
})
