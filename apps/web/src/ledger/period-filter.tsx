import { formatDay, parseDay } from '@chung-tay/domain/dates'
import { useLingui } from '@lingui/react/macro'
import { Group, TextInput } from '@mantine/core'

type Period = { from?: string | undefined; to?: string | undefined }
type DayInputProps = { label: string; value: string | undefined; onDay: (day: string | undefined) => void }

/** Takes a day as people write it, when the field is left or Enter is pressed; what is no day is put back. */
const DayInput = ({ label, value, onDay }: DayInputProps) => {
  const shown = value === undefined ? '' : formatDay(value)
  const take = (field: HTMLInputElement) => {
    const day = parseDay(field.value) ?? undefined
    if (field.value.trim() !== '' && day === undefined) field.value = shown
    else if (day !== value) onDay(day)
  }
  return (
    <TextInput
      key={shown}
      aria-label={label}
      placeholder={label}
      inputMode="numeric"
      autoComplete="off"
      defaultValue={shown}
      onBlur={(event) => take(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(event.currentTarget)
      }}
    />
  )
}

/** From and to which day; either may stay open. */
export const PeriodFilter = ({ from, to, onChange }: Period & { onChange: (period: Period) => void }) => {
  const { t } = useLingui()
  return (
    <Group gap="xs" w={{ base: '100%', sm: 'auto' }} grow preventGrowOverflow={false}>
      <DayInput label={t`Từ ngày`} value={from} onDay={(day) => onChange({ from: day })} />
      <DayInput label={t`Đến ngày`} value={to} onDay={(day) => onChange({ to: day })} />
    </Group>
  )
}
