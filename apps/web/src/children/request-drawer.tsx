import { type DataRequestRecord, dataRequests } from '@chung-tay/contracts/data-requests'
import { requestTransitions } from '@chung-tay/domain/children/requests'
import { mayAdvance } from '@chung-tay/domain/transitions'
import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOf } from '../api/query.ts'
import { useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ConfirmDialog, ReasonDialog } from '../ui/dialogs.tsx'
import { type Fact, Facts } from '../ui/facts.tsx'
import { RecordDrawer } from '../ui/form-drawer.tsx'
import { History } from '../ui/history.tsx'
import { Answer } from '../ui/record-query.tsx'
import { DateTime, Day, StatusBadge } from '../ui/texts.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { ErasureFacts } from './erasure-facts.tsx'
import { RequestClock } from './request-clock.tsx'
import { requestKindLabels, requestStatusLabels, requestTones } from './request-labels.ts'

type Props = { request: DataRequestRecord }
type Step = 'accept' | 'refuse' | 'fulfil' | 'erase' | 'withdraw'

/** The steps that this person may take now. */
const useSteps = ({ kind, status, mine, answeredByMe }: DataRequestRecord): Step[] => {
  const can = useCan()
  const answers = can('answer DataRequest')
  const may = (action: 'accept' | 'refuse' | 'fulfil' | 'withdraw') => mayAdvance(requestTransitions, status, action)
  const steps: [Step, boolean][] = [
    ['accept', answers && may('accept')],
    ['refuse', answers && may('refuse')],
    ['fulfil', answers && kind !== 'erasure' && may('fulfil')],
    ['erase', kind === 'erasure' && can('void Child') && !answeredByMe && may('fulfil')],
    ['withdraw', mine && may('withdraw')],
  ]
  return steps.flatMap(([step, allowed]) => (allowed ? [step] : []))
}

const AnswerDialogs = ({ request, step, onClose }: Props & { step: Step | null; onClose: () => void }) => {
  const { t } = useLingui()
  const { id, version } = request
  const what = requestKindLabels()[request.kind].toLowerCase()
  const accept = useAction(dataRequests.accept, { done: t`Đã chấp nhận, phụ huynh được báo`, onDone: onClose })
  const refuse = useAction(dataRequests.refuse, { done: t`Đã trả lời, phụ huynh được báo lý do`, onDone: onClose })
  const fulfil = useAction(dataRequests.fulfil, { done: t`Đã ghi nhận việc thực hiện`, onDone: onClose })
  const withdraw = useAction(dataRequests.withdraw, { done: t`Đã rút yêu cầu`, onDone: onClose })
  if (step === 'accept')
    return (
      <ConfirmDialog
        title={t`Chấp nhận yêu cầu ${what}?`}
        confirmLabel={t`Chấp nhận`}
        pending={accept.isPending}
        onClose={onClose}
        onConfirm={() => accept.mutate({ params: { id }, body: { answer: '' }, version })}
      >
        {request.kind === 'erasure' ? (
          <Trans>Người khác (Công đoàn hoặc cán bộ Văn phòng khác) sẽ thực hiện việc xóa trước ngày {<Day value={request.fulfilDueOn} />}.</Trans>
        ) : (
          <Trans>Cần thực hiện trước hết ngày {<Day value={request.fulfilDueOn} />}.</Trans>
        )}
      </ConfirmDialog>
    )
  if (step === 'refuse')
    return (
      <ReasonDialog
        title={t`Không chấp nhận yêu cầu ${what}?`}
        confirmLabel={t`Gửi trả lời`}
        label={t`Lý do, phụ huynh sẽ đọc`}
        pending={refuse.isPending}
        onClose={onClose}
        onReason={(reason) => refuse.mutate({ params: { id }, body: { reason }, version })}
      />
    )
  if (step === 'fulfil')
    return (
      <ReasonDialog
        title={t`Đã thực hiện yêu cầu ${what}?`}
        confirmLabel={t`Ghi nhận`}
        label={t`Đã làm gì, phụ huynh sẽ đọc`}
        danger={false}
        pending={fulfil.isPending}
        onClose={onClose}
        onReason={(outcome) => fulfil.mutate({ params: { id }, body: { outcome }, version })}
      />
    )
  if (step === 'withdraw')
    return (
      <ConfirmDialog
        title={t`Rút yêu cầu ${what}?`}
        confirmLabel={t`Rút yêu cầu`}
        pending={withdraw.isPending}
        onClose={onClose}
        onConfirm={() => withdraw.mutate({ params: { id }, version })}
      />
    )
  return step === 'erase' ? <EraseDialog request={request} onClose={onClose} /> : null
}

