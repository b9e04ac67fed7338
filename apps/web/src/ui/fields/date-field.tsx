import '@mantine/dates/styles.css'
import { formatDay, parseDay } from '@chung-tay/domain/dates'
import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import 'dayjs/locale/vi'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from './field.ts'

const isoDay = /^\d{4}-\d\d-\d\d$/
const shown = (value: unknown): string => (typeof value !== 'string' ? '' : isoDay.test(value) ? formatDay(value) : value)

/** A day, typed as dd/mm/yyyy or ddmmyyyy or picked. The value is `YYYY-MM-DD`; empty is null; what names no day stays in the field and is refused with a sentence. */
export const DateField = <Values extends FieldValues>(props: FieldProps<Values> & { min?: string; max?: string }) => {
  const { t, i18n } = useLingui()
  const { value, change, input } = useField(props, (day) => shown(day) || '–')
  const [typed, setTyped] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)
  const { onBlur, ...rest } = input

  const read = (text: string) => change(text.trim() === '' ? null : (parseDay(text) ?? text))
  const picker = (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t`Chọn ngày cho ${props.label}`}
          disabled={props.disabled ?? false}
          onClick={() => setOpened(!opened)}
        >
          <IconCalendar size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          locale={i18n.locale}
          firstDayOfWeek={1}
          value={typeof value === 'string' && isoDay.test(value) ? value : null}
          {...(typeof value === 'string' && isoDay.test(value) && { defaultDate: value })}
          {...(props.min !== undefined && { minDate: props.min })}
          {...(props.max !== undefined && { maxDate: props.max })}
          onChange={(day) => {
            change(day)
            setOpened(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
  return (
    <TextInput
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      placeholder={t`ngày/tháng/năm`}
      rightSection={picker}
      rightSectionPointerEvents="all"
      value={typed ?? shown(value)}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        read(event.currentTarget.value)
      }}
      onBlur={() => {
        setTyped(null)
        onBlur()
      }}
    />
  )
}
