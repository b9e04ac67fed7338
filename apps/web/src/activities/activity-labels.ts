import type { ActivityRecord } from '@chung-tay/contracts/activities'
import { t } from '@lingui/core/macro'

export const activityKindLabels = (): Record<ActivityRecord['kind'], string> => ({
  communication: t`Tuyên truyền`,
  donation: t`Vận động đóng góp`,
  gift: t`Tặng quà, vui chơi`,
  award: t`Khen thưởng`,
  movement: t`Phong trào`,
  organisation: t`Tổ chức thực hiện`,
})

export const activityKindOptions = () => Object.entries(activityKindLabels()).map(([value, label]) => ({ value, label }))
