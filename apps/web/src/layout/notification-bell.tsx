import { type NotificationRecord, notifications } from '@chung-tay/contracts/notifications'
import { t } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Indicator, Popover, ScrollArea, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { mutationOf, queryOf } from '../api/query.ts'
import { placeOf } from '../ui/place.ts'
import { problemText } from '../ui/problem-text.ts'
import { DateTime } from '../ui/texts.tsx'

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
export const NotificationBell = () => {
  const { t: say } = useLingui()
  const [opened, setOpened] = useState(false)
  const navigate = useNavigate()
  const list = useQuery({ ...queryOf(notifications.list, { query: {} }), refetchInterval: 120_000 })
  const read = useMutation(mutationOf(notifications.readAll))
  const unread = list.data?.unread ?? 0
  const items = list.data?.items ?? []

  const toggle = () => {
    // Read once the list was shown and closed again, so that the new ones are still told apart while it is open.
    if (opened && unread > 0) read.mutate({})
    setOpened(!opened)
  }
  const go = (notice: NotificationRecord) => {
    toggle()
    const task = notice.kind === 'digest' ? notice.data.tasks[0] : notice.data
    if (!task) return
    const search = notice.kind === 'digest' ? { late: 'true' } : { open: task.taskId }
    void navigate(placeOf({ to: '/$year/tasks', params: { year: task.year }, search }))
  }
  const name = unread > 0 ? say`Thông báo, ${unread} chưa đọc` : say`Thông báo`
  return (
    <Popover opened={opened} onChange={(next) => !next && opened && toggle()} position="bottom-end" width={340} trapFocus withinPortal>
      <Popover.Target>
        <Tooltip label={say`Thông báo`}>
          <Indicator disabled={unread === 0} label={unread} size={16} color="red.8">
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={name} onClick={toggle}>
              <IconBell size={20} aria-hidden />
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Popover.Target>
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
