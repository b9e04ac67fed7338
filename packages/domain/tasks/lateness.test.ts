import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../dates.ts'
import { daysLate, isLate, tally, tallyByUnit } from './lateness.ts'
import { taskStatuses } from './transitions.ts'

const today = '2021-06-20'

const table: [string, string | null, boolean, number][] = [
  ['2021-06-20', null, false, 0],
  ['2021-06-21', null, false, 0],
  ['2021-06-19', null, true, 1],
  ['2021-05-31', null, true, 20],
  ['2021-06-10', '2021-06-10', false, 0],
  ['2021-06-10', '2021-06-09', false, 0],
  ['2021-06-10', '2021-06-12', true, 2],
]

describe('lateness', () => {
  test.each(table)('due %s, submitted %s → late %s by %i days', (dueOn, submittedOn, late, days) => {
    expect(isLate({ dueOn, submittedOn }, today)).toBe(late)
    expect(daysLate({ dueOn, submittedOn }, today)).toBe(days)
  })

  test('what was submitted stays as late as it was, however much later it is looked at', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 400 }), (after, looked) => {
        const task = { dueOn: today, submittedOn: addDays(today, after) }
        expect(isLate(task, addDays(today, looked))).toBe(after > 0)
        expect(daysLate(task, addDays(today, looked))).toBe(Math.max(0, after))
      }),
    )
  })

  test('late and days agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.option(fc.integer({ min: -40, max: 40 })), (due, submitted) => {
        const task = { dueOn: addDays(today, due), submittedOn: submitted === null ? null : addDays(today, submitted) }
        expect(daysLate(task, today) > 0).toBe(isLate(task, today))
      }),
    )
  })
})

describe('tallies', () => {
  test('count accepted in time, late and open', () => {
    const tasks = [
      { unitId: 'a', status: 'accepted', dueOn: '2021-06-10', submittedOn: '2021-06-09' },
      { unitId: 'a', status: 'accepted', dueOn: '2021-06-10', submittedOn: '2021-06-11' },
      { unitId: 'a', status: 'inProgress', dueOn: '2021-06-10', submittedOn: null },
      { unitId: 'b', status: 'submitted', dueOn: '2021-06-30', submittedOn: '2021-06-20' },
    ] as const
    expect(Object.fromEntries(tallyByUnit(tasks, today))).toEqual({
      a: { total: 3, accepted: 2, onTime: 1, late: 2, open: 1 },
      b: { total: 1, accepted: 0, onTime: 0, late: 0, open: 1 },
    })
  })

  test('accepted and open make the total; nobody is lost', () => {
    const task = fc.record({
      status: fc.constantFrom(...taskStatuses),
      dueOn: fc.constantFrom('2021-06-10', '2021-06-25'),
      submittedOn: fc.constantFrom('2021-06-09', '2021-06-26', null),
    })
    fc.assert(
      fc.property(fc.array(task), (tasks) => {
        const sum = tally(tasks, today)
        expect(sum.accepted + sum.open).toBe(sum.total)
        expect(sum.onTime).toBeLessThanOrEqual(sum.accepted)
        expect(sum.total).toBe(tasks.length)
      }),
    )
  })
})
