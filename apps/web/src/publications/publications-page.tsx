import { type PublicationRecord, publications } from '@chung-tay/contracts/publications'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconNews, IconPlus } from '@tabler/icons-react'
import { useCampaign, useCan } from '../session/session.ts'
import { useUnitOptions } from '../tasks/queries.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { Day, Highlight, PersonName } from '../ui/texts.tsx'
import { channelSummary, KindFigures, StageTabs, useCounts } from './counts.tsx'
import { PublicationDrawer } from './publication-drawer.tsx'
import { NewPublication } from './publication-form.tsx'
import { channelLabels, channelOptions, kindLabels, kindOptions, StageBadge } from './publication-labels.tsx'
import { publicationsRoute } from './routes.ts'

const useColumns = (q: string | undefined): Column<PublicationRecord>[] => {
  const { t } = useLingui()
  const kinds = kindLabels()
  const channels = channelLabels()
  return [
    {
      key: 'title',
      header: t`Tiêu đề`,
      sortKey: 'title',
      cell: (one) => <PersonName name={<Highlight text={one.title} search={q} />} note={`${kinds[one.kind]} · ${channels[one.channel]}`} />,
    },
    { key: 'unit', header: t`Đơn vị`, hideBelow: 'md', cell: (one) => one.unitName },
    { key: 'plannedOn', header: t`Ngày dự kiến`, sortKey: 'plannedOn', cell: (one) => <Day value={one.plannedOn} /> },
    { key: 'publishedOn', header: t`Ngày đăng`, sortKey: 'publishedOn', cell: (one) => <Day value={one.publishedOn} /> },
    { key: 'status', header: t`Trạng thái`, cell: (one) => <StageBadge publication={one} /> },
  ]
}

/** II.1 of the plan: news, articles, slogans and messages, planned, overdue and published. */
export const PublicationsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const units = useUnitOptions()
  const [search, change] = useListSearch(publicationsRoute, publications.list)
  const { q, kind, channel, status, unitId, sort, open } = search
  const columns = useColumns(q)
  const counts = useCounts()
  const used = counts ? channelSummary(counts) : ''
  const mayCreate = can('create Publication') && campaign.status !== 'closed'
  const close = () => change({ open: undefined })
  return (
    <ListPage
      title={t`Tin, bài, khẩu hiệu, thông điệp`}
      description={used ? t`Kênh đã dùng: ${used}.` : t`Những gì đăng trên website của Sở và các kênh khác trong Tháng hành động.`}
      action={
        mayCreate && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
            {t`Thêm tin, bài`}
          </Button>
        )
      }
      above={
        <>
          {counts && <KindFigures counts={counts} />}
          <StageTabs stage={status} counts={counts} onStage={(stage) => change({ status: stage })} />
        </>
      }
      contract={publications.list}
      input={{ params: { campaignId: campaign.id }, query: { q, kind, channel, status, unitId, sort } }}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm theo tiêu đề, nội dung`}
      filters={
        <>
          <FilterSelect label={t`Loại`} value={kind} options={kindOptions()} onChange={(value) => change({ kind: value as typeof kind })} />
          <FilterSelect
            label={t`Kênh`}
            value={channel}
            options={channelOptions()}
            onChange={(value) => change({ channel: value as typeof channel })}
          />
          <FilterSelect label={t`Đơn vị`} value={unitId} options={units} onChange={(value) => change({ unitId: value })} />
        </>
      }
      filtered={[kind, channel, status, unitId].some((one) => one !== undefined)}
      columns={columns}
      defaultSort="plannedOn"
      onOpen={(publication) => change({ open: publication.id })}
      empty={{
        icon: IconNews,
        title: t`Chưa có tin, bài nào`,
        hint: mayCreate
          ? t`Thêm tin, bài, khẩu hiệu dự kiến; khi đã đăng thì ghi đường dẫn hoặc kèm ảnh chụp làm minh chứng.`
          : t`Tin, bài đã đăng sẽ hiện ở đây.`,
      }}
    >
      {open === 'new' && mayCreate && <NewPublication onClose={close} onCreated={(id) => change({ open: id })} />}
      {open !== undefined && open !== 'new' && <PublicationDrawer key={open} id={open} onClose={close} />}
    </ListPage>
  )
}
