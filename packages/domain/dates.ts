/** A calendar day without a clock or zone, as `YYYY-MM-DD`. */
export type IsoDate = string

/** The zone in which the department works; deadlines end at its midnight. */
export const zone = 'Asia/Ho_Chi_Minh'

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The Vietnamese calendar day of an instant. */
export const dayOf = (instant: Date): IsoDate => dayFormat.format(instant)

/** The database keeps a day as midnight UTC. */
export const toDbDate = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`)
export const fromDbDate = (date: Date): IsoDate => date.toISOString().slice(0, 10)

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => Math.round((toDbDate(to).getTime() - toDbDate(from).getTime()) / 86_400_000)

export const addDays = (day: IsoDate, days: number): IsoDate => fromDbDate(new Date(toDbDate(day).getTime() + days * 86_400_000))

/** Completed years on a day; someone born on 29/2 turns a year older on 1/3 of a common year. */
export const ageOn = (birthDate: IsoDate, day: IsoDate): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** `2021-06-05` → `05/06/2021`. */
export const formatDay = (day: IsoDate): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

/** Reads what people type: dd/mm/yyyy with any of / - . or ddmmyyyy. Null when it names no day of the calendar. */
export const parseDay = (text: string): IsoDate | null => {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim())
  if (!match) return null
  const [, day = '', month = '', year = ''] = match
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = toDbDate(iso)
  return !Number.isNaN(date.getTime()) && fromDbDate(date) === iso ? iso : null
}
