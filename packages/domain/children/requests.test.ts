import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../calendar/working-days.ts'
import { addDays, daysBetween } from '../dates.ts'
import { mayAdvance } from '../transitions.ts'
import { answerDue, clockOf, fulfilDue, requestStatuses, requestTransitions, requireSecondPerson } from './requests.ts'

describe('the clock of the law', () => {
  test.each([
    ['on a Monday', '2026-06-01', '2026-06-03', '2026-06-16'],
    ['on a Thursday: over the weekend', '2026-06-04', '2026-06-08', '2026-06-19'],
    ['on a Sunday', '2021-06-20', '2021-06-22', '2021-07-05'],
    ['before 30/4 and 1/5', '2026-04-29', '2026-05-05', '2026-05-14'],
    ['before Tết: the answer after it', '2026-02-13', '2026-02-23', '2026-03-02'],
    ['before Giỗ Tổ on a Sunday, off on Monday', '2026-04-24', '2026-04-29', '2026-05-11'],
    ['due on a Saturday: the Monday after', '2026-06-05', '2026-06-09', '2026-06-22'],
  ])('%s', (_, receivedOn, answer, fulfil) => {
    expect([answerDue(receivedOn), fulfilDue(receivedOn)]).toEqual([answer, fulfil])
  })

  test('two working days and never a day off, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
        const receivedOn = addDays('2021-01-01', days)
        const due = answerDue(receivedOn)
        const between = Array.from({ length: daysBetween(receivedOn, due) }, (_, at) => addDays(receivedOn, at + 1))
        expect(between.filter((day) => isWorkingDay(day))).toHaveLength(2)
        expect([isWorkingDay(due), isWorkingDay(fulfilDue(receivedOn))]).toEqual([true, true])
        expect(daysBetween(receivedOn, fulfilDue(receivedOn))).toBeGreaterThanOrEqual(15)
      }),
    )
  })

  test('waits for the answer, then for the deed, then for nothing', () => {
    const state = { answerDueOn: '2026-06-03', fulfilDueOn: '2026-06-16' }
    expect(clockOf({ ...state, status: 'received' }, '2026-06-05')).toEqual({ step: 'answer', dueOn: '2026-06-03', days: -2 })
    expect(clockOf({ ...state, status: 'accepted' }, '2026-06-05')).toEqual({ step: 'fulfil', dueOn: '2026-06-16', days: 11 })
    expect(clockOf({ ...state, status: 'fulfilled' }, '2026-06-05')).toBeNull()
  })
})

test('every request ends answered, fulfilled or withdrawn, and what ended moves no more', () => {
  const moves = requestStatuses.map((status) => [
    status,
    (['accept', 'refuse', 'fulfil', 'withdraw'] as const).filter((action) => mayAdvance(requestTransitions, status, action)),
  ])
  expect(Object.fromEntries(moves)).toEqual({
    received: ['accept', 'refuse', 'withdraw'],
    accepted: ['fulfil', 'withdraw'],
    refused: [],
    fulfilled: [],
    withdrawn: [],
  })
})

test('who accepted an erasure does not carry it out', () => {
  expect(() => requireSecondPerson('a', 'a')).toThrow('ERASE_BY_ANOTHER')
  expect(() => requireSecondPerson('b', 'a')).not.toThrow()
})
