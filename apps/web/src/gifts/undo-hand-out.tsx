import type { GiftListLineRecord } from '@chung-tay/contracts/gift-lines'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import { Trans, useLingui } from '@lingui/react/macro'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'

/** Takes a hand-out back: for a supervisor, never for who gave it. */
export const UndoHandOut = ({ line, onClose }: { line: GiftListLineRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const undo = useAction(handOuts.undo, { done: t`Đã hủy lần trao cho ${line.childName}; suất quà trở lại kho`, onDone: onClose })
  return (
    <ReasonDialog
      title={t`Hủy lần trao cho ${line.childName}?`}
      confirmLabel={t`Hủy lần trao`}
      pending={undo.isPending}
      onClose={onClose}
      onReason={(reason) => undo.mutate({ params: { id: line.id }, body: { reason } })}
    >
      <Trans>Chỉ hủy khi quà đã được thu lại. Lần trao vẫn được giữ trong nhật ký; cháu trở lại danh sách chờ nhận.</Trans>
    </ReasonDialog>
  )
}
