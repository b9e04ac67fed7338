import { describe, expect, test } from 'vitest'
import { advance, mayAdvance } from '../transitions.ts'
import { requireEvidence, type TaskAction, type TaskStatus, taskStatuses, taskTransitions, waitsForUnit } from './transitions.ts'

const actions: TaskAction[] = [
  'acknowledge',
  'begin',
  'submit',
  'accept',
  'return',
  'delegate',
  'revise',
  'attach',
  'plan',
  'chase',
  'extend',
  'grant',
  'move',
]

const moves: Record<TaskStatus, Partial<Record<TaskAction, TaskStatus>>> = {
  assigned: {
    acknowledge: 'acknowledged',
    delegate: 'assigned',
    revise: 'assigned',
    plan: 'assigned',
    chase: 'assigned',
    extend: 'assigned',
    grant: 'assigned',
    move: 'assigned',
  },
  acknowledged: {
    begin: 'inProgress',
    submit: 'submitted',
    attach: 'acknowledged',
    delegate: 'acknowledged',
    revise: 'acknowledged',
    plan: 'acknowledged',
    chase: 'acknowledged',
    extend: 'acknowledged',
    grant: 'acknowledged',
    move: 'assigned',
  },
  inProgress: {
    submit: 'submitted',
    attach: 'inProgress',
    delegate: 'inProgress',
    revise: 'inProgress',
    plan: 'inProgress',
    chase: 'inProgress',
    extend: 'inProgress',
    grant: 'inProgress',
    move: 'assigned',
  },
  submitted: { accept: 'accepted', return: 'returned', attach: 'submitted', grant: 'submitted' },
  returned: {
    submit: 'submitted',
    attach: 'returned',
    delegate: 'returned',
    revise: 'returned',
    plan: 'returned',
    chase: 'returned',
    extend: 'returned',
    grant: 'returned',
    move: 'assigned',
  },
  accepted: {},
}

const cases = taskStatuses.flatMap((from) => actions.map((action) => [from, action, moves[from][action]] as const))

describe('a task moves', () => {
  test.each(cases)('%s · %s → %s', (from, action, to) => {
    expect(mayAdvance(taskTransitions, from, action)).toBe(to !== undefined)
    if (to === undefined) expect(() => advance(taskTransitions, from, action)).toThrow('TRANSITION_NOT_ALLOWED')
    else expect(advance(taskTransitions, from, action)).toBe(to)
  })

  test('every status can be reached from the first', () => {
    const reached = new Set<TaskStatus>(['assigned'])
    for (const status of reached) for (const next of Object.values(taskTransitions[status])) reached.add(next)
    expect([...reached].toSorted()).toEqual([...taskStatuses].toSorted())
  })
})

test('a result needs a proof', () => {
  expect(() => requireEvidence(0)).toThrow('EVIDENCE_REQUIRED')
  expect(() => requireEvidence(1)).not.toThrow()
})

test('a unit is chased for what it still has to do', () => {
  expect(taskStatuses.filter(waitsForUnit)).toEqual(['assigned', 'acknowledged', 'inProgress', 'returned'])
})
