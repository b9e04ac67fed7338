import { addDays, type IsoDate, toDbDate } from '../dates.ts'

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (day: IsoDate): number => toDbDate(day).getUTCDay()
export const isWeekend = (day: IsoDate): boolean => weekdayOf(day) % 6 === 0

/** The same day of another year; 29/2 becomes 28/2 where there is none. */
export const sameDay = (day: IsoDate, year: number): IsoDate => {
  const naive = `${String(year).padStart(4, '0')}${day.slice(4)}`
  return naive.endsWith('-02-29') && toDbDate(naive).getUTCDate() !== 29 ? `${naive.slice(0, 8)}28` : naive
}

/** A deadline keeps its day; one that would fall on a weekend comes on the Friday before, for "before 05/7" is not kept on the Monday after. */
export const nextDeadline = (day: IsoDate, year: number): IsoDate => {
  const same = sameDay(day, year)
  return addDays(same, { 6: -1, 0: -2 }[weekdayOf(same)] ?? 0)
}

/** What was held on a weekend is held on that weekday again, nearest to its day; 1/6 and other days of the week stay where they are. */
export const nextEventDay = (day: IsoDate, year: number): IsoDate => {
  const same = sameDay(day, year)
  if (!isWeekend(day)) return same
  const ahead = (weekdayOf(day) - weekdayOf(same) + 7) % 7
  return addDays(same, ahead > 3 ? ahead - 7 : ahead)
}

/** Words of one year for another: "năm 2021" and "năm học 2020-2021" move on; numbers of documents, their dates and longer spans of years do not. */
export const wordsOfNextYear = (text: string, from: number, to: number): string => {
  const schoolYear = `(?<!\\d)${from - 1}(?<dash>\\s*[-–]\\s*)${from}(?!\\d)`
  const alone = `(?<![\\d/.,-])${from}(?!\\d|/|\\s*[-–]\\s*\\d)`
  return text.replace(new RegExp(`${schoolYear}|${alone}`, 'g'), (_, dash?: string) => (dash ? `${to - 1}${dash}${to}` : String(to)))
}
