import { type JournalEntryRecord, ledger } from '@chung-tay/contracts/ledger'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import { type Fact, Facts } from '../ui/facts.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { PlaceAnchor } from '../ui/place-anchor.tsx'
import { Answer } from '../ui/record-query.tsx'
import { Day } from '../ui/texts.tsx'
import { EntryLines } from './entry-lines.tsx'
import { entryKindLabels, sourceLabels, subjectOf } from './ledger-labels.tsx'

/** The record behind an entry, as a link where it has a page of its own. */
const Source = ({ entry }: { entry: JournalEntryRecord }) => {
  const { year } = useCampaign()
  const label = sourceLabels()[entry.sourceType] ?? entry.sourceType
  const search = { open: entry.sourceId }
  if (entry.sourceType === 'Donation') return <PlaceAnchor link={{ to: '/$year/donations', params: { year }, search }}>{label}</PlaceAnchor>
  if (entry.sourceType === 'StockIssue') return <PlaceAnchor link={{ to: '/$year/stock-issues', params: { year } }}>{label}</PlaceAnchor>
  if (entry.sourceType === 'Disbursement') return <PlaceAnchor link={{ to: '/$year/disbursements', params: { year }, search }}>{label}</PlaceAnchor>
  return label
}

type EntryProps = { entry: JournalEntryRecord; related: JournalEntryRecord | undefined; onEntry: (id: string) => void }

const Entry = ({ entry, related, onEntry }: EntryProps) => {
  const { t } = useLingui()
  const facts: Fact[] = [
    { label: t`Ngày ghi sổ`, value: <Day value={entry.enteredOn} /> },
    { label: t`Loại`, value: entryKindLabels()[entry.kind] },
    { label: t`Chứng từ gốc`, value: <Source entry={entry} /> },
    { label: t`Diễn giải`, value: entry.memo || '–', wide: true },
  ]
  const subject = subjectOf(entry.sourceType)
  return (
    <Stack gap="md">
      {related && (
        <Alert color={entry.reversesId === null ? 'red' : 'leaf'}>
          <Text size="sm">
            {entry.reversesId === null ? (
              <Trans>Bút toán này đã được đảo bằng {related.number}.</Trans>
            ) : (
              <Trans>Bút toán này đảo lại {related.number}.</Trans>
            )}
          </Text>
          <Button variant="default" size="compact-sm" mt="xs" onClick={() => onEntry(related.id)}>
            {t`Xem ${related.number}`}
          </Button>
        </Alert>
      )}
      <Facts facts={facts} />
      <EntryLines entry={entry} />
      {subject !== undefined && <History subject={subject} id={entry.sourceId} />}
    </Stack>
  )
}

type DrawerProps = { sourceId: string; entryId: string | undefined; onEntry: (id: string) => void; onClose: () => void }

/** One journal entry, found among the entries of the record behind it. */
export const EntryDrawer = ({ sourceId, entryId, onEntry, onClose }: DrawerProps) => {
  const { t } = useLingui()
  const campaign = useCampaign()
  const query = useQuery(queryOf(ledger.journal, { params: { campaignId: campaign.id }, query: { sourceId, sort: 'number' } }))
  const items = query.data?.items ?? []
  const entry = items.find(({ id }) => id === entryId) ?? items[0]
  const related = items.find(({ id }) => id === (entry?.reversesId ?? entry?.reversedById))
  return (
    <RecordDrawer title={entry ? t`Bút toán ${entry.number}` : t`Bút toán`} onClose={onClose}>
      <Answer query={query}>
        {() => (entry ? <Entry entry={entry} related={related} onEntry={onEntry} /> : <Text size="sm">{t`Không có bút toán này trong năm.`}</Text>)}
      </Answer>
    </RecordDrawer>
  )
}
