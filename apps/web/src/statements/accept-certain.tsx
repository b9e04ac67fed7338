import { bankLines } from '@chung-tay/contracts/bank-lines'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, List, Text } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCampaign } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog } from '../ui/dialogs.tsx'
import { Money } from '../ui/texts.tsx'
import { useReadAgain } from './actions.ts'

/** Those whose reference and amount both say what they are: looked at together, and taken with one press. */
export const AcceptCertain = () => {
  const { t } = useLingui()
  const { id: campaignId } = useCampaign()
  const [asking, setAsking] = useState(false)
  const again = useReadAgain()
  const list = useQuery(queryOf(bankLines.list, { params: { campaignId }, query: { status: 'waiting', direction: 'credit', limit: 200 } }))
  const certain = (list.data?.items ?? []).filter(({ suggestions: [best] }) => best?.certain).slice(0, 100)
  const run = useAction(bankLines.matchCertain, {
    done: ({ matched, skipped }) => (skipped === 0 ? t`Đã ghi nhận ${matched} khoản` : t`Đã ghi nhận ${matched} khoản; ${skipped} dòng cần xem lại`),
    onDone: () => setAsking(false),
  })
  const count = certain.length
  if (count === 0) return null
  const total = certain.reduce((sum, { amount }) => sum + amount, 0)
  const money = <Money value={total} />
  return (
    <Alert color="leaf" mb="md" className="no-print">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          <Trans>
            <Plural value={count} other="# dòng" /> đúng cả mã đăng ký và số tiền, tổng {money}.
          </Trans>
        </Text>
        <Button size="xs" leftSection={<IconChecks size={14} aria-hidden />} onClick={() => setAsking(true)}>
          <Trans>Nhận tất cả gợi ý chắc chắn</Trans>
        </Button>
      </Group>
      {asking && (
        <ConfirmDialog
          title={t`Ghi nhận ${count} khoản đúng như gợi ý?`}
          confirmLabel={t`Ghi nhận ${count} khoản`}
          onClose={() => setAsking(false)}
          pending={run.isPending}
          onConfirm={() => run.mutate({ params: { campaignId }, body: { lines: certain.map(({ id, version }) => ({ id, version })) } }, again)}
        >
          <Trans>Mỗi dòng thành một khoản đóng góp có biên nhận, tổng {money}.</Trans>
          <List size="sm" mt="xs" mah={240} style={{ overflowY: 'auto' }} tabIndex={0}>
            {certain.map(({ id, suggestions: [best] }) => (
              <List.Item key={id}>
                {best?.parts.map(({ label, donorName, amount }) => (
                  <span key={label}>
                    {label} {donorName}: <Money value={amount} />{' '}
                  </span>
                ))}
              </List.Item>
            ))}
          </List>
        </ConfirmDialog>
      )}
    </Alert>
  )
}
