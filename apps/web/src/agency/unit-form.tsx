import { type UnitRecord, units } from '@chung-tay/contracts/agency'
import { employees } from '@chung-tay/contracts/employees'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { call } from '../api/call.ts'
import { useCan } from '../session/session.ts'
import { PickField, SelectField } from '../ui/fields/select-fields.tsx'
import { CheckboxField, CountField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { unitKindLabels, unitKindOptions } from './agency-labels.ts'
import { FormerNames, ValidFromField } from './valid-from-field.tsx'

export const NewUnit = ({ sortOrder, onClose }: { sortOrder: number; onClose: () => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: units.create,
    draftKey: 'unit:new',
    defaults: { name: '', shortName: '', kind: 'division', sortOrder },
    input: (body) => ({ body }),
    onSaved: () => {
      toastDone(t`Đã thêm đơn vị`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Thêm đơn vị`} onClose={onClose}>
      <Stack gap="md">
        <TextField form={form} name="name" label={t`Tên đơn vị`} required autoFocus />
        <TextField form={form} name="shortName" label={t`Tên ngắn`} description={t`Dùng trong bảng và khi nhập từ bảng tính`} required />
        <SelectField form={form} name="kind" label={t`Loại`} options={unitKindOptions()} required />
        <CountField form={form} name="sortOrder" label={t`Thứ tự`} description={t`Số nhỏ đứng trước`} required />
      </Stack>
    </FormDrawer>
  )
}

const valuesOf = ({ name, shortName, kind, sortOrder, headId, active }: UnitRecord): ValuesOf<typeof units.update> => ({
  name,
  shortName,
  kind,
  sortOrder,
  headId,
  active,
  validFrom: null,
})

export const EditUnit = ({ unit, onClose }: { unit: UnitRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const can = useCan()
  const editable = can('update Unit')
  const params = { id: unit.id }
  const form = useRecordForm({
    contract: units.update,
    draftKey: `unit:${unit.id}`,
    defaults: valuesOf(unit),
    version: unit.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(units.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu đơn vị`)
      onClose()
    },
  })
  const field = { form, disabled: !editable }
  const [name, shortName, kind] = form.watch(['name', 'shortName', 'kind'])
  const renamed = name !== unit.name || shortName !== unit.shortName || kind !== unit.kind
  return (
    <FormDrawer
      form={form}
      title={unit.name}
      readOnly={!editable}
      onClose={onClose}
      below={<History subject="Unit" id={unit.id} words={unitKindLabels()} />}
    >
      <Stack gap="md">
        <TextField {...field} name="name" label={t`Tên đơn vị`} required />
        <TextField {...field} name="shortName" label={t`Tên ngắn`} required />
        <SelectField {...field} name="kind" label={t`Loại`} options={unitKindOptions()} required />
        {renamed && <ValidFromField form={form} name="validFrom" />}
        <FormerNames former={unit.former} />
        {can('read Employee') && editable && (
          <PickField
            form={form}
            name="headId"
            label={t`Trưởng đơn vị`}
            description={t`Chọn trong những người đang công tác tại đơn vị; tài khoản của người này có ngay quyền của trưởng đơn vị.`}
            contract={employees.list}
            input={(q) => ({ query: { q, unitId: unit.id, active: 'true' } })}
            option={(employee) => ({ value: employee.id, label: [employee.name, employee.position].filter(Boolean).join(', ') })}
            chosen={unit.headId === null ? undefined : { value: unit.headId, label: unit.headName ?? '' }}
          />
        )}
        <CountField {...field} name="sortOrder" label={t`Thứ tự`} required />
        <CheckboxField {...field} name="active" label={t`Đang hoạt động`} description={t`Chỉ ngừng được khi không còn ai công tác tại đơn vị.`} />
      </Stack>
    </FormDrawer>
  )
}
