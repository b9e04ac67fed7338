import { type AnnexFigure, type AnnexRowRecord, annexes } from '@chung-tay/contracts/annex'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconAdjustments } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { queryOf } from '../../api/query.ts'
import { useCampaign, useCan } from '../../session/session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { PageSkeleton } from '../../ui/page-skeleton.tsx'
import { Answer } from '../../ui/record-query.tsx'
import { FigureValue, type OpenFigure } from '../figure-value.tsx'
import { lineLabel, valueText } from '../report-labels.ts'
import { FilterText } from './filter-text.tsx'

const AnnexEditor = lazy(() => import('./annex-editor.tsx'))

type Counting = AnnexRowRecord & { indicator: NonNullable<AnnexRowRecord['indicator']> }
type Line = AnnexFigure & { row: Counting }

const percent = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' })

/** How much more or less than the year before, and by what part of it. */
const Change = ({ line: { row, value, previous } }: { line: Line }) => {
  const change = value - (previous ?? 0)
  const share = previous ? ` (${percent.format(change / previous)})` : ''
  return <span className="figures">{change === 0 ? '0' : `${change > 0 ? '+' : ''}${valueText(row.indicator, change)}${share}`}</span>
}

const Label = ({ line: { row, ...line } }: { line: Line }) =>
  line.breakdown === null ? (
    <>
      <Text component="span" size="sm" fw={600}>
        {row.label}
        <Text component="span" inherit fw={400} c="dimmed">
          {' '}
          ({row.unit})
        </Text>
      </Text>
      <FilterText filter={row.filter} />
    </>
  ) : (
    <Text component="span" size="sm" ps="md" c="dimmed">
      {lineLabel({ key: row.indicator, ...line })}
    </Text>
  )

const useColumns = (previousYear: number | null, onOpen: OpenFigure): Column<Line>[] => {
  const { t } = useLingui()
  const before: Column<Line>[] = [
    {
      key: 'previous',
      header: t`Năm ${String(previousYear)}`,
      align: 'end',
      cell: ({ row, previous }) => <span className="figures">{valueText(row.indicator, previous ?? 0)}</span>,
    },
    { key: 'change', header: t`So với năm trước`, align: 'end', hideBelow: 'sm', cell: (line) => <Change line={line} /> },
  ]
  return [
    { key: 'label', header: t`Chỉ tiêu`, cell: (line) => <Label line={line} /> },
    {
      key: 'value',
      header: t`Kết quả`,
      align: 'end',
      cell: ({ row, breakdown, label, value }) => (
        <FigureValue line={{ key: row.indicator, breakdown, label, row: row.id }} name={row.label} value={value} onOpen={onOpen} />
      ),
    },
    ...(previousYear === null ? [] : before),
  ]
}

type Part = { heading: string; lines: Line[] }

/** The rows under each heading; what stands before the first has none. */
const groupsOf = (rows: readonly AnnexRowRecord[]): Part[] => {
  const groups: Part[] = [{ heading: '', lines: [] }]
  for (const row of rows) {
    const { indicator } = row
    if (indicator === null) groups.push({ heading: row.label, lines: [] })
    else groups.at(-1)?.lines.push(...row.figures.map((figure) => ({ ...figure, row: { ...row, indicator } })))
  }
  return groups.filter(({ heading, lines }) => heading !== '' || lines.length > 0)
}

const Table = ({ rows, previousYear, onOpen }: { rows: readonly AnnexRowRecord[]; previousYear: number | null; onOpen: OpenFigure }) => {
  const { t } = useLingui()
  const columns = useColumns(previousYear, onOpen)
  return (
    <Stack gap="lg" mb="xl">
      {groupsOf(rows).map(({ heading, lines }, at) => (
        <section key={`${at} ${heading}`} aria-label={heading || t`Chỉ tiêu chung`}>
          {heading && (
            <Title order={2} fz="md" mb="xs">
              {heading}
            </Title>
          )}
          <DataTable
            cards={false}
            label={heading || t`Chỉ tiêu chung`}
            columns={columns}
            items={lines}
            rowKey={({ row, breakdown }) => `${row.id ?? row.indicator} ${breakdown ?? ''}`}
          />
        </section>
      ))}
    </Stack>
  )
}

/** The year's annex, line by line as the office wrote it: every number opens its records; beside it the year before. */
export const Annex = ({ onOpen, editable }: { onOpen: OpenFigure; editable: boolean }) => {
  const { id } = useCampaign()
  const can = useCan()
  const [editing, setEditing] = useState(false)
  const query = useQuery(queryOf(annexes.get, { params: { campaignId: id } }))
  return (
    <Answer query={query}>
      {(annex) =>
        editing ? (
          <Suspense fallback={<PageSkeleton />}>
            <AnnexEditor annex={annex} onClose={() => setEditing(false)} />
          </Suspense>
        ) : (
          <>
            {editable && can('update Report') && (
              <Group justify="flex-end" mb="xs" className="no-print">
                <Button variant="default" size="xs" leftSection={<IconAdjustments size={14} aria-hidden />} onClick={() => setEditing(true)}>
                  <Trans>Sửa biểu phụ lục</Trans>
                </Button>
              </Group>
            )}
            <Table rows={annex.rows} previousYear={annex.previousYear} onOpen={onOpen} />
          </>
        )
      }
    </Answer>
  )
}
