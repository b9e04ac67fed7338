import { type GiftListRecord, giftLists } from '@chung-tay/contracts/gifts'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconGift, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCampaign, useCan } from '../session/session.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { formatCount } from '../ui/format.ts'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { Count, Highlight, Money, PersonName, StatusBadge } from '../ui/texts.tsx'
import { listStatusLabels, listStatusOptions, listTones } from './gift-labels.ts'
import { NewGiftList } from './gift-list-form.tsx'
import { giftListsRoute } from './routes.ts'

const useColumns = (q: string | undefined): Column<GiftListRecord>[] => {
  const { t } = useLingui()
  return [
    {
      key: 'name',
      header: t`Danh sách`,
      sortKey: 'name',
      cell: (list) => <PersonName name={<Highlight text={list.name} search={q} />} note={list.giftKindName} />,
    },
    {
      key: 'status',
      header: t`Trạng thái`,
      cell: ({ status }) => <StatusBadge tone={listTones[status]}>{listStatusLabels()[status]}</StatusBadge>,
    },
    { key: 'entitled', header: t`Số cháu`, align: 'end', cell: ({ entitled }) => <Count value={entitled} /> },
    {
      key: 'handedOut',
      header: t`Đã trao`,
      align: 'end',
      cell: ({ handedOut, entitled }) => (
        <span className="figures">
          {formatCount(handedOut)}/{formatCount(entitled)}
        </span>
      ),
    },
    {
      key: 'value',
      header: t`Trị giá`,
      align: 'end',
      cell: ({ entitled, unitValue }) => <Money value={entitled * unitValue} />,
    },
  ]
}

/** Who gets a gift this year: lists by rule, approved before the first hand-out. */
export const GiftListsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const navigate = useNavigate()
  const [search, change] = useListSearch(giftListsRoute, giftLists.list)
  const { q, status, sort } = search
  const creates = can('create GiftList') && campaign.status !== 'closed'
  const openList = (giftListId: string) => void navigate({ to: '/$year/gift-lists/$giftListId', params: { year: campaign.year, giftListId } })
  return (
    <ListPage
      title={t`Danh sách nhận quà`}
      description={t`Lập theo độ tuổi, Lãnh đạo duyệt rồi mới trao. Cháu bổ sung sau khi duyệt thì lập danh sách bổ sung.`}
      action={
        creates && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
            {t`Lập danh sách`}
          </Button>
        )
      }
      contract={giftLists.list}
      input={{ params: { campaignId: campaign.id }, query: { q, status, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm danh sách, không cần gõ dấu`}
      filters={
        <FilterSelect
          label={t`Trạng thái`}
          value={status}
          options={listStatusOptions()}
          onChange={(value) => change({ status: value as typeof status })}
        />
      }
      filtered={status !== undefined}
      columns={useColumns(q)}
      defaultSort="-createdAt"
      onOpen={({ id }) => openList(id)}
      empty={{
        icon: IconGift,
        title: t`Chưa có danh sách nhận quà`,
        hint: creates ? t`Chọn loại quà và độ tuổi; hệ thống tìm các cháu đủ điều kiện.` : t`Công đoàn lập danh sách theo kế hoạch.`,
      }}
    >
      {search.open === 'new' && creates && <NewGiftList onClose={() => change({ open: undefined })} onCreated={openList} />}
    </ListPage>
  )
}
