import { describe, expect, test } from 'vitest'
import { mayAdvance } from '../transitions.ts'
import { checkPlanComplete, missingFromPlan, schoolYearOf } from './plan.ts'
import { type CampaignAction, type CampaignStatus, campaignStatuses, campaignTransitions } from './transitions.ts'

const allowed: Record<CampaignAction, CampaignStatus[]> = {
  edit: ['draft'],
  arrange: ['draft', 'approved', 'running'],
  submit: ['draft'],
  approve: ['submitted'],
  return: ['submitted'],
  issue: ['approved', 'running'],
  start: ['approved'],
  close: ['running'],
}

describe('the way of a plan', () => {
  test.each(Object.entries(allowed) as [CampaignAction, CampaignStatus[]][])('%s out of %j', (action, from) => {
    expect(campaignStatuses.filter((status) => mayAdvance(campaignTransitions, status, action))).toEqual(from)
  })
})

describe('a plan that is laid before the leadership', () => {
  test('has purpose, requirements and activities', () => {
    expect(missingFromPlan({ theme: 'x', purpose: '', requirements: 'x', activities: 0 })).toEqual(['purpose', 'activities'])
    expect(() => checkPlanComplete({ theme: 'x', purpose: 'x', requirements: '', activities: 1 })).toThrow('PLAN_INCOMPLETE')
    expect(() => checkPlanComplete({ theme: 'x', purpose: 'x', requirements: 'y', activities: 1 })).not.toThrow()
  })

  test('looks back on the school year that ends in its summer', () => {
    expect(schoolYearOf(2021)).toBe('2020-2021')
  })
})
