import { daysBetween, type IsoDate } from '../dates.ts'
import { DomainError } from '../errors.ts'
import { advance, type Transitions } from '../transitions.ts'

export const reportStatuses = ['draft', 'submitted', 'signed'] as const
export type ReportStatus = (typeof reportStatuses)[number]
export type ReportAction = 'edit' | 'submit' | 'return' | 'sign' | 'issue' | 'send' | 'correct'

export const reportTransitions: Transitions<ReportStatus, ReportAction> = {
  draft: { edit: 'draft', submit: 'submitted' },
  submitted: { return: 'draft', sign: 'signed' },
  // The records desk numbers and sends what is signed; nothing else of it changes any more, and a mistake is corrected by a report that replaces it.
  signed: { issue: 'signed', send: 'signed', correct: 'signed' },
}

/** As `advance`, but a signed report refuses with its own code, so that the screen can say why. */
export const advanceReport = (from: ReportStatus, action: ReportAction): ReportStatus => {
  if (from === 'signed' && !(action in (reportTransitions.signed ?? {}))) throw new DomainError('REPORT_SIGNED', { action })
  return advance(reportTransitions, from, action)
}

export const sendingWays = ['axis', 'post', 'direct', 'mail'] as const
/** trục liên thông văn bản, bưu điện, trực tiếp, thư điện tử */
export type SendingWay = (typeof sendingWays)[number]

/** Days past the day it is due; 0 in time. While it is not sent, measured by today. */
export const reportDaysLate = (dueOn: IsoDate, sentOn: IsoDate | null, today: IsoDate): number => Math.max(0, daysBetween(dueOn, sentOn ?? today))

/** A number and a day come before the envelope, and no paper leaves before the day on it. @throws DomainError REPORT_NOT_ISSUED, SENT_DAY_REFUSED */
export const checkSending = (report: { number: string | null; issuedOn: IsoDate | null }, sentOn: IsoDate, today: IsoDate): void => {
  if (report.number === null || report.issuedOn === null) throw new DomainError('REPORT_NOT_ISSUED')
  if (sentOn < report.issuedOn || sentOn > today) throw new DomainError('SENT_DAY_REFUSED', { field: 'sentOn', from: report.issuedOn, to: today })
}
