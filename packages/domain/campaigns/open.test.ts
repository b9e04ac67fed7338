import { expect, test } from 'vitest'
import { requireApproved, requireOpen } from './open.ts'

test.each([
  ['draft', undefined, 'CAMPAIGN_NOT_APPROVED'],
  ['submitted', undefined, 'CAMPAIGN_NOT_APPROVED'],
  ['approved', undefined, undefined],
  ['running', undefined, undefined],
  ['closed', 'CAMPAIGN_CLOSED', 'CAMPAIGN_CLOSED'],
] as const)('a campaign that is %s', (status, changing, assigning) => {
  const refusal = (rule: (status: 'draft' | 'submitted' | 'approved' | 'running' | 'closed') => void) => {
    try {
      rule(status)
    } catch (error) {
      return (error as Error).message
    }
  }
  expect(refusal(requireOpen)).toBe(changing)
  expect(refusal(requireApproved)).toBe(assigning)
})
