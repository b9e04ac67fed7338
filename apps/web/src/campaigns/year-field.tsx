import { NumberInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from '../ui/fields/field.ts'

/** A year: a number that nobody writes with a dot. */
export const YearField = <Values extends FieldValues>(props: FieldProps<Values>) => {
  const { value, change, input } = useField(props)
  return (
    <NumberInput
      {...input}
      inputMode="numeric"
      allowDecimal={false}
      clampBehavior="none"
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => change(typeof next === 'number' ? next : null)}
    />
  )
}
