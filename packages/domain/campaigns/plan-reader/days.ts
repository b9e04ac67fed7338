import { type IsoDate, parseDay } from '../../dates.ts'
import { flat } from './paper.ts'

// 1/6/2021, 01-06-2021, "01 tháng 6 năm 2021"; the year may be missing.
const written = String.raw`(\d{1,2})(?:\s*[/.-]\s*|\s+thang\s+)(\d{1,2})(?:(?:\s*[/.-]\s*|\s*,?\s+nam\s+)(\d{4}))?(?!\d)`
const range = new RegExp(String.raw`tu\s+(?:ngay\s+)?${written}\s*(?:den|toi|[-–])\s*(?:het\s+)?(?:ngay\s+)?${written}`)
const sameMonth = new RegExp(String.raw`tu\s+(?:ngay\s+)?(\d{1,2})\s*(?:den|toi|[-–])\s*(?:het\s+)?(?:ngay\s+)?${written}`)
const deadline = new RegExp(String.raw`(?:truoc|cham nhat|muon nhat|den het|han cuoi|xong trong)\s+(?:(?:la|vao)\s+)?(?:ngay\s+)?${written}`)
const single = new RegExp(String.raw`ngay\s+${written}`)

const iso = (day: string | undefined, month: string | undefined, year: string | number | null | undefined): IsoDate | null =>
  day && month && year ? parseDay(`${day}/${month}/${year}`) : null

/** The days from and to of "từ ngày 1/6 đến 30/6/2021". @param year of the plan, for days that do not say theirs */
export const periodIn = (text: string, year: number | null): { startsOn: IsoDate; endsOn: IsoDate } | null => {
  const folded = flat(text)
  const [, day, month, own, endDay, endMonth, endYear = year] = range.exec(folded) ?? []
  const [, sameDay, lastDay, lastMonth, lastYear = year] = sameMonth.exec(folded) ?? []
  const startsOn = iso(day, month, own ?? endYear) ?? iso(sameDay, lastMonth, lastYear)
  const endsOn = iso(endDay, endMonth, endYear) ?? iso(lastDay, lastMonth, lastYear)
  return startsOn && endsOn && startsOn <= endsOn ? { startsOn, endsOn } : null
}

/** The day of "trước ngày 05/7/2021", "chậm nhất là ngày 5 tháng 7". */
export const deadlineIn = (text: string, year: number | null): IsoDate | null => {
  const [, day, month, own = year] = deadline.exec(flat(text)) ?? []
  return iso(day, month, own)
}

/** The whole day after the word "ngày", with its year. */
export const dayIn = (text: string): IsoDate | null => {
  const [, day, month, year] = single.exec(flat(text)) ?? []
  return iso(day, month, year)
}

/** The year of "năm 2021", "6/2021". */
export const yearIn = (text: string): number | null => {
  const [, year] = /(?:nam\s+|\d\/|\d-)(20\d\d)(?!\d|-\d)/.exec(flat(text)) ?? []
  return year === undefined ? null : Number(year)
}
