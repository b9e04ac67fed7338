import { type NoticeRecord, notices } from '@chung-tay/contracts/notices'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconCheck, IconPencil, IconQrcode, IconSpeakerphone, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { History } from '../ui/history.tsx'
import { placeOf } from '../ui/place.ts'
import { Answer } from '../ui/record-query.tsx'
import { PageTitle } from '../ui/states.tsx'
import { DateTime, StatusBadge } from '../ui/texts.tsx'
import { EditNotice } from './notice-form.tsx'
import { NoticeProgress, UnitReaders } from './notice-progress.tsx'
import { noticeRoute } from './routes.ts'

const OfficeActions = ({ notice }: { notice: NoticeRecord }) => {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [asked, setAsked] = useState(false)
  const publish = useAction(notices.publish, { done: t`Đã gửi thông báo đến toàn thể cán bộ, nhân viên`, onDone: () => setAsked(false) })
  const gather = useAction(notices.gather, { done: ({ added }) => (added > 0 ? t`Đã gửi thêm ${added} người` : t`Không có người mới`) })
  const params = { id: notice.id }
  if (notice.publishedAt !== null) {
    return (
      <Button
        variant="default"
        leftSection={<IconUserPlus size={16} aria-hidden />}
        loading={gather.isPending}
        onClick={() => gather.mutate({ params })}
      >
        <Trans>Gửi người mới vào</Trans>
      </Button>
    )
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden />}
        onClick={() => void navigate({ to: '.', search: { open: 'edit' } })}
      >
        <Trans>Sửa</Trans>
      </Button>
      <Button leftSection={<IconSpeakerphone size={16} aria-hidden />} onClick={() => setAsked(true)}>
        <Trans>Gửi thông báo</Trans>
      </Button>
      {asked && (
        <ConfirmDialog
          title={t`Gửi thông báo đến toàn thể?`}
          confirmLabel={t`Gửi`}
          pending={publish.isPending}
          onClose={() => setAsked(false)}
          onConfirm={() => publish.mutate({ params, version: notice.version })}
        >
          <Trans>Mọi người đang công tác nhận được thông báo và xác nhận đã đọc. Sau khi gửi, nội dung không sửa được nữa.</Trans>
        </ConfirmDialog>
      )}
    </>
  )
}

const Mine = ({ notice }: { notice: NoticeRecord }) => {
  const { t } = useLingui()
  const confirm = useAction(notices.confirm, { done: t`Cảm ơn, đã ghi nhận` })
  if (!notice.mine.told) return null
  if (notice.mine.readAt !== null) {
    return (
      <Group gap="xs" mt="md">
        <StatusBadge tone="good">{t`Đã đọc`}</StatusBadge>
        <Text size="sm" c="dimmed">
          <DateTime value={notice.mine.readAt} />
        </Text>
      </Group>
    )
  }
  return (
    <Button
      mt="md"
      size="md"
      leftSection={<IconCheck size={18} aria-hidden />}
      loading={confirm.isPending}
      onClick={() => confirm.mutate({ params: { id: notice.id } })}
    >
      <Trans>Tôi đã đọc và phổ biến cho gia đình</Trans>
    </Button>
  )
}

const Loaded = ({ notice }: { notice: NoticeRecord }) => {
  const can = useCan()
  const navigate = useNavigate()
  const { open } = noticeRoute.useSearch()
  const { t } = useLingui()
  const published = notice.publishedAt !== null
  return (
    <>
      <PageTitle
        title={notice.title}
        description={
          published ? (
            <>
              {notice.publishedByName}, <DateTime value={notice.publishedAt} />
            </>
          ) : (
            <StatusBadge tone="neutral">{t`Bản nháp`}</StatusBadge>
          )
        }
        action={
          <>
            {published && can('issue NoticeReader') && (
              <Button
                variant="default"
                leftSection={<IconQrcode size={16} aria-hidden />}
                renderRoot={(root) => (
                  <Link {...root} {...placeOf({ to: '/$year/notices/$noticeId/sheet', params: { year: notice.year, noticeId: notice.id } })} />
                )}
              >
                <Trans>Bản in có mã QR</Trans>
              </Button>
            )}
            {can('update Notice') && <OfficeActions notice={notice} />}
          </>
        }
      />
      <Stack gap="md">
        <Paper withBorder p="lg" maw={760}>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{notice.text}</Text>
          {published && <Mine notice={notice} />}
        </Paper>
        {published && can('review NoticeReader') && <UnitReaders id={notice.id} />}
        {published && can('read NoticeReader') && <NoticeProgress id={notice.id} />}
      </Stack>
      {can('update Notice') && <History subject="Notice" id={notice.id} />}
      {open === 'edit' && !published && can('update Notice') && (
        <EditNotice notice={notice} onClose={() => void navigate({ to: '.', search: { open: undefined } })} />
      )}
    </>
  )
}

/** One notice: read and confirmed by everybody, followed by the office, completed by the head of each unit. */
export const NoticePage = () => {
  const { noticeId } = noticeRoute.useParams()
  const query = useQuery(queryOf(notices.get, { params: { id: noticeId } }))
  return <Answer query={query}>{(notice) => <Loaded key={notice.id} notice={notice} />}</Answer>
}
