import { giftKinds } from '@chung-tay/contracts/stock'
import type { FieldValues } from 'react-hook-form'
import type { FieldProps } from '../ui/fields/field.ts'
import { PickField } from '../ui/fields/select-fields.tsx'
import type { Option } from '../ui/filter-select.tsx'

type Props<Values extends FieldValues> = Omit<FieldProps<Values>, 'required'> & { chosen?: Option | undefined }

/** A kind of goods that is in use, with its measure. */
export const KindField = <Values extends FieldValues>(props: Props<Values>) => (
  <PickField
    {...props}
    required
    contract={giftKinds.list}
    input={(q) => ({ query: { q, active: 'true' } })}
    option={({ id, name, measure }) => ({ value: id, label: `${name} (${measure})` })}
  />
)
