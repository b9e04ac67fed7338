import type { FundRecord } from '@chung-tay/contracts/funds'
import { ledger, type StatementLine } from '@chung-tay/contracts/ledger'
import { purposeOf } from '@chung-tay/domain/donations/vietqr'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconEdit, IconListDetails } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { infiniteOf } from '../api/query.ts'
import { TransferQr } from '../donations/transfer-qr.tsx'
import { useCampaign, useCan } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Facts } from '../ui/facts.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { PageSkeleton } from '../ui/page-skeleton.tsx'
import { PeriodFilter } from '../ui/period-filter.tsx'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { EmptyState, ErrorState } from '../ui/states.tsx'
import { Day, Money, PersonName, StatusBadge } from '../ui/texts.tsx'
import { EditFund } from './fund-form.tsx'
import { OpeningSection } from './opening-section.tsx'

const useColumns = (): Column<StatementLine>[] => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const linkOf = ({ sourceId, entryId }: StatementLine) => ({
    to: '/$year/ledger' as const,
    params: { year },
    search: { open: sourceId, entry: entryId },
  })
  return [
    {
      key: 'number',
      header: t`Bút toán`,
      cell: (line) => <PersonName name={<PlaceAnchor link={linkOf(line)}>{line.number}</PlaceAnchor>} note={<Day value={line.enteredOn} />} />,
    },
    { key: 'memo', header: t`Diễn giải`, cell: ({ memo }) => memo },
    { key: 'received', header: t`Thu`, align: 'end', cell: ({ received }) => <Money value={received || null} /> },
    { key: 'paid', header: t`Chi`, align: 'end', cell: ({ paid }) => <Money value={paid || null} /> },
    { key: 'balance', header: t`Còn lại`, align: 'end', cell: ({ balance }) => <Money value={balance} /> },
  ]
}

type Filter = { account?: '111' | '112' | undefined; from?: string | undefined; to?: string | undefined }

/** The fund's cash and bank money, line by line with what was left after each. */
const Statement = ({ fund }: { fund: FundRecord }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const [filter, setFilter] = useState<Filter>({ from: `${year}-01-01` })
  const change = (part: Filter) => setFilter((before) => ({ ...before, ...part }))
  const list = useInfiniteQuery(infiniteOf(ledger.statement, { params: { id: fund.id }, query: filter }))
  const columns = useColumns()
  const places = [
    { value: '111', label: t`Tiền mặt` },
    { value: '112', label: t`Ngân hàng` },
  ]
  const head = list.data?.pages[0]
  const lines = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Stack gap="sm">
      <Title order={3} fz="md">
        <Trans>Sổ chi tiết tiền của quỹ</Trans>
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs" className="no-print">
        <FilterSelect
          label={t`Tiền mặt, ngân hàng`}
          value={filter.account}
          options={places}
          onChange={(value) => change({ account: value as Filter['account'] })}
        />
        <PeriodFilter from={filter.from} to={filter.to} onChange={change} />
      </SimpleGrid>
      {list.isPending && <PageSkeleton />}
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {head && (
        <Facts
          facts={[
            { label: filter.from?.endsWith('-01-01') ? t`Số dư đầu năm` : t`Đầu kỳ`, value: <Money value={head.opening} /> },
            { label: t`Cuối kỳ`, value: <Money value={head.closing} /> },
            { label: t`Thu trong kỳ`, value: <Money value={head.received} /> },
            { label: t`Chi trong kỳ`, value: <Money value={head.paid} /> },
          ]}
        />
      )}
      {head && lines.length === 0 && (
        <EmptyState icon={IconListDetails} title={t`Không có thu, chi trong kỳ`} hint={t`Hãy chọn khoảng ngày khác hoặc bỏ bớt điều kiện lọc.`} />
      )}
      {lines.length > 0 && <DataTable label={t`Sổ chi tiết tiền của quỹ`} columns={columns} items={lines} rowKey={({ id }) => id} />}
      {list.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            <Trans>Xem thêm</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  )
}

export const FundBadge = ({ active }: { active: boolean }) => {
  const { t } = useLingui()
  return <StatusBadge tone={active ? 'good' : 'neutral'}>{active ? t`Đang dùng` : t`Ngừng dùng`}</StatusBadge>
}

/** One fund: what it has, and every movement of its money. */
export const FundDrawer = ({ fund, onClose }: { fund: FundRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const can = useCan()
  const [editing, setEditing] = useState(false)
  if (editing) return <EditFund fund={fund} onClose={() => setEditing(false)} />
  const { balance, description } = fund
  return (
    <RecordDrawer title={fund.name} onClose={onClose} size="xl">
      <Stack gap="md">
        <Group justify="space-between">
          <FundBadge active={fund.active} />
          {can('update Fund') && (
            <Button variant="default" leftSection={<IconEdit size={16} aria-hidden />} onClick={() => setEditing(true)}>
              {t`Sửa quỹ`}
            </Button>
          )}
        </Group>
        {description && <Text size="sm">{description}</Text>}
        <TransferQr fund={fund} amount={null} purpose={purposeOf(`Ung ho ${fund.code}`)} file={fund.code} />
        {balance && (
          <>
            <Facts
              facts={[
                { label: t`Tiền mặt`, value: <Money value={balance.cash} /> },
                { label: t`Ngân hàng`, value: <Money value={balance.bank} /> },
                { label: t`Hiện vật đã nhận`, value: <Money value={balance.goods} /> },
              ]}
            />
            <OpeningSection fund={fund} />
            <Statement fund={fund} />
          </>
        )}
        <History subject="Fund" id={fund.id} />
      </Stack>
    </RecordDrawer>
  )
}
