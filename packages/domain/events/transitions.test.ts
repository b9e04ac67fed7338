import { expect, test } from 'vitest'
import { mayAdvance } from '../transitions.ts'
import { type EventAction, type EventStatus, eventTransitions } from './transitions.ts'

const table: [EventStatus, EventAction, boolean][] = [
  ['planned', 'revise', true],
  ['planned', 'hold', true],
  ['planned', 'cancel', true],
  ['planned', 'attach', true],
  ['held', 'revise', false],
  ['held', 'hold', true],
  ['held', 'cancel', false],
  ['held', 'attach', true],
  ['cancelled', 'revise', false],
  ['cancelled', 'hold', false],
  ['cancelled', 'cancel', false],
  ['cancelled', 'attach', false],
]

test.each(table)('an event that is %s · %s → %s', (status, action, allowed) => {
  expect(mayAdvance(eventTransitions, status, action)).toBe(allowed)
})
