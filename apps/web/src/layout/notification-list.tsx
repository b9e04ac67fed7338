import { type NotificationRecord, notifications } from '@chung-tay/contracts/notifications'
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Popover, ScrollArea, Stack, Text, UnstyledButton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { cloneElement, useState } from 'react'
import { mutationOf } from '../api/query.ts'
import { placeOf } from '../ui/place.ts'
import { problemText } from '../ui/problem-text.ts'
import { DateTime } from '../ui/texts.tsx'
import type { OpenedMenuProps } from './header-menu.tsx'
import { notificationsQuery } from './notification-bell.tsx'

const sentence = (notice: NotificationRecord): string => {
  if (notice.kind === 'digest') {
    const { late, soon } = notice.data
    return t`${late} nhiệm vụ quá hạn, ${soon} nhiệm vụ sắp đến hạn`
  }
  const { title } = notice.data
  const sentences: Record<typeof notice.kind, () => string> = {
    taskAssigned: () => t`Nhiệm vụ mới: ${title}`,
    taskDelegated: () => t`Bạn được phân công: ${title}`,
    taskSubmitted: () => t`Đã có báo cáo kết quả: ${title}`,
    taskReturned: () => t`Báo cáo bị trả lại: ${title}`,
    taskAccepted: () => t`Kết quả được chấp nhận: ${title}`,
    taskCommented: () => t`Có trao đổi mới: ${title}`,
  }
  return sentences[notice.kind]()
}

/** What happened since the last look, from the daily digest to a returned report. */
export const NotificationList = ({ target }: OpenedMenuProps) => {
  const { t: say } = useLingui()
  const [opened, setOpened] = useState(true)
  const navigate = useNavigate()
  const list = useQuery(notificationsQuery)
  const read = useMutation(mutationOf(notifications.readAll))
  const items = list.data?.items ?? []

  const show = (next: boolean) => {
    // Read once the list was shown and closed again, so that the new ones are still told apart while it is open.
    if (opened && !next && (list.data?.unread ?? 0) > 0) read.mutate({})
    setOpened(next)
  }
  const go = (notice: NotificationRecord) => {
    show(false)
    const task = notice.kind === 'digest' ? notice.data.tasks[0] : notice.data
    if (!task) return
    const search = notice.kind === 'digest' ? { late: 'true' } : { open: task.taskId }
    void navigate(placeOf({ to: '/$year/tasks', params: { year: task.year }, search }))
  }
  return (
    <Popover opened={opened} onChange={show} position="bottom-end" width={340} trapFocus returnFocus withinPortal>
      <Popover.Target>{cloneElement(target, { onClick: () => show(!opened) })}</Popover.Target>
      <Popover.Dropdown p="xs" aria-label={say`Thông báo`}>
        <ScrollArea.Autosize mah={420}>
          {list.isError && <Text size="sm">{problemText(list.error)}</Text>}
          {list.isSuccess && items.length === 0 && (
            <Text size="sm" c="dimmed" p="sm">
              <Trans>Chưa có thông báo nào.</Trans>
            </Text>
          )}
          <Stack gap={2}>
            {items.map((notice) => (
              <UnstyledButton key={notice.id} p="xs" onClick={() => go(notice)}>
                <Text size="sm" fw={notice.readAt === null ? 600 : 400}>
                  {sentence(notice)}
                </Text>
                <Text size="xs" c="dimmed">
                  <DateTime value={notice.createdAt} />
                </Text>
              </UnstyledButton>
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}
