import { describe, expect, test } from 'vitest'
import { type Candidate, type Entitlement, entitlementOf, type LeftOutReason } from './entitlement.ts'

const rule = { underAge: 16, asOf: '2021-06-01' }
const mother = { employeeId: 'm', unitId: 'office', relation: 'mother', active: true } as const
const father = { employeeId: 'f', unitId: 'centre', relation: 'father', active: true } as const
const child = (overrides: Partial<Candidate> = {}): Candidate => ({
  birthDate: '2014-03-09',
  active: true,
  guardians: [father, mother],
  consents: [],
  ...overrides,
})
const withdrawn = { purpose: 'gift', withdrawnOn: '2021-05-01', childAgreed: false } as const

test('a child of two employees in two units counts once, under the mother’s', () => {
  expect(entitlementOf(child(), rule, false)).toEqual({ entitled: true, unitId: 'office' })
})

describe('left out', () => {
  test.each<[LeftOutReason, Partial<Candidate>]>([
    ['inactive', { active: false }],
    ['notBorn', { birthDate: '2021-06-02' }],
    ['tooOld', { birthDate: '2005-06-01' }],
    ['noGuardian', { guardians: [{ ...mother, active: false }] }],
    ['consentWithdrawn', { consents: [withdrawn] }],
  ])('%s', (reason, overrides) => {
    expect(entitlementOf(child(overrides), rule, false)).toEqual<Entitlement>({ entitled: false, reason })
  })

  test('onAnotherList', () => {
    expect(entitlementOf(child(), rule, true)).toEqual<Entitlement>({ entitled: false, reason: 'onAnotherList' })
  })
})

test('the day before turning 16 is in, a consent given anew too', () => {
  expect(entitlementOf(child({ birthDate: '2005-06-02' }), rule, false).entitled).toBe(true)
  expect(entitlementOf(child({ consents: [withdrawn, { ...withdrawn, withdrawnOn: null }] }), rule, false).entitled).toBe(true)
})
