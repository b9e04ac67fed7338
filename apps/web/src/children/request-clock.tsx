import type { DataRequestRecord } from '@chung-tay/contracts/data-requests'
import { clockOf } from '@chung-tay/domain/children/requests'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useMe } from '../session/session.ts'
import { Day } from '../ui/texts.tsx'

/** The day by which the law wants the next step, and how far off it is; overdue in red and in words. */
export const RequestClock = ({ request }: { request: DataRequestRecord }) => {
  const { today } = useMe()
  const clock = clockOf(request, today)
  if (!clock) return request.fulfilledAt ? <Trans>Đã xong</Trans> : <span>–</span>
  const { step, dueOn, days } = clock
  const due = <Day value={dueOn} />
  if (days < 0)
    return (
      <Text component="span" size="sm" fw={600} c="var(--mantine-color-error)">
        {step === 'answer' ? <Trans>Quá hạn trả lời {-days} ngày</Trans> : <Trans>Quá hạn thực hiện {-days} ngày</Trans>}
      </Text>
    )
  return (
    <span>
      {step === 'answer' ? <Trans>Trả lời trước hết ngày {due}</Trans> : <Trans>Thực hiện trước hết ngày {due}</Trans>}
      <Text component="span" display="block" size="xs" c={days <= 1 ? 'var(--mantine-color-error)' : 'dimmed'}>
        {days === 0 ? <Trans>Hết hạn hôm nay</Trans> : <Trans>Còn {days} ngày</Trans>}
      </Text>
    </span>
  )
}
