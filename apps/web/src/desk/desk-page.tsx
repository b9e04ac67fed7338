import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Anchor, Button, Container, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { createQueryClient } from '../api/query.ts'
import { OpenDesk } from './open-desk.tsx'
import { OwnEntries } from './own-entries.tsx'
import { type Desk, useDesk } from './use-desk.ts'
import { keepPage } from './worker.ts'

const listId = window.location.pathname.split('/')[2] ?? ''
const leaving = new URLSearchParams(window.location.search).has('unsent')
const signIn = `/sign-in?next=${encodeURIComponent(`/desk/${listId}`)}`

const ReachNote = ({ desk: { reach, waiting, send } }: { desk: Desk }) => {
  const { t } = useLingui()
  if (reach === 'signedOut' || reach === 'otherPerson') {
    return (
      <Alert color="stamen" title={reach === 'signedOut' ? t`Phiên đăng nhập đã hết` : t`Máy này đang đăng nhập bằng tài khoản khác`}>
        <Text size="sm">
          {waiting > 0 ? (
            <Plural value={waiting} other="# suất đã ghi vẫn được giữ trên máy này. Người đã trao đăng nhập lại thì máy tự gửi." />
          ) : (
            <Trans>Đăng nhập lại để tiếp tục.</Trans>
          )}
        </Text>
        <Button component="a" href={signIn} size="xs" mt="xs">
          <Trans>Đăng nhập</Trans>
        </Button>
      </Alert>
    )
  }
  if (reach === 'refused') {
    return <Alert color="red">{t`Tài khoản này không mở được danh sách, hoặc danh sách không còn.`}</Alert>
  }
  if (reach === 'offline') {
    return (
      <Alert color="stamen" icon={<IconCloudOff aria-hidden />} role="status" title={t`Chưa liên lạc được máy chủ`}>
        <Text size="sm">
          <Trans>Cứ trao tiếp: mỗi suất được giữ trên máy này và tự gửi khi có mạng.</Trans>
        </Text>
        {waiting > 0 && (
          <Button size="xs" variant="default" mt="xs" leftSection={<IconCloudUp size={14} aria-hidden />} onClick={send}>
            <Trans>Gửi ngay</Trans>
          </Button>
        )}
      </Alert>
    )
  }
  return null
}

const Body = ({ desk }: { desk: Desk }) => {
  const { pack, reach, own } = desk
  if (pack === undefined || (pack === null && reach === null)) return <Loader />
  if (pack !== null) return <OpenDesk desk={desk} pack={pack} />
  if (reach !== 'offline') return null
  return (
    <Text>
      {own.length > 0 ? (
        <Trans>Danh sách sẽ được tải lại khi có mạng.</Trans>
      ) : (
        <Trans>Danh sách này chưa được chuẩn bị trên máy: hãy mở trang này một lần khi có mạng, trước giờ trao quà.</Trans>
      )}
    </Text>
  )
}

const Page = () => {
  const { t } = useLingui()
  const desk = useDesk(listId)
  const { pack, own, waiting } = desk
  useEffect(keepPage, [])
  useEffect(() => {
    document.title = `${t`Bàn trao quà`} – Chung Tay`
  }, [t])
  return (
    <Container component="main" size={760} py="md" px="md">
      <Stack gap="md">
        <div>
          {pack && (
            <Anchor href={`/${pack.year}/gift-lists/${listId}`} size="sm">
              <Group gap={4} component="span">
                <IconArrowLeft size={16} aria-hidden />
                {pack.listName}
              </Group>
            </Anchor>
          )}
          <Title order={1} fz="h2">
            <Trans>Bàn trao quà</Trans>
          </Title>
        </div>
        {leaving && own.some(({ state }) => state !== 'given') && (
          <Alert color="stamen" title={t`Chưa đăng xuất`}>
            {waiting > 0 ? (
              <Trans>Máy này còn suất quà chưa gửi. Hãy chờ gửi xong rồi đăng xuất.</Trans>
            ) : (
              <Trans>Máy này còn suất quà cần xử lý. Hãy xử lý rồi đăng xuất.</Trans>
            )}
          </Alert>
        )}
        <ReachNote desk={desk} />
        <Body desk={desk} />
        {desk.reach !== 'refused' && <OwnEntries own={own} pack={pack ?? null} onChanged={desk.refresh} />}
      </Stack>
    </Container>
  )
}

const client = createQueryClient(() => undefined)

/** The hand-out desk: type a name, Enter, Enter, next. Stands alone, so that it opens and goes on without a network and a session. */
export const DeskPage = () => (
  <QueryClientProvider client={client}>
    <Page />
  </QueryClientProvider>
)
