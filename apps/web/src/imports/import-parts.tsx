import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, List, Stack } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatCount } from '../ui/format.ts'
import { problemText } from '../ui/problem-text.ts'
import { StatusBadge, type Tone } from '../ui/texts.tsx'

type CountsProps<Outcome extends string> = {
  counts: Readonly<Record<Outcome, number>>
  labels: Readonly<Record<Outcome, string>>
  tones: Readonly<Record<Outcome, Tone>>
}

/** How many rows come to what. */
export const ImportCounts = <Outcome extends string>({ counts, labels, tones }: CountsProps<Outcome>) => (
  <Group gap="xs" aria-live="polite">
    {(Object.keys(labels) as Outcome[]).map((outcome) => (
      <StatusBadge key={outcome} tone={counts[outcome] === 0 ? 'neutral' : tones[outcome]} size="lg">
        {labels[outcome]}: {formatCount(counts[outcome])}
      </StatusBadge>
    ))}
  </Group>
)

/** One line, or a list of them. */
export const Lines = ({ lines }: { lines: readonly string[] }) => {
  if (lines.length < 2) return lines[0] ?? ''
  return (
    <List size="sm" spacing={0} withPadding={false} listStyleType="none">
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  )
}

/** The rows that were not taken, to be mended and sent again. */
export const RefusedFile = ({ urls }: { urls: { xlsx: string; csv: string } }) => (
  <Group gap="xs">
    <Button component="a" variant="default" leftSection={<IconDownload size={16} aria-hidden />} href={urls.xlsx} download>
      <Trans>Tải các dòng có lỗi (.xlsx)</Trans>
    </Button>
    <Button component="a" variant="subtle" href={urls.csv} download>
      CSV
    </Button>
  </Group>
)

/** A table that could not be read: why, and another one; the columns may be told where only they are unknown. */
export const Unreadable = ({ error, onAgain, children }: { error: unknown; onAgain: () => void; children?: ReactNode }) => {
  const { t } = useLingui()
  return (
    <Stack>
      <Alert color="red" role="alert" title={t`Chưa đọc được bảng`}>
        {problemText(error)}
      </Alert>
      {children}
      <Group justify="flex-end">
        <Button variant="default" onClick={onAgain}>
          <Trans>Chọn tệp khác</Trans>
        </Button>
      </Group>
    </Stack>
  )
}
