import type { IsoDate } from '../dates.ts'

/** The accounts that can be counted: the cash box and the bank's statement. */
export const countedAccounts = ['111', '112'] as const
export type CountedAccount = (typeof countedAccounts)[number]

/** An account at the end of a day in whole đồng; `counted` is null when nobody counted it that day. */
export type AccountDay = { account: CountedAccount; booked: number; counted: number | null }

export type ClosingFacts = {
  until: IsoDate
  today: IsoDate
  /** Until when the books are closed already. */
  closedUntil: IsoDate | null
  /** Whether every invariant of the ledger holds. */
  checksHold: boolean
  /** Gifts on the books that were handed out up to that day and have no voucher yet. */
  unissued: number
  accounts: readonly AccountDay[]
}

export type ClosingObstacle =
  | { code: 'in_the_future' | 'closed_already' | 'checks_fail' | 'goods_not_issued' }
  | { code: 'not_counted' | 'count_differs'; account: CountedAccount }

const ofAccount = ({ account, booked, counted }: AccountDay): ClosingObstacle[] => {
  if (counted === null) return booked === 0 ? [] : [{ code: 'not_counted', account }]
  return counted === booked ? [] : [{ code: 'count_differs', account }]
}

/** What stands against closing the books until a day: nothing is closed that was not counted to the đồng. */
export const closingObstacles = ({ until, today, closedUntil, checksHold, unissued, accounts }: ClosingFacts): ClosingObstacle[] => [
  ...(until > today ? [{ code: 'in_the_future' as const }] : []),
  ...(closedUntil !== null && until <= closedUntil ? [{ code: 'closed_already' as const }] : []),
  ...(checksHold ? [] : [{ code: 'checks_fail' as const }]),
  ...(unissued > 0 ? [{ code: 'goods_not_issued' as const }] : []),
  ...accounts.flatMap(ofAccount),
]
