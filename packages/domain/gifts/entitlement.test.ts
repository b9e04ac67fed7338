import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, entitlementOf, isOutside, type LeftOutReason } from './entitlement.ts'
import { type GiftRule, isEmployedOn, noFurtherConditions, ruleOnPaper } from './rule.ts'

const rule: GiftRule = { ...noFurtherConditions, underAge: 16, asOf: '2021-06-01' }
const always = { active: true, employedFrom: null, employedUntil: null }
const mother = { employeeId: 'm', unitId: 'office', relation: 'mother', ...always } as const
const father = { employeeId: 'f', unitId: 'centre', relation: 'father', ...always } as const
const child = (overrides: Partial<Candidate> = {}): Candidate => ({
  birthDate: '2014-03-09',
  active: true,
  sex: 'female',
  schoolLevel: 'primary',
  circumstances: '',
  guardians: [father, mother],
  consents: [],
  ...overrides,
})
const withdrawn = { purpose: 'gift', withdrawnOn: '2021-05-01', childAgreed: false } as const

test('a child of two employees in two units counts once, under the mother’s', () => {
  expect(entitlementOf(child(), rule, false)).toEqual({ entitled: true, reasons: [], age: 7, unitId: 'office', countedIds: ['m', 'f'] })
})

test('of one unit’s list it is called under that unit', () => {
  expect(entitlementOf(child(), { ...rule, unitIds: ['centre'] }, false)).toMatchObject({ entitled: true, unitId: 'centre', countedIds: ['f'] })
})

describe('left out', () => {
  test.each<[LeftOutReason, Partial<Candidate>, Partial<GiftRule>]>([
    ['inactive', { active: false }, {}],
    ['notBorn', { birthDate: '2021-06-02' }, {}],
    ['tooOld', { birthDate: '2005-06-01' }, {}],
    ['tooYoung', { birthDate: '2015-06-02' }, { minAge: 6 }],
    ['noGuardian', { guardians: [{ ...mother, active: false }] }, {}],
    ['notEmployed', { guardians: [{ ...mother, employedFrom: '2021-05-16' }] }, { employedOn: '2021-05-15' }],
    ['notEmployed', { guardians: [{ ...mother, active: false, employedUntil: '2021-05-14' }] }, { employedOn: '2021-05-15' }],
    ['otherUnit', {}, { unitIds: ['union'] }],
    ['noCircumstances', {}, { specialOnly: true }],
    ['otherSex', {}, { sex: 'male' }],
    ['otherLevel', {}, { schoolLevels: ['preschool'] }],
    ['otherLevel', { schoolLevel: null }, { schoolLevels: ['primary'] }],
    ['consentWithdrawn', { consents: [withdrawn] }, {}],
  ])('%s %j %j', (reason, overrides, condition) => {
    expect(entitlementOf(child(overrides), { ...rule, ...condition }, false)).toMatchObject({ entitled: false, reasons: [reason] })
  })

  test('onAnotherList', () => {
    expect(entitlementOf(child(), rule, true)).toMatchObject({ entitled: false, reasons: ['onAnotherList'] })
  })

  test('for all of its reasons', () => {
    const grown = child({ birthDate: '2001-01-01', active: false, guardians: [{ ...father, active: false }], consents: [withdrawn] })
    expect(entitlementOf(grown, { ...rule, sex: 'male' }, false).reasons).toEqual([
      'inactive',
      'tooOld',
      'noGuardian',
      'otherSex',
      'consentWithdrawn',
    ])
  })
})

test.each<[Partial<Candidate>, Partial<GiftRule>]>([
  [{ birthDate: '2005-06-02' }, {}],
  [{ birthDate: '2015-06-01' }, { minAge: 6 }],
  [{ consents: [withdrawn, { ...withdrawn, withdrawnOn: null }] }, {}],
  [{ circumstances: 'Gia đình khó khăn' }, { specialOnly: true }],
  [{ guardians: [{ ...mother, active: false, employedUntil: '2021-05-15' }] }, { employedOn: '2021-05-15' }],
  [{ guardians: [{ ...mother, employedFrom: '2021-05-15' }] }, { employedOn: '2021-05-15' }],
])('in, at the edge: %j %j', (overrides, condition) => {
  expect(entitlementOf(child(overrides), { ...rule, ...condition }, false).entitled).toBe(true)
})

test.each([
  ['employed now, no dates', { active: true }, true],
  ['left, nobody knows when', { active: false }, false],
  ['left later', { active: false, employedUntil: '2021-05-20' }, true],
  ['leaves soon', { active: true, employedUntil: '2021-05-20' }, true],
  ['came later', { active: true, employedFrom: '2021-05-16' }, false],
] as const)('%s', (_, employment, expected) => {
  expect(isEmployedOn({ ...mother, ...employment }, '2021-05-15')).toBe(expected)
})

