import type { Role } from '@chung-tay/domain/access/actor'
import { t } from '@lingui/core/macro'

export const roleLabels = (): Record<Role, string> => ({
  leadership: t`Lãnh đạo Sở`,
  office: t`Văn phòng`,
  union: t`Công đoàn`,
  communications: t`Truyền thông`,
  unitHead: t`Trưởng đơn vị`,
  employee: t`Cán bộ, người lao động`,
  auditor: t`Kiểm toán nội bộ`,
  administrator: t`Quản trị`,
})

export const roleOptions = () => Object.entries(roleLabels()).map(([value, label]) => ({ value, label }))
