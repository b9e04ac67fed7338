import type { Transitions } from '../transitions.ts'

export const campaignStatuses = ['draft', 'submitted', 'approved', 'running', 'closed'] as const
export type CampaignStatus = (typeof campaignStatuses)[number]

/** `edit` is the plan's text, `arrange` its activities, `issue` the number and day that the records desk gives. */
export type CampaignAction = 'edit' | 'arrange' | 'submit' | 'approve' | 'return' | 'issue' | 'start' | 'close'

/** From the plan to the end of the month. A plan that lies with the leadership is touched by nobody until it is answered. */
export const campaignTransitions: Transitions<CampaignStatus, CampaignAction> = {
  draft: { edit: 'draft', arrange: 'draft', submit: 'submitted' },
  submitted: { approve: 'approved', return: 'draft' },
  approved: { arrange: 'approved', issue: 'approved', start: 'running' },
  running: { arrange: 'running', issue: 'running', close: 'closed' },
  closed: {},
}
