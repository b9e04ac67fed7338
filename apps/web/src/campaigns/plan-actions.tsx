import { campaigns, type PlanRecord } from '@chung-tay/contracts/campaigns'
import { planVersions } from '@chung-tay/contracts/plan-versions'
import { type CampaignAction, campaignTransitions } from '@chung-tay/domain/campaigns/transitions'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconDownload, IconPencil, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { urlOf } from '../api/call.ts'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog, ReasonDialog } from '../ui/dialogs.tsx'

type Asked = 'return' | 'approve' | 'close' | null
type Props = { plan: PlanRecord; asked: Asked; ask: (what: Asked) => void }

const useSteps = (plan: PlanRecord, onDone: () => void) => {
  const { t } = useLingui()
  const target = { params: { id: plan.id }, version: plan.version }
  const submit = useAction(campaigns.submit, { done: t`Đã trình Lãnh đạo`, onDone })
  const approve = useAction(campaigns.approve, { done: t`Đã duyệt kế hoạch`, onDone })
  const giveBack = useAction(campaigns.return, { done: t`Đã trả lại kế hoạch cho Văn phòng`, onDone })
  const start = useAction(campaigns.start, { done: t`Tháng hành động đã bắt đầu`, onDone })
  const close = useAction(campaigns.close, { done: t`Đã kết thúc Tháng hành động`, onDone })
  return { target, submit, approve, giveBack, start, close }
}

const Questions = ({ plan, asked, ask, steps }: Props & { steps: ReturnType<typeof useSteps> }) => {
  const { t } = useLingui()
  const { target, approve, giveBack, close } = steps
  const year = String(plan.year)
  const onClose = () => ask(null)
  if (asked === 'return') {
    return (
      <ReasonDialog
        title={t`Trả lại kế hoạch năm ${year}`}
        confirmLabel={t`Trả lại`}
        pending={giveBack.isPending}
        onReason={(reason) => giveBack.mutate({ ...target, body: { reason } })}
        onClose={onClose}
      />
    )
  }
  if (asked === 'approve') {
    return (
      <ConfirmDialog
        title={t`Duyệt kế hoạch năm ${year}?`}
        confirmLabel={t`Duyệt`}
        pending={approve.isPending}
        onConfirm={() => approve.mutate(target)}
        onClose={onClose}
      >
        <Trans>Sau khi duyệt, lời văn của kế hoạch không sửa được nữa và mọi người trong cơ quan đọc được kế hoạch.</Trans>
      </ConfirmDialog>
    )
  }
  if (asked === 'close') {
    return (
      <ConfirmDialog
        title={t`Kết thúc Tháng hành động năm ${year}?`}
        confirmLabel={t`Kết thúc`}
        danger
        pending={close.isPending}
        onConfirm={() => close.mutate(target)}
        onClose={onClose}
      >
        <Trans>Sau khi kết thúc, mọi dữ liệu của năm này chỉ còn để xem.</Trans>
      </ConfirmDialog>
    )
  }
  return null
}

/** What this person may do with the plan in its present state; nothing else is shown. */
export const PlanActions = ({ plan, onEdit, onIssue }: { plan: PlanRecord; onEdit: () => void; onIssue: () => void }) => {
  const can = useCan()
  const [asked, ask] = useState<Asked>(null)
  const steps = useSteps(plan, () => ask(null))
  const { target, submit, start } = steps
  const may = (action: CampaignAction) => mayAdvance(campaignTransitions, plan.status, action)
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()} visibleFrom="sm">
        <Trans>In</Trans>
      </Button>
      <Button.Group>
        <Button
          component="a"
          variant="default"
          href={urlOf(planVersions.document, { params: { id: plan.id } })}
          download
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          Word
        </Button>
        <Button component="a" variant="default" href={urlOf(planVersions.documentPdf, { params: { id: plan.id } })} download>
          PDF
        </Button>
      </Button.Group>
      {may('edit') && can('update Campaign') && (
        <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
          <Trans>Sửa kế hoạch</Trans>
        </Button>
      )}
      {may('issue') && can('issue Campaign') && (
        <Button variant="default" onClick={onIssue}>
          <Trans>Số, ngày ban hành</Trans>
        </Button>
      )}
      {may('submit') && can('submit Campaign') && (
        <Button loading={submit.isPending} onClick={() => submit.mutate(target)}>
          <Trans>Trình Lãnh đạo</Trans>
        </Button>
      )}
      {may('return') && can('approve Campaign') && (
        <Button variant="default" onClick={() => ask('return')}>
          <Trans>Trả lại</Trans>
        </Button>
      )}
      {may('approve') && can('approve Campaign') && (
        <Button onClick={() => ask('approve')}>
          <Trans>Duyệt kế hoạch</Trans>
        </Button>
      )}
      {may('start') && can('update Campaign') && (
        <Button loading={start.isPending} onClick={() => start.mutate(target)}>
          <Trans>Bắt đầu thực hiện</Trans>
        </Button>
      )}
      {may('close') && can('update Campaign') && (
        <Button variant="default" onClick={() => ask('close')}>
          <Trans>Kết thúc</Trans>
        </Button>
      )}
      <Questions plan={plan} asked={asked} ask={ask} steps={steps} />
    </>
  )
}
