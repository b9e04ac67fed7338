import { type BankStatementRecord, bankStatements } from '@chung-tay/contracts/bank-statements'
import { files } from '@chung-tay/contracts/files'
import { formatDay } from '@chung-tay/domain/dates'
import { Trans, useLingui } from '@lingui/react/macro'
import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { urlOf } from '../api/call.ts'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { Answer } from '../ui/record-query.tsx'
import { EmptyState } from '../ui/states.tsx'
import { DateTime } from '../ui/texts.tsx'

const useStatements = () => {
  const { id: campaignId } = useCampaign()
  return useQuery(queryOf(bankStatements.list, { params: { campaignId }, query: { limit: 200 } }))
}

const periodOf = ({ from, to }: BankStatementRecord): string => (from && to ? `${formatDay(from)} – ${formatDay(to)}` : '')

export const useStatementOptions = () =>
  (useStatements().data?.items ?? []).map((one) => ({ value: one.id, label: [one.fileName, periodOf(one)].filter(Boolean).join(', ') }))

type CardProps = { statement: BankStatementRecord; onChoose: (id: string) => void }

const StatementCard = ({ statement, onChoose }: CardProps) => {
  const { t } = useLingui()
  const { id, fileId, fileName, account, added, known, unclear, balanceBreaks, createdByName, createdAt } = statement
  const facts = [
    t`${added} dòng mới`,
    ...(known > 0 ? [t`${known} dòng đã có`] : []),
    ...(unclear > 0 ? [t`${unclear} dòng chưa đọc được`] : []),
    ...(balanceBreaks > 0 ? [t`${balanceBreaks} chỗ số dư không khớp`] : []),
  ]
  return (
    <Paper withBorder p="sm">
      <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
        {fileId ? (
          <Anchor href={urlOf(files.download, { params: { fileId } })} download>
            {fileName}
          </Anchor>
        ) : (
          fileName
        )}
      </Text>
      <Text size="sm">{[t`Tài khoản ${account}`, periodOf(statement)].filter(Boolean).join(', ')}</Text>
      <Text size="sm">{facts.join(' · ')}</Text>
      <Group justify="space-between" gap="xs" mt={4}>
        <Text size="xs" c="dimmed">
          {createdByName} · <DateTime value={createdAt} />
        </Text>
        <Button size="compact-sm" variant="light" onClick={() => onChoose(id)} aria-label={t`Xem các dòng của ${fileName}`}>
          <Trans>Xem các dòng</Trans>
        </Button>
      </Group>
    </Paper>
  )
}

/** The files that were taken in, each as it was read. */
export const StatementFiles = ({ onClose, onChoose }: { onClose: () => void; onChoose: (id: string) => void }) => {
  const { t } = useLingui()
  const query = useStatements()
  return (
    <RecordDrawer title={t`Các tệp sao kê đã nhập`} onClose={onClose}>
      <Answer query={query}>
        {({ items }) => (
          <Stack gap="sm">
            {items.length === 0 && <EmptyState title={<Trans>Chưa nhập tệp nào</Trans>} />}
            {items.map((one) => (
              <StatementCard key={one.id} statement={one} onChoose={onChoose} />
            ))}
          </Stack>
        )}
      </Answer>
    </RecordDrawer>
  )
}
