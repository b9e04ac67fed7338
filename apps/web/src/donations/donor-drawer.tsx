import { type DonorRecord, donors } from '@chung-tay/contracts/donations'
import { useLingui } from '@lingui/react/macro'
import { Fieldset, SimpleGrid, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { CheckboxField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { donorKindLabels, donorKindOptions } from './donation-labels.tsx'

const valuesOf = ({ id: _, version: __, ...values }: DonorRecord): ValuesOf<typeof donors.update> => values

const DonorForm = ({ donor, onClose }: { donor: DonorRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const params = { id: donor.id }
  const form = useRecordForm({
    contract: donors.update,
    draftKey: `donor:${donor.id}`,
    defaults: valuesOf(donor),
    version: donor.version,
    input: (body, version) => ({ params, body, version }),
    reload: async () => {
      const fresh = await call(donors.get, { params })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu người ủng hộ`)
      onClose()
    },
  })
  const anonymous = form.watch('anonymous')
  return (
    <FormDrawer form={form} title={donor.name} onClose={onClose} below={<History subject="Donor" id={donor.id} words={donorKindLabels()} />}>
      <Stack gap="md">
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <SelectField form={form} name="kind" label={t`Loại người ủng hộ`} options={donorKindOptions()} required />
          <TextField form={form} name="name" label={t`Tên người ủng hộ`} required />
          <TextField form={form} name="phone" label={t`Điện thoại`} nullable />
          <TextField form={form} name="email" label={t`Thư điện tử`} type="email" nullable description={t`Để gửi biên nhận.`} />
        </SimpleGrid>
        <TextField form={form} name="address" label={t`Địa chỉ`} />
        <Fieldset legend={t`Nêu tên công khai`}>
          <Stack gap="sm">
            <CheckboxField
              form={form}
              name="anonymous"
              label={t`Không nêu tên`}
              description={t`Bỏ chọn khi chính người ủng hộ đã đồng ý. Rút lại lúc nào cũng được.`}
            />
            {!anonymous && (
              <>
                <TextField form={form} name="publicName" label={t`Tên muốn nêu`} nullable description={t`Để trống thì nêu theo tên người ủng hộ.`} />
                <CheckboxField form={form} name="showAmount" label={t`Người ủng hộ đồng ý nêu cả số tiền`} />
              </>
            )}
          </Stack>
        </Fieldset>
      </Stack>
    </FormDrawer>
  )
}

/** A giver in the book: how to reach them, and how they want to be named. */
export const DonorDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { data } = useQuery(queryOf(donors.get, { params: { id } }))
  return data ? <DonorForm key={data.version} donor={data} onClose={onClose} /> : null
}
