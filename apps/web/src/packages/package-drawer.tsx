import { packages } from '@chung-tay/contracts/packages'
import type { PackedFigure } from '@chung-tay/domain/packages/figures'
import { useLingui } from '@lingui/react/macro'
import { Alert, Stack, Text } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Facts } from '../ui/facts.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { formatCount, formatMoney } from '../ui/format.ts'
import { Answer } from '../ui/record-query.tsx'
import { DateTime, Day } from '../ui/texts.tsx'

export const packedValue = ({ kind, value }: Pick<PackedFigure, 'kind' | 'value'>): string =>
  kind === 'money' ? formatMoney(value) : formatCount(value)

/** A line and the total it belongs to. */
export const PackedLabel = ({ figure: { label, breakdownLabel, unit } }: { figure: PackedFigure }) => (
  <Text component="span" size="sm" {...(breakdownLabel === null ? { fw: 600 } : { ps: 'md', c: 'dimmed' })}>
    {breakdownLabel ?? label}
    {breakdownLabel === null && (
      <Text component="span" inherit fw={400} c="dimmed">
        {' '}
        ({unit})
      </Text>
    )}
  </Text>
)

/** What one agency sent, and whether its signature still holds. */
export const PackageDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const query = useQuery(queryOf(packages.get, { params: { id } }))
  const columns: Column<PackedFigure>[] = [
    { key: 'label', header: t`Chỉ tiêu`, cell: (figure) => <PackedLabel figure={figure} /> },
    { key: 'value', header: t`Kết quả`, align: 'end', cell: (figure) => <span className="figures">{packedValue(figure)}</span> },
  ]
  return (
    <RecordDrawer title={query.data?.senderName ?? t`Gói số liệu`} onClose={onClose} size="lg">
      <Answer query={query}>
        {({ content, intact, receivedAt, receivedByName, revision, issuedOn }) => (
          <Stack>
            {intact ? (
              <Alert color="leaf" icon={<IconShieldCheck aria-hidden />} title={t`Chữ ký của cơ quan gửi còn đúng`} />
            ) : (
              <Alert color="red" icon={<IconShieldX aria-hidden />} title={t`Chữ ký không còn đúng với nội dung`} role="alert" />
            )}
            <Facts
              facts={[
                { label: t`Báo cáo`, value: content.reportNumber ?? '–' },
                { label: t`Ngày ban hành`, value: <Day value={issuedOn} /> },
                { label: t`Lần gửi`, value: formatCount(revision) },
                {
                  label: t`Đã nhận`,
                  value: (
                    <>
                      {receivedByName}, <DateTime value={receivedAt} />
                    </>
                  ),
                },
              ]}
            />
            <DataTable
              cards={false}
              label={t`Số liệu của cơ quan`}
              columns={columns}
              items={content.figures}
              rowKey={({ key, breakdown }) => `${key} ${breakdown ?? ''}`}
            />
          </Stack>
        )}
      </Answer>
    </RecordDrawer>
  )
}
