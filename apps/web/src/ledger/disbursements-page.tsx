import type { InputOf } from '@chung-tay/contracts/contract'
import { type DisbursementRecord, disbursementKind, disbursements } from '@chung-tay/contracts/ledger'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconBuildingBank, IconCash, IconReceipt } from '@tabler/icons-react'
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
import { DisbursementDrawer } from './disbursement-drawer.tsx'
import { NewDisbursement } from './disbursement-form.tsx'
import { DisbursementBadge, disbursementKindOptions, purposeLabels, purposeOptions, statusOptions } from './ledger-labels.tsx'
import { useFundFilter } from './queries.ts'
import { disbursementsRoute } from './routes.ts'

const useColumns = (q: string | undefined): Column<DisbursementRecord>[] => {
  const { t } = useLingui()
  const purposes = purposeLabels()
  return [
    {
      key: 'payee',
      header: t`Người nhận`,
      cell: (one) => <PersonName name={<Highlight text={one.payee} search={q} />} note={`${one.voucher} · ${purposes[one.purpose]}`} />,
    },
    { key: 'paidOn', header: t`Ngày`, sortKey: 'paidOn', cell: (one) => <Day value={one.paidOn} /> },
    { key: 'fund', header: t`Quỹ`, hideBelow: 'md', cell: (one) => one.fundName },
    {
      key: 'amount',
      header: t`Số tiền`,
      sortKey: 'amount',
      align: 'end',
      cell: (one) => <StandingMoney value={one.amount} status={one.status} />,
    },
    { key: 'status', header: t`Trạng thái`, cell: (one) => <DisbursementBadge status={one.status} /> },
  ]
}

const Totals = ({ input }: { input: InputOf<typeof disbursements.list> }) => {
  const { t } = useLingui()
  const { year } = useCampaign()
  const { data } = useQuery(sumsOf(disbursements.list, input))
  if (!data) return null
  return (
    <StandingTotals
      sums={data}
      label={t`Tổng đã chi, đã chuyển`}
      countLabel={t`Số phiếu chi`}
      voidedLink={{ to: '/$year/disbursements', params: { year }, search: { ...input.query, status: 'voided' } }}
    />
  )
}

// `open` in the address names a record, or which of these is being made.
const newKinds = disbursementKind.options

/** Money that left the funds: payments, and what went to the Fund for Children. */
export const DisbursementsPage = () => {
  const { t } = useLingui()
  const campaign = useCampaign()
  const mayCreate = useCan()('create Disbursement') && campaign.status !== 'closed'
  const [search, change] = useListSearch(disbursementsRoute, disbursements.list)
  const { q, fundId, kind, purpose, status, from, to, sort, open } = search
  const made = mayCreate ? newKinds.find((one) => one === open) : undefined
  const close = () => change({ open: undefined })
  const input = { params: { campaignId: campaign.id }, query: { q, fundId, kind, purpose, status, from, to, sort } }
  return (
    <ListPage
      title={t`Chi, chuyển quỹ`}
      description={t`Chỉ chi trong số dư của quỹ. Chuyển về Quỹ Bảo trợ trẻ em phải kèm chứng từ.`}
      action={
        mayCreate && (
          <>
            <Button variant="default" leftSection={<IconBuildingBank size={16} aria-hidden />} onClick={() => change({ open: 'transferOut' })}>
              {t`Chuyển về Quỹ`}
            </Button>
            <Button leftSection={<IconCash size={16} aria-hidden />} onClick={() => change({ open: 'payment' })}>
              {t`Ghi khoản chi`}
            </Button>
          </>
        )
      }
      above={<Totals input={input} />}
      contract={disbursements.list}
      input={input}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm theo người nhận, số phiếu`}
      filters={
        <>
          <FilterSelect label={t`Quỹ`} value={fundId} options={useFundFilter()} onChange={(value) => change({ fundId: value })} />
          <FilterSelect
            label={t`Loại`}
            value={kind}
            options={disbursementKindOptions()}
            onChange={(value) => change({ kind: value as typeof kind })}
          />
          <FilterSelect
            label={t`Nội dung chi`}
            value={purpose}
            options={purposeOptions()}
            onChange={(value) => change({ purpose: value as typeof purpose })}
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
      filtered={[fundId, kind, purpose, status, from, to].some((one) => one !== undefined)}
      columns={useColumns(q)}
      defaultSort="-paidOn"
      onOpen={(one) => change({ open: one.id })}
      empty={{
        icon: IconReceipt,
        title: t`Chưa có khoản chi nào`,
        hint: mayCreate ? t`Ghi khoản chi đầu tiên: chọn quỹ, nội dung, số tiền và người nhận.` : t`Khoản chi được ghi sẽ hiện ở đây.`,
      }}
    >
      {made && <NewDisbursement key={made} kind={made} onClose={close} onCreated={(id) => change({ open: id })} />}
      {open !== undefined && !newKinds.some((kind) => kind === open) && <DisbursementDrawer key={open} id={open} onClose={close} />}
    </ListPage>
  )
}
