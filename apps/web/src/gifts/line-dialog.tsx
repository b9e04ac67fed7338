import { type GiftListLineRecord, giftLists } from '@chung-tay/contracts/gifts'
import { Trans, useLingui } from '@lingui/react/macro'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog, ReasonDialog } from '../ui/dialogs.tsx'

/** Takes a child off a draft with a reason, or puts it back. */
export const LineDialog = ({ line, onClose }: { line: GiftListLineRecord; onClose: () => void }) => {
  const { t } = useLingui()
  const exclude = useAction(giftLists.exclude, { done: t`Đã đưa ${line.childName} ra khỏi danh sách`, onDone: onClose })
  const include = useAction(giftLists.include, { done: t`Đã đưa ${line.childName} trở lại danh sách`, onDone: onClose })
  const input = { params: { id: line.id }, version: line.version }
  if (line.excluded) {
    return (
      <ConfirmDialog
        title={t`Đưa ${line.childName} trở lại danh sách?`}
        confirmLabel={t`Đưa trở lại`}
        pending={include.isPending}
        onClose={onClose}
        onConfirm={() => include.mutate(input)}
      >
        <Trans>Đã đưa ra vì: {line.excludeReason}</Trans>
      </ConfirmDialog>
    )
  }
  return (
    <ReasonDialog
      title={t`Đưa ${line.childName} ra khỏi danh sách?`}
      confirmLabel={t`Đưa ra`}
      pending={exclude.isPending}
      onClose={onClose}
      onReason={(reason) => exclude.mutate({ ...input, body: { reason } })}
    >
      <Trans>Khi tìm lại các cháu theo điều kiện, cháu vẫn ở ngoài danh sách.</Trans>
    </ReasonDialog>
  )
}
