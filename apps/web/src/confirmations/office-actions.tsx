import { type ConfirmationDetail, confirmations } from '@chung-tay/contracts/confirmations'
import { useLingui } from '@lingui/react/macro'
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconArrowBackUp, IconBell, IconLock, IconLockOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useCampaign, useCan } from '../session/session.ts'
import { useAction } from '../ui/action.ts'
import { ReasonDialog } from '../ui/dialogs.tsx'
import { isLockable, waitsForUnit } from './confirmation-labels.tsx'

const hours = { day: 24, threeDays: 72, week: 168 } as const
type Span = keyof typeof hours

const Except = ({ detail, onClose }: { detail: ConfirmationDetail; onClose: () => void }) => {
  const { t } = useLingui()
  const { id: campaignId } = useCampaign()
  const [span, setSpan] = useState<Span>('day')
  const except = useAction(confirmations.except, { done: t`Đã mở ngoại lệ`, onDone: onClose })
  const labels: Record<Span, string> = { day: t`1 ngày`, threeDays: t`3 ngày`, week: t`7 ngày` }
  const grant = (reason: string) =>
    except.mutate({ params: { campaignId, unitId: detail.unitId }, body: { reason, hours: hours[span] }, version: detail.version })
  return (
    <ReasonDialog
      title={t`Mở ngoại lệ cho ${detail.unitName}`}
      confirmLabel={t`Mở ngoại lệ`}
      danger={false}
      pending={except.isPending}
      onReason={grant}
      onClose={onClose}
    >
      <Stack gap="xs">
        <Text size="sm">{t`Đơn vị được sửa số liệu đã khóa trong thời gian này; mọi thay đổi được ghi lại.`}</Text>
        <SegmentedControl
          aria-label={t`Thời gian mở`}
          value={span}
          onChange={(value) => setSpan(value as Span)}
          data={(Object.keys(hours) as Span[]).map((value) => ({ value, label: labels[value] }))}
        />
      </Stack>
    </ReasonDialog>
  )
}

/** What the office does with a unit's figures: remind, return, lock, let through. */
export const OfficeActions = ({ detail }: { detail: ConfirmationDetail }) => {
  const { t } = useLingui()
  const can = useCan()
  const { id: campaignId, status: campaign } = useCampaign()
  const [asked, setAsked] = useState<'return' | 'except' | null>(null)
  const close = () => setAsked(null)
  const { unitId, unitName, version, status, exception } = detail
  const bulk = { params: { campaignId }, body: { unitIds: [unitId] } }
  const one = { params: { campaignId, unitId }, version }
  const chase = useAction(confirmations.chase, { done: ({ told }) => (told > 0 ? t`Đã nhắc ${unitName}` : t`Hôm nay đã nhắc ${unitName}`) })
  const lock = useAction(confirmations.lock, { done: t`Đã khóa số liệu` })
  const giveBack = useAction(confirmations.return, { done: t`Đã trả lại số liệu`, onDone: close })
  const end = useAction(confirmations.endException, { done: t`Đã kết thúc ngoại lệ` })
  if (campaign === 'closed' || !can('update FigureConfirmation')) return null
  return (
    <Group gap="xs">
      {waitsForUnit(detail) && (
        <Button
          variant="default"
          leftSection={<IconBell size={16} aria-hidden />}
          loading={chase.isPending}
          onClick={() => chase.mutate(bulk)}
        >{t`Nhắc xác nhận`}</Button>
      )}
      {(status === 'confirmed' || status === 'locked') && (
        <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => setAsked('return')}>
          {status === 'locked' ? t`Mở khóa, trả lại` : t`Trả lại`}
        </Button>
      )}
      {isLockable(detail) && (
        <Button leftSection={<IconLock size={16} aria-hidden />} loading={lock.isPending} onClick={() => lock.mutate(bulk)}>{t`Khóa số liệu`}</Button>
      )}
      {status === 'locked' &&
        (exception?.running ? (
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate(one)}>{t`Kết thúc ngoại lệ`}</Button>
        ) : (
          <Button variant="default" leftSection={<IconLockOpen size={16} aria-hidden />} onClick={() => setAsked('except')}>{t`Mở ngoại lệ`}</Button>
        ))}
      {asked === 'return' && (
        <ReasonDialog
          title={t`Trả lại số liệu cho ${unitName}`}
          confirmLabel={t`Trả lại`}
          pending={giveBack.isPending}
          onReason={(reason) => giveBack.mutate({ ...one, body: { reason } })}
          onClose={close}
        />
      )}
      {asked === 'except' && <Except detail={detail} onClose={close} />}
    </Group>
  )
}
