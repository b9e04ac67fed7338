import type { IsoDate } from '@chung-tay/domain/dates'
import type { PartialDate } from './model.ts'

// Nghị định 30/2020/NĐ-CP: a zero stands before days below 10 and before January and February, so that nothing can be written in; other months have none.
const dayText = (day: number): string => String(day).padStart(2, '0')
const monthText = (month: number): string => (month < 3 ? `0${month}` : String(month))

/** Room for a day or a month written in by hand. */
const blank = ' '.repeat(6)

const part = (text: string | undefined, format: (value: number) => string): string | null => (text ? format(Number(text)) : null)

/** `2021-07-05` → `ngày 05 tháng 7 năm 2021`; what a partial date lacks stays blank: `2021-07` → `ngày      tháng 7 năm 2021`. */
export const longDate = (date: PartialDate): string => {
  const [year = '', month, day] = date.split('-')
  const given = (text: string | null) => (text === null ? blank : ` ${text} `)
  return `ngày${given(part(day, dayText))}tháng${given(part(month, monthText))}năm ${year}`
}

/** The short form of running text: `2021-07-05` → `05/7/2021`. */
export const shortDate = (date: IsoDate): string => {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${dayText(Number(day))}/${monthText(Number(month))}/${year}`
}
