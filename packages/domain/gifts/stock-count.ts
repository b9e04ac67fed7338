import type { Transitions } from '../transitions.ts'

export type StockCountStatus = 'open' | 'finished' | 'cancelled'

/** A count ends once: a better one is another count. */
export const stockCountTransitions: Transitions<StockCountStatus, 'edit' | 'finish' | 'cancel'> = {
  open: { edit: 'open', finish: 'finished', cancel: 'cancelled' },
  finished: {},
  cancelled: {},
}

/** Pieces of one kind: what the books say, and what was found; null while nobody has counted. */
export type CountedLine = { giftKindId: string; booked: number; counted: number | null; reason: string }

/** Above zero there is more than the books say; null while nobody has counted. */
export const differenceOf = ({ booked, counted }: Pick<CountedLine, 'booked' | 'counted'>): number | null =>
  counted === null ? null : counted - booked

export type CountObstacles = { uncounted: string[]; unexplained: string[]; noCommittee: boolean }

/** What a count still lacks: kinds that nobody has counted, differences that nobody has explained, and who counted. */
export const countObstacles = (lines: readonly CountedLine[], members: readonly object[]): CountObstacles => {
  const ids = (wanted: (line: CountedLine) => boolean) => lines.filter(wanted).map(({ giftKindId }) => giftKindId)
  return {
    uncounted: ids(({ counted }) => counted === null),
    unexplained: ids((line) => (differenceOf(line) ?? 0) !== 0 && line.reason.trim() === ''),
    noCommittee: members.length === 0,
  }
}

export const mayFinish = ({ uncounted, unexplained, noCommittee }: CountObstacles): boolean =>
  uncounted.length === 0 && unexplained.length === 0 && !noCommittee

/** Kinds of which the books say something else now than the person saw. */
export const movedSince = (seen: readonly { giftKindId: string; booked: number }[], now: ReadonlyMap<string, number>): string[] => {
  const known = new Map(seen.map(({ giftKindId, booked }) => [giftKindId, booked]))
  return [...now].filter(([giftKindId, booked]) => known.get(giftKindId) !== booked).map(([giftKindId]) => giftKindId)
}
