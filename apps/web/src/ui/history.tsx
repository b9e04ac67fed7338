import { audit } from '@chung-tay/contracts/audit'
import type { OutputOf } from '@chung-tay/contracts/contract'
import type { Subject } from '@chung-tay/domain/access/abilities'
import { Trans, useLingui } from '@lingui/react/macro'
import { Accordion, Skeleton, Stack, Text, Timeline } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { actionText, fieldName } from './audit-text.ts'
import { ErrorState } from './states.tsx'
import { DateTime } from './texts.tsx'
import { valueText } from './value-text.ts'

type Entry = OutputOf<typeof audit.history>['items'][number]

/** Values a noun has its own words for, such as `{ assigned: 'Đã giao' }`. */
type Words = Readonly<Record<string, string>>

const wordOf = (value: unknown, words: Words): string =>
  Array.isArray(value) && value.length > 0
    ? value.map((one) => wordOf(one, words)).join(', ')
    : ((typeof value === 'string' ? words[value] : undefined) ?? valueText(value))

const Changes = ({ changes, words }: { changes: Entry['changes']; words: Words }) => (
  <Stack gap={2} mt={4}>
    {changes.map(({ field, before, after }) => (
      <Text key={field} size="xs" style={{ overflowWrap: 'anywhere' }}>
        {fieldName(field)}: {before !== null && before !== undefined && <del>{wordOf(before, words)}</del>} <span aria-hidden>→</span>{' '}
        <ins>{wordOf(after, words)}</ins>
      </Text>
    ))}
  </Stack>
)

const Entries = ({ subject, id, words }: { subject: Subject; id: string; words: Words }) => {
  const history = useQuery(queryOf(audit.history, { params: { subject, id } }))
  if (history.isPending) return <Skeleton h={80} />
  if (history.isError) return <ErrorState error={history.error} retry={() => void history.refetch()} />
  if (history.data.items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>Chưa có thay đổi nào được ghi.</Trans>
      </Text>
    )
  }
  return (
    <Timeline bulletSize={14} lineWidth={2} active={-1}>
      {history.data.items.map((entry) => (
        <Timeline.Item
          key={entry.id}
          title={
            <Text size="sm" fw={500}>
              {actionText(entry.action)}
            </Text>
          }
        >
          <Text size="xs" c="dimmed">
            {entry.actorName} · <DateTime value={entry.at} />
          </Text>
          {entry.reason && (
            <Text size="sm">
              <Trans>Lý do: {entry.reason}</Trans>
            </Text>
          )}
          <Changes changes={entry.changes} words={words} />
        </Timeline.Item>
      ))}
    </Timeline>
  )
}

/** Who changed a record, when and how; read when it is unfolded. */
export const History = ({ subject, id, words = {} }: { subject: Subject; id: string; words?: Words }) => {
  const { t } = useLingui()
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <Accordion value={opened} onChange={setOpened} variant="separated" mt="lg" className="no-print">
      <Accordion.Item value="history">
        <Accordion.Control>{t`Lịch sử thay đổi`}</Accordion.Control>
        <Accordion.Panel>{opened !== null && <Entries subject={subject} id={id} words={words} />}</Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}
