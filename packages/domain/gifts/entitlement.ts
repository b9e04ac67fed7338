import { isUnder } from '../children/age.ts'
import { type ConsentState, isWithdrawn } from '../children/consent.ts'
import { type GuardianState, unitOf } from '../children/guardians.ts'
import type { IsoDate } from '../dates.ts'

export type Candidate = { birthDate: IsoDate; active: boolean; guardians: readonly GuardianState[]; consents: readonly ConsentState[] }

/** Under `underAge` years on `asOf`. */
export type EntitlementRule = { underAge: number; asOf: IsoDate }

export const leftOutReasons = ['inactive', 'notBorn', 'tooOld', 'noGuardian', 'consentWithdrawn', 'onAnotherList'] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

export type Entitlement = { entitled: true; unitId: string } | { entitled: false; reason: LeftOutReason }

/**
 * Whether a child belongs on a gift list, under which unit, or why not.
 * A child is one record whatever the number of its guardians, so two employee parents in two units make one entitlement.
 */
export const entitlementOf = (child: Candidate, { underAge, asOf }: EntitlementRule, isOnAnotherList: boolean): Entitlement => {
  const out = (reason: LeftOutReason): Entitlement => ({ entitled: false, reason })
  if (!child.active) return out('inactive')
  if (child.birthDate > asOf) return out('notBorn')
  if (!isUnder(child.birthDate, underAge, asOf)) return out('tooOld')
  const unitId = unitOf(child.guardians)
  if (unitId === undefined) return out('noGuardian')
  if (isWithdrawn(child.consents, 'gift')) return out('consentWithdrawn')
  return isOnAnotherList ? out('onAnotherList') : { entitled: true, unitId }
}
