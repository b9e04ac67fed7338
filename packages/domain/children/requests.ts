import { addWorkingDays, onWorkingDay, type SetDays } from '../calendar/working-days.ts'
import { addDays, daysBetween, type IsoDate } from '../dates.ts'
import { DomainError } from '../errors.ts'
import type { Transitions } from '../transitions.ts'

/** What a parent may ask of the agency about a child's data; stopping a use is the withdrawal of a consent. */
export const requestKinds = ['copy', 'correction', 'erasure'] as const
export type RequestKind = (typeof requestKinds)[number]

export const requestStatuses = ['received', 'accepted', 'refused', 'fulfilled', 'withdrawn'] as const
export type RequestStatus = (typeof requestStatuses)[number]
export type RequestAction = 'accept' | 'refuse' | 'fulfil' | 'withdraw'

export const requestTransitions: Transitions<RequestStatus, RequestAction> = {
  received: { accept: 'accepted', refuse: 'refused', withdraw: 'withdrawn' },
  accepted: { fulfil: 'fulfilled', withdraw: 'withdrawn' },
  refused: {},
  fulfilled: {},
  withdrawn: {},
}

/** Nghị định 356/2025/NĐ-CP: answered within two working days, fulfilled within fifteen days. */
export const answerWorkingDays = 2
export const fulfilDays = 15

export const answerDue = (receivedOn: IsoDate, set?: SetDays): IsoDate => addWorkingDays(receivedOn, answerWorkingDays, set)

export const fulfilDue = (receivedOn: IsoDate, set?: SetDays): IsoDate => onWorkingDay(addDays(receivedOn, fulfilDays), set)

export type RequestState = { status: RequestStatus; answerDueOn: IsoDate; fulfilDueOn: IsoDate }
/** `days` until then, negative once it is overdue. */
export type RequestClock = { step: 'answer' | 'fulfil'; dueOn: IsoDate; days: number }

/** What the law waits for; null when nothing more is to be done. */
export const clockOf = ({ status, answerDueOn, fulfilDueOn }: RequestState, today: IsoDate): RequestClock | null => {
  if (status === 'received') return { step: 'answer', dueOn: answerDueOn, days: daysBetween(today, answerDueOn) }
  if (status === 'accepted') return { step: 'fulfil', dueOn: fulfilDueOn, days: daysBetween(today, fulfilDueOn) }
  return null
}

/**
 * What cannot be undone is done by two: one says yes, another erases.
 * @throws DomainError ERASE_BY_ANOTHER when it is the same person
 */
export const requireSecondPerson = (userId: string, answeredById: string | null): void => {
  if (userId === answeredById) throw new DomainError('ERASE_BY_ANOTHER')
}
