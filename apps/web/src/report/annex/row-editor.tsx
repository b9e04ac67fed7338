import type { AnnexRowRecord } from '@chung-tay/contracts/annex'
import { dimensionsOf } from '@chung-tay/domain/report/annex'
import { type Dimension, dimensions } from '@chung-tay/domain/report/indicators'
import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Collapse, Group, MultiSelect, Paper, SimpleGrid, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconFilter, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { indicatorLabel } from '../report-labels.ts'
import { DayInput } from './day-input.tsx'
import { dimensionLabels, FilterText, optionsOf, useChoices } from './filter-text.tsx'

export type EditedRow = Pick<AnnexRowRecord, 'id' | 'indicator' | 'label' | 'unit' | 'by' | 'filter'> & { key: string }
type Change = (part: Partial<EditedRow>) => void

const isDimension = (name: string): name is Dimension => (dimensions as readonly string[]).includes(name)

/** Breakdowns and filters that the indicator knows. */
const Narrowing = ({ row, onChange }: { row: EditedRow; onChange: Change }) => {
  const { t } = useLingui()
  const choices = useChoices()
  const known = row.indicator === null ? [] : dimensionsOf(row.indicator)
  const labels = dimensionLabels()
  const narrow = (name: string, value: string[] | string | undefined) => {
    const { [name as keyof EditedRow['filter']]: _, ...rest } = row.filter
    onChange({ filter: value === undefined || value.length === 0 ? rest : { ...rest, [name]: value } })
  }
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" mt="xs">
      {known.length > 0 && (
        <MultiSelect
          size="xs"
          label={t`Phân tổ theo`}
          data={known.map((value) => ({ value, label: labels[value] }))}
          value={row.by}
          onChange={(by) => onChange({ by: by.filter(isDimension) })}
        />
      )}
      {known.map((dimension) => (
        <MultiSelect
          key={dimension}
          size="xs"
          searchable
          clearable
          label={t`Chỉ tính: ${labels[dimension]}`}
          {...((row.filter[dimension] ?? []).length === 0 && { placeholder: t`Tất cả` })}
          data={optionsOf(dimension, choices)}
          value={row.filter[dimension] ?? []}
          onChange={(values) => narrow(dimension, values)}
        />
      ))}
      <DayInput label={t`Từ ngày`} value={row.filter.from} onDay={(day) => narrow('from', day)} />
      <DayInput label={t`Đến ngày`} value={row.filter.to} onDay={(day) => narrow('to', day)} />
    </SimpleGrid>
  )
}

type RowProps = { row: EditedRow; number: number; last: boolean; onChange: Change; onMove: (step: 1 | -1) => void; onRemove: () => void }

const Buttons = ({ row, number, last, open, onOpen, onMove, onRemove }: Omit<RowProps, 'onChange'> & { open: boolean; onOpen: () => void }) => {
  const { t } = useLingui()
  const { label } = row
  return (
    <Group gap={4} wrap="nowrap">
      {row.indicator !== null && (
        <ActionIcon variant={open ? 'light' : 'subtle'} aria-expanded={open} aria-label={t`Phân tổ, lọc: ${label}`} onClick={onOpen}>
          <IconFilter size={16} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon variant="subtle" disabled={number === 1} aria-label={t`Chuyển lên: ${label}`} onClick={() => onMove(-1)}>
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" disabled={last} aria-label={t`Chuyển xuống: ${label}`} onClick={() => onMove(1)}>
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon variant="subtle" color="red" aria-label={t`Bỏ dòng: ${label}`} onClick={onRemove}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  )
}

/** One line: its words, its place, and behind the funnel what it counts. */
export const RowEditor = ({ row, onChange, ...rest }: RowProps) => {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const byKeys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    rest.onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  const heading = row.indicator === null
  const name = heading ? t`Đề mục` : indicatorLabel(row.indicator ?? 'tasks')
  return (
    <Paper withBorder p="xs" onKeyDown={byKeys} {...(heading && { bg: 'var(--mantine-color-default-hover)' })} role="group" aria-label={row.label}>
      <Group gap="xs" align="flex-end">
        <TextInput
          size="xs"
          label={name}
          aria-label={t`Tên dòng ${rest.number}: ${name}`}
          value={row.label}
          error={row.label.trim() === ''}
          maxLength={200}
          onChange={(event) => onChange({ label: event.currentTarget.value })}
          style={{ flex: '1 1 220px' }}
          {...(heading && { styles: { input: { fontWeight: 600 } } })}
        />
        {!heading && (
          <TextInput
            size="xs"
            w={120}
            label={t`Đơn vị tính`}
            value={row.unit}
            maxLength={40}
            onChange={(event) => onChange({ unit: event.currentTarget.value })}
          />
        )}
        <Buttons row={row} {...rest} open={open} onOpen={() => setOpen(!open)} />
      </Group>
      {!heading && !open && <FilterText filter={row.filter} />}
      {!heading && (
        <Collapse expanded={open}>
          <Narrowing row={row} onChange={onChange} />
        </Collapse>
      )}
    </Paper>
  )
}
