import { accounts } from '@chung-tay/contracts/accounts'
import { useLingui } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { createQueryClient } from '../api/query.ts'
import { Gate } from '../layout/gate.tsx'
import { insideOr, toGate } from '../session/gate.ts'
import { PasswordField } from '../ui/fields/password-field.tsx'
import { FormBody } from '../ui/form-body.tsx'
import { useRecordForm } from '../ui/record-form.ts'

const ChangePassword = () => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: accounts.changePassword,
    draftKey: null,
    defaults: { currentPassword: '', newPassword: '' },
    input: (body) => ({ body }),
    onSaved: () => window.location.assign(insideOr(new URLSearchParams(window.location.search).get('next'), '/')),
  })
  return (
    <Gate title={t`Đổi mật khẩu`} description={t`Ít nhất 10 ký tự; nên dùng một câu dễ nhớ mà khó đoán. Các thiết bị khác sẽ phải đăng nhập lại.`}>
      <FormBody form={form} submitLabel={t`Đổi mật khẩu`}>
        <Stack gap="md">
          <PasswordField form={form} name="currentPassword" label={t`Mật khẩu hiện tại`} autoComplete="current-password" required />
          <PasswordField form={form} name="newPassword" label={t`Mật khẩu mới`} autoComplete="new-password" required />
        </Stack>
      </FormBody>
    </Gate>
  )
}

const client = createQueryClient((error) => toGate(error.code === 'UNAUTHENTICATED' ? error.code : 'INTERNAL', '/change-password'))

/** The own password: asked for after the first sign-in, open from the menu at any time. */
export const ChangePasswordPage = () => (
  <QueryClientProvider client={client}>
    <ChangePassword />
  </QueryClientProvider>
)
