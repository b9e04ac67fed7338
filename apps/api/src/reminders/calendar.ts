import { setImmediate } from 'node:timers/promises'
import { addDays, toDbDate, zone } from '@chung-tay/domain/dates'
import type { Feed, FeedEntry } from './feed.ts'

/** The office of a large agency has thousands of deadlines: other requests are let in between so many of them. */
const chunk = 200

const frame = async (name: string) => {
  const { default: ical, ICalCalendarMethod } = await import('ical-generator')
  return ical({
    name,
    prodId: { company: 'Chung Tay', product: 'Chung Tay', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
    x: { 'X-WR-TIMEZONE': zone },
  })
}
type Calendar = Awaited<ReturnType<typeof frame>>

const addEntry = async (calendar: Calendar, entry: FeedEntry, alarmHour: number) => {
  const { ICalAlarmType, ICalEventStatus, ICalEventTransparency } = await import('ical-generator')
  const { uid, day, title, text, place, link, createdAt, changedAt, changes, alarm, cancelled = false } = entry
  calendar.createEvent({
    id: uid,
    allDay: true,
    start: toDbDate(day),
    // The end is the first day that is not part of it.
    end: toDbDate(addDays(day, 1)),
    summary: title,
    description: text,
    url: link,
    ...(place !== '' && { location: place }),
    created: createdAt,
    lastModified: changedAt,
    stamp: changedAt,
    sequence: changes,
    transparency: ICalEventTransparency.TRANSPARENT,
    ...(cancelled && { status: ICalEventStatus.CANCELLED }),
    ...(alarm && { alarms: [{ type: ICalAlarmType.display, trigger: (24 - alarmHour) * 3600, description: title }] }),
  })
}

const last = 'END:VEVENT\r\n'

/** Before, of and after the events; what a text of an event says is escaped and cannot look like one of these lines. */
const cut = (text: string) => {
  const [from, to] = [text.indexOf('\r\nBEGIN:VEVENT\r\n') + 2, text.lastIndexOf(last) + last.length]
  return { head: text.slice(0, from), events: text.slice(from, to), foot: text.slice(to) }
}

/**
 * A feed as iCalendar (RFC 5545). Deadlines are whole days, which have no zone: they are the same day wherever the calendar stands.
 * Nothing in it depends on the moment of asking, so that an unchanged calendar has an unchanged ETag.
 */
export const writeCalendar = async ({ name, alarmHour, entries }: Feed): Promise<string> => {
  if (entries.length === 0) return (await frame(name)).toString()
  const parts: ReturnType<typeof cut>[] = []
  for (let at = 0; at < entries.length; at += chunk) {
    const calendar = await frame(name)
    for (const entry of entries.slice(at, at + chunk)) await addEntry(calendar, entry, alarmHour)
    parts.push(cut(calendar.toString()))
    await setImmediate()
  }
  return `${parts[0]?.head}${parts.map(({ events }) => events).join('')}${parts[0]?.foot}`
}
