import { type EmployeeRecord, employees } from '@chung-tay/contracts/employees'
import { Trans, useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack, Text } from '@mantine/core'
import { call } from '../api/call.ts'
import { useCan } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { CheckboxField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { employeeKindLabels, employeeKindOptions } from './agency-labels.ts'
import { useUnitOptions } from './queries.ts'

type Values = ValuesOf<typeof employees.create>
type Unit = { value: string; label: string }

const Fields = ({ form, disabled = false, unit }: { form: RecordForm<Values>; disabled?: boolean; unit?: Unit }) => {
  const { t } = useLingui()
  const units = useUnitOptions(unit)
  const field = { form, disabled }
  return (
    <>
      <TextField {...field} name="name" label={t`Họ và tên`} required />
      <TextField {...field} name="code" label={t`Mã`} description={t`Mỗi người một mã, dùng để nhận ra khi nhập từ bảng tính`} required />
      <SelectField {...field} name="unitId" label={t`Đơn vị`} options={units} required />
      <TextField {...field} name="position" label={t`Chức vụ`} />
      <SelectField {...field} name="kind" label={t`Loại`} options={employeeKindOptions()} required />
      <TextField {...field} name="email" label={t`Thư điện tử`} type="email" nullable />
      <TextField {...field} name="phone" label={t`Điện thoại`} type="tel" nullable />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DateField {...field} name="employedFrom" label={t`Công tác từ ngày`} />
        <DateField {...field} name="employedUntil" label={t`Công tác đến ngày`} />
      </SimpleGrid>
    </>
  )
}

export const NewEmployee = ({ unitId, onClose }: { unitId: string | undefined; onClose: () => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: employees.create,
    draftKey: 'employee:new',
    defaults: {
      name: '',
      code: '',
      unitId: unitId ?? '',
      position: '',
      kind: 'civilServant',
      email: null,
      phone: null,
      employedFrom: null,
      employedUntil: null,
    },
    input: (body) => ({ body }),
    onSaved: ({ name }) => {
      toastDone(t`Đã thêm ${name}`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Thêm cán bộ`} onClose={onClose}>
      <Stack gap="md">
        <Fields form={form} />
      </Stack>
    </FormDrawer>
  )
}

type Changed = ValuesOf<typeof employees.update>

const valuesOf = ({ heads: _, username: __, unitName: ___, id: ____, version: _____, ...values }: EmployeeRecord): Changed => values

export const EditEmployee = ({ employee, onClose }: { employee: EmployeeRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const editable = useCan()('update Employee')
  const params = { id: employee.id }
  const form = useRecordForm({
    contract: employees.update,
    draftKey: `employee:${employee.id}`,
    defaults: valuesOf(employee),
    version: employee.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(employees.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu`)
      onClose()
    },
  })
  const heads = employee.heads.join(', ')
  return (
    <FormDrawer
      form={form}
      title={employee.name}
      readOnly={!editable}
      onClose={onClose}
      below={<History subject="Employee" id={employee.id} words={employeeKindLabels()} />}
    >
      <Stack gap="md">
        {heads !== '' && (
          <Text size="sm">
            <Trans>Trưởng đơn vị: {heads}</Trans>
          </Text>
        )}
        {/* The form of a change has one field more than that of a new person. */}
        <Fields form={form as unknown as RecordForm<Values>} disabled={!editable} unit={{ value: employee.unitId, label: employee.unitName }} />
        <CheckboxField
          form={form}
          name="active"
          label={t`Đang công tác`}
          description={t`Bỏ chọn khi người này nghỉ hoặc chuyển đi; hồ sơ cũ vẫn được giữ.`}
          disabled={!editable}
        />
      </Stack>
    </FormDrawer>
  )
}
