import { describe, expect, test } from 'vitest'
import { DomainError } from '../errors.ts'
import {
  advanceConfirmation,
  type ConfirmationAction,
  type ConfirmationStatus,
  changesSince,
  confirmationStatuses,
  figuresOpen,
  requireLockable,
} from './confirmation.ts'

const now = new Date('2021-06-20T03:00:00Z')
const later = new Date('2021-06-20T04:00:00Z')
const codeOf = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return error instanceof DomainError ? error.code : error
  }
}
const no = 'TRANSITION_NOT_ALLOWED'

describe('a unit’s confirmation', () => {
  test.each([
    // action, open, confirmed, returned, locked, locked with an exception that runs
    ['confirm', 'confirmed', 'confirmed', 'confirmed', 'FIGURES_LOCKED', 'locked'],
    ['return', no, 'returned', no, 'returned', 'returned'],
    ['lock', no, 'locked', no, no, no],
    ['except', no, no, no, 'locked', 'locked'],
    ['endException', no, no, no, no, 'locked'],
  ] as const)('%s leads from each status where it should', (action: ConfirmationAction, ...expected) => {
    const states = [...confirmationStatuses.map((status) => ({ status, exceptionEnds: null })), { status: 'locked' as const, exceptionEnds: later }]
    expect(states.map((state) => codeOf(() => advanceConfirmation(state, action, now)))).toEqual(expected)
  })

  test.each([
    ['open', null, true],
    ['confirmed', null, true],
    ['returned', null, true],
    ['locked', null, false],
    ['locked', later, true],
    ['locked', now, false],
  ] as const)('records of a unit that is %s until %s may change: %s', (status: ConfirmationStatus, exceptionEnds, open) => {
    expect(figuresOpen({ status, exceptionEnds }, now)).toBe(open)
  })

  test('says what changed since, in both directions, and only that', () => {
    expect(changesSince({ tasks: 3, movementEvents: 1 }, { tasks: 3, eventsHeld: 2 })).toEqual([
      { key: 'eventsHeld', confirmed: 0, now: 2 },
      { key: 'movementEvents', confirmed: 1, now: 0 },
    ])
    expect(changesSince({ tasks: 3 }, { tasks: 3 })).toEqual([])
  })

  test('only what stands as it was confirmed is locked', () => {
    const changed = [{ key: 'tasks' as const, confirmed: 1, now: 2 }]
    expect(codeOf(() => requireLockable('Phòng A', 'confirmed', []))).toBeUndefined()
    expect(codeOf(() => requireLockable('Phòng A', 'confirmed', changed))).toBe('FIGURES_NOT_CONFIRMED')
    expect(confirmationStatuses.filter((status) => codeOf(() => requireLockable('Phòng A', status, [])) === undefined)).toEqual(['confirmed'])
  })
})
