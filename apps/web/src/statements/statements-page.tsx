import { type BankLineRecord, bankLines } from '@chung-tay/contracts/bank-lines'
import type { InputOf } from '@chung-tay/contracts/contract'
import { useLingui } from '@lingui/react/macro'
import { Button, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconBuildingBank, IconFileImport, IconFiles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { sumsOf } from '../api/query.ts'
import { useCampaign, useCan } from '../session/session.ts'
import type { Column } from '../ui/data-table.tsx'
import { FilterSelect } from '../ui/filter-select.tsx'
import { ListPage } from '../ui/list-page.tsx'
import { useListSearch } from '../ui/list-search.ts'
import { PeriodFilter } from '../ui/period-filter.tsx'
import { placeOf } from '../ui/place.ts'
import { FigureCard } from '../ui/states.tsx'
import { Day, Highlight, Money } from '../ui/texts.tsx'
import { AcceptCertain } from './accept-certain.tsx'
import { ImportStatement } from './import-dialog.tsx'
import { LineDrawer } from './line-drawer.tsx'
import { statementsRoute } from './routes.ts'
import { StatementFiles, useStatementOptions } from './statement-files.tsx'
import { asideLabels, directionOptions, LineBadge, lineStatusOptions, SignedMoney } from './statement-labels.tsx'
import { Suggestion } from './suggestion.tsx'

/** What became of a line, or what it may be. */
const Outcome = ({ line }: { line: BankLineRecord }) => {
  const [best] = line.suggestions
  return (
    <Stack gap={4} align="flex-start" ta="start">
      <LineBadge status={line.status} />
      {best && <Suggestion line={line} suggestion={best} compact />}
      {line.parts.length > 0 && (
        <Text component="span" size="xs" c="dimmed">
          {line.parts.map(({ receipt, donorName }) => `${receipt} ${donorName}`).join('; ')}
        </Text>
      )}
      {line.setAsideReason && (
        <Text component="span" size="xs" c="dimmed">
          {asideLabels()[line.setAsideReason]}
        </Text>
      )}
    </Stack>
  )
}

const useColumns = (q: string | undefined): Column<BankLineRecord>[] => {
  const { t } = useLingui()
  return [
    { key: 'day', header: t`Ngày`, sortKey: 'day', cell: (line) => <Day value={line.day} /> },
    {
      key: 'text',
      header: t`Nội dung trên sao kê`,
      cell: (line) => (
        <span style={{ overflowWrap: 'anywhere' }}>
          <Highlight text={line.text || line.name || '–'} search={q} />
          {(line.name || line.reference) && (
            <Text component="span" display="block" size="xs" c="dimmed">
              {[line.text === '' ? '' : line.name, line.reference].filter(Boolean).join(' · ')}
            </Text>
          )}
        </span>
      ),
    },
    {
      key: 'amount',
      header: t`Số tiền`,
      sortKey: 'amount',
      align: 'end',
      cell: (line) => <SignedMoney direction={line.direction} amount={line.amount} />,
    },
    { key: 'outcome', header: t`Là khoản nào`, sortKey: 'status', cell: (line) => <Outcome line={line} /> },
  ]
}

type Input = InputOf<typeof bankLines.list>

const Totals = ({ input, year }: { input: Input; year: number }) => {
  const { t } = useLingui()
  const { data } = useQuery(sumsOf(bankLines.list, input))
  if (!data) return null
  const { credits, matched, setAside, waiting, waitingCount } = data.sums
  const link = (search: object) => placeOf({ to: '/$year/bank-statements', params: { year }, search: { direction: 'credit', ...search } })
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} mb="md" spacing="sm">
      <FigureCard label={t`Tiền vào theo sao kê`} value={<Money value={credits} />} />
      <FigureCard label={t`Đã ghi nhận`} value={<Money value={matched} />} link={link({ status: 'matched' })} />
      <FigureCard label={t({ message: 'Để riêng', context: 'status' })} value={<Money value={setAside} />} link={link({ status: 'setAside' })} />
      <FigureCard
        label={t`Chờ đối chiếu`}
        value={<Money value={waiting} />}
        note={t`${waitingCount} dòng`}
        tone={waitingCount > 0 ? 'warn' : 'plain'}
        link={link({ status: 'open' })}
      />
    </SimpleGrid>
  )
}

type Search = ReturnType<typeof statementsRoute.useSearch>
type FilterProps = { search: Search; change: (part: Partial<Search>) => void }

const Filters = ({ search, change }: FilterProps) => {
  const { t } = useLingui()
  const statements = useStatementOptions()
  return (
    <>
      <FilterSelect
        label={t`Trạng thái`}
        value={search.status}
        options={lineStatusOptions()}
        onChange={(value) => change({ status: value as Search['status'] })}
      />
      <FilterSelect
        label={t`Tiền vào, tiền ra`}
        value={search.direction}
        options={directionOptions()}
        onChange={(value) => change({ direction: value as Search['direction'] })}
      />
      <FilterSelect label={t`Tệp sao kê`} value={search.statementId} options={statements} onChange={(value) => change({ statementId: value })} />
      <PeriodFilter from={search.from} to={search.to} onChange={change} />
    </>
  )
}

/** What the bank says came in and went out, and what of it somebody has said to be what. */
export const StatementsPage = () => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const [search, change] = useListSearch(statementsRoute, bankLines.list)
  const { q, status, direction, statementId, from, to, sort, open } = search
  const columns = useColumns(q)
  const mayImport = can('create BankStatement') && campaign.status !== 'closed'
  const input: Input = { params: { campaignId: campaign.id }, query: { q, status, direction, statementId, from, to, sort } }
  const close = () => change({ open: undefined })
  return (
    <ListPage
      title={t`Sao kê ngân hàng`}
      description={t`Tiền trên sao kê chỉ là đã nhận sau khi có người đối chiếu: mỗi dòng là khoản ủng hộ nào, hoặc vì sao để riêng.`}
      action={
        <>
          <Button variant="default" leftSection={<IconFiles size={16} aria-hidden />} onClick={() => change({ open: 'files' })}>
            {t`Các tệp đã nhập`}
          </Button>
          {mayImport && (
            <Button leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => change({ open: 'new' })}>
              {t`Nhập sao kê`}
            </Button>
          )}
        </>
      }
      above={
        <>
          <Totals input={input} year={campaign.year} />
          {can('update BankLine') && campaign.status !== 'closed' && <AcceptCertain />}
        </>
      }
      contract={bankLines.list}
      input={input}
      search={search}
      onSearch={change}
      searchLabel={t`Tìm theo nội dung, tên, số tiền`}
      filters={<Filters search={search} change={change} />}
      filtered={[status, direction, statementId, from, to].some((one) => one !== undefined)}
      columns={columns}
      defaultSort="status"
      onOpen={(line) => change({ open: line.id })}
      empty={{
        icon: IconBuildingBank,
        title: t`Chưa nhập sao kê nào`,
        hint: mayImport
          ? t`Tải sao kê từ ngân hàng (Excel hoặc CSV) rồi nhập vào đây: hệ thống gợi ý mỗi dòng là của ai.`
          : t`Khi Công đoàn nhập sao kê, các dòng sẽ hiện ở đây.`,
      }}
    >
      {open === 'new' && mayImport && <ImportStatement onClose={close} onDone={(id) => change({ open: undefined, statementId: id })} />}
      {open === 'files' && <StatementFiles onClose={close} onChoose={(id) => change({ open: undefined, statementId: id })} />}
      {open !== undefined && open !== 'new' && open !== 'files' && <LineDrawer key={open} id={open} onClose={close} />}
    </ListPage>
  )
}
