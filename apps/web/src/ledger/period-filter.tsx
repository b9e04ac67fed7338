import { useLingui } from '@lingui/react/macro'
import { Group, Text, TextInput } from '@mantine/core'

type Period = { from?: string | undefined; to?: string | undefined }

/** From and to which day; either may stay open. */
export const PeriodFilter = ({ from, to, onChange }: Period & { onChange: (period: Period) => void }) => {
  const { t } = useLingui()
  const word = (text: string) => (
    <Text size="xs" c="dimmed">
      {text}
    </Text>
  )
  return (
    <Group gap="xs" w={{ base: '100%', sm: 'auto' }} grow preventGrowOverflow={false}>
      <TextInput
        type="date"
        aria-label={t`Từ ngày`}
        leftSection={word(t`Từ`)}
        leftSectionWidth={40}
        value={from ?? ''}
        onChange={(event) => onChange({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        aria-label={t`Đến ngày`}
        leftSection={word(t`Đến`)}
        leftSectionWidth={44}
        value={to ?? ''}
        onChange={(event) => onChange({ to: event.currentTarget.value || undefined })}
      />
    </Group>
  )
}
