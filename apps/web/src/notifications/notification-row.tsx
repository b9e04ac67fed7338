import { type NotificationRecord, notifications } from '@chung-tay/contracts/notifications'
import { useLingui } from '@lingui/react/macro'
import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { mutationOf } from '../api/query.ts'
import { DateTime } from '../ui/texts.tsx'
import { notificationPlace, notificationWords } from './notification-text.ts'

/** One notification; opening it reads it. */
export const NotificationRow = ({ notice, onOpen }: { notice: NotificationRecord; onOpen?: () => void }) => {
  const { t } = useLingui()
  const read = useMutation(mutationOf(notifications.read))
  const { title, detail } = notificationWords(notice)
  const fresh = notice.readAt === null
  const open = () => {
    if (fresh) read.mutate({ params: { id: notice.id } })
    onOpen?.()
  }
  return (
    <UnstyledButton
      p="xs"
      onClick={open}
      renderRoot={(root) => <Link {...root} {...notificationPlace(notice)} />}
      style={{ borderRadius: 8, ...(fresh && { background: 'var(--chung-tay-tint)' }) }}
    >
      <Text size="sm" fw={fresh ? 600 : 400} style={{ overflowWrap: 'anywhere' }}>
        {title}
        {fresh && <VisuallyHidden component="span">{t`, chưa đọc`}</VisuallyHidden>}
      </Text>
      <Text size="xs" lineClamp={2}>
        {detail}
      </Text>
      <Text size="xs" c="dimmed">
        <DateTime value={notice.createdAt} />
      </Text>
    </UnstyledButton>
  )
}
