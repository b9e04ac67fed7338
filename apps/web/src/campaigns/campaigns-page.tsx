import { campaigns } from '@chung-tay/contracts/campaigns'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu, Paper } from '@mantine/core'
import { IconCalendarPlus, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { queryOf } from '../api/query.ts'
import { type Campaign, useCampaigns, useCan, useMe } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState, PageTitle } from '../ui/states.tsx'
import { Day, PersonName, StatusBadge } from '../ui/texts.tsx'
import { campaignStatusLabels, campaignTones } from './campaign-labels.ts'
import { NewPlan } from './plan-form.tsx'
import { campaignsRoute } from './routes.ts'

const useColumns = (): Column<Campaign>[] => {
  const { t } = useLingui()
  const labels = campaignStatusLabels()
  return [
    { key: 'year', header: t`Năm`, cell: (campaign) => <PersonName name={campaign.year} note={campaign.theme} /> },
    {
      key: 'period',
      header: t`Thời gian`,
      cell: (campaign) => (
        <>
          <Day value={campaign.startsOn} /> – <Day value={campaign.endsOn} />
        </>
      ),
    },
    { key: 'due', header: t`Hạn báo cáo`, cell: (campaign) => <Day value={campaign.reportDueOn} /> },
    {
      key: 'status',
      header: t`Trạng thái`,
      cell: (campaign) => <StatusBadge tone={campaignTones[campaign.status]}>{labels[campaign.status]}</StatusBadge>,
    },
  ]
}

/** A form for the next year, with the words of the latest plan to begin with. */
const Next = ({
  year,
  latest,
  onClose,
  onCreated,
}: {
  year: number
  latest: Campaign | undefined
  onClose: () => void
  onCreated: (year: number) => void
}) => {
  const previous = useQuery({ ...queryOf(campaigns.get, { params: { id: latest?.id ?? '' } }), enabled: latest !== undefined })
  if (latest && previous.isPending) return null
  return <NewPlan year={year} previous={previous.data ?? null} onClose={onClose} onCreated={onCreated} />
}

/** Every year of the Action Month; here a new one begins. */
export const CampaignsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const all = useCampaigns()
  const { today } = useMe()
  const { open } = campaignsRoute.useSearch()
  const navigate = useNavigate()
  const columns = useColumns()
  const thisYear = Number(today.slice(0, 4))
  const latest = all[0]
  const next = all.some(({ year }) => year === thisYear) ? Math.max(...all.map(({ year }) => year)) + 1 : thisYear
  const toPlan = (year: number) => void navigate({ to: '/$year/plan', params: { year }, search: {} })
  const begin = can('create Campaign') && (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconPlus size={16} aria-hidden />}>
          <Trans>Lập kế hoạch năm {String(next)}</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {latest && (
          <Menu.Item onClick={() => void navigate({ to: '/campaigns/next', search: { from: latest.year, to: next } })}>
            <Trans>Từ kế hoạch năm {String(latest.year)}</Trans>
          </Menu.Item>
        )}
        <Menu.Item onClick={() => void navigate({ to: '/campaigns/import', search: {} })}>
          <Trans>Từ tệp Word</Trans>
        </Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/campaigns', search: { open: 'new' } })}>
          <Trans>Soạn mới</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
  return (
    <>
      <PageTitle title={t`Các năm`} description={t`Mỗi năm một kế hoạch Tháng hành động vì trẻ em.`} action={latest && begin} />
      {latest ? (
        <Paper className="list-paper">
          <DataTable label={t`Các năm`} columns={columns} items={all} rowKey={({ id }) => id} onOpen={({ year }) => toPlan(year)} />
        </Paper>
      ) : (
        <EmptyState
          icon={IconCalendarPlus}
          title={t`Chưa có kế hoạch nào`}
          hint={
            can('create Campaign')
              ? t`Nhập kế hoạch đã soạn: chủ đề, căn cứ, mục đích, yêu cầu; sau đó thêm các nội dung hoạt động.`
              : t`Văn phòng sẽ lập kế hoạch; khi được duyệt, kế hoạch hiện ở đây.`
          }
          action={begin}
        />
      )}
      {open === 'new' && can('create Campaign') && (
        <Next year={next} latest={latest} onClose={() => void navigate({ to: '/campaigns', search: {} })} onCreated={toPlan} />
      )}
    </>
  )
}
