import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf } from '../dates.ts'
import { mostAttempts, nextAttempt } from './attempts.ts'
import { digestDue, eveningHour, reminderDue, usualReminder, wallTime } from './hours.ts'

/** A moment of the department's wall clock, as an instant. */
const at = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`)

describe('when a person may be reminded', () => {
  test.each([
    // 21/6/2021 was a Monday.
    ['2021-06-21', '06:59', false],
    ['2021-06-21', '07:00', true],
    ['2021-06-21', '20:59', true],
    ['2021-06-21', '21:00', false],
    ['2021-06-21', '00:00', false],
    ['2021-06-19', '09:00', false],
    ['2021-06-20', '09:00', false],
  ] as const)('as usual, %s at %s: %s', (day, time, due) => {
    expect(reminderDue(usualReminder, at(day, time))).toBe(due)
  })

  test.each([
    [{ hour: 14, quietDays: [] }, '2021-06-20', '13:59', false],
    [{ hour: 14, quietDays: [] }, '2021-06-20', '14:00', true],
    [{ hour: 0, quietDays: [1] }, '2021-06-21', '10:00', false],
    [{ hour: 0, quietDays: [0, 1, 2, 3, 4, 5, 6] }, '2021-06-23', '10:00', false],
  ] as const)('with %o, %s at %s: %s', (setting, day, time, due) => {
    expect(reminderDue(setting, at(day, time))).toBe(due)
  })

  test('the wall clock is Vietnam’s, whatever the server’s', () => {
    expect(wallTime(new Date('2021-06-20T17:30:00Z'))).toEqual({ weekday: 1, hour: 0 })
    expect(wallTime(new Date('2021-06-20T16:59:59Z'))).toEqual({ weekday: 0, hour: 23 })
  })
})

const settings = fc.record({ hour: fc.integer({ min: 0, max: 20 }), quietDays: fc.uniqueArray(fc.integer({ min: 0, max: 6 })) })

test('whenever it is looked: one digest a day at the most, none on a quiet day, none before the hour or at night', () => {
  const start = at('2021-06-01', '00:00').getTime()
  const looks = fc.array(fc.integer({ min: 0, max: 20 * 24 * 60 }), { maxLength: 200 }).map((minutes) => minutes.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(settings, looks, (setting, minutes) => {
      let remindedOn: string | null = null
      const told: Date[] = []
      for (const minute of minutes) {
        const now = new Date(start + minute * 60_000)
        if (!digestDue(setting, remindedOn, now, dayOf(now))) continue
        remindedOn = dayOf(now)
        told.push(now)
      }
      expect(new Set(told.map(dayOf)).size).toBe(told.length)
      for (const now of told) {
        const local = new Date(now.getTime() + 7 * 3_600_000)
        expect(setting.quietDays).not.toContain(local.getUTCDay())
        expect(local.getUTCHours()).toBeGreaterThanOrEqual(setting.hour)
        expect(local.getUTCHours()).toBeLessThan(eveningHour)
      }
    }),
  )
})

test('who looks every quarter of an hour reminds on each day that is not quiet', () => {
  fc.assert(
    fc.property(settings, ({ hour, quietDays }) => {
      let remindedOn: string | null = null
      for (let quarter = 0; quarter < 7 * 96; quarter++) {
        const now = new Date(at('2021-06-07', '00:00').getTime() + quarter * 900_000)
        if (digestDue({ hour, quietDays }, remindedOn, now, dayOf(now))) remindedOn = dayOf(now)
        const evening = quarter % 96 === 95
        const day = addDays('2021-06-07', Math.floor(quarter / 96))
        if (evening) expect(remindedOn === day).toBe(!quietDays.includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
      }
    }),
    { numRuns: 20 },
  )
})

test('a letter is tried again after longer and longer pauses, and given up in the end', () => {
  const now = new Date('2021-06-21T01:00:00Z')
  const pauses = Array.from({ length: mostAttempts }, (_, done) => nextAttempt(done + 1, now)).map(
    (next) => next && (next.getTime() - now.getTime()) / 60_000,
  )
  expect(pauses).toEqual([1, 5, 15, 60, 240, null])
})
