import type { Transitions } from '../transitions.ts'

export type GiftListStatus = 'draft' | 'submitted' | 'approved' | 'closed'
export type GiftListAction = 'edit' | 'submit' | 'approve' | 'return' | 'close'

/** Approved is frozen: a child found later needs a supplementary list. */
export const giftListTransitions: Transitions<GiftListStatus, GiftListAction> = {
  draft: { edit: 'draft', submit: 'submitted' },
  submitted: { approve: 'approved', return: 'draft' },
  approved: { close: 'closed' },
  closed: {},
}
