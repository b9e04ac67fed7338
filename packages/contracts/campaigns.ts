import { z } from 'zod'
import { day, id, year } from './codecs.ts'
import { defineContract } from './contract.ts'

export const campaignStatus = z.enum(['draft', 'submitted', 'approved', 'running', 'closed'])

/** What every page under a year needs to know of its campaign. */
export const campaign = z.object({
  id,
  year,
  title: z.string(),
  theme: z.string(),
  status: campaignStatus,
  startsOn: day,
  endsOn: day,
  reportDueOn: day,
})

export const campaigns = {
  list: defineContract({
    operationId: 'listCampaigns',
    method: 'GET',
    path: '/campaigns',
    summary: 'Every year the department has run, the latest first',
    permission: 'read Campaign',
    response: z.object({ items: z.array(campaign) }),
  }),
}
