import type { PledgeRecord } from '@chung-tay/contracts/pledges'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { Money, StatusBadge } from '../ui/texts.tsx'

type Status = PledgeRecord['status']

export const pledgeLabels = (): Record<Status, string> => ({
  open: t`Chờ nhận`,
  partly: t`Đã nhận một phần`,
  kept: t`Đã nhận đủ`,
  withdrawn: t`Đã rút`,
})
export const pledgeOptions = () => (['open', 'partly', 'kept', 'withdrawn'] as const).map((value) => ({ value, label: pledgeLabels()[value] }))

const tones = { open: 'neutral', partly: 'warn', kept: 'good', withdrawn: 'bad' } as const

export const PledgeBadge = ({ status }: { status: Status }) => {
  useLingui()
  return <StatusBadge tone={tones[status]}>{pledgeLabels()[status]}</StatusBadge>
}

/** Money as a sum, goods in the giver's words. */
export const Pledged = ({ pledge: { amount, goods } }: { pledge: PledgeRecord }) => (amount === null ? goods : <Money value={amount} />)
