import { mails, type UnsentMail } from '@chung-tay/contracts/reminders'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { IconMailCheck } from '@tabler/icons-react'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import type { Column } from '../ui/data-table.tsx'
import { formatMoment } from '../ui/format.ts'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { DateTime, Highlight, PersonName, StatusBadge } from '../ui/texts.tsx'
import { mailsRoute } from './routes.ts'

const kindLabels = (): Record<UnsentMail['kind'], string> => ({
  digest: t`Bản nhắc trong ngày`,
  urgent: t`Việc cần xử lý ngay`,
  other: t`Thư khác`,
})

const Retry = ({ mail }: { mail: UnsentMail }) => {
  const { t } = useLingui()
  const retry = useAction(mails.retry, { done: t`Thư sẽ được gửi lại trong ít phút` })
  return (
    <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate({ params: { id: mail.id } })}>
      {t`Gửi lại`}
    </Button>
  )
}

/** What the administrator has to mend: an address that is wrong, a mail server that refuses. */
export const MailsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const [search, change] = useListSearch(mailsRoute, mails.listUnsent)
  const kinds = kindLabels()
  const columns: Column<UnsentMail>[] = [
    {
      key: 'to',
      header: t`Người nhận`,
      cell: (mail) => <PersonName name={<Highlight text={mail.to} search={search.q} />} note={kinds[mail.kind]} />,
    },
    {
      key: 'state',
      header: t`Tình trạng`,
      cell: ({ failedAt, attempts, nextAt }) =>
        failedAt ? (
          <StatusBadge tone="bad">{t`Đã ngừng sau ${attempts} lần`}</StatusBadge>
        ) : (
          <StatusBadge tone="warn">{t`Gửi lại lúc ${formatMoment(nextAt)}`}</StatusBadge>
        ),
    },
    {
      key: 'error',
      header: t`Máy chủ thư trả lời`,
      cell: ({ error }) => (
        <Text size="sm" lang="en" style={{ overflowWrap: 'anywhere' }}>
          {error}
        </Text>
      ),
    },
    { key: 'createdAt', header: t`Viết lúc`, hideBelow: 'md', cell: ({ createdAt }) => <DateTime value={createdAt} /> },
    { key: 'retry', header: '', align: 'end', cell: (mail) => mail.failedAt && can('update User') && <Retry mail={mail} /> },
  ]
  return (
    <ListPage
      title={t`Thư chưa gửi được`}
      description={t`Thư nhắc việc mà máy chủ thư chưa nhận. Chương trình thử sáu lần trong hơn năm giờ rồi ngừng; sửa xong địa chỉ hoặc máy chủ thư thì bấm Gửi lại.`}
      contract={mails.listUnsent}
      input={{ query: { q: search.q } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm theo địa chỉ thư`}
      columns={columns}
      exports={false}
      empty={{ icon: IconMailCheck, title: t`Mọi thư đều đã gửi`, hint: t`Khi máy chủ thư từ chối một thư, thư ấy hiện ở đây.` }}
    />
  )
}
