import { type GiftListLineRecord, giftListLines } from '@chung-tay/contracts/gift-lines'
import { Trans, useLingui } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog, Dialog, ReasonDialog } from '../ui/dialogs.tsx'
import { DateTime } from '../ui/texts.tsx'
import { Why } from './why.tsx'

const ByHand = ({ line }: { line: GiftListLineRecord }) =>
  line.addReason === null ? null : (
    <Text size="sm" mb="sm">
      {line.supplement === null ? (
        <Trans>Thêm tay: {line.addReason}</Trans>
      ) : (
        <Trans>
          Bổ sung lần {line.supplement}: {line.addReason}
        </Trans>
      )}
    </Text>
  )

/** Says why a child is on the list; on a draft it is taken off with a reason, or put back. */
export const LineDialog = ({
  line,
  edits,
  removes,
  onClose,
}: {
  line: GiftListLineRecord
  edits: boolean
  removes: boolean
  onClose: () => void
}) => {
  const { t } = useLingui()
  const exclude = useAction(giftListLines.exclude, { done: t`Đã đưa ${line.childName} ra khỏi danh sách`, onDone: onClose })
  const include = useAction(giftListLines.include, { done: t`Đã đưa ${line.childName} trở lại danh sách`, onDone: onClose })
  const input = { params: { id: line.id }, version: line.version }
  if (!edits && !(removes && !line.excluded)) {
    return (
      <Dialog title={line.childName} onClose={onClose}>
        {line.excluded && (
          <Text size="sm" mb="sm">
            <Trans>
              {line.excludedByName} đưa ra lúc <DateTime value={line.excludedAt} />: {line.excludeReason}
            </Trans>
          </Text>
        )}
        <ByHand line={line} />
        <Why lineId={line.id} />
      </Dialog>
    )
  }
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
      <ByHand line={line} />
      <Why lineId={line.id} />
      {edits ? (
        <Trans>Khi tìm lại các cháu theo điều kiện, cháu vẫn ở ngoài danh sách.</Trans>
      ) : (
        <Trans>Danh sách đã duyệt: cháu vẫn hiện trong danh sách với lý do, và không được trao quà.</Trans>
      )}
    </ReasonDialog>
  )
}
