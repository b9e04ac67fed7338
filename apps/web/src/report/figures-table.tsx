import { type FigureRecord, reports } from '@chung-tay/contracts/report'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Anchor, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Answer } from '../ui/record-query.tsx'
import { fullLabel, groupLabels, lineLabel, unitLabel, valueText } from './report-labels.ts'

const ComparisonChart = lazy(() => import('./comparison-chart.tsx'))

export type OpenFigure = (line: Pick<FigureRecord, 'key' | 'breakdown'>) => void

/** A number as the way to its records. */
export const FigureValue = ({
  line,
  value,
  onOpen,
}: {
  line: Pick<FigureRecord, 'key' | 'breakdown' | 'label'>
  value: number
  onOpen: OpenFigure
}) => {
  const { t } = useLingui()
  const text = valueText(line.key, value)
  if (value === 0) return <span className="figures">{text}</span>
  return (
    <Anchor
      component="button"
      type="button"
      className="figures"
      fz="sm"
      onClick={() => onOpen(line)}
      aria-label={t`${fullLabel(line)}: ${text}, mở danh sách`}
    >
      {text}
    </Anchor>
  )
}

const percent = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' })

/** How much more or less than the year before, and by what part of it. */
const Change = ({ line: { key, value, previous } }: { line: FigureRecord }) => {
  const change = value - (previous ?? 0)
  if (change === 0) return <span className="figures">0</span>
  return (
    <span className="figures">
      {change > 0 && '+'}
      {valueText(key, change)}
      {previous ? ` (${percent.format(change / previous)})` : ''}
    </span>
  )
}

const useColumns = (previousYear: number | null, onOpen: OpenFigure): Column<FigureRecord>[] => {
  const { t } = useLingui()
  return [
    {
      key: 'label',
      header: t`Chỉ tiêu`,
      cell: (line) => (
        <Text component="span" size="sm" {...(line.breakdown === null ? { fw: 600 } : { ps: 'md', c: 'dimmed' })}>
          {lineLabel(line)}
          {line.breakdown === null && (
            <Text component="span" inherit fw={400} c="dimmed">
              {' '}
              ({unitLabel(line.key)})
            </Text>
          )}
        </Text>
      ),
    },
    { key: 'value', header: t`Kết quả`, align: 'end', cell: (line) => <FigureValue line={line} value={line.value} onOpen={onOpen} /> },
    ...(previousYear === null
      ? []
      : [
          {
            key: 'previous',
            header: t`Năm ${String(previousYear)}`,
            align: 'end' as const,
            cell: (line: FigureRecord) => <span className="figures">{valueText(line.key, line.previous ?? 0)}</span>,
          },
          {
            key: 'change',
            header: t`So với năm trước`,
            align: 'end' as const,
            hideBelow: 'sm' as const,
            cell: (line: FigureRecord) => <Change line={line} />,
          },
        ]),
  ]
}

const Groups = ({
  groups,
  previousYear,
  onOpen,
}: {
  groups: { group: FigureRecord['key'] | string; figures: FigureRecord[] }[]
  previousYear: number | null
  onOpen: OpenFigure
}) => {
  const columns = useColumns(previousYear, onOpen)
  const labels: Readonly<Record<string, string>> = groupLabels()
  return (
    <Stack gap="lg">
      {groups.map(({ group, figures }) => (
        <section key={group} aria-label={labels[group]}>
          <Title order={2} fz="md" mb="xs">
            {labels[group]}
          </Title>
          <DataTable
            cards={false}
            label={labels[group] ?? group}
            columns={columns}
            items={figures}
            rowKey={({ key, breakdown }) => `${key} ${breakdown ?? ''}`}
          />
        </section>
      ))}
    </Stack>
  )
}

/** The annex: every number opens its records; beside it the year before. */
export const Figures = ({ signed, onOpen }: { signed: boolean; onOpen: OpenFigure }) => {
  const { id, year } = useCampaign()
  const query = useQuery(queryOf(reports.figures, { params: { campaignId: id } }))
  return (
    <>
      <Alert color="blue" mb="md" p="xs" className="no-print">
        {signed ? (
          <Trans>Đây là số liệu theo sổ sách lúc này. Báo cáo đã ký giữ số liệu lúc ký; xem thẻ Thay đổi sau khi ký.</Trans>
        ) : (
          <Trans>Số liệu tính từ sổ sách lúc này. Bấm vào một con số để mở danh sách bản ghi tạo nên nó.</Trans>
        )}
      </Alert>
      <Answer query={query}>
        {({ groups, previousYear }) => (
          <>
            {previousYear !== null && (
              <Suspense fallback={<Skeleton h={320} mb="lg" />}>
                <ComparisonChart figures={groups.flatMap(({ figures }) => figures)} year={year} previousYear={previousYear} />
              </Suspense>
            )}
            <Groups groups={groups} previousYear={previousYear} onOpen={onOpen} />
          </>
        )}
      </Answer>
    </>
  )
}