const Actions = ({ request }: Props) => {
  const { t } = useLingui()
  const steps = useSteps(request)
  const [step, setStep] = useState<Step | null>(null)
  const labels: Record<Step, string> = {
    accept: t`Chấp nhận`,
    refuse: t`Không chấp nhận…`,
    fulfil: t`Đã thực hiện…`,
    erase: t`Xóa hồ sơ…`,
    withdraw: t`Rút yêu cầu`,
  }
  if (steps.length === 0) return null
  return (
    <Group gap="xs">
      {steps.map((one) => (
        <Button
          key={one}
          {...(one === 'accept' || one === 'fulfil' ? {} : { variant: one === 'erase' ? 'filled' : 'default' })}
          {...(one === 'erase' && { color: 'red' })}
          onClick={() => setStep(one)}
        >
          {labels[one]}
        </Button>
      ))}
      <AnswerDialogs request={request} step={step} onClose={() => setStep(null)} />
    </Group>
  )
}

const Body = ({ request }: Props) => {
  const { t } = useLingui()
  const facts: Fact[] = [
    { label: t`Về cháu`, value: request.childName ?? t`Hồ sơ đã xóa` },
    { label: t`Người yêu cầu`, value: request.requestedByName },
    { label: t`Ngày nhận`, value: <Day value={request.receivedOn} /> },
    { label: t`Thời hạn theo luật`, value: <RequestClock request={request} /> },
    ...(request.text ? [{ label: t`Nội dung`, value: request.text, wide: true }] : []),
    ...(request.answeredAt
      ? [
          { label: t`Trả lời`, value: request.answer || requestStatusLabels().accepted, wide: true },
          { label: t`Người trả lời`, value: request.answeredByName },
          { label: t`Trả lời lúc`, value: <DateTime value={request.answeredAt} /> },
        ]
      : []),
    ...(request.fulfilledAt
      ? [
          { label: t`Người thực hiện`, value: request.fulfilledByName },
          { label: t`Thực hiện lúc`, value: <DateTime value={request.fulfilledAt} /> },
        ]
      : []),
    ...(request.outcome ? [{ label: t`Đã làm`, value: request.outcome, wide: true }] : []),
  ]
  return (
    <Stack gap="md">
      <Group>
        <StatusBadge tone={requestTones[request.status]}>{requestStatusLabels()[request.status]}</StatusBadge>
      </Group>
      {request.kind === 'erasure' && request.status === 'accepted' && request.answeredByMe && (
        <Alert color="blue">
          <Trans>Bạn đã chấp nhận yêu cầu này nên người khác phải thực hiện việc xóa: việc không thể hoàn tác cần hai người.</Trans>
        </Alert>
      )}
      <Actions request={request} />
      <Facts facts={facts} />
      {request.erased && <ErasureFacts erasure={request.erased} done />}
      <History subject="DataRequest" id={request.id} words={requestStatusLabels()} />
    </Stack>
  )
}

/** One request: what is asked, by when, what was said and done. */
export const RequestDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useLingui()
  const request = useQuery(queryOf(dataRequests.get, { params: { id } }))
  return (
    <RecordDrawer title={request.data ? requestKindLabels()[request.data.kind] : t`Yêu cầu`} onClose={onClose}>
      <Answer query={request}>{(data) => <Body request={data} />}</Answer>
    </RecordDrawer>
  )
}
