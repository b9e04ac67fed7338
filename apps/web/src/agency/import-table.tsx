import type { ImportRow } from '@chung-tay/contracts/employees'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Lines } from '../imports/import-parts.tsx'
import { fieldName } from '../ui/audit-text.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { formatCount } from '../ui/format.ts'
import { PersonName, StatusBadge } from '../ui/texts.tsx'
import { employeeKindLabels, outcomeLabels, outcomeTones, problemLabel } from './agency-labels.ts'

/** Why a row is refused, or what of a known person it changes. */
const Story = ({ row }: { row: ImportRow }) => {
  const kinds: Readonly<Record<string, string>> = employeeKindLabels()
  const shown = (value: string | null) => (value === null || value === '' ? '–' : (kinds[value] ?? value))
  const lines =
    row.outcome === 'refused'
      ? row.problems.map(problemLabel)
      : row.changes.map(({ field, before, after }) => `${fieldName(field)}: ${shown(before)} → ${shown(after)}`)
  return <Lines lines={lines} />
}

const atOnce = 100

/** The rows of a spreadsheet and what each would do; what is refused stands first. */
export const ImportTable = ({ rows }: { rows: readonly ImportRow[] }) => {
  const { t } = useLingui()
  const refused = rows.filter((row) => row.outcome === 'refused')
  const mixed = refused.length > 0 && refused.length < rows.length
  const [only, setOnly] = useState(mixed ? 'refused' : 'all')
  const [limit, setLimit] = useState(atOnce)
  const labels = outcomeLabels()
  const shown = only === 'refused' ? refused : rows
  const columns: Column<ImportRow>[] = [
    { key: 'row', header: t`Dòng`, align: 'end', cell: (row) => row.row },
    { key: 'name', header: t`Họ và tên`, cell: (row) => <PersonName name={row.name || '–'} note={row.code || null} /> },
    { key: 'outcome', header: t`Kết quả`, cell: (row) => <StatusBadge tone={outcomeTones[row.outcome]}>{labels[row.outcome]}</StatusBadge> },
    { key: 'story', header: t`Lý do, thay đổi`, cell: (row) => <Story row={row} /> },
  ]
  return (
    <Stack gap="xs">
      {mixed && (
        <SegmentedControl
          aria-label={t`Dòng được hiện`}
          value={only}
          onChange={setOnly}
          data={[
            { value: 'refused', label: t`Có lỗi (${formatCount(refused.length)})` },
            { value: 'all', label: t`Tất cả (${formatCount(rows.length)})` },
          ]}
        />
      )}
      <DataTable label={t`Các dòng của bảng`} columns={columns} items={shown.slice(0, limit)} rowKey={(row) => String(row.row)} />
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Bảng không có dòng nào.</Trans>
        </Text>
      )}
      {shown.length > limit && (
        <Button variant="subtle" onClick={() => setLimit(limit + atOnce * 5)}>
          <Trans>
            Xem thêm ({formatCount(limit)}/{formatCount(shown.length)})
          </Trans>
        </Button>
      )}
    </Stack>
  )
}
