import { moneyInWords } from '@chung-tay/domain/money'
import { useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { type FieldValues, useWatch } from 'react-hook-form'
import type { FieldProps } from './field.ts'
import { MoneyField } from './text-fields.tsx'

/** The amount of a paper: as it is typed, the words that the paper will say stand under it. */
export const AmountField = <Values extends FieldValues>({ form, name }: Pick<FieldProps<Values>, 'form' | 'name'>) => {
  const { t } = useLingui()
  const amount: unknown = useWatch({ control: form.control, name })
  return (
    <div>
      <MoneyField form={form} name={name} label={t`Số tiền`} required />
      {typeof amount === 'number' && Number.isSafeInteger(amount) && amount > 0 && (
        <Text size="sm" c="dimmed" mt={4} aria-live="polite">
          {moneyInWords(amount)}
        </Text>
      )}
    </div>
  )
}
