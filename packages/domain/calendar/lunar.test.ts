import { describe, expect, test } from 'vitest'
import { lunarDay } from './lunar.ts'

describe('days of the lunar calendar', () => {
  test.each([
    [2021, '2021-02-12', '2021-04-21'],
    [2022, '2022-02-01', '2022-04-10'],
    [2023, '2023-01-22', '2023-04-29'],
    [2024, '2024-02-10', '2024-04-18'],
    [2025, '2025-01-29', '2025-04-07'],
    [2026, '2026-02-17', '2026-04-26'],
    [2027, '2027-02-06', '2027-04-16'],
  ])('Tết and the Hùng Kings’ day of %i', (year, tet, hungKings) => {
    expect([lunarDay(year, 1, 1), lunarDay(year, 3, 10)]).toEqual([tet, hungKings])
  })

  test.each([
    [1985, '1985-01-21', '1985-02-20'],
    [2007, '2007-02-17', '2007-02-18'],
    [2030, '2030-02-02', '2030-02-03'],
  ])('Tết of %i is another day than in China', (year, here, there) => {
    expect([lunarDay(year, 1, 1), lunarDay(year, 1, 1, 8)]).toEqual([here, there])
  })

  test('reckoned for UTC+8 it is the Chinese calendar of the platform, for a hundred years', () => {
    const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
    // New moons within minutes of midnight there, 23:56 and 00:07: the platform reckons less exactly than that.
    const close = ['2027-02-06', '2030-02-03']
    const dates = [
      [1, 1],
      [3, 10],
      [8, 15],
    ] as const
    const wrong = Array.from({ length: 100 }, (_, at) => 1960 + at).flatMap((year) =>
      dates.flatMap(([month, day]) => {
        const found = lunarDay(year, month, day, 8)
        return close.includes(found) || chinese.format(new Date(found)) === `${month}/${day}` ? [] : [`${found}: ${chinese.format(new Date(found))}`]
      }),
    )
    expect(wrong).toEqual([])
  })
})
