import { taskChases } from '@chung-tay/contracts/task-chases'
import { plural, t as say } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useCampaign } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'

const doneText = ({ chased, passedOver, escalated }: { chased: number; passedOver: number; escalated: number }): string =>
  [
    plural(chased, { other: 'Đã đôn đốc # nhiệm vụ' }),
    passedOver > 0 && plural(passedOver, { other: 'bỏ qua # nhiệm vụ đã báo cáo' }),
    escalated > 0 && say`${escalated} nhiệm vụ đã báo Lãnh đạo`,
  ]
    .filter((one) => one !== false)
    .join(' · ')

/** Urges the units of these tasks, one or many. */
export const ChaseDialog = ({ taskIds, onClose, children }: { taskIds: readonly string[]; onClose: () => void; children?: ReactNode }) => {
  const { t } = useLingui()
  const { id } = useCampaign()
  const chase = useAction(taskChases.chase, { done: doneText, onDone: onClose })
  return (
    <ReasonDialog
      title={plural(taskIds.length, { other: 'Đôn đốc # nhiệm vụ' })}
      label={t`Nội dung đôn đốc`}
      confirmLabel={t`Gửi đôn đốc`}
      danger={false}
      pending={chase.isPending}
      onClose={onClose}
      onReason={(text) => chase.mutate({ params: { campaignId: id }, body: { taskIds: [...taskIds], text } })}
    >
      {children}
    </ReasonDialog>
  )
}
