import { DomainError } from '../errors.ts'
import type { Transitions } from '../transitions.ts'

export const taskStatuses = ['assigned', 'acknowledged', 'inProgress', 'submitted', 'returned', 'accepted'] as const
export type TaskStatus = (typeof taskStatuses)[number]

/** `revise` changes words or deadline, `delegate` the person: neither moves the task, and both end once a result lies with the office. */
export type TaskAction = 'acknowledge' | 'begin' | 'submit' | 'accept' | 'return' | 'delegate' | 'revise' | 'attach'

export const taskTransitions: Transitions<TaskStatus, TaskAction> = {
  assigned: { acknowledge: 'acknowledged', delegate: 'assigned', revise: 'assigned' },
  acknowledged: { begin: 'inProgress', submit: 'submitted', delegate: 'acknowledged', revise: 'acknowledged', attach: 'acknowledged' },
  inProgress: { submit: 'submitted', delegate: 'inProgress', revise: 'inProgress', attach: 'inProgress' },
  submitted: { accept: 'accepted', return: 'returned', attach: 'submitted' },
  returned: { submit: 'submitted', delegate: 'returned', revise: 'returned', attach: 'returned' },
  accepted: {},
}

/** What the unit still has to do something about; a submitted task waits for the office. */
export const waitsForUnit = (status: TaskStatus): boolean => status !== 'submitted' && status !== 'accepted'

/** A result without proof is no result: at least one file hangs on the task, from now or from before. */
export const requireEvidence = (files: number): void => {
  if (files < 1) throw new DomainError('EVIDENCE_REQUIRED')
}
