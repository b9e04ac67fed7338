import type { Transitions } from '../transitions.ts'

export type GiftListStatus = 'draft' | 'submitted' | 'approved' | 'closed'
export type GiftListAction = 'edit' | 'submit' | 'approve' | 'return' | 'amend' | 'close'

/** Approved is frozen: who comes later comes by a supplement, who goes stays visible with the reason. */
export const giftListTransitions: Transitions<GiftListStatus, GiftListAction> = {
  draft: { edit: 'draft', submit: 'submitted' },
  submitted: { approve: 'approved', return: 'draft' },
  approved: { amend: 'approved', close: 'closed' },
  closed: {},
}
