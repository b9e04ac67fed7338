import { addDays, ageOn, type IsoDate } from '../dates.ts'

/** Luật Trẻ em 2016, Article 1: a child is a person under 16 years. */
export const childAge = 16

/** International Children's Day of the campaign's year: the day on which the department counts its children. */
export const countingDay = (year: number): IsoDate => `${year}-06-01`

/** Whether somebody is born and under so many years on a day. */
export const isUnder = (birthDate: IsoDate, age: number, day: IsoDate): boolean => birthDate <= day && ageOn(birthDate, day) < age

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The first day of birth that is still under so many years on a day; whoever is born on it or later is. */
export const firstBirthUnder = (age: number, day: IsoDate): IsoDate => {
  const year = Number(day.slice(0, 4)) - age
  // 29/2 of a common year is no day: what comes after it is 1/3.
  return day.endsWith('-02-29') && !isLeap(year) ? `${year}-03-01` : addDays(`${year}${day.slice(4)}`, 1)
}
