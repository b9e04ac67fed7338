import type { InputOf } from '@chung-tay/contracts/contract'
import { type DonationRecord, donations } from '@chung-tay/contracts/donations'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconHeartHandshake, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { sumsOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { PeriodFilter } from '../ui/period-filter.tsx'
import { StandingMoney, StandingTotals } from '../ui/standing.tsx'
import { Day, Highlight, PersonName } from '../ui/texts.tsx'
import { DonationDrawer } from './donation-drawer.tsx'
import { NewDonation } from './donation-form.tsx'
import { DonationBadge, methodLabels, methodOptions, statusOptions } from './donation-labels.tsx'
import { useFundOptions } from './queries.ts'
import { donationsRoute } from './routes.ts'

const useColumns = (q: string | undefined): Column<DonationRecord>[] => {
  const { t } = useLingui()
  const methods = methodLabels()
  return [
    {
      key: 'donor',
      header: t`Người ủng hộ`,
      cell: (one) => <PersonName name={<Highlight text={one.donor.name} search={q} />} note={`${one.receipt} · ${methods[one.method]}`} />,
    },
    { key: 'fund', header: t`Quỹ`, hideBelow: 'md', cell: (one) => one.fundName },
    { key: 'receivedOn', header: t`Ngày nhận`, sortKey: 'receivedOn', cell: (one) => <Day value={one.receivedOn} /> },
    {
      key: 'amount',
      header: t`Số tiền, trị giá`,
      sortKey: 'amount',
      align: 'end',
      cell: (one) => <StandingMoney value={one.amount} status={one.status} />,
    },
    { key: 'status', header: t`Trạng thái`, cell: (one) => <DonationBadge status={one.status} /> },
  ]
}

const Totals = ({ input }: { input: InputOf<typeof donations.list> }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const { data } = useQuery(sumsOf(donations.list, input))
  if (!data) return null
  return (
    <StandingTotals
      sums={data}
      label={t`Tổng đã nhận`}
      note={t`tiền và trị giá hiện vật`}
      countLabel={t`Lượt đóng góp`}
      voidedLink={{ to: '/$year/donations', params: { year }, search: { ...input.query, status: 'voided' } }}
    />
  )
}

/** II.2 of the plan: what was given, voluntarily, in money and in kind. Employees see their own gifts here. */
export const DonationsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const [search, change] = useListSearch(donationsRoute, donations.list)
  const { q, fundId, method, status, from, to, sort, open } = search
  const columns = useColumns(q)
  const fundOptions = useFundOptions()
  const everything = can('read JournalEntry')
  const mayCreate = can('create Donation') && campaign.status !== 'closed'
  const input = { params: { campaignId: campaign.id }, query: { q, fundId, method, status, from, to, sort } }
  const close = () => change({ open: undefined })
  return (
    <ListPage
      title={everything ? t`Đóng góp, ủng hộ` : t`Đóng góp của tôi`}
      description={
        everything
          ? t`Tự nguyện, không định mức. Mỗi khoản có số biên nhận riêng; ghi sai thì hủy có lý do, số vẫn giữ.`
          : t`Những khoản bạn đã ủng hộ.`
      }
      action={
        mayCreate && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
            {t`Ghi nhận đóng góp`}
          </Button>
        )
      }
      above={<Totals input={input} />}
      contract={donations.list}
      input={input}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm theo tên, số biên nhận`}
      filters={
        <>
          <FilterSelect label={t`Quỹ`} value={fundId} options={fundOptions} onChange={(value) => change({ fundId: value })} />
          <FilterSelect
            label={t`Hình thức`}
            value={method}
            options={methodOptions()}
            onChange={(value) => change({ method: value as typeof method })}
          />
          <FilterSelect
            label={t`Trạng thái`}
            value={status}
            options={statusOptions()}
            onChange={(value) => change({ status: value as typeof status })}
          />
          <PeriodFilter from={from} to={to} onChange={change} />
        </>
      }
      filtered={[fundId, method, status, from, to].some((one) => one !== undefined)}
      columns={columns}
      defaultSort="-receivedOn"
      onOpen={(one) => change({ open: one.id })}
      empty={{
        icon: IconHeartHandshake,
        title: t`Chưa có đóng góp nào`,
        hint: mayCreate
          ? t`Ghi nhận khoản đầu tiên: chọn người ủng hộ, quỹ, rồi ghi số tiền hoặc hiện vật.`
          : t`Khoản ủng hộ được ghi nhận sẽ hiện ở đây.`,
      }}
    >
      {open === 'new' && mayCreate && <NewDonation onClose={close} onCreated={(id) => change({ open: id })} />}
      {open !== undefined && open !== 'new' && <DonationDrawer key={open} id={open} onClose={close} />}
    </ListPage>
  )
}
