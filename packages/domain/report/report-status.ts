import { DomainError } from '../errors.ts'
import { advance, type Transitions } from '../transitions.ts'

export const reportStatuses = ['draft', 'submitted', 'signed'] as const
export type ReportStatus = (typeof reportStatuses)[number]
export type ReportAction = 'edit' | 'submit' | 'return' | 'sign' | 'issue'

export const reportTransitions: Transitions<ReportStatus, ReportAction> = {
  draft: { edit: 'draft', submit: 'submitted' },
  submitted: { return: 'draft', sign: 'signed' },
  // The records desk numbers what is signed; nothing else of it changes any more.
  signed: { issue: 'signed' },
}

/** As `advance`, but a signed report refuses with its own code, so that the screen can say why. */
export const advanceReport = (from: ReportStatus, action: ReportAction): ReportStatus => {
  if (from === 'signed' && action !== 'issue') throw new DomainError('REPORT_SIGNED', { action })
  return advance(reportTransitions, from, action)
}
