import type { PlanRecord } from '@chung-tay/contracts/campaigns'
import { t } from '@lingui/core/macro'
import type { Tone } from '../ui/texts.tsx'

export const campaignStatusLabels = (): Record<PlanRecord['status'], string> => ({
  draft: t`Bản nháp`,
  submitted: t`Chờ Lãnh đạo duyệt`,
  approved: t`Đã duyệt`,
  running: t`Đang thực hiện`,
  closed: t`Đã kết thúc`,
})

export const campaignTones: Record<PlanRecord['status'], Tone> = {
  draft: 'neutral',
  submitted: 'warn',
  approved: 'active',
  running: 'active',
  closed: 'good',
}
