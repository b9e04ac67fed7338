import { employees } from '@chung-tay/contracts/employees'
import { useLingui } from '@lingui/react/macro'
import type { FieldValues } from 'react-hook-form'
import type { ItemOf } from '../api/query.ts'
import type { FieldProps } from '../ui/fields/field.ts'
import { PickField } from '../ui/fields/select-fields.tsx'
import type { Option } from '../ui/filter-select.tsx'

const optionOf = ({ id, name, unitName }: ItemOf<typeof employees.list>): Option => ({ value: id, label: `${name} – ${unitName}` })

/** The employee behind an account: own tasks and own children hang on it. */
export const EmployeeField = <Values extends FieldValues>(props: Omit<FieldProps<Values>, 'label'> & { chosen: Option | undefined }) => {
  const { t } = useLingui()
  return (
    <PickField
      {...props}
      label={t`Hồ sơ cán bộ`}
      description={t`Nhiệm vụ và con em của người này gắn với tài khoản; để trống nếu không phải cán bộ.`}
      contract={employees.list}
      input={(q) => ({ query: { q, active: 'true' } })}
      option={optionOf}
    />
  )
}
