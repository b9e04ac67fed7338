import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { Dialog } from '../ui/dialogs.tsx'

export type Opened = { username: string; temporaryPassword: string }

/** The one moment in which a temporary password can be read. */
export const TemporaryPassword = ({ username, temporaryPassword, onClose }: Opened & { onClose: () => void }) => {
  const { t } = useLingui()
  return (
    <Dialog onClose={onClose} title={t`Mật khẩu tạm thời`} closeOnClickOutside={false}>
      <Stack>
        <Text size="sm">
          <Trans>Đưa mật khẩu này cho người dùng “{username}”. Nó chỉ hiện một lần; ở lần đăng nhập đầu, người dùng phải đổi mật khẩu.</Trans>
        </Text>
        <Group>
          <Code fz="lg">{temporaryPassword}</Code>
          <CopyButton value={temporaryPassword}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {copied ? <Trans>Đã chép</Trans> : <Trans>Chép</Trans>}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Button onClick={onClose} style={{ alignSelf: 'flex-end' }}>
          <Trans>Đã ghi lại</Trans>
        </Button>
      </Stack>
    </Dialog>
  )
}
