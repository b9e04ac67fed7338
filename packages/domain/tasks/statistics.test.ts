import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../dates.ts'
import { daysLate, isLate } from './lateness.ts'
import { statisticsOf } from './statistics.ts'
import { taskStatuses } from './transitions.ts'

const today = '2021-06-20'
const task = fc
  .record({ status: fc.constantFrom(...taskStatuses), due: fc.integer({ min: -30, max: 10 }), after: fc.integer({ min: -5, max: 20 }) })
  .map(({ status, due, after }) => {
    const dueOn = addDays(today, due)
    const done = status === 'submitted' || status === 'accepted'
    return { status, dueOn, submittedOn: done ? addDays(dueOn, after) : null }
  })

test('what a unit shows agrees with its tasks one by one', () => {
  fc.assert(
    fc.property(fc.array(task, { maxLength: 30 }), (tasks) => {
      const shown = statisticsOf(tasks, today)
      expect(shown.late).toBe(tasks.filter((one) => isLate(one, today)).length)
      expect(shown.delayDays).toBe(tasks.reduce((sum, one) => sum + daysLate(one, today), 0))
      expect(shown.openLate).toBe(tasks.filter((one) => one.status !== 'accepted' && isLate(one, today)).length)
      expect(shown.longestDelay).toBeLessThanOrEqual(shown.delayDays)
      expect(shown.late - shown.openLate).toBe(shown.accepted - shown.onTime)
      if (shown.onTimeRate !== null) expect(shown.onTimeRate === 100).toBe(shown.onTime === shown.accepted)
    }),
  )
})
