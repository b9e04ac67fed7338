import { funds } from '@chung-tay/contracts/funds'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'

/** Funds that take donations. */
export const useFundOptions = () => {
  const list = useQuery(queryOf(funds.list, { query: { active: 'true' } }))
  return (list.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
}
