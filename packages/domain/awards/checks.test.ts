import { describe, expect, test } from 'vitest'
import { type CheckedNomination, checkNomination, type NominationRule } from './checks.ts'
import type { TierState } from './tier.ts'

const excellent: TierState = { id: 'excellent', schoolLevel: 'primary', amount: 300_000, sortOrder: 1 }
const good: TierState = { id: 'good', schoolLevel: 'primary', amount: 200_000, sortOrder: 2 }

const nomination = (overrides: Partial<CheckedNomination> = {}): CheckedNomination => ({
  tier: excellent,
  tiers: [good, excellent],
  schoolLevel: 'primary',
  achievement: 'Hoàn thành xuất sắc chương trình lớp 4',
  child: { schoolLevel: 'primary', guardians: [{ active: true }], consents: [] },
  namesakes: [],
  ...overrides,
})
const outcome = (rule: NominationRule, overrides: Partial<CheckedNomination>) =>
  checkNomination(nomination(overrides)).find((check) => check.rule === rule)?.passed

test('nothing is wrong with a good nomination', () => {
  expect(checkNomination(nomination()).every(({ passed }) => passed === true)).toBe(true)
})

describe('the best award of primary school needs the words of the certificate', () => {
  test.each<[string, Partial<CheckedNomination>, boolean | null]>([
    ['without marks', { achievement: 'HOAN THANH XUAT SAC' }, true],
    ['decomposed, as some keyboards type', { achievement: 'Học sinh xuất sắc'.normalize('NFD') }, true],
    ['the grade below', { achievement: 'Hoàn thành tốt' }, false],
    ['a lower award asks nothing', { tier: good, achievement: 'Hoàn thành tốt' }, null],
    ['another level asks nothing', { schoolLevel: 'lowerSecondary', achievement: 'Giải Nhì học sinh giỏi' }, null],
  ])('%s', (_, overrides, expected) => {
    expect(outcome('excellentWording', overrides)).toBe(expected)
  })
})

test.each<[NominationRule, Partial<CheckedNomination>, boolean | null]>([
  ['guardianEmployed', { child: { schoolLevel: null, guardians: [{ active: false }], consents: [] } }, false],
  ['tierFitsLevel', { schoolLevel: 'upperSecondary' }, false],
  ['levelAsRecorded', { schoolLevel: 'upperSecondary' }, false],
  ['levelAsRecorded', { child: { schoolLevel: null, guardians: [], consents: [] } }, null],
  ['notTwice', { namesakes: ['Đặng Thị Hồng'] }, false],
  [
    'consentNotWithdrawn',
    { child: { schoolLevel: null, guardians: [], consents: [{ purpose: 'award', withdrawnOn: '2021-06-10', childAgreed: false }] } },
    false,
  ],
])('%s', (rule, overrides, expected) => {
  expect(outcome(rule, overrides)).toBe(expected)
})
