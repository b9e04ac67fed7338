import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, type ModalProps, Stack, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { sendByKeys, useLayer } from './layer.ts'

type FrameProps = Pick<ModalProps, 'size' | 'closeOnClickOutside'> & { title: ReactNode; onClose: () => void; children: ReactNode }

/** A dialog in the middle of the screen. Render it only while it is open. */
export const Dialog = ({ children, ...frame }: FrameProps) => {
  const { t } = useLingui()
  const layer = useLayer(frame.onClose)
  return (
    <Modal opened {...frame} {...layer} closeButtonProps={{ 'aria-label': t`Đóng` }}>
      {children}
    </Modal>
  )
}

type DialogProps = { title: string; onClose: () => void; children?: ReactNode; confirmLabel: string; pending?: boolean; danger?: boolean }

/** Asks before what cannot be undone; put the count into the title: "Trao 24 suất quà?". Render it only while it is open. */
export const ConfirmDialog = ({
  title,
  onClose,
  children,
  confirmLabel,
  pending = false,
  danger = false,
  onConfirm,
}: DialogProps & { onConfirm: () => void }) => (
  <Dialog onClose={onClose} title={title}>
    <Stack>
      {children && (
        <Text component="div" size="sm">
          {children}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          <Trans>Không</Trans>
        </Button>
        <Button loading={pending} onClick={onConfirm} {...(danger && { color: 'red' })}>
          {confirmLabel}
        </Button>
      </Group>
    </Stack>
  </Dialog>
)

type ReasonDialogProps = DialogProps & { label?: string; onReason: (reason: string) => void }

/** Says no with a reason: return, reject, void, withdraw. At least three characters. Render it only while it is open. */
export const ReasonDialog = ({ title, onClose, children, confirmLabel, pending = false, danger = true, label, onReason }: ReasonDialogProps) => {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const [touched, setTouched] = useState(false)
  const short = reason.trim().length < 3
  return (
    <Dialog onClose={onClose} title={title}>
      <form
        noValidate
        onKeyDown={sendByKeys}
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          setTouched(true)
          if (!short && !pending) onReason(reason.trim())
        }}
      >
        <Stack>
          {children && (
            <Text component="div" size="sm">
              {children}
            </Text>
          )}
          <Textarea
            label={label ?? t`Lý do`}
            withAsterisk
            autosize
            minRows={3}
            data-autofocus
            value={reason}
            maxLength={1000}
            error={touched && short ? t`Hãy ghi lý do, ít nhất 3 ký tự.` : null}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              <Trans>Không</Trans>
            </Button>
            <Button type="submit" loading={pending} {...(danger && { color: 'red' })}>
              {confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
