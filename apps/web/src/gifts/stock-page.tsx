import { type GiftKindRecord, giftKinds } from '@chung-tay/contracts/stock'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconBuildingWarehouse, IconPlus } from '@tabler/icons-react'
import { useCan } from '../session/session.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { Count, Highlight, Money, PersonName, StatusBadge } from '../ui/texts.tsx'
import { KindDrawer } from './kind-drawer.tsx'
import { NewKind } from './kind-form.tsx'
import { stockRoute } from './routes.ts'

const useColumns = (q: string | undefined): Column<GiftKindRecord>[] => {
  const { t } = useLingui()
  return [
    {
      key: 'name',
      header: t`Quà tặng`,
      sortKey: 'name',
      cell: ({ name, active }) => (
        <PersonName name={<Highlight text={name} search={q} />} note={!active && <StatusBadge tone="neutral">{t`Ngừng dùng`}</StatusBadge>} />
      ),
    },
    { key: 'measure', header: t`Đơn vị tính`, cell: ({ measure }) => measure },
    { key: 'unitValue', header: t`Đơn giá`, sortKey: 'unitValue', align: 'end', cell: ({ unitValue }) => <Money value={unitValue} /> },
    { key: 'stockOnHand', header: t`Tồn kho`, sortKey: 'stockOnHand', align: 'end', cell: ({ stockOnHand }) => <Count value={stockOnHand} /> },
    {
      key: 'value',
      header: t`Trị giá tồn`,
      align: 'end',
      hideBelow: 'md',
      cell: ({ stockOnHand, unitValue }) => <Money value={stockOnHand * unitValue} />,
    },
  ]
}

/** Kinds of gifts and what is on hand of each. */
export const StockPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const [search, change] = useListSearch(stockRoute, giftKinds.list)
  const { q, active, sort, open } = search
  const close = () => change({ open: undefined })
  return (
    <ListPage
      title={t`Kho quà`}
      description={t`Mỗi lần nhập, xuất đều ghi vào thẻ kho; số tồn không bao giờ âm.`}
      action={
        can('create GiftKind') && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
            {t`Thêm loại quà`}
          </Button>
        )
      }
      contract={giftKinds.list}
      input={{ query: { q, active, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm loại quà, không cần gõ dấu`}
      filters={
        <FilterSelect
          label={t`Sử dụng`}
          value={active}
          options={[
            { value: 'true', label: t`Đang dùng` },
            { value: 'false', label: t`Ngừng dùng` },
          ]}
          onChange={(value) => change({ active: value as typeof active })}
        />
      }
      filtered={active !== undefined}
      columns={useColumns(q)}
      defaultSort="name"
      onOpen={({ id }) => change({ open: id })}
      empty={{ icon: IconBuildingWarehouse, title: t`Chưa có loại quà nào`, hint: t`Thêm loại quà, rồi ghi số lượng mua vào hoặc nhận ủng hộ.` }}
    >
      {open === 'new' && <NewKind onClose={close} onCreated={(id) => change({ open: id })} />}
      {open !== undefined && open !== 'new' && <KindDrawer key={open} id={open} onClose={close} />}
    </ListPage>
  )
}
