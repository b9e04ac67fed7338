import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Popover, ScrollArea, Skeleton, Stack, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { cloneElement, useState } from 'react'
import type { OpenedMenuProps } from '../layout/header-menu.tsx'
import { problemText } from '../ui/problem-text.ts'
import { NotificationRow } from './notification-row.tsx'
import { useLatestNotifications, useReadAll } from './queries.ts'

/** What happened since the last look, from the daily digest to a returned report. */
export const NotificationList = ({ target }: OpenedMenuProps) => {
  const { t } = useLingui()
  const [opened, setOpened] = useState(true)
  const list = useLatestNotifications()
  const readAll = useReadAll()
  const close = () => setOpened(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus returnFocus withinPortal>
      <Popover.Target>{cloneElement(target, { onClick: () => setOpened(!opened) })}</Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t`Thông báo`}>
        <ScrollArea.Autosize mah={420}>
          {list.isPending && <Skeleton h={80} />}
          {list.isError && <Text size="sm">{problemText(list.error)}</Text>}
          {list.data?.items.length === 0 && (
            <Text size="sm" c="dimmed" p="sm">
              <Trans>Chưa có thông báo nào.</Trans>
            </Text>
          )}
          <Stack gap={2}>
            {list.data?.items.map((notice) => (
              <NotificationRow key={notice.id} notice={notice} onOpen={close} />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Group justify="space-between" mt="xs" gap="xs" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={(list.data?.unread ?? 0) === 0}
            loading={readAll.isPending}
            onClick={() => readAll.mutate({})}
          >
            <Trans>Đọc tất cả</Trans>
          </Button>
          <Button size="compact-sm" variant="default" component={Link} to="/notifications" onClick={close}>
            <Trans>Xem tất cả</Trans>
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
