import { expect, test } from 'vitest'
import { longDate, shortDate } from './long-date.ts'

test.each([
  ['2021-07-05', 'ngày 05 tháng 7 năm 2021'],
  ['2021-01-31', 'ngày 31 tháng 01 năm 2021'],
  ['2020-02-09', 'ngày 09 tháng 02 năm 2020'],
  ['2021-03-10', 'ngày 10 tháng 3 năm 2021'],
  ['2021-12-25', 'ngày 25 tháng 12 năm 2021'],
  ['2021-07', 'ngày      tháng 7 năm 2021'],
  ['2021', 'ngày      tháng      năm 2021'],
])('%s is written %s', (date, text) => expect(longDate(date)).toBe(text))

test.each([
  ['2021-07-05', '05/7/2021'],
  ['2021-05-12', '12/5/2021'],
  ['2021-02-01', '01/02/2021'],
])('%s is short for %s', (date, text) => expect(shortDate(date)).toBe(text))
