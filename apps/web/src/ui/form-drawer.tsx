import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Drawer, Group, Stack, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { Dialog } from './dialogs.tsx'
import { FormBody } from './form-body.tsx'
import { useLayer } from './layer.ts'
import type { RecordForm } from './record-form.ts'

type DrawerProps = { title: ReactNode; onClose: () => void; children: ReactNode; size?: 'md' | 'lg' | 'xl' }

/** A record beside its list. Render it only while it is open. */
export const RecordDrawer = ({ title, onClose, children, size = 'lg' }: DrawerProps) => {
  const { t } = useLingui()
  const layer = useLayer(onClose)
  return (
    <Drawer
      opened
      {...layer}
      onClose={onClose}
      title={title}
      position="right"
      size={size}
      closeButtonProps={{ 'aria-label': t`Đóng` }}
      classNames={{ title: 'drawer-title' }}
    >
      {children}
    </Drawer>
  )
}

type FormDrawerProps<Values extends FieldValues> = DrawerProps & {
  form: RecordForm<Values>
  submitLabel?: string
  below?: ReactNode
  readOnly?: boolean
}

/** A form in a drawer. Leaving it with unsaved changes asks: go on, keep the draft, or drop it. `below` stands under the form (history). */
export const FormDrawer = <Values extends FieldValues>({
  form,
  title,
  onClose,
  submitLabel,
  children,
  below,
  readOnly = false,
  size = 'lg',
}: FormDrawerProps<Values>) => {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const { isDirty } = form.formState
  const unsaved = () => (isDirty || form.held()) && !form.leaving.current
  const blocker = useBlocker({ shouldBlockFn: unsaved, enableBeforeUnload: false, withResolver: true })

  const close = () => (unsaved() ? setAsked(true) : onClose())
  const stay = () => {
    setAsked(false)
    if (blocker.status === 'blocked') blocker.reset()
  }
  const leave = () => {
    form.leaving.current = true
    setAsked(false)
    if (blocker.status === 'blocked') blocker.proceed()
    else onClose()
  }
  const drop = () => {
    form.leaving.current = true
    form.discardDraft()
    leave()
  }

  return (
    <RecordDrawer title={title} onClose={close} size={size}>
      <FormBody form={form} submitLabel={submitLabel ?? t`Lưu`} onCancel={close} readOnly={readOnly}>
        {children}
      </FormBody>
      {below}
      {(asked || blocker.status === 'blocked') && (
        <Dialog title={t`Còn nội dung chưa lưu`} onClose={stay}>
          <Stack>
            <Text size="sm">
              <Trans>Bản nháp được giữ trên máy này và hiện lại khi bạn mở biểu mẫu lần sau.</Trans>
            </Text>
            {form.held() && (
              <Text size="sm">
                <Trans>Tệp chưa tải lên xong sẽ không được giữ.</Trans>
              </Text>
            )}
            <Group justify="flex-end" gap="xs">
              <Button variant="subtle" color="red" onClick={drop}>
                <Trans>Bỏ nội dung</Trans>
              </Button>
              <Button variant="default" onClick={leave}>
                <Trans>Giữ nháp và đóng</Trans>
              </Button>
              <Button onClick={stay} data-autofocus>
                <Trans>Nhập tiếp</Trans>
              </Button>
            </Group>
          </Stack>
        </Dialog>
      )}
    </RecordDrawer>
  )
}
