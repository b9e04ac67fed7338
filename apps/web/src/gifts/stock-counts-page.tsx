import { type StockCountRecord, stockCounts } from '@chung-tay/contracts/stock-counts'
import { formatDay } from '@chung-tay/domain/dates'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconClipboardCheck, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCampaign, useCan } from '../session/session.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { placeOf } from '../ui/place.ts'
import { Count, PersonName, StatusBadge } from '../ui/texts.tsx'
import { countStatusLabels, countStatusOptions, countTones } from './gift-labels.ts'
import { stockCountsRoute } from './routes.ts'
import { NewCount } from './stock-count-form.tsx'

const useColumns = (): Column<StockCountRecord>[] => {
  const { t } = useLingui()
  return [
    {
      key: 'countedOn',
      header: t`Phiếu kiểm kê`,
      sortKey: 'countedOn',
      cell: ({ countedOn, place, number }) => (
        <PersonName name={number === null ? t`Ngày ${formatDay(countedOn)}` : t`${number}, ngày ${formatDay(countedOn)}`} note={place || null} />
      ),
    },
    {
      key: 'status',
      header: t`Trạng thái`,
      cell: ({ status }) => <StatusBadge tone={countTones[status]}>{countStatusLabels()[status]}</StatusBadge>,
    },
    { key: 'counted', header: t`Đã đếm`, align: 'end', cell: ({ counted, kinds }) => <span className="figures">{`${counted}/${kinds}`}</span> },
    { key: 'differences', header: t`Chênh lệch`, align: 'end', cell: ({ differences }) => <Count value={differences} /> },
    { key: 'by', header: t`Người lập`, hideBelow: 'md', cell: ({ byName }) => byName },
  ]
}

/** Counts of the stock: what lies there, beside what the books say. */
export const StockCountsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const { year } = useCampaign()
  const navigate = useNavigate()
  const [search, change] = useListSearch(stockCountsRoute, stockCounts.list)
  const { q, status, sort, open } = search
  const show = (countId: string) => void navigate(placeOf({ to: '/$year/stock-counts/$countId', params: { year, countId } }))
  return (
    <ListPage
      title={t`Kiểm kê kho`}
      description={t`Đếm thực tế, so với sổ sách; chênh lệch có lý do được ghi vào thẻ kho khi hoàn thành.`}
      action={
        can('create StockCount') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
            {t`Lập phiếu kiểm kê`}
          </Button>
        )
      }
      contract={stockCounts.list}
      input={{ query: { q, status, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm theo hàng, địa điểm`}
      filters={
        <FilterSelect
          label={t`Trạng thái`}
          value={status}
          options={countStatusOptions()}
          onChange={(value) => change({ status: value as typeof status })}
        />
      }
      filtered={status !== undefined}
      exports={false}
      columns={useColumns()}
      onOpen={({ id }) => show(id)}
      empty={{ icon: IconClipboardCheck, title: t`Chưa có lần kiểm kê nào`, hint: t`Lập phiếu, in ra để đếm, rồi nhập số thực tế.` }}
    >
      {open === 'new' && can('create StockCount') && <NewCount onClose={() => change({ open: undefined })} onBegun={show} />}
    </ListPage>
  )
}
