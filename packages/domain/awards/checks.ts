import { type ConsentState, isWithdrawn } from '../children/consent.ts'
import { foldText } from '../text.ts'
import { fitsLevel, type SchoolLevel, type TierState, topTier } from './tier.ts'

export const nominationRules = [
  'guardianEmployed',
  'tierFitsLevel',
  'levelAsRecorded',
  'excellentWording',
  'notTwice',
  'consentNotWithdrawn',
] as const
export type NominationRule = (typeof nominationRules)[number]
/** `passed` null: the rule does not concern this nomination. */
export type NominationCheck = { rule: NominationRule; passed: boolean | null }

export type CheckedNomination = {
  tier: TierState
  /** Every tier of the campaign, to know which is the best. */
  tiers: readonly TierState[]
  schoolLevel: SchoolLevel
  achievement: string
  child: { schoolLevel: SchoolLevel | null; guardians: readonly { active: boolean }[]; consents: readonly ConsentState[] }
  /** Names of other children nominated in the campaign who may be this very child. */
  namesakes: readonly string[]
}

// A primary-school certificate says "Hoàn thành xuất sắc"; "Hoàn thành tốt" is the grade below.
const isExcellent = (achievement: string): boolean => foldText(achievement).includes('xuat sac')

/**
 * What a reviewer should look at, each rule with its outcome; the reviewer decides.
 * Awards are for pupils, whatever their age: the limit of 16 years counts for gifts, not here.
 */
export const checkNomination = (nomination: CheckedNomination): NominationCheck[] => {
  const { tier, tiers, schoolLevel, achievement, child, namesakes } = nomination
  const needsExcellence = schoolLevel === 'primary' && topTier(tiers, schoolLevel)?.id === tier.id
  const outcomes: Record<NominationRule, boolean | null> = {
    guardianEmployed: child.guardians.some((guardian) => guardian.active),
    tierFitsLevel: fitsLevel(tier, schoolLevel),
    levelAsRecorded: child.schoolLevel === null ? null : child.schoolLevel === schoolLevel,
    excellentWording: needsExcellence ? isExcellent(achievement) : null,
    notTwice: namesakes.length === 0,
    consentNotWithdrawn: !isWithdrawn(child.consents, 'award'),
  }
  return nominationRules.map((rule) => ({ rule, passed: outcomes[rule] }))
}
