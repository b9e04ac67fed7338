import { type NotificationRecord, notifications } from '@chung-tay/contracts/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, SegmentedControl, Stack } from '@mantine/core'
import { IconBellOff } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { infiniteOf } from '../api/query.ts'
import { PageSkeleton } from '../ui/page-skeleton.tsx'
import { EmptyState, ErrorState, PageTitle } from '../ui/states.tsx'
import { NotificationRow } from './notification-row.tsx'
import { useLatestNotifications, useReadAll } from './queries.ts'
import { notificationsRoute } from './routes.ts'

type Pages = { pages: { items: NotificationRecord[] }[] } | undefined

/** Everything a person was told, the newest first. */
export const NotificationsPage = () => {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { unread } = notificationsRoute.useSearch()
  const list = useInfiniteQuery(infiniteOf(notifications.list, { query: { unread } }))
  const count = useLatestNotifications().data?.unread ?? 0
  const readAll = useReadAll()
  const items = (list.data as Pages)?.pages.flatMap((page) => page.items) ?? []
  const show = (value: string) => void navigate({ to: '/notifications', search: value === 'unread' ? { unread: 'true' } : {}, replace: true })
  return (
    <>
      <PageTitle
        title={t`Thông báo`}
        description={t`Việc được giao, việc chờ duyệt hoặc bị trả lại, trao đổi mới và nhắc hạn mỗi sáng.`}
        action={
          <Button variant="default" disabled={count === 0} loading={readAll.isPending} onClick={() => readAll.mutate({})}>
            <Trans>Đánh dấu đã đọc tất cả</Trans>
          </Button>
        }
      />
      <SegmentedControl
        aria-label={t`Hiện`}
        mb="sm"
        value={unread === 'true' ? 'unread' : 'all'}
        data={[
          { value: 'all', label: t`Tất cả` },
          { value: 'unread', label: t`Chưa đọc (${count})` },
        ]}
        onChange={show}
      />
      {list.isPending && <PageSkeleton />}
      {list.isError && <ErrorState error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && (
        <EmptyState icon={IconBellOff} title={t`Không có thông báo nào`} hint={t`Khi có việc được giao hoặc sắp đến hạn, bạn sẽ thấy ở đây.`} />
      )}
      <Stack gap={4} maw={720}>
        {items.map((notice) => (
          <NotificationRow key={notice.id} notice={notice} />
        ))}
      </Stack>
      {list.hasNextPage && (
        <Group mt="md">
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            <Trans>Xem thêm</Trans>
          </Button>
        </Group>
      )}
    </>
  )
}
