import { balanceCounts } from '@chung-tay/contracts/ledger-closing'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { useMe } from '../session/session.ts'
import { DateField } from '../ui/fields/date-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { MoneyField, TextAreaField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { countedAccountOptions } from './ledger-labels.tsx'

/** Says what lies in the box, or stands on the bank's statement, without being shown what the books expect. */
export const CountForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLingui()
  const { today } = useMe()
  const form = useRecordForm({
    contract: balanceCounts.record,
    draftKey: 'balance-count:new',
    defaults: { account: '111', countedOn: today, counted: null as unknown as number, note: '' },
    input: (body) => ({ body }),
    onSaved: () => {
      toastDone(t`Đã ghi kết quả kiểm kê`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Ghi kiểm kê, đối chiếu`} onClose={onClose} size="md">
      <Stack gap="md">
        <SelectField form={form} name="account" label={t`Tài khoản`} options={countedAccountOptions()} required />
        <DateField form={form} name="countedOn" label={t`Cuối ngày`} max={today} required />
        <MoneyField form={form} name="counted" label={t`Số thực có`} description={t`Tiền đếm trong két, hoặc số dư trên sao kê ngân hàng`} required />
        <TextAreaField form={form} name="note" label={t`Ghi chú`} description={t`Bắt buộc nếu lệch với sổ sách: nêu nguyên nhân và cách xử lý`} />
      </Stack>
    </FormDrawer>
  )
}
