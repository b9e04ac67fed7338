import { describe, expect, test } from 'vitest'
import { findHeader, type Header } from './import-header.ts'
import { holdsNobody, readRow } from './import-row.ts'

const headerOf = (...cells: string[]): Header => {
  const header = findHeader([cells])
  if (!header) throw new Error('no header')
  return header
}
const header = headerOf('STT', 'Mã', 'Họ và tên', 'Đơn vị', 'Chức vụ', 'Loại', 'Email', 'Điện thoại')
const read = (...cells: string[]) => readRow(header, cells)
const reasonsOf = (...cells: string[]) => read(...cells).problems.map(({ reason }) => reason)

describe('a row of the list', () => {
  test('is read whatever its composition, spaces and capitals', () => {
    const row = read(
      '1',
      ' cb 01 ',
      '  Đặng   Thị Hồng '.normalize('NFD'),
      'Văn\nphòng',
      '',
      'CÔNG CHỨC'.normalize('NFD'),
      'Hong@KHCN.vn',
      '912 345 678',
    )
    expect(row).toEqual({
      values: {
        code: 'CB01',
        name: 'Đặng Thị Hồng',
        unit: 'Văn phòng',
        position: null,
        kind: 'civilServant',
        email: 'hong@khcn.vn',
        phone: '0912345678',
      },
      problems: [],
    })
  })

  test.each([
    ['Công chức', 'civilServant'],
    ['CC', 'civilServant'],
    ['viên chức', 'publicEmployee'],
    ['Người lao động', 'worker'],
    ['NLĐ', 'worker'],
    ['Hợp đồng', 'worker'],
  ])('kind %s is %s', (kind, expected) => {
    expect(read('1', 'CB1', 'Lê Ba', 'VP', '', kind).values.kind).toBe(expected)
  })

  test.each([
    [['1', '', 'Lê Ba', 'VP', '', 'CC'], ['codeMissing']],
    [['1', 'CB?1', 'Lê Ba', 'VP', '', 'CC'], ['codeInvalid']],
    [['1', 'CB1', 'Lê Ba 2', 'VP', '', 'CC'], ['nameInvalid']],
    [['1', 'CB1', 'Lê Ba', 'VP', '', 'thực tập'], ['kindUnknown']],
    [
      ['1', 'CB1', 'Lê Ba', 'VP', '', 'CC', 'không có', '123'],
      ['emailInvalid', 'phoneInvalid'],
    ],
    [['1', 'CB1', 'Lê Ba', 'VP', 'x'.repeat(201), 'CC'], ['tooLong']],
    [['1', 'CB1', '', '', '', ''], []],
  ])('%j: %j', (cells, reasons) => {
    expect(reasonsOf(...cells)).toEqual(reasons)
  })

  test('a name in two columns, under one head or two', () => {
    expect(readRow(headerOf('Mã', 'Họ và tên', 'Họ và tên', 'Đơn vị'), ['CB1', 'Nguyễn Thị Thuỳ', 'Dương', 'VP']).values.name).toBe(
      'Nguyễn Thị Thuỳ Dương',
    )
    expect(readRow(headerOf('Mã', 'Tên', 'Họ đệm', 'Đơn vị'), ['CB1', 'Dương', 'Nguyễn Thị Thuỳ', 'VP']).values.name).toBe('Nguyễn Thị Thuỳ Dương')
  })
})

describe('rows that hold nobody', () => {
  test.each([
    [['', '', ''], true],
    [['(1)', '(2)', '(3)', '(4)'], true],
    [['A', 'B', '1', '2'], true],
    [['I. Văn phòng Sở', '', ''], true],
    [['', '', '', 'Văn phòng Sở'], true],
    [['', '', 'Lê Văn Ba', ''], false],
    [['', 'CB01'], false],
    [['1', 'CB01', 'Lê Ba'], false],
  ])('%j: %s', (cells, nobody) => {
    expect(holdsNobody(header, cells)).toBe(nobody)
  })
})
