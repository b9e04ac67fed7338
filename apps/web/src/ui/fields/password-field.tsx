import { useLingui } from '@lingui/react/macro'
import { PasswordInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from './field.ts'

/** A password that can be shown while it is typed. Use it only in forms with `draftKey: null`. */
export const PasswordField = <Values extends FieldValues>(props: FieldProps<Values> & { autoComplete: 'new-password' | 'current-password' }) => {
  const { t } = useLingui()
  const { value, change, input } = useField(props, () => '••••••')
  return (
    <PasswordInput
      {...input}
      autoComplete={props.autoComplete}
      visibilityToggleButtonProps={{ 'aria-label': t`Hiện hoặc ẩn mật khẩu`, tabIndex: 0, 'aria-hidden': false }}
      value={String(value ?? '')}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
