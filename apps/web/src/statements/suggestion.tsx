import type { BankLineRecord, SuggestionRecord } from '@chung-tay/contracts/bank-lines'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Stack, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useCan } from '../session/session.ts'
import { Money } from '../ui/texts.tsx'
import { useAccept } from './actions.ts'
import { reasonsText } from './statement-labels.tsx'

type Part = SuggestionRecord['parts'][number]

const Difference = ({ part: { amount, left } }: { part: Part }) => {
  if (left === null || left === amount) return null
  const more = <Money value={amount - left} />
  const less = <Money value={left - amount} />
  return (
    <Text component="span" size="xs" c="dimmed">
      {amount > left ? <Trans>nhiều hơn số còn chờ {more}</Trans> : <Trans>còn thiếu {less}</Trans>}
    </Text>
  )
}

const PartLine = ({ part }: { part: Part }) => {
  const name = <strong>{part.donorName}</strong>
  const money = <Money value={part.amount} />
  return (
    <Text component="div" size="sm" style={{ overflowWrap: 'anywhere' }}>
      {part.kind === 'pledge' ? (
        <Trans>
          Đăng ký {part.label} của {name}: {money}
        </Trans>
      ) : (
        <Trans>
          Khoản đã ghi {part.label} của {name}: {money}
        </Trans>
      )}{' '}
      <Difference part={part} />
    </Text>
  )
}

type SuggestionProps = { line: BankLineRecord; suggestion: SuggestionRecord; compact?: boolean }

/** What a line may be, why, and one press to say so. */
export const Suggestion = ({ line, suggestion, compact = false }: SuggestionProps) => {
  const { t } = useLingui()
  const can = useCan()
  const { accept, pending } = useAccept()
  const names = suggestion.parts.map(({ donorName }) => donorName).join(', ')
  return (
    <Stack gap={4} align="flex-start">
      {suggestion.parts.map((part) => (
        <PartLine key={part.id} part={part} />
      ))}
      <Text size="xs" c="dimmed">
        <Trans>Vì: {reasonsText(suggestion.reasons)}</Trans>
      </Text>
      {can('update BankLine') && (
        <Group>
          <Button
            size={compact ? 'xs' : 'sm'}
            variant={suggestion.certain ? 'filled' : 'default'}
            leftSection={<IconCheck size={14} aria-hidden />}
            loading={pending(line.id)}
            onClick={() => accept(line, suggestion)}
            aria-label={t`Nhận đúng như gợi ý: ${names}`}
          >
            <Trans>Nhận đúng như gợi ý</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  )
}
