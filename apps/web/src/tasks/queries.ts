import { activities } from '@chung-tay/contracts/activities'
import { units } from '@chung-tay/contracts/agency'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'

/** Units that work can be given to, in the order of the department. */
export const useUnitOptions = () => {
  const list = useQuery(queryOf(units.list, { query: { active: 'true', limit: 200 } }))
  return (list.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
}

/** What this year's plan promises, by its clauses, with the units that answer for each. */
export const useActivities = () => {
  const campaign = useCampaign()
  const list = useQuery(queryOf(activities.list, { params: { campaignId: campaign.id }, query: { limit: 200 } }))
  return list.data?.items ?? []
}

export const activityOptions = (all: ReturnType<typeof useActivities>) =>
  all.map(({ id, clause, title }) => ({ value: id, label: `${clause} ${title}` }))
