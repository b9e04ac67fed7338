import { useLingui } from '@lingui/react/macro'
import { ActionIcon, Indicator } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { headerMenu } from '../layout/header-menu.tsx'
import { useLatestNotifications } from './queries.ts'

const Menu = headerMenu(async () => (await import('./notification-list.tsx')).NotificationList)

/** The bell, with how much was not read yet. */
export const NotificationsMenu = () => {
  const { t } = useLingui()
  const unread = useLatestNotifications().data?.unread ?? 0
  const name = unread > 0 ? t`Thông báo, ${unread} chưa đọc` : t`Thông báo`
  return (
    <Indicator disabled={unread === 0} label={unread > 99 ? '99+' : unread} size={16} color="red.8">
      <Menu
        button={
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={name} title={t`Thông báo`}>
            <IconBell size={20} aria-hidden />
          </ActionIcon>
        }
      />
    </Indicator>
  )
}
