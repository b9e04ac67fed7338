import { addDays, type IsoDate, toDbDate } from '../dates.ts'
import { lunarDay } from './lunar.ts'

export const holidayNames = ['newYear', 'tet', 'hungKings', 'victory', 'labour', 'national'] as const
export type HolidayName = (typeof holidayNames)[number]
/** `instead`: the day off for a holiday that fell on a weekend. */
export type Holiday = { day: IsoDate; name: HolidayName; instead: boolean }

const isWeekend = (day: IsoDate): boolean => [0, 6].includes(toDbDate(day).getUTCDay())

/**
 * Bộ luật Lao động 2019, Article 112, as far as it says the days themselves. Of the five days of Tết the last of the old year and the
 * first three of the new one are off in either way of taking them; the fifth, and the day beside 2/9, are named by the Government each year.
 */
const namedOf = (year: number): { day: IsoDate; name: HolidayName }[] => {
  const tet = lunarDay(year, 1, 1)
  return [
    { day: `${year}-01-01`, name: 'newYear' },
    ...[-1, 0, 1, 2].map((offset) => ({ day: addDays(tet, offset), name: 'tet' as const })),
    { day: lunarDay(year, 3, 10), name: 'hungKings' },
    { day: `${year}-04-30`, name: 'victory' },
    { day: `${year}-05-01`, name: 'labour' },
    { day: `${year}-09-02`, name: 'national' },
  ]
}

/** The holidays of a year with the days off for those on a weekend (Article 111), in their order. */
export const holidaysOf = (year: number): Holiday[] => {
  const named = namedOf(year)
  const taken = new Set(named.map(({ day }) => day))
  const instead = named
    .filter(({ day }) => isWeekend(day))
    .map(({ day, name }) => {
      let next = addDays(day, 1)
      while (isWeekend(next) || taken.has(next)) next = addDays(next, 1)
      taken.add(next)
      return { day: next, name, instead: true }
    })
  return [...named.map((one) => ({ ...one, instead: false })), ...instead].toSorted((left, right) => (left.day < right.day ? -1 : 1))
}

const kept = new Map<number, ReadonlySet<IsoDate>>()
const daysOff = (year: number): ReadonlySet<IsoDate> => {
  const known = kept.get(year) ?? new Set(holidaysOf(year).map(({ day }) => day))
  kept.set(year, known)
  return known
}

/** What the agency has set: true for a day that is worked instead, false for one that is off. It goes before every rule. */
export type SetDays = ReadonlyMap<IsoDate, boolean>
const nothingSet: SetDays = new Map()

export const isWorkingDay = (day: IsoDate, set: SetDays = nothingSet): boolean =>
  set.get(day) ?? (!isWeekend(day) && !daysOff(Number(day.slice(0, 4))).has(day))

/** The day itself does not count (Bộ luật Dân sự 2015, Article 147). */
export const addWorkingDays = (from: IsoDate, days: number, set: SetDays = nothingSet): IsoDate => {
  let day = from
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, set)) left--
  }
  return day
}

/** A term that ends on a day off ends with the next working day (Bộ luật Dân sự 2015, Article 148). */
export const onWorkingDay = (day: IsoDate, set: SetDays = nothingSet): IsoDate => (isWorkingDay(day, set) ? day : addWorkingDays(day, 1, set))
