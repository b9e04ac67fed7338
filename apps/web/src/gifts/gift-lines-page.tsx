import { useLingui } from '@lingui/react/macro'
import { useListSearch } from '../ui/list-search.ts'
import { LineList } from './line-list.tsx'
import { giftLinesRoute } from './routes.ts'

/** A unit head's view: which children of the own unit get what, and which have it already. */
export const GiftLinesPage = () => {
  const { t } = useLingui()
  const [search, change] = useListSearch(giftLinesRoute)
  return (
    <LineList
      title={t`Trẻ của đơn vị được nhận quà`}
      description={t`Cháu nào có tên trong danh sách, đã nhận quà chưa, ai nhận và lúc nào.`}
      search={search}
      change={change}
      emptyHint={t`Khi Công đoàn lập danh sách, các cháu của đơn vị sẽ hiện ở đây.`}
    />
  )
}
