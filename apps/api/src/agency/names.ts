import { wordsOn } from '@chung-tay/domain/agency/former'
import { fromDbDate, type IsoDate } from '@chung-tay/domain/dates'
import type { Db } from '../http/context.ts'

/** What stands in the head and foot of a paper of that day. */
export const agencyOn = async (db: Db, day: IsoDate) => {
  const [now, former] = await Promise.all([db.agency.findFirstOrThrow(), db.formerAgency.findMany()])
  return wordsOn(
    now,
    former.map(({ until, ...words }) => ({ until: fromDbDate(until), words })),
    day,
  )
}

/** What `unitNamesOn` needs to know of a unit. */
export const namesOfUnit = { name: true, shortName: true, formerNames: { select: { until: true, name: true, shortName: true } } } as const

type Names = { name: string; shortName: string }

/** What a unit was called on a day. */
export const unitNamesOn = ({ name, shortName, formerNames }: Names & { formerNames: readonly (Names & { until: Date })[] }, day: IsoDate): Names =>
  wordsOn(
    { name, shortName },
    formerNames.map(({ until, ...words }) => ({ until: fromDbDate(until), words: { name: words.name, shortName: words.shortName } })),
    day,
  )

/** The day by which a year speaks: today while it runs, its last day once that is past. */
export const dayOfYear = (endsOn: Date, today: IsoDate): IsoDate => (fromDbDate(endsOn) < today ? fromDbDate(endsOn) : today)
