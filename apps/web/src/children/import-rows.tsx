import type { ChildImportRow } from '@chung-tay/contracts/children-import'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { Lines } from '../imports/import-parts.tsx'
import { fieldName } from '../ui/audit-text.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { formatCount } from '../ui/format.ts'
import { matches } from '../ui/search.ts'
import { SearchField } from '../ui/search-field.tsx'
import { Day, PersonName, StatusBadge } from '../ui/texts.tsx'
import { valueText } from '../ui/value-text.ts'
import { guardiansText, schoolLevelLabels, sexLabels } from './child-labels.ts'
import { ImportAnswer, isAnswerable } from './import-answer.tsx'
import { noteLabel, outcomeLabels, outcomeTones, problemLabel } from './import-labels.ts'

const views = ['refused', 'noted', 'changed', 'all'] as const
type View = (typeof views)[number]

const shows: Record<View, (row: ChildImportRow) => boolean> = {
  refused: ({ outcome }) => outcome === 'refused',
  noted: ({ notes }) => notes.length > 0,
  changed: ({ outcome }) => outcome === 'update',
  all: () => true,
}

/** Why a row waits, what it changes, and what a person should know of it. */
const storyOf = ({ problems, changes, notes }: ChildImportRow): string[] => {
  const words: Readonly<Record<string, string>> = { ...sexLabels(), ...schoolLevelLabels() }
  const shown = (value: string | null) => (value === null ? '–' : (words[value] ?? valueText(value)))
  return [
    ...problems.map(problemLabel),
    ...changes.map(({ field, before, after }) => `${fieldName(field)}: ${shown(before)} → ${shown(after)}`),
    ...notes.map(noteLabel),
  ]
}

const useColumns = (onAnswer: (row: number) => void): Column<ChildImportRow>[] => {
  const { t } = useLingui()
  const labels = outcomeLabels()
  return [
    {
      key: 'name',
      header: t`Cháu`,
      cell: ({ row, name, birthDate, sex }) => (
        <PersonName
          name={name || '–'}
          note={
            <>
              {t`Dòng ${row}`}
              {birthDate && (
                <>
                  , <Day value={birthDate} />
                </>
              )}
              {sex && `, ${sexLabels()[sex].toLowerCase()}`}
            </>
          }
        />
      ),
    },
    { key: 'guardians', header: t`Bố mẹ`, cell: ({ guardians }) => (guardians.length === 0 ? '–' : guardiansText(guardians)) },
    { key: 'outcome', header: t`Kết quả`, cell: ({ outcome }) => <StatusBadge tone={outcomeTones[outcome]}>{labels[outcome]}</StatusBadge> },
    {
      key: 'story',
      header: t`Lý do, thay đổi`,
      cell: (row) => (
        <Stack gap={4} align="flex-start">
          <Lines lines={storyOf(row)} />
          {row.outcome === 'refused' && isAnswerable(row) && (
            <Button size="compact-sm" variant="light" onClick={() => onAnswer(row.row)} aria-label={t`Bổ sung dòng ${row.row}`}>
              <Trans>Bổ sung</Trans>
            </Button>
          )}
        </Stack>
      ),
    },
  ]
}

const atOnce = 100

/** The rows of a spreadsheet and what each would do; those that wait for a person stand first. */
export const ImportRows = ({ fileId, rows }: { fileId: string; rows: readonly ChildImportRow[] }) => {
  const { t } = useLingui()
  const counts = Object.fromEntries(views.map((view) => [view, rows.filter(shows[view]).length])) as Record<View, number>
  const [view, setView] = useState<View>(counts.refused > 0 ? 'refused' : 'all')
  const [search, setSearch] = useState('')
  const [limit, setLimit] = useState(atOnce)
  const [answering, setAnswering] = useState<number | null>(null)
  const narrow = useMediaQuery('(max-width: 48em)') ?? false
  const columns = useColumns(setAnswering)
  const labels: Record<View, string> = {
    refused: t`Cần xem lại (${formatCount(counts.refused)})`,
    noted: t`Có lưu ý (${formatCount(counts.noted)})`,
    changed: t`Cập nhật (${formatCount(counts.changed)})`,
    all: t`Tất cả (${formatCount(counts.all)})`,
  }
  const data = views.filter((one) => one === 'all' || one === view || counts[one] > 0).map((value) => ({ value, label: labels[value] }))
  const found = rows.filter(
    (row) => shows[view](row) && (search === '' || matches([row.name, ...row.guardians.map(({ name }) => name)].join(' '), search)),
  )
  const row = rows.find((one) => one.row === answering)
  return (
    <Stack gap="xs">
      {narrow ? (
        <Select label={t`Dòng được hiện`} data={data} value={view} allowDeselect={false} onChange={(value) => value && setView(value as View)} />
      ) : (
        <SegmentedControl aria-label={t`Dòng được hiện`} value={view} onChange={(value) => setView(value as View)} data={data} />
      )}
      {rows.length > 20 && <SearchField value={search} onSearch={(text) => setSearch(text ?? '')} label={t`Tìm tên cháu, bố mẹ; không cần gõ dấu`} />}
      {found.length > 0 && (
        <DataTable label={t`Các dòng của bảng`} columns={columns} items={found.slice(0, limit)} rowKey={(one) => String(one.row)} />
      )}
      {found.length === 0 && (
        <Text size="sm" c="dimmed">
          {view === 'refused' && search === '' ? <Trans>Không còn dòng nào cần xem lại.</Trans> : <Trans>Không có dòng nào.</Trans>}
        </Text>
      )}
      {found.length > limit && (
        <Button variant="subtle" onClick={() => setLimit(limit + atOnce * 5)}>
          <Trans>
            Xem thêm ({formatCount(limit)}/{formatCount(found.length)})
          </Trans>
        </Button>
      )}
      {row && row.outcome === 'refused' && <ImportAnswer key={row.row} fileId={fileId} row={row} rows={rows} onClose={() => setAnswering(null)} />}
    </Stack>
  )
}
