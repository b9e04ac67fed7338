import { type ConsentState, isWithdrawn } from '../children/consent.ts'
import { type GuardianState, guardianOrder } from '../children/guardians.ts'
import { ageOn, type IsoDate } from '../dates.ts'
import { type Employment, type GiftRule, isEmployedOn, type SchoolLevel, type Sex } from './rule.ts'

export type Candidate = {
  birthDate: IsoDate
  active: boolean
  sex: Sex
  schoolLevel: SchoolLevel | null
  /** Empty for none. */
  circumstances: string
  guardians: readonly (GuardianState & Employment)[]
  consents: readonly ConsentState[]
}

export const leftOutReasons = [
  'inactive',
  'notBorn',
  'tooOld',
  'tooYoung',
  'noGuardian',
  'notEmployed',
  'otherUnit',
  'noCircumstances',
  'otherSex',
  'otherLevel',
  'consentWithdrawn',
  'onAnotherList',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/** What the rule says of a child: in when no reason speaks against it. `unitId` is where the child is called, `countedIds` who makes it count. */
export type Entitlement = {
  entitled: boolean
  reasons: readonly LeftOutReason[]
  /** Completed years on the rule's day; null before birth. */
  age: number | null
  unitId: string | null
  countedIds: readonly string[]
}

/**
 * Whether a child belongs on a gift list and under which unit, or every reason why not.
 * A child is one record whatever the number of its guardians, so two employee parents in two units make one entitlement.
 */
export const entitlementOf = (child: Candidate, rule: GiftRule, isOnAnotherList: boolean): Entitlement => {
  const employed = child.guardians.filter((guardian) => isEmployedOn(guardian, rule.employedOn))
  const counted = employed.filter(({ unitId }) => rule.unitIds.length === 0 || rule.unitIds.includes(unitId)).toSorted(guardianOrder)
  const age = child.birthDate > rule.asOf ? null : ageOn(child.birthDate, rule.asOf)
  const speaksAgainst: Record<LeftOutReason, boolean> = {
    inactive: !child.active,
    notBorn: age === null,
    tooOld: age !== null && age >= rule.underAge,
    tooYoung: age !== null && age < rule.minAge,
    noGuardian: employed.length === 0 && rule.employedOn === null,
    notEmployed: employed.length === 0 && rule.employedOn !== null,
    otherUnit: employed.length > 0 && counted.length === 0,
    noCircumstances: rule.specialOnly && child.circumstances === '',
    otherSex: rule.sex !== null && child.sex !== rule.sex,
    otherLevel: rule.schoolLevels.length > 0 && (child.schoolLevel === null || !rule.schoolLevels.includes(child.schoolLevel)),
    consentWithdrawn: isWithdrawn(child.consents, 'gift'),
    onAnotherList: isOnAnotherList,
  }
  const reasons = leftOutReasons.filter((reason) => speaksAgainst[reason])
  const called = counted[0] ?? child.guardians.toSorted(guardianOrder)[0]
  return {
    entitled: reasons.length === 0,
    reasons,
    age,
    unitId: called?.unitId ?? null,
    countedIds: counted.map(({ employeeId }) => employeeId),
  }
}

/** Where a child stands with a list: on it by the rule, by hand (an addition that waits too), taken off it, or nowhere. */
export type Place = 'rule' | 'hand' | 'off' | null

/**
 * Whom a list shows as outside of it: who is left out by the rule and was not put on by hand; and once it was generated, who belongs but is nowhere
 * on it, for the record came later.
 */
export const isOutside = ({ entitled }: Pick<Entitlement, 'entitled'>, place: Place, generated: boolean): boolean =>
  entitled ? generated && place === null : place !== 'hand'
