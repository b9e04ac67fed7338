import { newPledge, pledges } from '@chung-tay/contracts/pledges'
import { useLingui } from '@lingui/react/macro'
import { SimpleGrid, Stack } from '@mantine/core'
import { z } from 'zod'
import { useCampaign, useCan } from '../session/session.ts'
import { checkedBy } from '../ui/checked-by.ts'
import { AmountField } from '../ui/fields/amount-field.tsx'
import { DateField } from '../ui/fields/date-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { CheckboxField, TextAreaField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { DonorFields, donorOf, donorPlace, noDonor, typedDonor } from './donor-fields.tsx'
import { useFundOptions } from './queries.ts'

const typed = z.object({
  ...typedDonor,
  /** The one who is signed in. */
  self: z.boolean(),
  what: z.enum(['money', 'goods']),
  fundId: z.string().nullable(),
  amount: z.number().nullable(),
  goods: z.string(),
  expectedOn: z.string().nullable(),
  remind: z.boolean(),
  note: z.string(),
})
type Typed = z.output<typeof typed>

const bodyOf = (values: Typed) => ({
  donor: values.self ? null : donorOf(values),
  fundId: values.fundId,
  expectedOn: values.expectedOn,
  remind: values.self && values.expectedOn !== null && values.remind,
  note: values.note,
  ...(values.what === 'money' ? { kind: 'money', amount: values.amount } : { kind: 'goods', goods: values.goods }),
})

const form = typed.superRefine(checkedBy(newPledge, bodyOf, donorPlace))
const contract = { ...pledges.create, body: form }

export const NewPledge = ({ onClose, onCreated }: { onClose: () => void; onCreated: (id: string) => void }) => {
  const { t } = useLingui()
  const can = useCan()
  const { id: campaignId } = useCampaign()
  const fundOptions = useFundOptions()
  const self = !can('create Donor')
  const form = useRecordForm({
    contract,
    draftKey: `pledge:${campaignId}`,
    defaults: { ...noDonor, self, what: 'money', fundId: null, amount: null, goods: '', expectedOn: null, remind: false, note: '' },
    input: (values) => ({ params: { campaignId }, body: bodyOf(values) as never }),
    onSaved: ({ id, reference }) => {
      toastDone(t`Đã ghi đăng ký, mã ${reference}`)
      onCreated(id)
    },
  })
  return (
    <FormDrawer form={form} title={t`Đăng ký ủng hộ`} submitLabel={t`Đăng ký`} onClose={onClose}>
      <Stack gap="md">
        {!self && <DonorFields form={form as never} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <SelectField form={form} name="fundId" label={t`Ủng hộ cho quỹ`} options={fundOptions} required />
          <SelectField
            form={form}
            name="what"
            label={t`Ủng hộ bằng`}
            options={[
              { value: 'money', label: t`Tiền` },
              { value: 'goods', label: t`Hiện vật` },
            ]}
            required
          />
        </SimpleGrid>
        {form.watch('what') === 'money' ? (
          <AmountField form={form} name="amount" />
        ) : (
          <TextField form={form} name="goods" label={t`Hiện vật gì, bao nhiêu`} required />
        )}
        <DateField form={form} name="expectedOn" label={t`Ngày dự kiến ủng hộ`} />
        {self && form.watch('expectedOn') !== null && <CheckboxField form={form} name="remind" label={t`Nhắc tôi vào ngày này`} />}
        <TextAreaField form={form} name="note" label={t`Ghi chú`} />
      </Stack>
    </FormDrawer>
  )
}
