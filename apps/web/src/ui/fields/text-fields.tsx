import { Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { formatCount, formatMoney } from '../format.ts'
import { valueText } from '../value-text.ts'
import { type FieldProps, useField } from './field.ts'

type TextProps<Values extends FieldValues> = FieldProps<Values> & {
  placeholder?: string
  /** Empty is sent as null, for a body that says `.nullable()`. */
  nullable?: boolean
  type?: 'text' | 'email' | 'tel' | 'url'
  autoComplete?: string
  autoFocus?: boolean
  maxLength?: number
}

/** One line. */
export const TextField = <Values extends FieldValues>(props: TextProps<Values>) => {
  const { nullable = false, type = 'text', placeholder, autoComplete = 'off', autoFocus, maxLength } = props
  const { value, change, input } = useField(props)
  return (
    <TextInput
      {...input}
      type={type}
      autoComplete={autoComplete}
      {...(placeholder !== undefined && { placeholder })}
      {...(maxLength !== undefined && { maxLength })}
      {...(autoFocus && { 'data-autofocus': true })}
      value={String(value ?? '')}
      onChange={(event) => change(nullable && event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}

/** A paragraph that grows with its text. */
export const TextAreaField = <Values extends FieldValues>(props: TextProps<Values> & { minRows?: number }) => {
  const { nullable = false, placeholder, minRows = 3 } = props
  const { value, change, input } = useField(props)
  return (
    <Textarea
      {...input}
      autosize
      minRows={minRows}
      maxRows={16}
      {...(placeholder !== undefined && { placeholder })}
      value={String(value ?? '')}
      onChange={(event) => change(nullable && event.currentTarget.value === '' ? null : event.currentTarget.value)}
    />
  )
}

/** One entry a line: the value is the lines that say something. */
export const LinesField = <Values extends FieldValues>(props: FieldProps<Values> & { minRows?: number }) => {
  const { value, change, input } = useField(props, (lines) => (Array.isArray(lines) ? lines.join('; ') : '–'))
  const [typed, setTyped] = useState<string | null>(null)
  const { onBlur, ...rest } = input
  return (
    <Textarea
      {...rest}
      autosize
      minRows={props.minRows ?? 3}
      value={typed ?? (Array.isArray(value) ? value.join('\n') : '')}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        change(event.currentTarget.value.split('\n').filter((line) => line.trim() !== ''))
      }}
      onBlur={() => {
        setTyped(null)
        onBlur()
      }}
    />
  )
}

type NumberProps<Values extends FieldValues> = FieldProps<Values> & { min?: number; max?: number; placeholder?: string }

const NumberField = <Values extends FieldValues>(props: NumberProps<Values> & { suffix?: string; show: (value: number) => string; step: number }) => {
  const { value, change, input } = useField(props, (shown) => (typeof shown === 'number' ? props.show(shown) : '–'))
  return (
    <NumberInput
      {...input}
      inputMode="numeric"
      allowDecimal={false}
      thousandSeparator="."
      decimalSeparator=","
      hideControls={props.suffix !== undefined}
      step={props.step}
      clampBehavior="none"
      {...(props.suffix !== undefined && { suffix: props.suffix })}
      {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
      min={props.min ?? 0}
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => change(typeof next === 'number' ? next : null)}
    />
  )
}

/** Whole đồng, shown as `1.234.567 đ` while typing. Empty is null. */
export const MoneyField = <Values extends FieldValues>(props: NumberProps<Values>) => (
  <NumberField {...props} suffix=" đ" show={formatMoney} step={10_000} />
)

/** A whole number. Empty is null. */
export const CountField = <Values extends FieldValues>(props: NumberProps<Values>) => <NumberField {...props} show={formatCount} step={1} />

/** Yes or no. */
export const CheckboxField = <Values extends FieldValues>(props: FieldProps<Values>) => {
  const { value, change, input } = useField(props, valueText)
  const { withAsterisk: _, ...rest } = input
  return <Checkbox {...rest} checked={value === true} onChange={(event) => change(event.currentTarget.checked)} />
}