test('in words on paper, without circumstances', () => {
  const whole: GiftRule = {
    ...rule,
    minAge: 6,
    employedOn: '2021-05-15',
    unitIds: ['a', 'b'],
    specialOnly: true,
    sex: 'female',
    schoolLevels: ['primary'],
  }
  expect(ruleOnPaper(whole, ['Văn phòng Sở', 'Thanh tra Sở'])).toBe(
    'Từ 6 đến dưới 16 tuổi vào ngày 01/06/2021; có bố, mẹ hoặc người giám hộ công tác tại cơ quan vào ngày 15/05/2021; thuộc Văn phòng Sở, Thanh tra Sở; là cháu gái; cấp học: tiểu học.',
  )
  expect(ruleOnPaper(rule, [])).toBe('Dưới 16 tuổi vào ngày 01/06/2021; có bố, mẹ hoặc người giám hộ đang công tác tại cơ quan.')
})

const units = ['office', 'centre', 'union'] as const
const levels = ['preschool', 'primary', 'lowerSecondary', 'upperSecondary'] as const
const someDay = fc
  .date({ min: new Date('2003-01-01'), max: new Date('2021-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const someGuardian = fc.record({
  employeeId: fc.constantFrom('a', 'b'),
  unitId: fc.constantFrom(...units),
  relation: fc.constantFrom('mother' as const, 'father' as const, 'guardian' as const),
  active: fc.boolean(),
  employedFrom: fc.option(someDay),
  employedUntil: fc.option(someDay),
})
const someChild: fc.Arbitrary<Candidate> = fc.record({
  birthDate: someDay,
  active: fc.boolean(),
  sex: fc.constantFrom('female', 'male'),
  schoolLevel: fc.option(fc.constantFrom(...levels)),
  circumstances: fc.constantFrom('', 'Gia đình khó khăn'),
  guardians: fc.uniqueArray(someGuardian, { maxLength: 2, selector: ({ employeeId }) => employeeId }),
  consents: fc.array(fc.record({ purpose: fc.constant('gift' as const), withdrawnOn: fc.option(someDay), childAgreed: fc.boolean() }), {
    maxLength: 2,
  }),
})
const someRule: fc.Arbitrary<GiftRule> = fc.record({
  asOf: someDay,
  minAge: fc.integer({ min: 0, max: 8 }),
  underAge: fc.integer({ min: 9, max: 18 }),
  employedOn: fc.option(someDay),
  unitIds: fc.uniqueArray(fc.constantFrom(...units)),
  specialOnly: fc.boolean(),
  sex: fc.option(fc.constantFrom('female', 'male')),
  schoolLevels: fc.uniqueArray(fc.constantFrom(...levels)),
})

const narrower = (one: GiftRule): GiftRule[] => [
  { ...one, minAge: one.minAge + 1 },
  { ...one, underAge: one.underAge - 1 },
  ...units.filter((unit) => one.unitIds.length === 0 || one.unitIds.includes(unit)).map((unit) => ({ ...one, unitIds: [unit] })),
  { ...one, specialOnly: true },
  ...(one.sex === null ? [{ ...one, sex: 'female' as const }] : []),
  ...levels.filter((level) => one.schoolLevels.length === 0 || one.schoolLevels.includes(level)).map((level) => ({ ...one, schoolLevels: [level] })),
]

test.each([
  ['left out by the rule', false, null, true, true],
  ['left out by the rule, before the list was generated', false, null, false, true],
  ['left out by the rule, on the list since before', false, 'rule', true, true],
  ['left out by the rule and taken off', false, 'off', true, true],
  ['left out by the rule, put on by hand', false, 'hand', true, false],
  ['belongs, but came later', true, null, true, true],
  ['belongs, nothing generated yet', true, null, false, false],
  ['belongs and is on it', true, 'rule', true, false],
  ['belongs and waits in a supplement', true, 'hand', true, false],
  ['belongs and was taken off', true, 'off', true, false],
] as const)('%s', (_, entitled, place, generated, outside) => expect(isOutside({ entitled }, place, generated)).toBe(outside))

describe('whatever the rule and the child', () => {
  test('a further condition never lets anybody in', () => {
    fc.assert(
      fc.property(someChild, someRule, fc.boolean(), (one, wide, elsewhere) => {
        if (entitlementOf(one, wide, elsewhere).entitled) return
        expect(narrower(wide).some((narrow) => entitlementOf(one, narrow, elsewhere).entitled)).toBe(false)
      }),
    )
  })

  test('a day of employment lets nobody in of whose parents none has left', () => {
    fc.assert(
      fc.property(someChild, someRule, someDay, (one, wide, day) => {
        const stayed = { ...one, guardians: one.guardians.map((guardian) => ({ ...guardian, active: true })) }
        if (entitlementOf(stayed, { ...wide, employedOn: null }, false).entitled) return
        expect(entitlementOf(stayed, { ...wide, employedOn: day }, false).entitled).toBe(false)
      }),
    )
  })

  test('everybody is in under a unit, or out with a reason; the order of the parents changes nothing', () => {
    fc.assert(
      fc.property(someChild, someRule, fc.boolean(), (one, any, elsewhere) => {
        const found = entitlementOf(one, any, elsewhere)
        expect(found.entitled).toBe(found.reasons.length === 0)
        if (found.entitled) expect(one.guardians.map(({ unitId }) => unitId)).toContain(found.unitId)
        expect(entitlementOf({ ...one, guardians: one.guardians.toReversed() }, any, elsewhere)).toEqual(found)
      }),
    )
  })
})
