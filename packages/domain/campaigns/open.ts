import { DomainError } from '../errors.ts'

type CampaignStatus = 'draft' | 'submitted' | 'approved' | 'running' | 'closed'

/** Nothing of a closed campaign changes any more. */
export const requireOpen = (status: CampaignStatus): void => {
  if (status === 'closed') throw new DomainError('CAMPAIGN_CLOSED')
}

/** Work is given out only once the leadership approved the plan. */
export const requireApproved = (status: CampaignStatus): void => {
  requireOpen(status)
  if (status !== 'approved' && status !== 'running') throw new DomainError('CAMPAIGN_NOT_APPROVED', { status })
}
