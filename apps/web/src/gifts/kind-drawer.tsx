import { type GiftKindRecord, giftKinds, type StockMovementRecord } from '@chung-tay/contracts/stock'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Stack, Tabs } from '@mantine/core'
import { IconArrowsExchange, IconListDetails } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import type { Column } from '../ui/data-table.tsx'
import { Facts } from '../ui/facts.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { formatChange } from '../ui/format.ts'
import { History } from '../ui/history.tsx'
import { ListPage } from '../ui/list-page.tsx'
import type { ListSearch } from '../ui/list-search.ts'
import { Answer } from '../ui/record-query.tsx'
import { Count, Day, Money, PersonName } from '../ui/texts.tsx'
import { movementLabels, movementOptions } from './gift-labels.ts'
import { EditKind } from './kind-form.tsx'
import { KitPanel } from './kit-panel.tsx'
import { MovementForm } from './movement-form.tsx'
import { OpeningStockSection } from './opening-stock-section.tsx'
import { StockCardPrint } from './stock-card-print.tsx'

const useColumns = (): Column<StockMovementRecord>[] => {
  const { t } = useLingui()
  return [
    { key: 'movedOn', header: t`Ngày`, cell: ({ movedOn }) => <Day value={movedOn} /> },
    {
      key: 'kind',
      header: t({ message: 'Nội dung', context: 'stock' }),
      cell: ({ kind, reason, byName }) => <PersonName name={movementLabels()[kind]} note={reason || byName} />,
    },
    { key: 'quantity', header: t`Số lượng`, align: 'end', cell: ({ quantity }) => <span className="figures">{formatChange(quantity)}</span> },
    { key: 'balance', header: t`Tồn`, align: 'end', cell: ({ balance }) => <Count value={balance} /> },
  ]
}

/** Every movement with the balance after it. */
const StockCard = ({ kind }: { kind: GiftKindRecord }) => {
  const { t } = useLingui()
  const [search, setSearch] = useState<ListSearch & { kind?: StockMovementRecord['kind'] | undefined }>({})
  const change = (part: typeof search) => setSearch((before) => ({ ...before, ...part }))
  return (
    <ListPage
      embedded
      title={t`Thẻ kho`}
      contract={giftKinds.movements}
      input={{ params: { id: kind.id }, query: { q: search.q, kind: search.kind } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm trong lý do, chứng từ`}
      filters={
        <FilterSelect
          label={t({ message: 'Nội dung', context: 'stock' })}
          value={search.kind}
          options={movementOptions()}
          onChange={(value) => change({ kind: value as StockMovementRecord['kind'] | undefined })}
        />
      }
      filtered={search.kind !== undefined}
      columns={useColumns()}
      empty={{ icon: IconListDetails, title: t`Thẻ kho còn trống`, hint: t`Ghi lần nhập đầu tiên bằng nút “Nhập, xuất kho”.` }}
    />
  )
}

const Opened = ({ kind }: { kind: GiftKindRecord }) => {
  const { t } = useLingui()
  const can = useCan()
  const [moving, setMoving] = useState(false)
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <Facts
          facts={[
            { label: t`Tồn kho`, value: `${kind.stockOnHand} ${kind.measure}` },
            { label: t`Đơn giá`, value: <Money value={kind.unitValue} /> },
          ]}
        />
        <Group gap="xs">
          <StockCardPrint kindId={kind.id} />
          {can('create StockMovement') && (
            <Button leftSection={<IconArrowsExchange size={16} aria-hidden />} onClick={() => setMoving(true)}>
              <Trans>Nhập, xuất kho</Trans>
            </Button>
          )}
        </Group>
      </Group>
      <Tabs defaultValue="card" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="card">
            <Trans>Thẻ kho</Trans>
          </Tabs.Tab>
          <Tabs.Tab value="kit">
            <Trans>Thành phần</Trans>
          </Tabs.Tab>
          {can('update GiftKind') && (
            <Tabs.Tab value="edit">
              <Trans>Sửa loại quà</Trans>
            </Tabs.Tab>
          )}
        </Tabs.List>
        <Tabs.Panel value="card">
          <StockCard kind={kind} />
          <OpeningStockSection kind={kind} />
        </Tabs.Panel>
        <Tabs.Panel value="kit">
          <KitPanel kind={kind} />
        </Tabs.Panel>
        <Tabs.Panel value="edit">
          <EditKind key={kind.version} kind={kind} />
        </Tabs.Panel>
      </Tabs>
      <History subject="GiftKind" id={kind.id} />
      {moving && <MovementForm kind={kind} onClose={() => setMoving(false)} />}
    </Stack>
  )
}

/** One kind of gift: its stock card, and what is moved by hand. */
export const KindDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const kind = useQuery(queryOf(giftKinds.get, { params: { id } }))
  return (
    <RecordDrawer title={kind.data?.name ?? t`Loại quà`} onClose={onClose} size="xl">
      <Answer query={kind}>{(data) => <Opened kind={data} />}</Answer>
    </RecordDrawer>
  )
}
