import type { OutputOf } from '@chung-tay/contracts/contract'
import { reports } from '@chung-tay/contracts/report'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Stack } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState } from '../ui/states.tsx'
import { FigureValue, type OpenFigure } from './figures-table.tsx'
import { fullLabel, valueText } from './report-labels.ts'

type Item = OutputOf<typeof reports.differences>['items'][number]

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

/** What the records would say otherwise since the signature. */
export const Differences = ({ id, onOpen }: { id: string; onOpen: OpenFigure }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(reports.differences, { params: { id } }))
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
      {({ intact, items }) => (
        <Stack>
          {intact !== null && <Intact intact={intact} />}
          {items.length === 0 ? (
            <EmptyState
              icon={IconShieldCheck}
              title={t`Sổ sách không thay đổi từ khi ký`}
              hint={t`Mọi số liệu trong báo cáo vẫn khớp với bản ghi.`}
            />
          ) : (
            <DataTable label={t`Thay đổi sau khi ký`} columns={columns} items={items} rowKey={({ key, breakdown }) => `${key} ${breakdown ?? ''}`} />
          )}
        </Stack>
      )}
    </Answer>
  )
}
