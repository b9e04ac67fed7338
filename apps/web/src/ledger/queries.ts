import { funds } from '@chung-tay/contracts/funds'
import { ledger } from '@chung-tay/contracts/ledger'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'

/** Every fund, closed ones too, since the books hold them. */
export const useFunds = () => useQuery(queryOf(funds.list, { query: {} }))

export const useFundFilter = () => (useFunds().data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))

/** Every account of the chart, by number. */
export const useAccountFilter = () => {
  const { data } = useQuery(queryOf(ledger.balances, {}))
  const names = new Map((data?.funds ?? []).flatMap(({ accounts }) => accounts.map(({ account, accountName }) => [account, accountName] as const)))
  return [...names].sort(([left], [right]) => left.localeCompare(right)).map(([value, name]) => ({ value, label: `${value} ${name}` }))
}
