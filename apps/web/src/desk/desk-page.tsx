import type { Family } from '@chung-tay/contracts/hand-outs'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Anchor, Button, Card, Container, Group, Loader, Progress, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { createQueryClient } from '../api/query.ts'
import { formatCount } from '../ui/format.ts'
import { DeskSearch } from './desk-search.tsx'
import { HandOver } from './hand-over.tsx'
import { OwnEntries } from './own-entries.tsx'
import type { Kept } from './store.ts'
import { type Desk, useDesk } from './use-desk.ts'
import { keepPage } from './worker.ts'

const listId = window.location.pathname.split('/')[2] ?? ''
const leaving = new URLSearchParams(window.location.search).has('unsent')
const signIn = `/sign-in?next=${encodeURIComponent(`/desk/${listId}`)}`

/** What the server has written, and beside it what it has not heard of yet: never one number for both. */
const DeskProgress = ({ pack, waiting }: { pack: Kept; waiting: number }) => {
  const { t } = useLingui()
  const { given, total, stockOnHand } = pack.progress
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>
          <Trans>
            Đã trao {formatCount(given)}/{formatCount(total)}
          </Trans>
          {waiting > 0 && (
            <Text component="span" inherit>
              {' '}
              – <Trans>chờ gửi {formatCount(waiting)}</Trans>
            </Text>
          )}
        </Text>
        <Text size="sm" c={stockOnHand < total - given ? 'var(--mantine-color-error)' : 'dimmed'}>
          <Trans>
            Trong kho còn {formatCount(stockOnHand)} {pack.measure}
          </Trans>
        </Text>
      </Group>
      <Progress.Root size="lg">
        <Progress.Section value={total === 0 ? 0 : (given / total) * 100} aria-label={t`Đã trao`} />
        <Progress.Section value={total === 0 ? 0 : (waiting / total) * 100} color="stamen" aria-label={t`Chờ gửi`} />
      </Progress.Root>
    </div>
  )
}

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

const Open = ({ desk, pack }: { desk: Desk; pack: Kept }) => {
  const [family, setFamily] = useState<Family | null>(null)
  const isOpen = pack.status === 'approved'
  return (
    <Stack gap="md">
      <DeskProgress pack={pack} waiting={desk.waiting} />
      {!isOpen && (
        <Alert color="stamen">
          {pack.status === 'closed' ? (
            <Trans>Danh sách này đã kết thúc trao quà.</Trans>
          ) : (
            <Trans>Danh sách chưa được Lãnh đạo duyệt nên chưa trao quà được.</Trans>
          )}
        </Alert>
      )}
      {isOpen && family === null && <DeskSearch pack={pack} own={desk.own} onChoose={setFamily} />}
      {isOpen && family !== null && (
        <Card withBorder>
          <HandOver key={family.id} pack={pack} family={family} own={desk.own} onWritten={desk.send} onClose={() => setFamily(null)} />
        </Card>
      )}
    </Stack>
  )
}

const Body = ({ desk }: { desk: Desk }) => {
  const { pack, reach, own } = desk
  if (pack === undefined || (pack === null && reach === null)) return <Loader />
  if (pack !== null) return <Open desk={desk} pack={pack} />
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
