/** Where a pledge stands. */
export const pledgeStatuses = ['open', 'partly', 'kept', 'withdrawn'] as const
export type PledgeStatus = (typeof pledgeStatuses)[number]

type Standing = { amount: number | null; received: number; withdrawn: boolean }

/**
 * A pledge by what has come, in whole đồng. Goods are told in words (`amount` null), so any delivery keeps it. What comes after a
 * withdrawal, or above the amount, counts all the same: late money is never lost.
 */
export const pledgeStatus = ({ amount, received, withdrawn }: Standing): PledgeStatus => {
  if (received >= Math.max(amount ?? 1, 1)) return 'kept'
  if (withdrawn) return 'withdrawn'
  return received > 0 ? 'partly' : 'open'
}
