import { DomainError } from '../errors.ts'

export const schoolLevels = ['preschool', 'primary', 'lowerSecondary', 'upperSecondary'] as const
export type SchoolLevel = (typeof schoolLevels)[number]

/** `schoolLevel` null is open to every level; `amount` in whole đồng. */
export type TierState = { id: string; schoolLevel: SchoolLevel | null; amount: number; sortOrder: number }

export const fitsLevel = (tier: Pick<TierState, 'schoolLevel'>, level: SchoolLevel): boolean =>
  tier.schoolLevel === null || tier.schoolLevel === level

/** @throws DomainError TIER_DOES_NOT_FIT with both levels */
export const requireFittingTier = (tier: Pick<TierState, 'schoolLevel'>, level: SchoolLevel): void => {
  if (!fitsLevel(tier, level)) throw new DomainError('TIER_DOES_NOT_FIT', { tierLevel: tier.schoolLevel, schoolLevel: level })
}

/** The best of a level's own awards (of the open ones where it has none): the highest amount, between equals the one that stands first. */
export const topTier = (tiers: readonly TierState[], level: SchoolLevel): TierState | undefined => {
  const own = tiers.filter((tier) => tier.schoolLevel === level)
  const open = tiers.filter((tier) => tier.schoolLevel === null)
  return (own.length > 0 ? own : open).toSorted(
    (left, right) => right.amount - left.amount || left.sortOrder - right.sortOrder || (left.id < right.id ? -1 : 1),
  )[0]
}
