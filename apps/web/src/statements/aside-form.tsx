import { type BankLineDetail, bankLines, settingAside } from '@chung-tay/contracts/bank-lines'
import { useLingui } from '@lingui/react/macro'
import { Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { z } from 'zod'
import { mutationOf } from '../api/query.ts'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { TextAreaField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone, toastFailed } from '../ui/toast.tsx'
import { asideOptions } from './statement-labels.tsx'

const contract = { ...bankLines.putAside, body: settingAside }
type Values = z.input<typeof settingAside>

/** Says why (the rest of) a line is no donation; can be taken back at once. */
export const AsideForm = ({ line, onClose }: { line: BankLineDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const resume = useMutation({ ...mutationOf(bankLines.resume), onError: toastFailed })
  const defaults: Values = { reason: line.direction === 'credit' ? 'notDonation' : 'disbursement', note: '' }
  const form = useRecordForm({
    contract,
    draftKey: null,
    defaults,
    version: line.version,
    input: (body, version) => ({ params: { id: line.id }, body, version }),
    onSaved: ({ id, version }) => {
      toastDone(t`Đã để riêng dòng sao kê`, () => resume.mutate({ params: { id }, version }))
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Để riêng dòng sao kê`} submitLabel={t({ message: 'Để riêng', context: 'status' })} onClose={onClose} size="md">
      <Stack gap="md">
        <Text size="sm">{t`Dòng được để riêng không vào sổ quỹ; lúc nào cũng có thể xử lý lại.`}</Text>
        <SelectField form={form} name="reason" label={t`Lý do`} options={asideOptions(line.direction)} required />
        <TextAreaField form={form} name="note" label={t`Ghi chú`} />
      </Stack>
    </FormDrawer>
  )
}
