import { type BankLineDetail, bankLines } from '@chung-tay/contracts/bank-lines'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { IconArrowBackUp, IconArrowsSplit, IconBoxAlignRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { useReadAgain } from './actions.ts'
import { AsideForm } from './aside-form.tsx'
import { PartForm } from './part-form.tsx'
import { ReturnDialog } from './return-dialog.tsx'

/** What can be said of a line as it stands. */
export const LineActions = ({ line }: { line: BankLineDetail }) => {
  const { t } = useLingui()
  const can = useCan()
  const campaign = useCampaign()
  const [open, setOpen] = useState<'part' | 'aside' | 'return' | null>(null)
  const close = () => setOpen(null)
  const again = useReadAgain()
  const resume = useAction(bankLines.resume, { done: t`Dòng sao kê chờ xử lý lại` })
  if (!can('update BankLine') || campaign.status === 'closed') return null
  const waits = line.status === 'waiting' || line.status === 'partly'
  return (
    <Group gap="xs">
      {waits && line.direction === 'credit' && (
        <Button variant="default" leftSection={<IconArrowsSplit size={16} aria-hidden />} onClick={() => setOpen('part')}>
          <Trans>Ghi khác, chia nhiều khoản</Trans>
        </Button>
      )}
      {waits && line.direction === 'debit' && (
        <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => setOpen('return')}>
          <Trans>Là tiền trả lại</Trans>
        </Button>
      )}
      {waits && (
        <Button variant="default" leftSection={<IconBoxAlignRight size={16} aria-hidden />} onClick={() => setOpen('aside')}>
          {t({ message: 'Để riêng', context: 'status' })}
        </Button>
      )}
      {(line.returns !== null || (line.setAsideReason !== null && line.returnedBy === null)) && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          loading={resume.isPending}
          onClick={() => resume.mutate({ params: { id: line.id }, version: line.version }, again)}
        >
          <Trans>Xử lý lại</Trans>
        </Button>
      )}
      {open === 'part' && <PartForm line={line} onClose={close} />}
      {open === 'aside' && <AsideForm line={line} onClose={close} />}
      {open === 'return' && <ReturnDialog line={line} onClose={close} />}
    </Group>
  )
}
