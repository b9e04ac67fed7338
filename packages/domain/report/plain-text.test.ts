import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

test('blocks read as typed text', () => {
  expect(
    plainText([
      { type: 'heading', level: 3, text: 'Về truyền thông' },
      { type: 'paragraph', runs: [{ text: 'Đã đăng ' }, { text: '12 tin, bài' }] },
      { type: 'dashes', items: [[{ text: 'Website' }], [{ text: 'Bảng tin' }]] },
      { type: 'numbers', items: [[{ text: 'Một' }], [{ text: 'Hai' }]] },
      {
        type: 'table',
        rows: [
          ['Đơn vị', 'Số bài'],
          ['Trung tâm', '9'],
        ],
      },
    ]),
  ).toBe('Về truyền thông\nĐã đăng 12 tin, bài\n- Website\n- Bảng tin\n1. Một\n2. Hai\nĐơn vị | Số bài\nTrung tâm | 9')
})
