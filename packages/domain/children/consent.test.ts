import { describe, expect, test } from 'vitest'
import { type ConsentState, isWithdrawn, mayUse, needsChildAgreement } from './consent.ts'

const today = '2021-06-20'
const consent = (overrides: Partial<ConsentState> = {}): ConsentState => ({
  purpose: 'publishName',
  withdrawnOn: null,
  childAgreed: false,
  ...overrides,
})

test.each([
  ['publishName', '2014-06-20', true],
  ['publishPhoto', '2014-06-20', true],
  ['publishPhoto', '2014-06-21', false],
  ['gift', '2010-01-01', false],
  ['event', '2010-01-01', false],
] as const)('%s of a child born on %s needs its own agreement: %s', (purpose, birthDate, expected) => {
  expect(needsChildAgreement(purpose, birthDate, today)).toBe(expected)
})

describe('use', () => {
  test('silence is no consent', () => {
    expect(mayUse([], 'gift', '2014-01-01', today)).toBe(false)
  })
  test('a consent serves its own purpose only', () => {
    expect(mayUse([consent({ purpose: 'gift' })], 'gift', '2010-01-01', today)).toBe(true)
    expect(mayUse([consent({ purpose: 'gift' })], 'award', '2010-01-01', today)).toBe(false)
  })
  test('a child who has turned 7 since must have agreed', () => {
    expect(mayUse([consent()], 'publishName', '2014-06-21', today)).toBe(true)
    expect(mayUse([consent()], 'publishName', '2014-06-20', today)).toBe(false)
    expect(mayUse([consent({ childAgreed: true })], 'publishName', '2014-06-20', today)).toBe(true)
  })
  test('a withdrawal stops it until a new consent', () => {
    const withdrawn = consent({ purpose: 'gift', withdrawnOn: today })
    expect([mayUse([withdrawn], 'gift', '2014-01-01', today), isWithdrawn([withdrawn], 'gift')]).toEqual([false, true])
    expect(isWithdrawn([withdrawn, consent({ purpose: 'gift' })], 'gift')).toBe(false)
    expect(isWithdrawn([], 'gift')).toBe(false)
  })
})
