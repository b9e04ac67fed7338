import { calendarFeeds } from '@chung-tay/contracts/reminders'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, CopyButton, Group, List, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconCalendarPlus, IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { formatMoment } from '../ui/format.ts'
import { StatusBadge } from '../ui/texts.tsx'

/** The one moment in which the address can be read. */
const Address = ({ path }: { path: string }) => {
  const { t } = useLingui()
  const address = new URL(path, window.location.href).href
  return (
    <Alert color="blue" title={t`Địa chỉ lịch của bạn`}>
      <Stack gap="sm">
        <Text size="sm">
          <Trans>Địa chỉ chỉ hiện lần này. Ai có địa chỉ đều xem được lịch, vì vậy không gửi cho người khác.</Trans>
        </Text>
        <TextInput aria-label={t`Địa chỉ lịch`} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
        <Group gap="xs">
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />} onClick={copy}>
                {copied ? <Trans>Đã chép</Trans> : <Trans>Chép địa chỉ</Trans>}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" component="a" href={address.replace(/^https?:/, 'webcal:')}>
            <Trans>Mở bằng ứng dụng lịch</Trans>
          </Button>
        </Group>
        <List size="sm" spacing={4}>
          <List.Item>
            <Trans>Google Calendar: Lịch khác → Từ URL → dán địa chỉ.</Trans>
          </List.Item>
          <List.Item>
            <Trans>Outlook: Thêm lịch → Đăng ký từ web → dán địa chỉ.</Trans>
          </List.Item>
          <List.Item>
            <Trans>iPhone: Lịch → Thêm lịch → Thêm lịch đăng ký → dán địa chỉ.</Trans>
          </List.Item>
        </List>
      </Stack>
    </Alert>
  )
}

type Asked = 'anew' | 'revoke' | null

/** The calendar address: made, shown once, made anew, stopped. */
export const CalendarPart = ({ since }: { since: Date | null }) => {
  const { t } = useLingui()
  const [path, setPath] = useState<string | null>(null)
  const [asked, setAsked] = useState<Asked>(null)
  const close = () => setAsked(null)
  const make = useAction(calendarFeeds.make, {
    done: t`Đã tạo địa chỉ lịch`,
    onDone: (feed) => {
      setPath(feed.path)
      close()
    },
  })
  const revoke = useAction(calendarFeeds.revoke, {
    done: t`Đã thu hồi địa chỉ lịch`,
    onDone: () => {
      setPath(null)
      close()
    },
  })
  const moment = since && formatMoment(since)
  return (
    <Paper withBorder p="lg" bg="var(--chung-tay-surface)">
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Title order={2} fz="h4">
            <Trans>Lịch trên điện thoại, máy tính</Trans>
          </Title>
          <StatusBadge tone={since ? 'good' : 'neutral'}>{since ? t`Đang dùng` : t`Chưa tạo`}</StatusBadge>
        </Group>
        <Text size="sm">
          <Trans>
            Hạn nhiệm vụ của bạn và đơn vị bạn phụ trách, sự kiện của tháng và hạn gửi báo cáo tự hiện trong ứng dụng lịch, kèm báo trước một ngày.
            Trong lịch không có tên trẻ em.
          </Trans>
        </Text>
        {path && <Address path={path} />}
        {since === null ? (
          <Button
            leftSection={<IconCalendarPlus size={16} aria-hidden />}
            loading={make.isPending}
            onClick={() => make.mutate({})}
            style={{ alignSelf: 'flex-start' }}
          >
            <Trans>Tạo địa chỉ lịch</Trans>
          </Button>
        ) : (
          <>
            {!path && (
              <Text size="sm" c="dimmed">
                <Trans>Tạo lúc {moment}. Nếu làm mất địa chỉ, hãy tạo địa chỉ mới.</Trans>
              </Text>
            )}
            <Group gap="xs">
              <Button variant="default" onClick={() => setAsked('anew')}>
                <Trans>Tạo địa chỉ mới</Trans>
              </Button>
              <Button variant="default" c="red" onClick={() => setAsked('revoke')}>
                <Trans>Thu hồi</Trans>
              </Button>
            </Group>
          </>
        )}
      </Stack>
      {asked === 'anew' && (
        <ConfirmDialog
          title={t`Tạo địa chỉ lịch mới?`}
          confirmLabel={t`Tạo địa chỉ mới`}
          pending={make.isPending}
          onConfirm={() => make.mutate({})}
          onClose={close}
        >
          <Trans>Địa chỉ đang dùng sẽ ngừng; mọi ứng dụng lịch phải đăng ký lại bằng địa chỉ mới.</Trans>
        </ConfirmDialog>
      )}
      {asked === 'revoke' && (
        <ConfirmDialog
          title={t`Thu hồi địa chỉ lịch?`}
          confirmLabel={t`Thu hồi`}
          danger
          pending={revoke.isPending}
          onConfirm={() => revoke.mutate({})}
          onClose={close}
        >
          <Trans>Ứng dụng lịch đã đăng ký sẽ không nhận thêm gì nữa.</Trans>
        </ConfirmDialog>
      )}
    </Paper>
  )
}
