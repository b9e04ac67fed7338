import { expect, test } from 'vitest'
import { requireFittingTier, type SchoolLevel, type TierState, topTier } from './tier.ts'

const tier = (id: string, schoolLevel: SchoolLevel | null, amount: number, sortOrder = 0): TierState => ({ id, schoolLevel, amount, sortOrder })

test('a tier of one level takes no other, an open one takes all', () => {
  expect(() => requireFittingTier(tier('a', 'primary', 1), 'lowerSecondary')).toThrow('TIER_DOES_NOT_FIT')
  expect(() => requireFittingTier(tier('a', 'primary', 1), 'primary')).not.toThrow()
  expect(() => requireFittingTier(tier('a', null, 1), 'lowerSecondary')).not.toThrow()
})

test.each<[string, TierState[], string | undefined]>([
  ['the highest amount of its own', [tier('low', 'primary', 100), tier('high', 'primary', 200), tier('open', null, 900)], 'high'],
  ['between equals the one that stands first', [tier('second', 'primary', 300, 2), tier('first', 'primary', 300, 1)], 'first'],
  ['of the open ones where it has none', [tier('other', 'upperSecondary', 900), tier('low', null, 100), tier('open', null, 300)], 'open'],
  ['none where none fits', [tier('other', 'upperSecondary', 900)], undefined],
])('the best of primary school: %s', (_, tiers, expected) => {
  expect(topTier(tiers, 'primary')?.id).toBe(expected)
})
