import { type GiftKindRecord, giftKinds } from '@chung-tay/contracts/stock'
import { useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack } from '@mantine/core'
import { call } from '../api/call.ts'
import { CheckboxField, MoneyField, TextField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

type Values = ValuesOf<typeof giftKinds.update>

const Fields = ({ form, isNew }: { form: RecordForm<Values>; isNew: boolean }) => {
  const { t } = useLingui()
  return (
    <Stack gap="md">
      <TextField form={form} name="name" label={t`Tên quà`} placeholder={t`Ví dụ: Hộp sữa và vở viết`} required autoFocus={isNew} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField form={form} name="measure" label={t`Đơn vị tính`} required />
        <MoneyField form={form} name="unitValue" label={t`Đơn giá`} required />
      </SimpleGrid>
      {!isNew && (
        <CheckboxField form={form} name="active" label={t`Đang dùng`} description={t`Bỏ chọn thì không lập được danh sách mới với quà này.`} />
      )}
    </Stack>
  )
}

export const NewKind = ({ onClose, onCreated }: { onClose: () => void; onCreated: (id: string) => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: { ...giftKinds.create, body: giftKinds.update.body },
    draftKey: 'gift-kind:new',
    defaults: { name: '', measure: 'phần', unitValue: null as never, active: true },
    input: (body) => ({ body }),
    onSaved: ({ id, name }) => {
      toastDone(t`Đã thêm ${name}`)
      onCreated(id)
    },
  })
  return (
    <FormDrawer form={form} title={t`Thêm loại quà`} onClose={onClose}>
      <Fields form={form} isNew />
    </FormDrawer>
  )
}

const valuesOf = ({ name, measure, unitValue, active }: GiftKindRecord): Values => ({ name, measure, unitValue, active })

export const EditKind = ({ kind }: { kind: GiftKindRecord }) => {
  const { t } = useLingui()
  const params = { id: kind.id }
  const form = useRecordForm({
    contract: giftKinds.update,
    draftKey: `gift-kind:${kind.id}`,
    defaults: valuesOf(kind),
    version: kind.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(giftKinds.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => toastDone(t`Đã lưu`),
  })
  return (
    <FormBody form={form} submitLabel={t`Lưu`}>
      <Fields form={form} isNew={false} />
    </FormBody>
  )
}
