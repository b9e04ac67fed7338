import { type ChildRecord, children } from '@chung-tay/contracts/children'
import { useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack } from '@mantine/core'
import { call } from '../api/call.ts'
import { useMe } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { CheckboxField, TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { schoolLevelOptions, sexOptions } from './child-labels.ts'
import { DuplicatesHint } from './duplicates-hint.tsx'
import { GuardianFields } from './guardian-fields.tsx'
import { useChildScope } from './queries.ts'

export type ChildValues = ValuesOf<typeof children.update>
type FieldsProps = { form: RecordForm<ChildValues>; child?: ChildRecord; onOpen?: (id: string) => void }

const Fields = ({ form, child, onOpen }: FieldsProps) => {
  const { t } = useLingui()
  const { today } = useMe()
  return (
    <Stack gap="md">
      <TextField form={form} name="name" label={t`Họ và tên cháu`} required autoFocus />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DateField form={form} name="birthDate" label={t`Ngày sinh`} max={today} required />
        <SelectField form={form} name="sex" label={t`Giới tính`} options={sexOptions()} required />
      </SimpleGrid>
      <GuardianFields form={form} child={child} />
      <DuplicatesHint form={form} exceptId={child?.id} onOpen={onOpen} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <SelectField form={form} name="schoolLevel" label={t`Cấp học`} options={schoolLevelOptions()} />
        <TextField form={form} name="className" label={t`Lớp`} />
      </SimpleGrid>
      <TextField form={form} name="school" label={t`Trường`} />
      <TextAreaField
        form={form}
        name="circumstances"
        label={t`Hoàn cảnh cần quan tâm`}
        description={t`Chỉ Công đoàn, Văn phòng và phụ huynh của cháu đọc được.`}
      />
      {child && (
        <CheckboxField form={form} name="active" label={t`Đang theo dõi`} description={t`Bỏ chọn khi hồ sơ bị trùng hoặc phụ huynh đã thôi việc.`} />
      )}
    </Stack>
  )
}

/** Nothing is chosen in a person's stead: an empty choice is refused with a sentence until somebody makes it. */
const unchosen = null as never

export const NewChild = ({ onClose, onOpen }: { onClose: () => void; onOpen: (id: string) => void }) => {
  const { t } = useLingui()
  const { employeeId } = useMe()
  const { keepsAll } = useChildScope()
  const form = useRecordForm({
    contract: { ...children.create, body: children.update.body },
    draftKey: 'child:new',
    defaults: {
      name: '',
      birthDate: unchosen,
      sex: unchosen,
      schoolLevel: null,
      school: '',
      className: '',
      circumstances: '',
      guardians: [{ employeeId: keepsAll ? unchosen : (employeeId ?? unchosen), relation: unchosen }],
      notSameAs: [],
      active: true,
    },
    input: (body) => ({ body }),
    onSaved: ({ name, id }) => {
      toastDone(t`Đã thêm cháu ${name}`)
      onOpen(id)
    },
  })
  return (
    <FormDrawer form={form} title={keepsAll ? t`Thêm cháu` : t`Thêm con của tôi`} onClose={onClose}>
      <Fields form={form} onOpen={onOpen} />
    </FormDrawer>
  )
}

/** Only who sees the whole child may change it, so nothing here is empty because it was held back. */
const valuesOf = (child: ChildRecord): ChildValues => ({
  name: child.name,
  birthDate: child.birthDate ?? '',
  sex: child.sex ?? unchosen,
  schoolLevel: child.schoolLevel,
  school: child.school ?? '',
  className: child.className ?? '',
  circumstances: child.circumstances ?? '',
  guardians: child.guardians.map(({ employeeId, relation }) => ({ employeeId, relation })),
  notSameAs: [],
  active: child.active,
})

export const EditChild = ({ child }: { child: ChildRecord }) => {
  const { t } = useLingui()
  const params = { id: child.id }
  const form = useRecordForm({
    contract: children.update,
    draftKey: `child:${child.id}`,
    defaults: valuesOf(child),
    version: child.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(children.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => toastDone(t`Đã lưu`),
  })
  return (
    <FormBody form={form} submitLabel={t`Lưu`}>
      <Fields form={form} child={child} />
    </FormBody>
  )
}
