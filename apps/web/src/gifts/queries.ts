import { giftKinds } from '@chung-tay/contracts/stock'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { formatCount } from '../ui/format.ts'

/** Kinds of gifts that are in use, with what is on hand. */
export const useKindOptions = () => {
  const list = useQuery(queryOf(giftKinds.list, { query: { active: 'true', limit: 200 } }))
  return (list.data?.items ?? []).map(({ id, name, measure, stockOnHand }) => ({
    value: id,
    label: `${name} (${formatCount(stockOnHand)} ${measure})`,
  }))
}
