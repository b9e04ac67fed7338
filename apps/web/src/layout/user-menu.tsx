import { accounts } from '@chung-tay/contracts/accounts'
import { Trans, useLingui } from '@lingui/react/macro'
import { Menu, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconBellCog, IconDeviceDesktopOff, IconKey, IconLanguage, IconLogout, IconMoon, IconShieldLock, IconSun } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { mutationOf } from '../api/query.ts'
import { type Language, speak } from '../i18n/language.ts'
import { gatePaths } from '../session/gate.ts'
import { leave, signOut, useMe } from '../session/session.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { toastFailed } from '../ui/toast.tsx'
import type { OpenedMenuProps } from './header-menu.tsx'

/** What belongs to the person: light or dark, language, password, second factor, signing out. */
export const UserMenu = ({ target }: OpenedMenuProps) => {
  const { t, i18n } = useLingui()
  const me = useMe()
  const scheme = useComputedColorScheme('light')
  const { setColorScheme } = useMantineColorScheme()
  const [asked, setAsked] = useState(false)
  const setLanguage = useMutation({ ...mutationOf(accounts.setLanguage), onError: toastFailed })
  const everywhere = useMutation({ ...mutationOf(accounts.signOutEverywhere), onSuccess: leave, onError: toastFailed })
  const other: Language = i18n.locale === 'vi' ? 'en' : 'vi'

  const switchLanguage = () => {
    void speak(other)
    setLanguage.mutate({ body: { language: other } })
  }
  return (
    <>
      <Menu position="bottom-end" withinPortal width={260} defaultOpened>
        <Menu.Target>{target}</Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" fw={600} c="var(--mantine-color-text)">
              {me.name}
            </Text>
            {me.username}
          </Menu.Label>
          <Menu.Item
            leftSection={scheme === 'dark' ? <IconSun size={16} /> : <IconMoon size={16} />}
            onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
            closeMenuOnClick={false}
          >
            {scheme === 'dark' ? <Trans>Nền sáng</Trans> : <Trans>Nền tối</Trans>}
          </Menu.Item>
          <Menu.Item leftSection={<IconLanguage size={16} />} onClick={switchLanguage} lang={other} closeMenuOnClick={false}>
            {other === 'en' ? 'English' : 'Tiếng Việt'}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item component={Link} to="/settings/reminders" leftSection={<IconBellCog size={16} />}>
            <Trans>Nhắc việc và lịch</Trans>
          </Menu.Item>
          <Menu.Item component="a" href={gatePaths.changePassword} leftSection={<IconKey size={16} />}>
            <Trans>Đổi mật khẩu</Trans>
          </Menu.Item>
          <Menu.Item component={Link} to="/settings/security" leftSection={<IconShieldLock size={16} />}>
            <Trans>Xác thực hai bước</Trans>
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconDeviceDesktopOff size={16} />} onClick={() => setAsked(true)}>
            <Trans>Đăng xuất mọi thiết bị</Trans>
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut().catch(toastFailed)}>
            <Trans>Đăng xuất</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked && (
        <ConfirmDialog
          title={t`Đăng xuất khỏi mọi thiết bị?`}
          confirmLabel={t`Đăng xuất`}
          pending={everywhere.isPending}
          onConfirm={() => everywhere.mutate({})}
          onClose={() => setAsked(false)}
        >
          <Trans>Mọi phiên của tài khoản này sẽ kết thúc, kể cả phiên đang dùng. Bản nháp trên máy này sẽ bị xóa.</Trans>
        </ConfirmDialog>
      )}
    </>
  )
}
