import { formatDay, parseDay } from '@chung-tay/domain/dates'
import { useLingui } from '@lingui/react/macro'
import { TextInput } from '@mantine/core'
import { useState } from 'react'

type Props = { label: string; value: string | undefined; onDay: (day: string | undefined) => void }

/** A day typed as dd/mm/yyyy or ddmmyyyy; what names no day is taken when it does. */
export const DayInput = ({ label, value, onDay }: Props) => {
  const { t } = useLingui()
  const [typed, setTyped] = useState<string | null>(null)
  const read = (text: string) => {
    setTyped(text)
    const day = parseDay(text)
    if (text.trim() === '' || day !== null) onDay(day ?? undefined)
  }
  const wrong = typed !== null && typed.trim() !== '' && parseDay(typed) === null
  return (
    <TextInput
      size="xs"
      label={label}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t`ngày/tháng/năm`}
      value={typed ?? (value === undefined ? '' : formatDay(value))}
      {...(wrong && { error: t`Chưa đúng ngày` })}
      onChange={(event) => read(event.currentTarget.value)}
      onBlur={() => {
        if (!wrong) setTyped(null)
      }}
    />
  )
}
