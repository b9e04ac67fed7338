import { type NoticeReaderRecord, notices, type UnitProgress } from '@chung-tay/contracts/notices'
import { percentRead } from '@chung-tay/domain/notices/progress'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Paper, Progress, Text, Title } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useAction } from '../ui/action.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Count, DateTime, PersonName, StatusBadge } from '../ui/texts.tsx'

const Bar = ({ told, read, label }: { told: number; read: number; label: string }) => {
  const percent = percentRead({ told, read })
  return (
    <Group gap="xs" wrap="nowrap">
      <Progress value={percent} flex={1} miw={80} aria-label={label} color={percent === 100 ? 'leaf' : 'stamen'} />
      <Text size="sm" className="figures" w={44} ta="end">
        {percent}%
      </Text>
    </Group>
  )
}

/** How far the notice has reached, unit by unit: counts for the office and the leadership, never names. */
export const NoticeProgress = ({ id }: { id: string }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(notices.progress, { params: { id } }))
  const columns: Column<UnitProgress>[] = [
    { key: 'unit', header: t`Đơn vị`, cell: (unit) => unit.unitName },
    { key: 'told', header: t`Được thông báo`, align: 'end', cell: (unit) => <Count value={unit.told} /> },
    { key: 'read', header: t`Đã đọc`, align: 'end', cell: (unit) => <Count value={unit.read} /> },
    { key: 'percent', header: t`Tỷ lệ`, cell: (unit) => <Bar {...unit} label={t`Tỷ lệ đã đọc của ${unit.unitName}`} /> },
  ]
  return (
    <Answer query={query}>
      {({ total, units }) => (
        <Paper withBorder p="md" component="section" aria-label={t`Tỷ lệ đã đọc`}>
          <Group justify="space-between" mb="sm">
            <Title order={2} size="h4">
              <Trans>Tỷ lệ đã đọc</Trans>
            </Title>
            <Text size="sm" fw={600}>
              {plural(total.read, { other: `# / ${total.told} người` })} ({percentRead(total)}%)
            </Text>
          </Group>
          <DataTable label={t`Tỷ lệ đã đọc theo đơn vị`} columns={columns} items={units} rowKey={({ unitId }) => unitId} />
        </Paper>
      )}
    </Answer>
  )
}

const OnPaper = ({ reader }: { reader: NoticeReaderRecord }) => {
  const { t } = useLingui()
  const paper = useAction(notices.onPaper, { done: t`Đã ghi nhận` })
  return (
    <Button size="compact-sm" variant="default" loading={paper.isPending} onClick={() => paper.mutate({ params: { id: reader.id } })}>
      <Trans>Đã đọc trên giấy</Trans>
    </Button>
  )
}

/** The people of the own unit, for their head alone: who has read, who is to be reminded. */
export const UnitReaders = ({ id }: { id: string }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(notices.readers, { params: { id } }))
  const remind = useAction(notices.remind, { done: ({ reminded }) => (reminded > 0 ? t`Đã nhắc ${reminded} người` : t`Hôm nay đã nhắc rồi`) })
  const vias = { account: t`bằng tài khoản`, link: t`quét mã QR`, paper: t`trên giấy` }
  const columns: Column<NoticeReaderRecord>[] = [
    {
      key: 'name',
      header: t`Họ và tên`,
      cell: (reader) => <PersonName name={reader.employeeName} note={reader.hasAccount ? null : t`Chưa có tài khoản`} />,
    },
    {
      key: 'read',
      header: t`Đã đọc`,
      cell: (reader) =>
        reader.readAt === null ? (
          <StatusBadge tone="warn">{t`Chưa đọc`}</StatusBadge>
        ) : (
          <>
            <DateTime value={reader.readAt} /> {reader.via && `(${vias[reader.via]})`}
          </>
        ),
    },
    { key: 'paper', header: '', cell: (reader) => (reader.readAt === null ? <OnPaper reader={reader} /> : null) },
  ]
  return (
    <Answer query={query}>
      {({ items }) =>
        items.length === 0 ? null : (
          <Paper withBorder p="md" component="section" aria-label={t`Người trong đơn vị`}>
            <Group justify="space-between" mb="sm">
              <Title order={2} size="h4">
                <Trans>Người trong đơn vị</Trans>
              </Title>
              {items.some(({ readAt, hasAccount }) => readAt === null && hasAccount) && (
                <Button
                  variant="default"
                  leftSection={<IconBell size={16} aria-hidden />}
                  loading={remind.isPending}
                  onClick={() => remind.mutate({ params: { id } })}
                >
                  <Trans>Nhắc người chưa đọc</Trans>
                </Button>
              )}
            </Group>
            <DataTable label={t`Người trong đơn vị`} columns={columns} items={items} rowKey={(reader) => reader.id} />
          </Paper>
        )
      }
    </Answer>
  )
}
