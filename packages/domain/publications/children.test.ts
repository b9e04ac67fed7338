import { describe, expect, test } from 'vitest'
import type { ConsentState } from '../children/consent.ts'
import { isNamedIn, stoppedUses, uncovered } from './children.ts'

const day = '2021-06-20'
const both = { named: true, pictured: true }
const given = (purpose: ConsentState['purpose'], overrides: Partial<ConsentState> = {}): ConsentState => ({
  ...{ purpose, withdrawnOn: null, childAgreed: true },
  ...overrides,
})

describe('what a piece may do with a child', () => {
  test.each([
    ['nobody was asked', [], ['publishName', 'publishPhoto'], []],
    ['both are agreed to', [given('publishName'), given('publishPhoto')], [], []],
    ['the picture alone', [given('publishPhoto')], ['publishName'], []],
    ['the name was withdrawn', [given('publishName', { withdrawnOn: day }), given('publishPhoto')], ['publishName'], ['publishName']],
    ['withdrawn and given anew', [given('publishName', { withdrawnOn: day }), given('publishName'), given('publishPhoto')], [], []],
    ['turned 7 since, without having agreed', [given('publishName', { childAgreed: false }), given('publishPhoto')], ['publishName'], []],
  ] as const)('%s', (_, consents, missing, stopped) => {
    expect([uncovered(both, consents, '2014-06-20', day), stoppedUses(both, consents)]).toEqual([missing, stopped])
  })
  test('only what it does is asked', () => {
    expect(uncovered({ named: false, pictured: true }, [given('publishPhoto')], '2014-06-20', day)).toEqual([])
  })
})

test.each([
  ['Em Trần Gia Bảo đạt giải Nhất', 'Trần Gia Bảo', true],
  ['DANH SÁCH: TRẦN GIA BẢO, lớp 1A', 'Trần Gia Bảo', true],
  ['Em Trần Gia Bảo Anh đạt giải', 'Trần Gia Bảo', true],
  ['Em Nguyễn Văn Anh đạt giải', 'Nguyễn Văn An', false],
  ['Em Trân Gia Bao đạt giải', 'Trần Gia Bảo', false],
  ['Em Chu An đạt giải', 'Chu An', false],
  ['Em Tra\u0302\u0300n Gia Ba\u0309o', 'Trần Gia Bảo', true],
  ['', 'Trần Gia Bảo', false],
])('“%s” names %s: %s', (text, name, expected) => {
  expect(isNamedIn(text, name)).toBe(expected)
})
