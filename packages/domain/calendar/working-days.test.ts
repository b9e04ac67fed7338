import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../dates.ts'
import { addWorkingDays, holidaysOf, isWorkingDay, onWorkingDay } from './working-days.ts'

const daysOffIn = (year: number, from: string, until: string) =>
  Array.from({ length: daysBetween(`${year}-${from}`, `${year}-${until}`) + 1 }, (_, at) => addDays(`${year}-${from}`, at)).filter(
    (day) => !isWorkingDay(day),
  )

describe('days off as they were', () => {
  // Whole runs of days, weekends in them: what the Government announced, less the days that only its announcement decides.
  test.each([
    ['Tết 2021', 2021, '02-10', '02-17', ['02-11', '02-12', '02-13', '02-14', '02-15', '02-16']],
    ['Giỗ Tổ 2021, a Wednesday', 2021, '04-20', '04-22', ['04-21']],
    ['New Year 2022, a Saturday: the Monday', 2021, '12-31', '12-31', []],
    ['New Year 2022', 2022, '01-01', '01-04', ['01-01', '01-02', '01-03']],
    ['Tết 2022', 2022, '01-31', '02-04', ['01-31', '02-01', '02-02', '02-03']],
    ['Giỗ Tổ 2022, a Sunday: the Monday', 2022, '04-08', '04-12', ['04-09', '04-10', '04-11']],
    ['30/4 and 1/5 2022, a weekend: two days', 2022, '04-29', '05-04', ['04-30', '05-01', '05-02', '05-03']],
    ['Tết 2023', 2023, '01-20', '01-27', ['01-21', '01-22', '01-23', '01-24', '01-25', '01-26']],
    ['Giỗ Tổ, 30/4 and 1/5 2023 in a row', 2023, '04-28', '05-04', ['04-29', '04-30', '05-01', '05-02', '05-03']],
    ['2/9/2023, a Saturday', 2023, '09-01', '09-05', ['09-02', '09-03', '09-04']],
    ['Tết 2024', 2024, '02-08', '02-15', ['02-09', '02-10', '02-11', '02-12', '02-13', '02-14']],
    ['Giỗ Tổ 2024', 2024, '04-17', '04-19', ['04-18']],
    ['Tết 2025', 2025, '01-27', '01-31', ['01-28', '01-29', '01-30', '01-31']],
    ['Giỗ Tổ 2025', 2025, '04-05', '04-08', ['04-05', '04-06', '04-07']],
    ['Tết 2026', 2026, '02-16', '02-20', ['02-16', '02-17', '02-18', '02-19']],
    ['Giỗ Tổ 2026, a Sunday', 2026, '04-24', '04-28', ['04-25', '04-26', '04-27']],
    ['Tết 2027, a Saturday', 2027, '02-04', '02-11', ['02-05', '02-06', '02-07', '02-08', '02-09', '02-10']],
  ])('%s', (_, year, from, until, expected) => {
    expect(daysOffIn(year, from, until)).toEqual(expected.map((day) => `${year}-${day}`))
  })

  test('each is said with its name, and the day for it', () => {
    expect(holidaysOf(2022).filter(({ name }) => name === 'hungKings')).toEqual([
      { day: '2022-04-10', name: 'hungKings', instead: false },
      { day: '2022-04-11', name: 'hungKings', instead: true },
    ])
  })
})

describe('what the agency sets goes before the rules', () => {
  // 2025: 2/5 off, worked on Saturday 26/4 instead.
  const set = new Map([
    ['2025-05-02', false],
    ['2025-04-26', true],
  ])
  test('a day off and a day worked instead', () => {
    expect([isWorkingDay('2025-05-02'), isWorkingDay('2025-05-02', set)]).toEqual([true, false])
    expect([isWorkingDay('2025-04-26'), isWorkingDay('2025-04-26', set)]).toEqual([false, true])
    expect([addWorkingDays('2025-04-25', 1), addWorkingDays('2025-04-25', 1, set)]).toEqual(['2025-04-28', '2025-04-26'])
    expect(onWorkingDay('2025-05-01', set)).toBe('2025-05-05')
  })

  test('so many working days after a day are so many, whatever is set', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((at) => addDays('2025-01-01', at))
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 10 }), fc.array(fc.tuple(days, fc.boolean()), { maxLength: 40 }), (from, many, pairs) => {
        const some = new Map(pairs)
        const until = addWorkingDays(from, many, some)
        const between = Array.from({ length: daysBetween(from, until) }, (_, at) => addDays(from, at + 1))
        expect(between.filter((day) => isWorkingDay(day, some))).toHaveLength(many)
        expect(isWorkingDay(until, some)).toBe(true)
      }),
    )
  })
})
