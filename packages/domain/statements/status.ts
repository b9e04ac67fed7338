/** Where a line of a bank statement stands. `setAside` is said of what was not allocated. */
export const bankLineStatuses = ['waiting', 'partly', 'matched', 'setAside'] as const
export type BankLineStatus = (typeof bankLineStatuses)[number]

/** Why money on the account is no donation, or none any more. */
export const setAsideReasons = ['returned', 'wrongAccount', 'notDonation', 'bank', 'internal', 'disbursement', 'bounced', 'other'] as const
export type SetAsideReason = (typeof setAsideReasons)[number]

type Standing = { amount: number; allocated: number; setAside: boolean }

/** What a person has made of a line, in whole đồng: everything found its place, a part of it, or nothing yet. */
export const bankLineStatus = ({ amount, allocated, setAside }: Standing): BankLineStatus => {
  if (allocated >= amount) return 'matched'
  if (setAside) return 'setAside'
  return allocated > 0 ? 'partly' : 'waiting'
}

export type LineSums = { credits: number; matched: number; setAside: number; waiting: number }

/** Where the money of some lines stands: every đồng is matched, set aside or waits. */
export const lineSums = (lines: readonly Standing[]): LineSums => {
  const sums = { credits: 0, matched: 0, setAside: 0, waiting: 0 }
  for (const { amount, allocated, setAside } of lines) {
    sums.credits += amount
    sums.matched += allocated
    sums[setAside ? 'setAside' : 'waiting'] += amount - allocated
  }
  return sums
}

type Part = { id: string; amount: number }

/**
 * What has to be taken back when so much of a line went back to its sender: what was not allocated, one part, or all of them.
 * Null where the sums do not meet, and a person has to sort the parts first.
 */
export const partsToTakeBack = (returned: number, { amount, parts }: { amount: number; parts: readonly Part[] }): string[] | null => {
  const allocated = parts.reduce((sum, part) => sum + part.amount, 0)
  if (returned === amount - allocated) return []
  const one = parts.find((part) => part.amount === returned && allocated === amount)
  if (one) return [one.id]
  return returned === amount ? parts.map(({ id }) => id) : null
}
