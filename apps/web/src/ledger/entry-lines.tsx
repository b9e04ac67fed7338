import type { JournalEntryRecord } from '@chung-tay/contracts/ledger'
import { Trans, useLingui } from '@lingui/react/macro'
import { Stack, Text, Title } from '@mantine/core'
import { useCampaign, useCan } from '../session/session.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Day, Money, PersonName } from '../ui/texts.tsx'

type Line = JournalEntryRecord['lines'][number]

/** Debit and credit of one entry, by account and fund. */
export const EntryLines = ({ entry }: { entry: JournalEntryRecord }) => {
  const { t } = useLingui()
  const columns: Column<Line>[] = [
    { key: 'account', header: t`Tài khoản`, cell: (line) => <PersonName name={`${line.account} ${line.accountName}`} note={line.fundName} /> },
    { key: 'debit', header: t`Nợ`, align: 'end', cell: ({ debit }) => <Money value={debit || null} /> },
    { key: 'credit', header: t`Có`, align: 'end', cell: ({ credit }) => <Money value={credit || null} /> },
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

const EntryName = ({ entry }: { entry: JournalEntryRecord }) => {
  const { t } = useLingui()
  const can = useCan()
  const { year } = useCampaign()
  const name = t`Bút toán ${entry.number}`
  if (!can('read JournalEntry')) return name
  return <PlaceAnchor link={{ to: '/$year/ledger', params: { year }, search: { open: entry.sourceId, entry: entry.id } }}>{name}</PlaceAnchor>
}

/** What a record did to the books: its entry and, once voided, the one that takes it back. */
export const RecordEntries = ({ entries }: { entries: readonly JournalEntryRecord[] }) => (
  <Stack gap="xs">
    <Title order={3} fz="md">
      <Trans>Ghi trên sổ quỹ</Trans>
    </Title>
    {entries.map((entry) => (
      <div key={entry.id}>
        <Text size="sm" fw={600} mb={4}>
          <EntryName entry={entry} /> · <Day value={entry.enteredOn} />
          {entry.reversesId !== null && (
            <>
              {' '}
              · <Trans>bút toán đảo</Trans>
            </>
          )}
        </Text>
        <EntryLines entry={entry} />
      </div>
    ))}
  </Stack>
)
