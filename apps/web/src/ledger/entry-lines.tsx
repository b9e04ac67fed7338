import type { JournalEntryRecord } from '@chung-tay/contracts/ledger'
import { useLingui } from '@lingui/react/macro'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Money, PersonName } from '../ui/texts.tsx'

type Line = JournalEntryRecord['lines'][number]

/** Debit and credit of one entry, by account and fund. */
export const EntryLines = ({ entry }: { entry: JournalEntryRecord }) => {
  const { t } = useLingui()
  const side = (value: number) => (value === 0 ? '' : <Money value={value} />)
  const columns: Column<Line>[] = [
    { key: 'account', header: t`Tài khoản`, cell: (line) => <PersonName name={`${line.account} ${line.accountName}`} note={line.fundName} /> },
    { key: 'debit', header: t`Nợ`, align: 'end', cell: ({ debit }) => side(debit) },
    { key: 'credit', header: t`Có`, align: 'end', cell: ({ credit }) => side(credit) },
  ]
  return (
    <DataTable
      label={t`Bút toán ${entry.number}`}
      columns={columns}
      items={entry.lines}
      rowKey={({ account, fundId, debit }) => `${account} ${fundId} ${debit}`}
    />
  )
}
