import type { StatementRow } from '@chung-tay/contracts/bank-statements'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { formatCount } from '../ui/format.ts'
import { Day, StatusBadge } from '../ui/texts.tsx'
import { rowReasonLabels, SignedMoney } from './statement-labels.tsx'

type Outcome = StatementRow['outcome']

const tones = { new: 'active', known: 'good', unclear: 'bad', ignored: 'neutral' } as const

const Told = ({ row }: { row: StatementRow }) => (
  <span style={{ overflowWrap: 'anywhere' }}>
    {row.text || '–'}
    {'reason' in row && (
      <Text component="span" display="block" size="xs" c="dimmed">
        {rowReasonLabels()[row.reason]}
      </Text>
    )}
  </span>
)

const outcomes = ['new', 'known', 'unclear', 'ignored'] as const
const atOnce = 50

/** The rows of the file and what each was read as; those that somebody has to look at stand first. */
export const ImportRows = ({ rows }: { rows: readonly StatementRow[] }) => {
  const { t } = useLingui()
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length
  const [only, setOnly] = useState<Outcome>(count('unclear') > 0 ? 'unclear' : count('new') > 0 ? 'new' : 'known')
  const [limit, setLimit] = useState(atOnce)
  const words: Record<Outcome, string> = { new: t`Mới`, known: t`Đã có`, unclear: t`Chưa đọc được`, ignored: t`Bỏ qua` }
  const shown = rows.filter((row) => row.outcome === only)
  const columns: Column<StatementRow>[] = [
    { key: 'row', header: t`Dòng`, align: 'end', cell: (row) => row.row },
    { key: 'day', header: t`Ngày`, cell: (row) => <Day value={'day' in row ? row.day : null} /> },
    { key: 'text', header: t`Nội dung`, cell: (row) => <Told row={row} /> },
    {
      key: 'amount',
      header: t`Số tiền`,
      align: 'end',
      cell: (row) => ('amount' in row ? <SignedMoney direction={row.direction} amount={row.amount} /> : '–'),
    },
    { key: 'outcome', header: t`Kết quả`, cell: (row) => <StatusBadge tone={tones[row.outcome]}>{words[row.outcome]}</StatusBadge> },
  ]
  return (
    <Stack gap="xs">
      <Group gap={4} role="group" aria-label={t`Dòng được hiện`}>
        {outcomes
          .filter((outcome) => count(outcome) > 0)
          .map((outcome) => (
            <Button
              key={outcome}
              size="compact-sm"
              variant={outcome === only ? 'filled' : 'default'}
              aria-pressed={outcome === only}
              onClick={() => {
                setOnly(outcome)
                setLimit(atOnce)
              }}
            >
              {words[outcome]} ({formatCount(count(outcome))})
            </Button>
          ))}
      </Group>
      <DataTable label={t`Các dòng của sao kê`} columns={columns} items={shown.slice(0, limit)} rowKey={(row) => String(row.row)} />
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
