import { formatDay, parseDay } from '@chung-tay/domain/dates'
import { useLingui } from '@lingui/react/macro'
import { TextInput } from '@mantine/core'
import { useState } from 'react'

type Period = { from?: string | undefined; to?: string | undefined }
type DayInputProps = { label: string; value: string | undefined; wrong?: string | undefined; onDay: (day: string | undefined) => void }

/** Takes a day as people write it, when the field is left or Enter is pressed; what is no day stays to be mended, and filters nothing. */
const DayInput = ({ label, value, wrong, onDay }: DayInputProps) => {
  const { t } = useLingui()
  const shown = value === undefined ? '' : formatDay(value)
  const [refused, setRefused] = useState(false)
  const take = (field: HTMLInputElement) => {
    const day = parseDay(field.value) ?? undefined
    const isDay = field.value.trim() === '' || day !== undefined
    setRefused(!isDay)
    if (isDay && day === value) field.value = shown
    if (isDay && day !== value) onDay(day)
  }
  return (
    <TextInput
      key={shown}
      aria-label={label}
      placeholder={label}
      inputMode="numeric"
      autoComplete="off"
      defaultValue={shown}
      error={refused ? t`Nhập dạng 05/06/2021` : wrong}
      onBlur={(event) => take(event.currentTarget)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(event.currentTarget)
      }}
    />
  )
}

/** Two filters of a list: from and to which day; either may stay open. */
export const PeriodFilter = ({ from, to, onChange }: Period & { onChange: (period: Period) => void }) => {
  const { t } = useLingui()
  const backwards = from !== undefined && to !== undefined && to < from
  return (
    <>
      <DayInput label={t`Từ ngày`} value={from} onDay={(day) => onChange({ from: day })} />
      <DayInput
        label={t`Đến ngày`}
        value={to}
        wrong={backwards ? t`Phải từ ${formatDay(from)} trở đi` : undefined}
        onDay={(day) => onChange({ to: day })}
      />
    </>
  )
}
