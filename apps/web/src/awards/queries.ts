import { awardTiers } from '@chung-tay/contracts/award-tiers'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'

/** The awards of the campaign's school year, in their order; none while they are being asked. */
export const useTiers = () => {
  const campaign = useCampaign()
  return useQuery(queryOf(awardTiers.list, { params: { campaignId: campaign.id } })).data?.items ?? []
}
