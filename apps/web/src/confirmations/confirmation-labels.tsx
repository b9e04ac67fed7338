import type { ConfirmationRecord } from '@chung-tay/contracts/confirmations'
import type { ConfirmationStatus } from '@chung-tay/domain/report/confirmation'
import { plural, t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { Group } from '@mantine/core'
import { StatusBadge, type Tone } from '../ui/texts.tsx'

export const confirmationLabels = (): Record<ConfirmationStatus, string> => ({
  open: t`Chưa xác nhận`,
  confirmed: t`Đã xác nhận`,
  returned: t`Bị trả lại`,
  locked: t`Đã khóa`,
})

const tones: Record<ConfirmationStatus, Tone> = { open: 'warn', confirmed: 'active', returned: 'bad', locked: 'good' }

/** Where a unit stands, and whether its figures are still those it confirmed. */
export const ConfirmationBadges = ({
  item: { status, changes, exception },
}: {
  item: Pick<ConfirmationRecord, 'status' | 'changes' | 'exception'>
}) => {
  useLingui()
  return (
    <Group gap={6}>
      <StatusBadge tone={tones[status]}>{confirmationLabels()[status]}</StatusBadge>
      {changes.length > 0 && <StatusBadge tone="bad">{plural(changes.length, { other: 'Đã đổi # số liệu' })}</StatusBadge>}
      {exception?.running && <StatusBadge tone="warn">{t`Đang mở ngoại lệ`}</StatusBadge>}
    </Group>
  )
}

/** A lock takes only what stands as it was confirmed. */
export const isLockable = ({ status, changes }: Pick<ConfirmationRecord, 'status' | 'changes'>): boolean =>
  status === 'confirmed' && changes.length === 0

export const waitsForUnit = ({ status, changes }: Pick<ConfirmationRecord, 'status' | 'changes'>): boolean =>
  status === 'open' || status === 'returned' || (status === 'confirmed' && changes.length > 0)

export const signed = (text: string, change: number): string => (change > 0 ? `+${text}` : text)
