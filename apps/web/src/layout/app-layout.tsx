import { formatDay } from '@chung-tay/domain/dates'
import { Trans, useLingui } from '@lingui/react/macro'
import { AppShell, Box, Burger, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { speak } from '../i18n/language.ts'
import { NotificationsMenu } from '../notifications/notifications-menu.tsx'
import { useMe } from '../session/session.ts'
import { InAppHint } from '../ui/in-app-hint.tsx'
import classes from './app-layout.module.css'
import { CampaignSwitcher } from './campaign-switcher.tsx'
import { NavigationMenu } from './navigation-menu.tsx'
import { PaletteButton } from './palette-button.tsx'
import { UserButton } from './user-button.tsx'

/** The language a person chose goes with the account, to whatever device they sign in on. */
const useOwnLanguage = () => {
  const { language } = useMe()
  const { i18n } = useLingui()
  useEffect(() => {
    if (i18n.locale !== language) void speak(language)
    // Only when the account says otherwise than before: a switch on this screen speaks for itself.
  }, [language])
}

const SampleBanner = () => {
  const { agency } = useMe()
  if (!agency?.sampleDay) return null
  return (
    <Box className={`${classes.sample} no-print`} role="note">
      <Trans>Dữ liệu mẫu — hôm nay là {formatDay(agency.sampleDay)} trong câu chuyện mẫu</Trans>
    </Box>
  )
}

/** The frame of every page behind the sign-in: head, menu, sample banner, page. */
export const AppLayout = () => {
  const { t } = useLingui()
  const { agency } = useMe()
  const [opened, { toggle, close }] = useDisclosure(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  useOwnLanguage()
  // The menu of a phone closes when the page has changed
  useEffect(close, [path])

  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 248, breakpoint: 'md', collapsed: { mobile: !opened } }} padding={{ base: 'sm', sm: 'lg' }}>
      <a className="skip-link" href="#main">
        <Trans>Tới nội dung chính</Trans>
      </a>
      <AppShell.Header className={classes.header ?? ''}>
        <Group h="100%" px={{ base: 'xs', sm: 'md' }} wrap="nowrap" gap="xs" justify="space-between">
          <Group wrap="nowrap" gap="xs" miw={0}>
            <Burger opened={opened} onClick={toggle} hiddenFrom="md" size="sm" aria-label={opened ? t`Đóng trình đơn` : t`Mở trình đơn`} />
            <Link to="/" aria-label={agency?.name ?? 'Chung Tay'} className={classes.brand}>
              <img src="/icon.svg" alt="" width={30} height={30} />
              <Text component="span" fw={700} truncate visibleFrom="xs">
                {agency?.name ?? 'Chung Tay'}
              </Text>
            </Link>
          </Group>
          <Group wrap="nowrap" gap={6}>
            <CampaignSwitcher />
            <PaletteButton />
            <NotificationsMenu />
            <UserButton />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar component="div" className={classes.navbar ?? ''} p="sm">
        <NavigationMenu />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={classes.main ?? ''}>
        <SampleBanner />
        <Box maw={1280} mx="auto">
          <InAppHint />
          <Outlet />
        </Box>
      </AppShell.Main>
    </AppShell>
  )
}
