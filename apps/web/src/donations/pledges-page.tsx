import type { InputOf } from '@chung-tay/contracts/contract'
import { type PledgeRecord, pledges } from '@chung-tay/contracts/pledges'
import { useLingui } from '@lingui/react/macro'
import { Button, SimpleGrid } from '@mantine/core'
import { IconHeartPlus, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { sumsOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { FigureCard } from '../ui/states.tsx'
import { Day, Highlight, Money, PersonName } from '../ui/texts.tsx'
import { PledgeDrawer } from './pledge-drawer.tsx'
import { NewPledge } from './pledge-form.tsx'
import { PledgeBadge, Pledged, pledgeOptions } from './pledge-labels.tsx'
import { useFundOptions } from './queries.ts'
import { pledgesRoute } from './routes.ts'

const useColumns = (q: string | undefined): Column<PledgeRecord>[] => {
  const { t } = useLingui()
  return [
    {
      key: 'donor',
      header: t`Người đăng ký`,
      cell: (one) => <PersonName name={<Highlight text={one.donor.name} search={q} />} note={one.reference} />,
    },
    { key: 'fund', header: t`Quỹ`, hideBelow: 'md', cell: (one) => one.fundName },
    { key: 'expectedOn', header: t`Ngày dự kiến`, sortKey: 'expectedOn', cell: (one) => <Day value={one.expectedOn} /> },
    { key: 'amount', header: t`Đăng ký`, sortKey: 'amount', align: 'end', cell: (one) => <Pledged pledge={one} /> },
    { key: 'received', header: t`Đã nhận`, align: 'end', cell: (one) => <Money value={one.received} /> },
    { key: 'status', header: t`Trạng thái`, cell: (one) => <PledgeBadge status={one.status} /> },
  ]
}

const Totals = ({ input }: { input: InputOf<typeof pledges.list> }) => {
  const { t } = useLingui()
  const { data } = useQuery(sumsOf(pledges.list, input))
  if (!data) return null
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} mb="md">
      <FigureCard label={t`Tiền đăng ký`} value={<Money value={data.pledged} />} note={t`không tính khoản đã rút`} />
      <FigureCard label={t`Trong đó đã nhận`} value={<Money value={data.received} />} />
    </SimpleGrid>
  )
}

/** Who means to give what: voluntary, without a target. Employees see and enter their own. */
export const PledgesPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const [search, change] = useListSearch(pledgesRoute, pledges.list)
  const { q, fundId, status, sort, open } = search
  const columns = useColumns(q)
  const fundOptions = useFundOptions()
  const everything = can('read JournalEntry')
  const mayCreate = can('create Pledge') && campaign.status !== 'closed'
  const input = { params: { campaignId: campaign.id }, query: { q, fundId, status, sort } }
  const close = () => change({ open: undefined })
  return (
    <ListPage
      title={everything ? t`Đăng ký ủng hộ` : t`Đăng ký ủng hộ của tôi`}
      description={t`Tự nguyện, không định mức. Đăng ký chưa phải là tiền đã nhận: chỉ khoản có biên nhận mới vào sổ.`}
      action={
        mayCreate && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
            {t`Đăng ký ủng hộ`}
          </Button>
        )
      }
      above={<Totals input={input} />}
      contract={pledges.list}
      input={input}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm theo tên, mã đăng ký`}
      filters={
        <>
          <FilterSelect label={t`Quỹ`} value={fundId} options={fundOptions} onChange={(value) => change({ fundId: value })} />
          <FilterSelect
            label={t`Trạng thái`}
            value={status}
            options={pledgeOptions()}
            onChange={(value) => change({ status: value as typeof status })}
          />
        </>
      }
      filtered={fundId !== undefined || status !== undefined}
      columns={columns}
      defaultSort="-createdAt"
      onOpen={(one) => change({ open: one.id })}
      empty={{
        icon: IconHeartPlus,
        title: t`Chưa có đăng ký nào`,
        hint: t`Đăng ký để có mã chuyển khoản riêng: tiền đến là biết ngay của ai.`,
      }}
    >
      {open === 'new' && mayCreate && <NewPledge onClose={close} onCreated={(id) => change({ open: id })} />}
      {open !== undefined && open !== 'new' && <PledgeDrawer key={open} id={open} onClose={close} />}
    </ListPage>
  )
}
