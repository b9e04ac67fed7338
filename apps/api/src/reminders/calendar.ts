import { addDays, toDbDate, zone } from '@chung-tay/domain/dates'
import type { Feed } from './feed.ts'

/**
 * A feed as iCalendar (RFC 5545). Deadlines are whole days, which have no zone: they are the same day wherever the calendar stands.
 * Nothing in it depends on the moment of asking, so that an unchanged calendar has an unchanged ETag.
 */
export const writeCalendar = async ({ name, alarmHour, entries }: Feed): Promise<string> => {
  const { default: ical, ICalAlarmType, ICalCalendarMethod, ICalEventTransparency } = await import('ical-generator')
  const calendar = ical({
    name,
    prodId: { company: 'Chung Tay', product: 'Chung Tay', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
    x: { 'X-WR-TIMEZONE': zone },
  })
  for (const { uid, day, title, text, place, link, createdAt, changedAt, changes, alarm } of entries) {
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
      ...(alarm && { alarms: [{ type: ICalAlarmType.display, trigger: (24 - alarmHour) * 3600, description: title }] }),
    })
  }
  return calendar.toString()
}
