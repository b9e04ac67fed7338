import { packages, type SenderRecord } from '@chung-tay/contracts/packages'
import { useLingui } from '@lingui/react/macro'
import { Stack, Text } from '@mantine/core'
import { CheckboxField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

const useKeyHint = () => {
  const { t } = useLingui()
  return t`Khóa công khai của cơ quan gửi, ghi trong gói hoặc trên trang Gói số liệu của họ. Chỉ nhập sau khi đã gọi đối chiếu dãy nhận dạng.`
}

export const NewSender = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLingui()
  const hint = useKeyHint()
  const form = useRecordForm({
    contract: packages.addSender,
    draftKey: 'sender:new',
    defaults: { name: '', publicKey: null },
    input: (body) => ({ body }),
    onSaved: () => {
      toastDone(t`Đã thêm cơ quan gửi`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={t`Thêm cơ quan gửi`} onClose={onClose}>
      <Stack gap="md">
        <TextField form={form} name="name" label={t`Tên cơ quan`} required autoFocus />
        <TextField form={form} name="publicKey" label={t`Khóa công khai`} description={hint} nullable />
      </Stack>
    </FormDrawer>
  )
}

export const EditSender = ({ sender, onClose }: { sender: SenderRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const hint = useKeyHint()
  const { id, name, publicKey, active, fingerprint, version } = sender
  const form = useRecordForm({
    contract: packages.updateSender,
    draftKey: `sender:${id}`,
    defaults: { name, publicKey, active },
    version,
    input: (body, current) => ({ params: { id }, body, version: current }),
    onSaved: () => {
      toastDone(t`Đã lưu cơ quan gửi`)
      onClose()
    },
  })
  return (
    <FormDrawer form={form} title={name} onClose={onClose} below={<History subject="Sender" id={id} />}>
      <Stack gap="md">
        <TextField form={form} name="name" label={t`Tên cơ quan`} required />
        <TextField form={form} name="publicKey" label={t`Khóa công khai`} description={hint} nullable />
        {fingerprint && (
          <Text size="sm">
            {t`Dãy nhận dạng:`} <span className="figures">{fingerprint}</span>
          </Text>
        )}
        <CheckboxField form={form} name="active" label={t`Còn gửi số liệu`} />
      </Stack>
    </FormDrawer>
  )
}
