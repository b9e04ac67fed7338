import { DomainError } from './errors.ts'

/** A state machine as data: for each status, the actions that leave it and where they lead. */
export type Transitions<Status extends string, Action extends string> = Readonly<Record<Status, Readonly<Partial<Record<Action, Status>>>>>

/** The status an action leads to, or `TRANSITION_NOT_ALLOWED` with both names. */
export const advance = <Status extends string, Action extends string>(
  transitions: Transitions<Status, Action>,
  from: Status,
  action: Action,
): Status => {
  const to = transitions[from][action]
  if (to === undefined) throw new DomainError('TRANSITION_NOT_ALLOWED', { from, action })
  return to
}

/** Whether the screen should offer an action. */
export const mayAdvance = <Status extends string, Action extends string>(
  transitions: Transitions<Status, Action>,
  from: Status,
  action: Action,
): boolean => transitions[from][action] !== undefined
