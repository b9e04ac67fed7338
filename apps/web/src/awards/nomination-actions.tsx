import { type NominationDetail, nominations } from '@chung-tay/contracts/nominations'
import { type NominationAction, nominationTransitions } from '@chung-tay/domain/awards/status'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { useLingui } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconEdit, IconSend, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'

type Props = { nomination: NominationDetail }
type Refusal = 'return' | 'reject'

const Refuse = ({ nomination, refusal, onClose }: Props & { refusal: Refusal; onClose: () => void }) => {
  const { t } = useLingui()
  const name = nomination.childName
  const words = {
    return: { title: t`Trả lại đề nghị của cháu ${name}?`, label: t`Trả lại`, done: t`Đã trả lại để bổ sung` },
    reject: { title: t`Không duyệt đề nghị của cháu ${name}?`, label: t`Không duyệt`, done: t`Đã ghi nhận không duyệt` },
  }[refusal]
  const refuse = useAction(nominations[refusal], { done: words.done, onDone: onClose })
  return (
    <ReasonDialog
      title={words.title}
      confirmLabel={words.label}
      pending={refuse.isPending}
      onClose={onClose}
      onReason={(reason) => refuse.mutate({ params: { id: nomination.id }, version: nomination.version, body: { reason } })}
    >
      {refusal === 'return'
        ? t`Người đề nghị sẽ thấy lý do, bổ sung rồi gửi lại.`
        : t`Việc này kết thúc đề nghị của cháu trong năm nay. Nếu chỉ thiếu giấy tờ, hãy trả lại.`}
    </ReasonDialog>
  )
}

/** What this person may do with a nomination as it stands. */
export const NominationActions = ({ nomination, onEdit }: Props & { onEdit: () => void }) => {
  const { t } = useLingui()
  const can = useCan()
  const open = useCampaign().status !== 'closed'
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const approve = useAction(nominations.approve, { done: t`Đã duyệt đề nghị` })
  const resubmit = useAction(nominations.resubmit, { done: t`Đã gửi lại đề nghị` })
  const reviews = open && can('review Nomination')
  const mends = open && can('update Nomination', nomination)
  const moves = (may: boolean, action: NominationAction) => may && mayAdvance(nominationTransitions, nomination.status, action)
  const input = { params: { id: nomination.id }, version: nomination.version }
  return (
    <Group gap="xs" className="no-print">
      {moves(reviews, 'approve') && (
        <Button leftSection={<IconCheck size={16} aria-hidden />} loading={approve.isPending} onClick={() => approve.mutate(input)}>
          {t`Duyệt`}
        </Button>
      )}
      {moves(mends, 'resubmit') && (
        <Button leftSection={<IconSend size={16} aria-hidden />} loading={resubmit.isPending} onClick={() => resubmit.mutate(input)}>
          {t`Gửi lại`}
        </Button>
      )}
      {moves(reviews, 'return') && (
        <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => setRefusal('return')}>
          {t`Trả lại`}
        </Button>
      )}
      {moves(reviews, 'reject') && (
        <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={() => setRefusal('reject')}>
          {t`Không duyệt`}
        </Button>
      )}
      {moves(mends, 'update') && (
        <Button variant="default" leftSection={<IconEdit size={16} aria-hidden />} onClick={onEdit}>
          {t`Sửa`}
        </Button>
      )}
      {refusal && <Refuse nomination={nomination} refusal={refusal} onClose={() => setRefusal(null)} />}
    </Group>
  )
}
