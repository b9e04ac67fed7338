import { files } from '@chung-tay/contracts/files'
import { Trans, useLingui } from '@lingui/react/macro'
import { Paper, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../api/query.ts'
import { FileBoard } from '../ui/file-board.tsx'

/** The paper that a plan was taken over from. */
export const PlanFiles = ({ campaignId }: { campaignId: string }) => {
  const { t } = useLingui()
  const { data } = useQuery(queryOf(files.list, { params: { subject: 'Campaign', recordId: campaignId } }))
  if (!data || data.items.length === 0) return null
  return (
    <Paper withBorder p="md" mt="md" className="no-print" component="section" aria-label={t`Tệp gốc`}>
      <Title order={2} size="h4" mb="sm">
        <Trans>Tệp gốc</Trans>
      </Title>
      <FileBoard label={t`Tệp gốc của kế hoạch`} files={data.items} empty="" />
    </Paper>
  )
}
