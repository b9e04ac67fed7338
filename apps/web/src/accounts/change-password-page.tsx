import { accounts } from '@chung-tay/contracts/accounts'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { Gate } from '../layout/gate.tsx'
import { PasswordField } from '../ui/fields/password-field.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { useRecordForm } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'

/** The own password: asked for after the first sign-in, open from the menu at any time. */
export const ChangePasswordPage = () => {
  const { t } = useLingui()
  const router = useRouter()
  const form = useRecordForm({
    contract: accounts.changePassword,
    draftKey: null,
    defaults: { currentPassword: '', newPassword: '' },
    input: (body) => ({ body }),
    onSaved: () => {
      toastDone(t`Đã đổi mật khẩu. Các thiết bị khác đã đăng xuất.`)
      router.options.context.client.clear()
      void router.navigate({ to: '/' })
    },
  })
  return (
    <Gate title={t`Đổi mật khẩu`} description={t`Ít nhất 10 ký tự; nên dùng một câu dễ nhớ mà khó đoán.`}>
      <FormBody form={form} submitLabel={t`Đổi mật khẩu`}>
        <Stack gap="md">
          <PasswordField form={form} name="currentPassword" label={t`Mật khẩu hiện tại`} autoComplete="current-password" required />
          <PasswordField form={form} name="newPassword" label={t`Mật khẩu mới`} autoComplete="new-password" required />
        </Stack>
      </FormBody>
    </Gate>
  )
}
