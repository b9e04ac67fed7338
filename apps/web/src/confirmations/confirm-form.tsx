import { type ConfirmationDetail, confirmations } from '@chung-tay/contracts/confirmations'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Paper, SimpleGrid, Text, Textarea } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useCampaign, useCan, useMe } from '../session/session.ts'
import { useAction } from '../ui/action.ts'

/** Before the lock whenever there is something to confirm; afterwards only what an exception changed. */
const mayConfirm = ({ status, changes, exception }: ConfirmationDetail): boolean =>
  status === 'open' || status === 'returned' || (changes.length > 0 && (status === 'confirmed' || exception?.running === true))

/** The head's word: a sentence and the name. What is confirmed is what the screen shows. */
export const ConfirmForm = ({ detail }: { detail: ConfirmationDetail }) => {
  const { t } = useLingui()
  const { id: campaignId, status } = useCampaign()
  const can = useCan()
  const { name } = useMe()
  const { unitId, version, seen, changes } = detail
  const [statement, setStatement] = useState(t`Số liệu của đơn vị đã được kiểm tra, đầy đủ và đúng với thực tế.`)
  const [difficulties, setDifficulties] = useState(detail.difficulties)
  const [proposals, setProposals] = useState(detail.proposals)
  const confirm = useAction(confirmations.confirm, { done: t`Đã xác nhận số liệu` })
  if (status === 'closed' || !can('submit FigureConfirmation', { unitId }) || !mayConfirm(detail)) return null
  return (
    <Paper withBorder p="md" className="no-print" component="section" aria-label={t`Xác nhận số liệu`}>
      {detail.confirmedAt !== null && changes.length > 0 && (
        <Alert color="yellow" mb="sm" p="xs">
          <Trans>Số liệu đã thay đổi sau khi xác nhận. Hãy xem lại và xác nhận lần nữa.</Trans>
        </Alert>
      )}
      <Text size="sm" c="dimmed" mb="xs">
        <Trans>Hãy xem các số liệu bên dưới trước khi xác nhận; bấm vào một con số để mở bản ghi tạo nên nó.</Trans>
      </Text>
      <Textarea
        label={t`Lời xác nhận`}
        autosize
        minRows={2}
        maxLength={1000}
        value={statement}
        onChange={(event) => setStatement(event.currentTarget.value)}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} mt="sm">
        <Textarea
          label={t`Khó khăn, vướng mắc`}
          description={t`Nếu có; đưa vào báo cáo của cơ quan`}
          autosize
          minRows={2}
          maxLength={2000}
          value={difficulties}
          onChange={(event) => setDifficulties(event.currentTarget.value)}
        />
        <Textarea
          label={t`Đề xuất, kiến nghị`}
          description={t`Nếu có; đưa vào báo cáo của cơ quan`}
          autosize
          minRows={2}
          maxLength={2000}
          value={proposals}
          onChange={(event) => setProposals(event.currentTarget.value)}
        />
      </SimpleGrid>
      <Group justify="space-between" mt="sm" gap="xs">
        <Text size="sm" c="dimmed">
          <Trans>Người xác nhận: {name}</Trans>
        </Text>
        <Button
          leftSection={<IconCheck size={16} aria-hidden />}
          disabled={statement.trim().length < 3}
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ params: { campaignId, unitId }, body: { statement, difficulties, proposals, seen }, version })}
        >{t`Xác nhận số liệu đầy đủ`}</Button>
      </Group>
    </Paper>
  )
}
