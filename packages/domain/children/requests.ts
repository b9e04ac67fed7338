import { addDays, daysBetween, type IsoDate, toDbDate } from '../dates.ts'
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

/** New Year, 30/4, 1/5 and 2/9 (Bộ luật Lao động 2019, Article 112). */
const holidays: ReadonlySet<string> = new Set(['01-01', '04-30', '05-01', '09-02'])

/**
 * Saturdays, Sundays and the holidays of the solar calendar. Tết and the Hùng Kings' day are not among them, for the Government
 * names their days each year: the clock is then stricter than the law, never laxer.
 */
export const isWorkingDay = (day: IsoDate): boolean => ![0, 6].includes(toDbDate(day).getUTCDay()) && !holidays.has(day.slice(5))

/** The day itself does not count (Bộ luật Dân sự 2015, Article 147). */
export const addWorkingDays = (from: IsoDate, days: number): IsoDate => {
  let day = from
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left--
  }
  return day
}

export const answerDue = (receivedOn: IsoDate): IsoDate => addWorkingDays(receivedOn, answerWorkingDays)

/** A term that ends on a day off ends with the next working day (Bộ luật Dân sự 2015, Article 148). */
export const fulfilDue = (receivedOn: IsoDate): IsoDate => {
  const last = addDays(receivedOn, fulfilDays)
  return isWorkingDay(last) ? last : addWorkingDays(last, 1)
}

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
