import type { IsoDate } from '../dates.ts'

export type OpeningFacts = {
  enteredOn: IsoDate
  /** The first day on which anything else was entered into the fund; null when nothing was. */
  firstEntryOn: IsoDate | null
  /** Until when the books are closed. */
  closedUntil: IsoDate | null
  /** An opening balance of the fund stands already. */
  standing: boolean
}

export type OpeningObstacle = 'exists' | 'books_closed' | 'after_first_entry'

/** Why a fund's opening balance cannot be entered: it stands once, comes first, and never beneath books that were counted and closed. */
export const openingObstacle = ({ enteredOn, firstEntryOn, closedUntil, standing }: OpeningFacts): OpeningObstacle | null => {
  if (standing) return 'exists'
  if (closedUntil !== null) return 'books_closed'
  return firstEntryOn !== null && enteredOn > firstEntryOn ? 'after_first_entry' : null
}
