import { type BalanceCountRecord, balanceCounts } from '@chung-tay/contracts/ledger-closing'
import { Trans, useLingui } from '@lingui/react/macro'
import { Paper, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Day, Money, PersonName, StatusBadge } from '../ui/texts.tsx'

const Difference = ({ count: { counted, booked } }: { count: BalanceCountRecord }) => {
  const { t } = useLingui()
  return counted === booked ? <StatusBadge tone="good">{t`Khớp`}</StatusBadge> : <Money value={counted - booked} />
}

/** Counts of the cash box and the bank, each beside what the books said. */
export const CountsTable = () => {
  const { t } = useLingui()
  const query = useQuery(queryOf(balanceCounts.list, { query: { limit: 50 } }))
  const columns: Column<BalanceCountRecord>[] = [
    { key: 'countedOn', header: t`Cuối ngày`, cell: (one) => <Day value={one.countedOn} /> },
    { key: 'account', header: t`Tài khoản`, cell: (one) => <PersonName name={one.accountName} note={one.note || null} /> },
    { key: 'booked', header: t`Sổ sách`, align: 'end', cell: (one) => <Money value={one.booked} /> },
    { key: 'counted', header: t`Thực có`, align: 'end', cell: (one) => <Money value={one.counted} /> },
    { key: 'difference', header: t`Chênh lệch`, align: 'end', cell: (one) => <Difference count={one} /> },
    { key: 'by', header: t`Người kiểm kê`, hideBelow: 'md', cell: (one) => one.countedByName },
  ]
  return (
    <Paper withBorder p="md" component="section" aria-label={t`Các lần kiểm kê`}>
      <Title order={2} size="h4" mb="sm">
        <Trans>Các lần kiểm kê</Trans>
      </Title>
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              <Trans>Chưa kiểm kê lần nào. Đếm tiền trong két và đối chiếu sao kê trước khi khóa sổ.</Trans>
            </Text>
          ) : (
            <DataTable label={t`Các lần kiểm kê`} columns={columns} items={items} rowKey={({ id }) => id} />
          )
        }
      </Answer>
    </Paper>
  )
}
