import { schoolLevels } from '@chung-tay/domain/awards/tier'
import { z } from 'zod'
import { count, id, line, money, paragraph } from './codecs.ts'
import { defineContract } from './contract.ts'

export const schoolLevel = z.enum(schoolLevels)

/** `schoolLevel` null is open to every level; `amount` in đồng. `frozen`: a signed decision uses it, only its place in the list may change. */
export const awardTier = z.object({
  id,
  campaignId: id,
  name: z.string(),
  schoolLevel: schoolLevel.nullable(),
  criterion: z.string(),
  amount: money,
  sortOrder: z.int(),
  nominations: count,
  frozen: z.boolean(),
  version: z.int(),
})
export type AwardTierRecord = z.output<typeof awardTier>

const byCampaign = z.object({ campaignId: id })
const byId = z.object({ id })

const tierBody = z.object({
  name: line(),
  schoolLevel: schoolLevel.nullable(),
  criterion: paragraph(2000),
  amount: money,
  sortOrder: z.int().min(0).max(1000),
})

export const awardTiers = {
  list: defineContract({
    operationId: 'listAwardTiers',
    method: 'GET',
    path: '/campaigns/:campaignId/award-tiers',
    summary: 'The awards of a campaign’s school year with their amounts',
    permission: 'read AwardTier',
    params: byCampaign,
    response: z.object({ items: z.array(awardTier) }),
  }),
  create: defineContract({
    operationId: 'createAwardTier',
    method: 'POST',
    path: '/campaigns/:campaignId/award-tiers',
    summary: 'Add an award',
    permission: 'create AwardTier',
    params: byCampaign,
    body: tierBody,
    response: awardTier,
    errors: ['DUPLICATE', 'CAMPAIGN_CLOSED'],
  }),
  update: defineContract({
    operationId: 'updateAwardTier',
    method: 'PUT',
    path: '/award-tiers/:id',
    summary: 'Change an award; once a signed decision uses it, only its place in the list',
    permission: 'update AwardTier',
    params: byId,
    body: tierBody,
    response: awardTier,
    versioned: true,
    errors: ['DUPLICATE', 'IN_USE', 'TIER_DOES_NOT_FIT', 'CAMPAIGN_CLOSED'],
  }),
}
