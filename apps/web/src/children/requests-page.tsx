import { type DataRequestRecord, dataRequests } from '@chung-tay/contracts/data-requests'
import { useLingui } from '@lingui/react/macro'
import { IconShieldCheck } from '@tabler/icons-react'
import { useCan } from '../session/session.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { Day, Highlight, PersonName, StatusBadge } from '../ui/texts.tsx'
import { RequestClock } from './request-clock.tsx'
import { RequestDrawer } from './request-drawer.tsx'
import { requestKindLabels, requestKindOptions, requestStatusLabels, requestStatusOptions, requestTones } from './request-labels.ts'
import { requestsRoute } from './routes.ts'

const useColumns = (search: string | undefined): Column<DataRequestRecord>[] => {
  const { t } = useLingui()
  const [kinds, statuses] = [requestKindLabels(), requestStatusLabels()]
  return [
    {
      key: 'kind',
      header: t`Yêu cầu`,
      cell: (one) => (
        <PersonName name={kinds[one.kind]} note={one.childName === null ? t`Hồ sơ đã xóa` : <Highlight text={one.childName} search={search} />} />
      ),
    },
    { key: 'by', header: t`Người yêu cầu`, hideBelow: 'md', cell: (one) => one.requestedByName },
    { key: 'receivedOn', header: t`Ngày nhận`, sortKey: 'receivedOn', cell: (one) => <Day value={one.receivedOn} /> },
    { key: 'clock', header: t`Thời hạn theo luật`, sortKey: 'answerDueOn', cell: (one) => <RequestClock request={one} /> },
    {
      key: 'status',
      header: t`Trạng thái`,
      cell: (one) => <StatusBadge tone={requestTones[one.status]}>{statuses[one.status]}</StatusBadge>,
    },
  ]
}

/** What parents asked about their children's data, with the clock of the law; a parent sees the own ones. */
export const RequestsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const [search, change] = useListSearch(requestsRoute, dataRequests.list)
  const { q, kind, status, sort, open } = search
  const columns = useColumns(q)
  const keeps = can('void Child')
  return (
    <ListPage
      title={keeps ? t`Yêu cầu về dữ liệu` : t`Yêu cầu của tôi`}
      description={
        keeps
          ? t`Phụ huynh xin bản sao, sửa hoặc xóa dữ liệu của con. Luật cho 2 ngày làm việc để trả lời và 15 ngày để thực hiện.`
          : t`Yêu cầu về dữ liệu của con bạn: được trả lời trong 2 ngày làm việc và thực hiện trong 15 ngày. Gửi yêu cầu mới ở hồ sơ của con.`
      }
      contract={dataRequests.list}
      input={{ query: { q, kind, status, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm theo tên cháu, không cần gõ dấu`}
      filters={
        <>
          <FilterSelect label={t`Yêu cầu`} value={kind} options={requestKindOptions()} onChange={(value) => change({ kind: value as typeof kind })} />
          <FilterSelect
            label={t`Trạng thái`}
            value={status}
            options={requestStatusOptions()}
            onChange={(value) => change({ status: value as typeof status })}
          />
        </>
      }
      filtered={kind !== undefined || status !== undefined}
      columns={columns}
      defaultSort="-receivedOn"
      onOpen={({ id }) => change({ open: id })}
      empty={{
        icon: IconShieldCheck,
        title: t`Chưa có yêu cầu nào`,
        hint: keeps ? t`Yêu cầu của phụ huynh sẽ hiện ở đây cùng hạn trả lời.` : t`Mở hồ sơ của con, mục “Quyền của gia đình”, để gửi yêu cầu.`,
      }}
    >
      {open !== undefined && <RequestDrawer key={open} id={open} onClose={() => change({ open: undefined })} />}
    </ListPage>
  )
}
