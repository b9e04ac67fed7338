import type { Transitions } from '../transitions.ts'

export const nominationStatuses = ['submitted', 'returned', 'approved', 'rejected', 'decided'] as const
export type NominationStatus = (typeof nominationStatuses)[number]
export type NominationAction = 'update' | 'approve' | 'return' | 'reject' | 'resubmit' | 'decide'

/** Until the decision is signed an approval can be taken back; afterwards nothing can. */
export const nominationTransitions: Transitions<NominationStatus, NominationAction> = {
  submitted: { update: 'submitted', approve: 'approved', return: 'returned', reject: 'rejected' },
  returned: { update: 'returned', resubmit: 'submitted' },
  approved: { return: 'returned', decide: 'decided' },
  rejected: {},
  decided: {},
}

export type DecisionStatus = 'draft' | 'signed'
export type DecisionAction = 'gather' | 'sign'

export const decisionTransitions: Transitions<DecisionStatus, DecisionAction> = {
  draft: { gather: 'draft', sign: 'signed' },
  signed: {},
}
