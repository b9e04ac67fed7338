import type { InputOf } from '@chung-tay/contracts/contract'
import { type JournalEntryRecord, ledger } from '@chung-tay/contracts/ledger'
import { Trans, useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { sumsOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { PeriodFilter } from '../ui/period-filter.tsx'
import { Day, Highlight, Money, PersonName } from '../ui/texts.tsx'
import { ChecksPanel } from './checks-panel.tsx'
import { EntryDrawer } from './entry-drawer.tsx'
import { FundCards } from './fund-cards.tsx'
import { entryKindLabels, entryKindOptions } from './ledger-labels.tsx'
import { useAccountFilter, useFundFilter } from './queries.ts'
import { ledgerRoute } from './routes.ts'

const accountsOf = ({ lines }: JournalEntryRecord, side: 'debit' | 'credit') =>
  lines
    .filter((line) => line[side] > 0)
    .map(({ account }) => account)
    .join(', ')

const useColumns = (q: string | undefined): Column<JournalEntryRecord>[] => {
  const { t } = useLingui()
  const kinds = entryKindLabels()
  return [
    { key: 'number', header: t`Bút toán`, sortKey: 'number', cell: (one) => <PersonName name={one.number} note={kinds[one.kind]} /> },
    { key: 'enteredOn', header: t`Ngày`, sortKey: 'enteredOn', cell: (one) => <Day value={one.enteredOn} /> },
    { key: 'memo', header: t`Diễn giải`, cell: (one) => <Highlight text={one.memo} search={q} /> },
    { key: 'fund', header: t`Quỹ`, hideBelow: 'md', cell: (one) => [...new Set(one.lines.map(({ fundName }) => fundName))].join(', ') },
    { key: 'debit', header: t`Nợ`, hideBelow: 'sm', cell: (one) => <span className="figures">{accountsOf(one, 'debit')}</span> },
    { key: 'credit', header: t`Có`, hideBelow: 'sm', cell: (one) => <span className="figures">{accountsOf(one, 'credit')}</span> },
    { key: 'amount', header: t`Số tiền`, align: 'end', cell: (one) => <Money value={one.lines.reduce((sum, { debit }) => sum + debit, 0)} /> },
  ]
}

/** Debit and credit of the lines that the filter shows: what went into an account, and out of it. */
const Turnover = ({ input }: { input: InputOf<typeof ledger.journal> }) => {
  const { data } = useQuery(sumsOf(ledger.journal, input))
  if (!data) return null
  return (
    <Text size="sm" mb="sm" aria-live="polite">
      <Trans>
        Phát sinh theo bộ lọc: Nợ <Money value={data.debit} />, Có <Money value={data.credit} />.
      </Trans>
    </Text>
  )
}

/** The books of the union: what the funds have, whether the books agree, and every entry. */
export const LedgerPage = () => {
  const { t } = useLingui()
  const campaign = useCampaign()
  const [search, change] = useListSearch(ledgerRoute, ledger.journal)
  const { q, fundId, account, kind, sourceId, from, to, sort, open, entry } = search
  const input = { params: { campaignId: campaign.id }, query: { q, fundId, account, kind, sourceId, from, to, sort } }
  const filtered = [fundId, account, kind, sourceId, from, to].some((one) => one !== undefined)
  return (
    <ListPage
      title={t`Sổ quỹ`}
      description={t`Mỗi khoản ủng hộ, khoản chi đều có bút toán kép. Không sửa, không xóa: ghi sai thì có bút toán đảo.`}
      above={
        <>
          <FundCards />
          <ChecksPanel />
          {filtered && <Turnover input={input} />}
        </>
      }
      contract={ledger.journal}
      input={input}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm trong diễn giải, số bút toán`}
      filters={
        <>
          <FilterSelect label={t`Quỹ`} value={fundId} options={useFundFilter()} onChange={(value) => change({ fundId: value })} />
          <FilterSelect
            label={t`Tài khoản`}
            value={account}
            options={useAccountFilter()}
            onChange={(value) => change({ account: value as typeof account })}
          />
          <FilterSelect label={t`Loại`} value={kind} options={entryKindOptions()} onChange={(value) => change({ kind: value as typeof kind })} />
          <PeriodFilter from={from} to={to} onChange={change} />
        </>
      }
      filtered={filtered}
      columns={useColumns(q)}
      defaultSort="-number"
      onOpen={(one) => change({ open: one.sourceId, entry: one.id })}
      empty={{ icon: IconBook2, title: t`Sổ chưa có bút toán nào`, hint: t`Ghi nhận đóng góp hoặc khoản chi thì bút toán tự vào sổ.` }}
    >
      {open !== undefined && (
        <EntryDrawer
          sourceId={open}
          entryId={entry}
          onEntry={(id) => change({ entry: id })}
          onClose={() => change({ open: undefined, entry: undefined })}
        />
      )}
    </ListPage>
  )
}
