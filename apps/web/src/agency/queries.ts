import { units } from '@chung-tay/contracts/agency'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'

/** Units in the order of the department; `keep` stays in the list even when it was closed. */
export const useUnitOptions = (keep?: { value: string; label: string }) => {
  const list = useQuery(queryOf(units.list, { query: { active: 'true', limit: 200 } }))
  const options = (list.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return keep && !options.some(({ value }) => value === keep.value) ? [...options, keep] : options
}
