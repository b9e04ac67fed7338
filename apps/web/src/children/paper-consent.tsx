import { type ChildRecord, type ConsentRecord, children, paperConsent } from '@chung-tay/contracts/children'
import { agreementAge, needsChildAgreement } from '@chung-tay/domain/children/consent'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { useMe } from '../session/session.ts'
import { Dialog } from '../ui/dialogs.tsx'
import { DateField } from '../ui/fields/date-field.tsx'
import { FileField } from '../ui/fields/file-field.tsx'
import { SelectField } from '../ui/fields/select-fields.tsx'
import { CheckboxField, TextField } from '../ui/fields/text-fields.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { purposeLabels, relationOptions } from './child-labels.ts'

type ConsentProps = { child: ChildRecord; purpose: ConsentRecord['purpose']; onClose: () => void }

/** What was signed on paper, with its scan: the paper is the evidence. */
export const PaperConsent = ({ child, purpose, onClose }: ConsentProps) => {
  const { t } = useLingui()
  const { today } = useMe()
  const [first] = child.guardians
  const form = useRecordForm({
    contract: { ...children.giveConsent, body: paperConsent },
    draftKey: `consent:${child.id}:${purpose}`,
    defaults: {
      method: 'paper' as const,
      purpose,
      givenByName: first?.name ?? '',
      relation: first?.relation ?? 'mother',
      givenOn: today,
      childAgreed: false,
      fileIds: [],
    },
    input: (body) => ({ params: { id: child.id }, body }),
    onSaved: () => {
      toastDone(t`Đã ghi nhận sự đồng ý`)
      onClose()
    },
  })
  const asksChild = child.birthDate !== null && needsChildAgreement(purpose, child.birthDate, today)
  const sign = (name: unknown) => {
    const guardian = child.guardians.find((one) => one.name === name)
    if (guardian) form.setValue('relation', guardian.relation, { shouldDirty: true })
  }
  return (
    <Dialog onClose={onClose} title={t`Bản giấy: ${purposeLabels()[purpose]}`}>
      <FormBody form={form} submitLabel={t`Ghi nhận`} onCancel={onClose}>
        <Stack gap="md">
          <TextField form={form} name="givenByName" label={t`Người ký`} onPicked={sign} required />
          <SelectField form={form} name="relation" label={t`Quan hệ với cháu`} options={relationOptions()} required />
          <DateField form={form} name="givenOn" label={t`Ngày ký`} max={today} required />
          {asksChild && (
            <CheckboxField
              form={form}
              name="childAgreed"
              label={t`Cháu đã ghi đồng ý`}
              description={t`Cháu từ đủ ${agreementAge} tuổi phải tự đồng ý thì mới được công bố.`}
            />
          )}
          <FileField form={form} name="fileIds" label={t`Bản chụp giấy đồng ý`} required />
        </Stack>
      </FormBody>
    </Dialog>
  )
}
