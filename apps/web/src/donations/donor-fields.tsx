import { donorKind, donors } from '@chung-tay/contracts/donations'
import { useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack } from '@mantine/core'
import { z } from 'zod'
import { PickField, SelectField } from '../ui/fields/select-fields.tsx'
import { CheckboxField, TextField } from '../ui/fields/text-fields.tsx'
import type { RecordForm } from '../ui/record-form.ts'
import { donorKindOptions } from './donation-labels.tsx'

/** A giver as a form holds one: known by `donorId`, or new by the rest. */
export const typedDonor = {
  donorId: z.string().nullable(),
  kind: donorKind,
  name: z.string(),
  phone: z.string().nullable(),
  address: z.string(),
  email: z.string().nullable(),
  named: z.boolean(),
  publicName: z.string().nullable(),
  showAmount: z.boolean(),
}
const typed = z.object(typedDonor)
export type TypedDonor = z.output<typeof typed>

export const noDonor: TypedDonor = {
  donorId: null,
  kind: 'person',
  name: '',
  phone: null,
  address: '',
  email: null,
  named: false,
  publicName: null,
  showAmount: false,
}

export const donorOf = ({ donorId, kind, name, phone, address, email, named, publicName, showAmount }: TypedDonor) => {
  if (donorId !== null) return { kind: 'known', id: donorId }
  const shown = named ? { anonymous: false, publicName: publicName || null, showAmount } : { anonymous: true }
  return { kind, name, phone: phone || null, address, email: email || null, ...shown }
}

/** The giver's fields stand beside the others in a form. */
export const donorPlace = (path: PropertyKey[]): PropertyKey[] => (path[0] === 'donor' ? path.slice(1) : path)

type FormProps = { form: RecordForm<TypedDonor> }

export const DonorFields = ({ form }: FormProps) => {
  const { t } = useLingui()
  const known = form.watch('donorId') !== null
  return (
    <Stack gap="sm">
      <PickField
        form={form}
        name="donorId"
        label={t`Người ủng hộ đã có trong sổ`}
        description={t`Để trống nếu là người ủng hộ mới.`}
        contract={donors.list}
        input={(q) => ({ query: { q } })}
        option={(donor) => ({ value: donor.id, label: donor.name })}
      />
      {!known && (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <SelectField form={form} name="kind" label={t`Loại người ủng hộ`} options={donorKindOptions()} required />
            <TextField form={form} name="name" label={t`Tên người ủng hộ`} required />
            <TextField form={form} name="phone" label={t`Điện thoại`} />
            <TextField form={form} name="email" label={t`Thư điện tử`} type="email" />
            <TextField form={form} name="address" label={t`Địa chỉ`} />
          </SimpleGrid>
          <CheckboxField form={form} name="named" label={t`Người ủng hộ đồng ý nêu tên công khai`} />
          {form.watch('named') && (
            <>
              <TextField form={form} name="publicName" label={t`Tên muốn nêu`} description={t`Để trống thì nêu theo tên người ủng hộ.`} />
              <CheckboxField form={form} name="showAmount" label={t`Người ủng hộ đồng ý nêu cả số tiền`} />
            </>
          )}
        </>
      )}
    </Stack>
  )
}
