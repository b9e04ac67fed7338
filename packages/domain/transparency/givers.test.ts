import { describe, expect, test } from 'vitest'
import { findsChild, type Giver, rollOfGivers } from './givers.ts'

const giver = (overrides: Partial<Giver> = {}): Giver => ({
  name: 'Đặng Thị Hồng',
  publicName: null,
  anonymous: false,
  showAmount: false,
  amount: 500_000,
  isEmployee: false,
  ...overrides,
})

describe('the roll of givers', () => {
  test.each<[string, Giver, string | null, number | null]>([
    ['who agreed', giver(), 'Đặng Thị Hồng', null],
    ['who agreed to the amount as well', giver({ showAmount: true }), 'Đặng Thị Hồng', 500_000],
    ['who wants another name', giver({ publicName: 'Gia đình cô Hồng' }), 'Gia đình cô Hồng', null],
    ['who did not agree', giver({ anonymous: true }), null, null],
    ['who did not agree, whatever else is kept', giver({ anonymous: true, publicName: 'Cô Hồng', showAmount: true }), null, null],
    ['a child that gave its savings', giver({ name: 'Nguyễn Minh An' }), null, null],
    ['parents who give in a child’s name', giver({ publicName: 'Bố mẹ cháu NGUYEN MINH AN' }), null, null],
    ['an employee who is called like a child', giver({ name: 'Nguyễn Minh An', isEmployee: true }), 'Nguyễn Minh An', null],
    ['an employee who gives in a child’s name', giver({ publicName: 'Bé Nguyễn Minh An', isEmployee: true }), null, null],
  ])('%s', (_, one, name, amount) => {
    expect(rollOfGivers([one], ['Nguyễn Minh An', 'Bin'])).toEqual(
      name === null ? { named: [], unnamed: 1 } : { named: [{ name, amount }], unnamed: 0 },
    )
  })

  test('stands in the order of the alphabet, not of what was given', () => {
    const names = ['Đỗ Văn Ý', 'Ân Văn Bình', 'An Thị Cúc', 'Dương Văn Tư']
    const givers = names.map((name, index) => giver({ name, amount: index }))
    expect(rollOfGivers(givers, []).named.map(({ name }) => name)).toEqual(['An Thị Cúc', 'Ân Văn Bình', 'Dương Văn Tư', 'Đỗ Văn Ý'])
  })
})

test.each([
  ['Nguyễn Minh An', true],
  ['cháu Nguyễn  Minh-An, lớp 3A', true],
  ['Nguyễn Minh Anh', false],
  ['Minh An', false],
  ['Công ty Bin', false],
])('%s', (text, expected) => {
  expect(findsChild(['Nguyễn Minh An', 'Bin'])(text)).toBe(expected)
})
