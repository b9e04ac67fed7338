import { DomainError } from '../errors.ts'
import type { Transitions } from '../transitions.ts'

export const taskStatuses = ['assigned', 'acknowledged', 'inProgress', 'submitted', 'returned', 'accepted'] as const
export type TaskStatus = (typeof taskStatuses)[number]

/**
 * `revise` changes words or deadline, `delegate` the person, `plan` the steps, `chase` urges and `extend` asks for a later day:
 * none of them moves the task, and all end once a result lies with the office. `grant` may still come after the report: it is about its day.
 * `move` gives the task to another unit, which has not received it yet.
 */
export type TaskAction =
  | 'acknowledge'
  | 'begin'
  | 'submit'
  | 'accept'
  | 'return'
  | 'delegate'
  | 'revise'
  | 'attach'
  | 'plan'
  | 'chase'
  | 'extend'
  | 'grant'
  | 'move'

/** What of a task its unit's figures are counted from: its result, its deadline and whose it is. */
export const feedsFigures = (action: TaskAction): boolean => ['submit', 'accept', 'return', 'revise', 'grant', 'move'].includes(action)

const open = <Status extends TaskStatus>(status: Status) =>
  ({ delegate: status, revise: status, plan: status, chase: status, extend: status, grant: status, move: 'assigned' }) as const

export const taskTransitions: Transitions<TaskStatus, TaskAction> = {
  assigned: { ...open('assigned'), acknowledge: 'acknowledged' },
  acknowledged: { ...open('acknowledged'), begin: 'inProgress', submit: 'submitted', attach: 'acknowledged' },
  inProgress: { ...open('inProgress'), submit: 'submitted', attach: 'inProgress' },
  submitted: { accept: 'accepted', return: 'returned', attach: 'submitted', grant: 'submitted' },
  returned: { ...open('returned'), submit: 'submitted', attach: 'returned' },
  accepted: {},
}

/** What the unit still has to do something about; a submitted task waits for the office. */
export const waitsForUnit = (status: TaskStatus): boolean => status !== 'submitted' && status !== 'accepted'

/** A result without proof is no result: at least one file hangs on the task, from now or from before. */
export const requireEvidence = (files: number): void => {
  if (files < 1) throw new DomainError('EVIDENCE_REQUIRED')
}
