import { type NoticeRecord, notices } from '@chung-tay/contracts/notices'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Paper } from '@mantine/core'
import { IconPlus, IconSpeakerphone } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { queryOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { placeOf } from '../ui/place.ts'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { DateTime, PersonName, StatusBadge } from '../ui/texts.tsx'
import { NewNotice } from './notice-form.tsx'
import { noticesRoute } from './routes.ts'

const useColumns = (): Column<NoticeRecord>[] => {
  const { t } = useLingui()
  return [
    { key: 'title', header: t`Thông báo`, cell: ({ title, publishedByName }) => <PersonName name={title} note={publishedByName} /> },
    {
      key: 'published',
      header: t`Đã gửi`,
      cell: ({ publishedAt }) => (publishedAt === null ? <StatusBadge tone="neutral">{t`Bản nháp`}</StatusBadge> : <DateTime value={publishedAt} />),
    },
    {
      key: 'mine',
      header: t`Tôi`,
      cell: ({ mine }) => {
        if (!mine.told) return '–'
        return <StatusBadge tone={mine.readAt ? 'good' : 'warn'}>{mine.readAt ? t`Đã đọc` : t`Chưa đọc`}</StatusBadge>
      },
    },
  ]
}

const Begin = ({ onClose }: { onClose: (id?: string) => void }) => {
  const { id } = useCampaign()
  const { data } = useQuery(queryOf(notices.words, { params: { campaignId: id } }))
  return data ? <NewNotice campaignId={id} words={data} onClose={onClose} /> : null
}

/** Clause IV.1: what the department told all its people and their families. */
export const NoticesPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const navigate = useNavigate()
  const { id, year, status } = useCampaign()
  const { open } = noticesRoute.useSearch()
  const query = useQuery(queryOf(notices.list, { params: { campaignId: id } }))
  const columns = useColumns()
  const writing = can('create Notice') && (status === 'approved' || status === 'running')
  const toNotice = (noticeId: string) => void navigate(placeOf({ to: '/$year/notices/$noticeId', params: { year, noticeId } }))
  const begin = writing && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => void navigate({ to: '.', search: { open: 'new' } })}>
      <Trans>Soạn thông báo</Trans>
    </Button>
  )
  return (
    <>
      <PageTitle
        title={t`Thông báo`}
        description={t`Kế hoạch đã duyệt được thông báo đến toàn thể cán bộ, nhân viên và gia đình (mục IV.1).`}
        action={begin}
      />
      <Answer query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon={IconSpeakerphone}
              title={t`Chưa có thông báo`}
              hint={t`Khi Văn phòng gửi thông báo, mọi người nhận được và xác nhận đã đọc.`}
              action={begin}
            />
          ) : (
            <Paper className="list-paper">
              <DataTable
                label={t`Thông báo`}
                columns={columns}
                items={items}
                rowKey={(notice) => notice.id}
                onOpen={(notice) => toNotice(notice.id)}
              />
            </Paper>
          )
        }
      </Answer>
      {open === 'new' && writing && <Begin onClose={(made) => (made ? toNotice(made) : void navigate({ to: '.', search: { open: undefined } }))} />}
    </>
  )
}
