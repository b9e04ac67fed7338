import { units } from '@chung-tay/contracts/agency'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'

/** Units in the order of the department. */
export const useUnitOptions = () => {
  const list = useQuery(queryOf(units.list, { query: { active: 'true', limit: 200 } }))
  return (list.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
}

/** The units for which this person may plan events. */
export const useOwnUnitOptions = () => {
  const can = useCan()
  return useUnitOptions().filter(({ value }) => can('create Event', { unitId: value }))
}
