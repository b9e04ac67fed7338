import { useLingui } from '@lingui/react/macro'
import { ActionIcon } from '@mantine/core'
import { IconUserCircle } from '@tabler/icons-react'
import { useMe } from '../session/session.ts'
import { headerMenu } from './header-menu.tsx'

const Menu = headerMenu(async () => (await import('./user-menu.tsx')).UserMenu)

export const UserButton = () => {
  const { t } = useLingui()
  const { name } = useMe()
  return (
    <Menu
      button={
        <ActionIcon variant="subtle" color="gray" size="lg" aria-haspopup="menu" aria-label={t`Tài khoản của ${name}`}>
          <IconUserCircle size={22} aria-hidden />
        </ActionIcon>
      }
    />
  )
}
