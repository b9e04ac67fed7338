import { describe, expect, test } from 'vitest'
import { findHeader, missingFields } from './import-header.ts'

const fieldsOf = (rows: string[][]) => {
  const header = findHeader(rows)
  return header && { at: header.at, columns: [...header.columns] }
}

describe('the header of a list', () => {
  test('lies under the titles of the page, in any manner of writing', () => {
    const rows = [
      ['SỞ KHOA HỌC VÀ CÔNG NGHỆ', '', '', ''],
      ['DANH SÁCH CÁN BỘ, CÔNG CHỨC', '', '', ''],
      [],
      [
        'STT',
        ' Mã  số (*)',
        'HỌ VÀ TÊN'.normalize('NFD'),
        'Phòng/đơn vị',
        'Chức vụ, chức danh',
        'Công chức/Viên chức/Người lao động',
        'E-mail',
        'Số ĐT',
      ],
    ]
    expect(fieldsOf(rows)).toEqual({
      at: 3,
      columns: [
        [1, 'code'],
        [2, 'name'],
        [3, 'unit'],
        [4, 'position'],
        [5, 'kind'],
        [6, 'email'],
        [7, 'phone'],
      ],
    })
  })

  test('over two rows: the lower one, which tells the two halves of the name apart', () => {
    const rows = [
      ['Mã', 'Họ và tên', 'Họ và tên', 'Đơn vị'],
      ['Mã', 'Họ đệm', 'Tên', 'Đơn vị'],
    ]
    const header = findHeader(rows)
    expect(header?.at).toBe(1)
    expect(header && missingFields(header)).toEqual([])
  })

  test('merged over two rows alike: the people begin under the lower one', () => {
    const rows = [
      ['Mã', 'Họ và tên', 'Đơn vị'],
      ['Mã', 'Họ và tên', 'Đơn vị'],
    ]
    expect(findHeader(rows)?.at).toBe(1)
  })

  test('lower than the tenth row, or with one word only, there is none', () => {
    const titles = Array.from({ length: 10 }, () => ['', ''])
    expect(findHeader([...titles, ['Mã', 'Họ và tên', 'Đơn vị']])).toBeNull()
    expect(findHeader([['Đơn vị', 'Ghi chú']])).toBeNull()
    expect(findHeader([])).toBeNull()
  })

  test.each([
    [['Họ và tên', 'Đơn vị'], ['code']],
    [
      ['Mã', 'Họ đệm'],
      ['name', 'unit'],
    ],
    [['Mã', 'Họ', 'Tên', 'Đơn vị'], []],
  ])('%j lacks %j', (cells, missing) => {
    const header = findHeader([cells])
    expect(header && missingFields(header)).toEqual(missing)
  })
})
