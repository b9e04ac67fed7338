import type { IsoDate } from '../dates.ts'
import { DomainError } from '../errors.ts'

/** Words that stood until a day came: on that day itself the next ones hold. */
export type Former<Words> = { until: IsoDate; words: Words }

/** What something was called on a day: the earliest of its former words that still stood, else the words of today. */
export const wordsOn = <Words>(now: Words, former: readonly Former<Words>[], day: IsoDate): Words =>
  former.filter(({ until }) => day < until).reduce<Former<Words> | null>((best, one) => (best === null || one.until < best.until ? one : best), null)
    ?.words ?? now

/**
 * Whether new words may hold from a day on: after the change before it, and not in the future, for until then the old ones are still in use.
 * @throws DomainError VALID_FROM_REFUSED with { field: 'validFrom', after } or { field: 'validFrom', before }
 */
export const checkValidFrom = (validFrom: IsoDate, former: readonly { until: IsoDate }[], today: IsoDate): void => {
  if (validFrom > today) throw new DomainError('VALID_FROM_REFUSED', { field: 'validFrom', latest: today })
  const last = former
    .map(({ until }) => until)
    .sort()
    .at(-1)
  if (last !== undefined && validFrom <= last) throw new DomainError('VALID_FROM_REFUSED', { field: 'validFrom', after: last })
}
