import type { OutputOf } from '@chung-tay/contracts/contract'
import { type ChangedRecord, reportArchive } from '@chung-tay/contracts/report-archive'
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Stack, Text, Title } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { actionText } from '../ui/audit-text.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState } from '../ui/states.tsx'
import { DateTime, PersonName } from '../ui/texts.tsx'
import { RecordName } from './figure-records.tsx'
import { FigureValue, type OpenFigure } from './figure-value.tsx'
import { fullLabel, indicatorLabel, valueText } from './report-labels.ts'

type Item = OutputOf<typeof reportArchive.differences>['items'][number]

const Intact = ({ intact }: { intact: boolean }) => {
  const { t } = useLingui()
  return intact ? (
    <Alert color="leaf" icon={<IconShieldCheck aria-hidden />} title={t`Nội dung đã ký còn nguyên vẹn`}>
      <Trans>Mã kiểm tra của nội dung đang lưu trùng với mã lúc ký.</Trans>
    </Alert>
  ) : (
    <Alert color="red" icon={<IconShieldX aria-hidden />} title={t`Nội dung đã ký không còn nguyên vẹn`} role="alert">
      <Trans>Mã kiểm tra không trùng với mã lúc ký. Hãy báo người quản trị đối chiếu với bản giấy và bản sao lưu.</Trans>
    </Alert>
  )
}

const changeLabels = (): Record<ChangedRecord['change'], string> => ({ added: t`Thêm`, changed: t`Sửa`, removed: t`Không còn tính` })

/** Which records make the difference, and who did what to them, when and why. */
const Causes = ({ records }: { records: readonly ChangedRecord[] }) => {
  const { t: told } = useLingui()
  const columns: Column<ChangedRecord>[] = [
    { key: 'record', header: told`Bản ghi`, cell: (record) => <RecordName item={{ ...record, number: record.number ?? '' }} /> },
    { key: 'figure', header: told`Chỉ tiêu`, cell: (record) => indicatorLabel(record.key) },
    { key: 'change', header: told`Thay đổi`, cell: (record) => changeLabels()[record.change] },
    {
      key: 'who',
      header: told`Ai, lúc nào`,
      cell: (record) => (record.byName === null ? '–' : <PersonName name={record.byName} note={<DateTime value={record.at} />} />),
    },
    {
      key: 'why',
      header: told`Việc đã làm, lý do`,
      cell: (record) => [record.action && actionText(record.action), record.reason].filter(Boolean).join(': ') || '–',
    },
  ]
  return (
    <section aria-label={told`Vì sao khác`}>
      <Title order={2} fz="md" mb="xs">
        <Trans>Vì sao khác</Trans>
      </Title>
      <DataTable label={told`Vì sao khác`} columns={columns} items={records} rowKey={({ key, id }) => `${key} ${id}`} />
    </section>
  )
}

/** What the records would say otherwise since the signature. */
export const Differences = ({ id, onOpen }: { id: string; onOpen: OpenFigure }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(reportArchive.differences, { params: { id } }))
  const columns: Column<Item>[] = [
    { key: 'label', header: t`Chỉ tiêu`, cell: (line) => fullLabel(line) },
    { key: 'signed', header: t`Lúc ký`, align: 'end', cell: (line) => <span className="figures">{valueText(line.key, line.signed)}</span> },
    { key: 'now', header: t`Hiện nay`, align: 'end', cell: (line) => <FigureValue line={line} value={line.now} onOpen={onOpen} /> },
    {
      key: 'change',
      header: t`Chênh lệch`,
      align: 'end',
      cell: (line) => <span className="figures">{`${line.now > line.signed ? '+' : ''}${valueText(line.key, line.now - line.signed)}`}</span>,
    },
  ]
  return (
    <Answer query={query}>
      {({ intact, items, records, left }) => (
        <Stack>
          {intact !== null && <Intact intact={intact} />}
          {items.length === 0 && records.length === 0 ? (
            <EmptyState
              icon={IconShieldCheck}
              title={t`Sổ sách không thay đổi từ khi ký`}
              hint={t`Mọi số liệu trong báo cáo vẫn khớp với bản ghi.`}
            />
          ) : (
            <DataTable label={t`Thay đổi sau khi ký`} columns={columns} items={items} rowKey={({ key, breakdown }) => `${key} ${breakdown ?? ''}`} />
          )}
          {records.length > 0 && <Causes records={records} />}
          {left > 0 && (
            <Text size="sm" c="dimmed">
              <Trans>và {left} bản ghi khác</Trans>
            </Text>
          )}
        </Stack>
      )}
    </Answer>
  )
}
