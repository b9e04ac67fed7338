import { zone } from '../dates.ts'

/** `hour`: from when in the day; `quietDays`: days of the week without reminders, 0 Sunday to 6 Saturday. */
export type ReminderSetting = { mail: boolean; hour: number; quietDays: readonly number[] }

/** What holds until a person chooses otherwise: working days from seven. */
export const usualReminder: ReminderSetting = { mail: true, hour: 7, quietDays: [0, 6] }

/** Nobody is reminded from nine in the evening on. */
export const eveningHour = 21

export const weekDays = [1, 2, 3, 4, 5, 6, 0] as const

const wallClock = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' })
const weekdays: readonly string[] = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** Day of the week and hour on the department's wall. */
export const wallTime = (now: Date): { weekday: number; hour: number } => {
  const part = (type: string) => wallClock.formatToParts(now).find((one) => one.type === type)?.value ?? ''
  return { weekday: weekdays.indexOf(part('weekday')), hour: Number(part('hour')) }
}

/** Whether a person may be reminded at this moment: on no quiet day, not before the chosen hour, not at night. */
export const reminderDue = ({ hour, quietDays }: Pick<ReminderSetting, 'hour' | 'quietDays'>, now: Date): boolean => {
  const wall = wallTime(now)
  return !quietDays.includes(wall.weekday) && wall.hour >= hour && wall.hour < eveningHour
}

/** The digest of a day: within the hours, and once. `remindedOn` is the latest day that had its own. */
export const digestDue = (setting: Pick<ReminderSetting, 'hour' | 'quietDays'>, remindedOn: string | null, now: Date, today: string): boolean =>
  (remindedOn === null || remindedOn < today) && reminderDue(setting, now)
