import { ledgerClosings } from '@chung-tay/contracts/ledger-closing'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { DateField } from '../ui/fields/date-field.tsx'
import { TextAreaField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

/** Leadership opens closed books again: the reason stays, and the union and the auditors are told. */
export const ReopenForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: ledgerClosings.reopen,
    draftKey: null,
    defaults: { until: null, reason: '' },
    input: (body) => ({ body }),
    onSaved: () => {
      toastDone(t`Đã mở lại sổ; Công đoàn và kiểm toán đã được báo`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Mở lại sổ đã khóa`} submitLabel={t`Mở lại sổ`} onClose={onClose} size="md">
      <Stack gap="md">
        <DateField form={form} name="until" label={t`Vẫn khóa đến hết ngày`} description={t`Để trống thì mở lại toàn bộ`} />
        <TextAreaField form={form} name="reason" label={t`Lý do`} required />
      </Stack>
    </FormDrawer>
  )
}
