import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../dates.ts'
import { childAge, countingDay, firstBirthUnder, isUnder } from './age.ts'

const day2021 = countingDay(2021)

describe('a child of the campaign', () => {
  test.each([
    ['2005-06-02', true, 'turns 16 on the next day'],
    ['2005-06-01', false, 'turns 16 on that day'],
    ['2005-05-31', false, 'is 16'],
    ['2021-06-01', true, 'is born on that day'],
    ['2021-06-02', false, 'is not born yet'],
    ['2008-02-29', true, 'is born on a leap day'],
  ])('%s → %s: %s', (birthDate, expected) => {
    expect(isUnder(birthDate, childAge, day2021)).toBe(expected)
  })
})

test('the first day of birth says the same as the age', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays('1995-01-01', offset))
  fc.assert(
    fc.property(days, days, fc.integer({ min: 1, max: 18 }), (birthDate, day, age) => {
      expect(birthDate <= day && birthDate >= firstBirthUnder(age, day)).toBe(isUnder(birthDate, age, day))
    }),
    {
      numRuns: 2000,
      examples: [
        ['2005-03-01', '2021-02-28', 16],
        ['2005-03-01', '2024-02-29', 19 - 1],
        ['2005-02-28', '2020-02-29', 15],
      ],
    },
  )
})
