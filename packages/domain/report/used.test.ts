import { expect, test } from 'vitest'
import { isUsed } from './used.ts'

const result = 'Đã treo 02 băng rôn, 04 khẩu hiệu tại cổng và sảnh trụ sở cơ quan.'
test.each([
  [result, `Văn phòng: ${result} Các đơn vị khác cũng đã làm.`, true],
  [result, 'Văn phòng đã treo 02 băng rôn và 04 khẩu hiệu tại trụ sở cơ quan', true],
  [result, 'Đã treo 02 băng rôn tại xã', false],
  [result, 'Đã tổ chức nói chuyện cho 40 cháu', false],
  [result, '', false],
  ['', 'Bất kỳ', false],
])('%s | %s: %s', (one, text, expected) => {
  expect(isUsed(one, text)).toBe(expected)
})
