import { accounts } from '@chung-tay/contracts/accounts'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Stack } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../api/call.ts'
import type { ItemOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { MultiSelectField } from '../ui/fields/select-fields.tsx'
import { CheckboxField, TextField } from '../ui/fields/text-fields.tsx'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { useRecordForm, type ValuesOf } from '../ui/record-form.ts'
import { toastDone } from '../ui/toast.tsx'
import { EmployeeField } from './employee-field.tsx'
import { roleOptions } from './role-labels.ts'
import type { Opened } from './temporary-password.tsx'

type Account = ItemOf<typeof accounts.list>
type FormProps = { onClose: () => void; onPassword: (opened: Opened) => void }

export const NewAccount = ({ onClose, onPassword }: FormProps) => {
  const { t } = useLingui()
  const form = useRecordForm({
    contract: accounts.create,
    draftKey: 'account:new',
    defaults: { name: '', username: '', roles: [], employeeId: null },
    input: (body) => ({ body }),
    onSaved: ({ account, temporaryPassword }) => {
      onClose()
      onPassword({ username: account.username, temporaryPassword })
    },
  })
  return (
    <FormDrawer form={form} title={t`Thêm tài khoản`} submitLabel={t`Tạo tài khoản`} onClose={onClose}>
      <Stack gap="md">
        <TextField form={form} name="name" label={t`Họ và tên`} required autoFocus />
        <TextField
          form={form}
          name="username"
          label={t`Tên đăng nhập`}
          description={t`3–30 ký tự: chữ thường không dấu, số, dấu chấm, gạch ngang`}
          required
        />
        <MultiSelectField
          form={form}
          name="roles"
          label={t`Vai trò`}
          description={t`Trưởng đơn vị và cán bộ có vai trò theo hồ sơ, không cần chọn.`}
          options={roleOptions()}
        />
        <EmployeeField form={form} name="employeeId" chosen={undefined} />
      </Stack>
    </FormDrawer>
  )
}

const valuesOf = ({ name, roles, active, employeeId }: Account): ValuesOf<typeof accounts.update> => ({ name, roles, active, employeeId })

const ResetPassword = ({ account, onPassword }: { account: Account; onPassword: (opened: Opened) => void }) => {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const reset = useAction(accounts.resetPassword, {
    done: t`Đã đặt lại mật khẩu`,
    onDone: ({ temporaryPassword }) => {
      setAsked(false)
      onPassword({ username: account.username, temporaryPassword })
    },
  })
  return (
    <Group>
      <Button variant="default" leftSection={<IconKey size={16} aria-hidden />} onClick={() => setAsked(true)}>
        <Trans>Đặt lại mật khẩu</Trans>
      </Button>
      {asked && (
        <ConfirmDialog
          title={t`Đặt lại mật khẩu của ${account.name}?`}
          confirmLabel={t`Đặt lại`}
          pending={reset.isPending}
          onConfirm={() => reset.mutate({ params: { id: account.id }, version: account.version })}
          onClose={() => setAsked(false)}
        >
          <Trans>Mọi phiên đang mở của tài khoản này sẽ kết thúc.</Trans>
        </ConfirmDialog>
      )}
    </Group>
  )
}

export const EditAccount = ({ account, onClose, onPassword }: FormProps & { account: Account }) => {
  const { t } = useLingui()
  const can = useCan()
  const editable = can('update User')
  const form = useRecordForm({
    contract: accounts.update,
    draftKey: `account:${account.id}`,
    defaults: valuesOf(account),
    version: account.version,
    input: (body, version) => ({ params: { id: account.id }, body, version }),
    reload: async () => {
      const fresh = await call(accounts.get, { params: { id: account.id } })
      return { values: valuesOf(fresh), version: fresh.version }
    },
    onSaved: () => {
      toastDone(t`Đã lưu tài khoản`)
      onClose()
    },
  })
  const chosen = account.employeeId && account.employeeName ? { value: account.employeeId, label: account.employeeName } : undefined
  return (
    <FormDrawer
      form={form}
      title={`${account.name} (${account.username})`}
      readOnly={!editable}
      onClose={onClose}
      below={<History subject="User" id={account.id} />}
    >
      <Stack gap="md">
        <TextField form={form} name="name" label={t`Họ và tên`} required disabled={!editable} />
        <MultiSelectField
          form={form}
          name="roles"
          label={t`Vai trò`}
          description={t`Trưởng đơn vị và cán bộ có vai trò theo hồ sơ, không cần chọn.`}
          options={roleOptions()}
          disabled={!editable}
        />
        <EmployeeField form={form} name="employeeId" chosen={chosen} disabled={!editable} />
        <CheckboxField
          form={form}
          name="active"
          label={t`Được đăng nhập`}
          description={t`Bỏ chọn để khóa; mọi phiên kết thúc ngay.`}
          disabled={!editable}
        />
        {editable && <ResetPassword account={account} onPassword={onPassword} />}
      </Stack>
    </FormDrawer>
  )
}
