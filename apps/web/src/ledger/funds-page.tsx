import type { FundRecord } from '@chung-tay/contracts/funds'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Paper, Table } from '@mantine/core'
import { IconPigMoney, IconPlus } from '@tabler/icons-react'
import { useCan } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { Money, PersonName } from '../ui/texts.tsx'
import { FundBadge, FundDrawer } from './fund-drawer.tsx'
import { NewFund } from './fund-form.tsx'
import { useFunds } from './queries.ts'
import { fundsRoute } from './routes.ts'

const useColumns = (withBalance: boolean): Column<FundRecord>[] => {
  const { t } = useLingui()
  const name: Column<FundRecord> = {
    key: 'name',
    header: t`Quỹ`,
    cell: (fund) => <PersonName name={fund.name} note={fund.description || fund.code} />,
  }
  const status: Column<FundRecord> = { key: 'active', header: t`Trạng thái`, cell: ({ active }) => <FundBadge active={active} /> }
  if (!withBalance) return [name, status]
  return [
    name,
    { key: 'cash', header: t`Tiền mặt`, align: 'end', cell: ({ balance }) => <Money value={balance?.cash} /> },
    { key: 'bank', header: t`Ngân hàng`, align: 'end', cell: ({ balance }) => <Money value={balance?.bank} /> },
    { key: 'goods', header: t`Hiện vật đã nhận`, align: 'end', cell: ({ balance }) => <Money value={balance?.goods} /> },
    status,
  ]
}

/** What all funds have together, under its columns. */
const Totals = ({ funds }: { funds: readonly FundRecord[] }) => {
  const sum = (place: 'cash' | 'bank' | 'goods') => funds.reduce((total, { balance }) => total + (balance?.[place] ?? 0), 0)
  return (
    <Table.Tr visibleFrom="sm">
      <Table.Th scope="row">
        <Trans>Cộng</Trans>
      </Table.Th>
      {(['cash', 'bank', 'goods'] as const).map((place) => (
        <Table.Td key={place} ta="end" fw={600}>
          <Money value={sum(place)} />
        </Table.Td>
      ))}
      <Table.Td />
    </Table.Tr>
  )
}

/** The funds that money is given to and paid from. */
export const FundsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const query = useFunds()
  const [{ open }, change] = useListSearch(fundsRoute)
  const withBalance = can('read JournalEntry')
  const columns = useColumns(withBalance)
  const close = () => change({ open: undefined })
  const opened = query.data?.items.find(({ id }) => id === open)
  return (
    <>
      <PageTitle
        title={t({ message: 'Quỹ', context: 'menu' })}
        description={t`Tiền và hiện vật ủng hộ được giữ riêng theo từng quỹ.`}
        action={
          can('create Fund') && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
              {t`Thêm quỹ`}
            </Button>
          )
        }
      />
      <Answer query={query}>
        {({ items }) => (
          <Paper className="list-paper" withBorder={false}>
            {items.length === 0 ? (
              <EmptyState icon={IconPigMoney} title={t`Chưa có quỹ nào`} hint={t`Thêm quỹ trước khi ghi nhận đóng góp.`} />
            ) : (
              <DataTable
                label={t({ message: 'Quỹ', context: 'menu' })}
                columns={columns}
                items={items}
                rowKey={({ id }) => id}
                onOpen={({ id }) => change({ open: id })}
                footer={withBalance && items.length > 1 && <Totals funds={items} />}
              />
            )}
          </Paper>
        )}
      </Answer>
      {open === 'new' && can('create Fund') && <NewFund sortOrder={(query.data?.items.length ?? 0) + 1} onClose={close} />}
      {opened && <FundDrawer key={opened.id} fund={opened} onClose={close} />}
    </>
  )
}
