import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '../dates.ts'
import { isWeekend, nextDeadline, nextEventDay, sameDay, weekdayOf, wordsOfNextYear } from './next-year.ts'

const days = fc.integer({ min: 0, max: 36_000 }).map((at) => addDays('2000-01-01', at))
const years = fc.integer({ min: 2001, max: 2099 })

describe('days of the next year', () => {
  test.each([
    ['2021-06-01', 2022, '2022-06-01'],
    ['2024-02-29', 2025, '2025-02-28'],
    ['2024-02-29', 2028, '2028-02-29'],
  ])('%s in %i is %s', (day, year, expected) => {
    expect(sameDay(day, year)).toBe(expected)
  })

  test.each([
    ['2021-07-05', 2022, '2022-07-05'],
    ['2021-07-05', 2025, '2025-07-04'],
    ['2021-06-25', 2023, '2023-06-23'],
  ])('a deadline of %s is kept by %i on %s', (day, year, expected) => {
    expect(nextDeadline(day, year)).toBe(expected)
  })

  test.each([
    ['2021-06-01', 2022, '2022-06-01'],
    ['2021-06-12', 2022, '2022-06-11'],
    ['2021-06-13', 2022, '2022-06-12'],
    ['2021-06-01', 2024, '2024-06-01'],
  ])('what was held on %s is held in %i on %s', (day, year, expected) => {
    expect(nextEventDay(day, year)).toBe(expected)
  })

  test('a deadline is a working day, at most two days earlier; an outing keeps its weekday within three days', () => {
    fc.assert(
      fc.property(days, years, (day, year) => {
        const deadline = nextDeadline(day, year)
        expect(isWeekend(deadline)).toBe(false)
        expect([0, 1, 2]).toContain(daysBetween(deadline, sameDay(day, year)))
        const held = nextEventDay(day, year)
        if (isWeekend(day)) expect(weekdayOf(held)).toBe(weekdayOf(day))
        else expect(held).toBe(sameDay(day, year))
        expect(Math.abs(daysBetween(held, sameDay(day, year)))).toBeLessThanOrEqual(3)
      }),
    )
  })
})

test.each([
  ['Tháng hành động vì trẻ em năm 2021', 'Tháng hành động vì trẻ em năm 2022'],
  ['đạt thành tích cao trong năm học 2020-2021.', 'đạt thành tích cao trong năm học 2021-2022.'],
  ['năm học 2020 – 2021, năm 2021', 'năm học 2021 – 2022, năm 2022'],
  ['Công văn số 2021/LĐTBXH ngày 12/5/2021', 'Công văn số 2021/LĐTBXH ngày 12/5/2021'],
  ['giai đoạn 2021-2025; 20211 đồng', 'giai đoạn 2021-2025; 20211 đồng'],
])('%s', (text, expected) => {
  expect(wordsOfNextYear(text, 2021, 2022)).toBe(expected)
})
