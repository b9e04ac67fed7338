import { expect, test } from 'vitest'
import { noticeWords, percentRead } from './progress.ts'

test.each([
  [0, 0, 0],
  [3, 0, 0],
  [3, 2, 66],
  [200, 199, 99],
  [5, 5, 100],
])('of %i told, %i read: %i %%', (told, read, percent) => {
  expect(percentRead({ told, read })).toBe(percent)
})

test('a notice begins with the words of its plan', () => {
  const { title, text } = noticeWords({
    year: 2021,
    title: 'Tổ chức Tháng hành động vì trẻ em năm 2021',
    theme: 'Chung tay',
    startsOn: '01/6/2021',
    endsOn: '30/6/2021',
    leader: 'Giám đốc Sở',
  })
  expect(title).toBe('Thông báo về Tháng hành động vì trẻ em năm 2021')
  expect(text).toContain('“Chung tay”, thực hiện từ ngày 01/6/2021 đến ngày 30/6/2021')
})
