import type { ReactNode } from 'react'
import { type FieldPath, type FieldValues, useController } from 'react-hook-form'
import type { RecordForm } from '../record-form.ts'

/** What every field takes. `name` is checked against the form's values. */
export type FieldProps<Values extends FieldValues> = {
  form: RecordForm<Values>
  name: FieldPath<Values>
  label: string
  description?: ReactNode
  required?: boolean
  disabled?: boolean
  /** Hears each new value, for a field that other fields hang on. */
  onPicked?: (value: unknown) => void
}

/** Ties an input to its form: value, change, blur, focus, the sentence of its mistake, and how a value is shown in a difference. */
export const useField = <Values extends FieldValues>(
  props: FieldProps<Values>,
  show: (value: unknown) => string = (value) => String(value ?? '–'),
) => {
  const { form, name, label, description, required = false, disabled = false, onPicked } = props
  const { field, fieldState } = useController({ control: form.control, name })
  form.describe(name, { label, show })
  return {
    value: field.value as unknown,
    change: (value: unknown) => {
      field.onChange(value)
      onPicked?.(value)
    },
    input: {
      label,
      description,
      withAsterisk: required,
      disabled,
      error: fieldState.error?.message,
      onBlur: field.onBlur,
      ref: field.ref,
      name: field.name,
    },
  }
}
