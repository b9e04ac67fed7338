import { type FundRecord, funds } from '@chung-tay/contracts/funds'
import { bankBins, banks } from '@chung-tay/domain/donations/banks'
import { useLingui } from '@lingui/react/macro'
import { Fieldset, SimpleGrid, Stack } from '@mantine/core'
import { call } from '../api/call.ts'
import { ApiError } from '../api/problem.ts'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { CheckboxField, CountField, TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { type RecordForm, useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

const bankOptions = bankBins.map((value) => ({ value, label: banks[value] }))

type Values = ValuesOf<typeof funds.update>

const Fields = ({ form, isNew }: { form: RecordForm<Values>; isNew: boolean }) => {
  const { t } = useLingui()
  return (
    <Stack gap="md">
      <TextField form={form} name="name" label={t`Tên quỹ`} required autoFocus={isNew} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextField form={form} name="code" label={t`Mã`} required />
        <CountField form={form} name="sortOrder" label={t`Thứ tự`} required />
      </SimpleGrid>
      <TextAreaField form={form} name="description" label={t`Mục đích của quỹ`} />
      <Fieldset legend={t`Tài khoản nhận chuyển khoản`}>
        <Stack gap="sm">
          <SelectField form={form} name="bankBin" label={t`Ngân hàng`} options={bankOptions} />
          <TextField form={form} name="bankAccount" label={t`Số tài khoản`} />
          <TextField form={form} name="bankHolder" label={t`Chủ tài khoản`} />
        </Stack>
      </Fieldset>
      {!isNew && <CheckboxField form={form} name="active" label={t`Đang dùng`} description={t`Bỏ chọn thì quỹ không nhận và không chi thêm nữa.`} />}
    </Stack>
  )
}

export const NewFund = ({ sortOrder, onClose }: { sortOrder: number; onClose: () => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: funds.create,
    draftKey: 'fund:new',
    defaults: { code: '', name: '', description: '', active: true, sortOrder, bankBin: null, bankAccount: null, bankHolder: null },
    input: (body) => ({ body }),
    onSaved: ({ name }) => {
      toastDone(t`Đã thêm ${name}`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Thêm quỹ`} onClose={onClose}>
      <Fields form={form} isNew />
    </FormDrawer>
  )
}

const valuesOf = ({ code, name, description, active, sortOrder, bankBin, bankAccount, bankHolder }: FundRecord): Values => ({
  ...{ code, name, description, active, sortOrder, bankBin, bankAccount, bankHolder },
})

export const EditFund = ({ fund, onClose }: { fund: FundRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const params = { id: fund.id }
  const form = useRecordForm({
    contract: funds.update,
    draftKey: `fund:${fund.id}`,
    defaults: valuesOf(fund),
    version: fund.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = (await call(funds.list, { query: {} })).items.find(({ id }) => id === fund.id)
      if (!fresh) throw new ApiError(404, 'NOT_FOUND')
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={fund.name} onClose={onClose} below={<History subject="Fund" id={fund.id} />}>
      <Fields form={form} isNew={false} />
    </FormDrawer>
  )
}
