import type { DataRequestRecord } from '@chung-tay/contracts/data-requests'
import { t } from '@lingui/core/macro'
import type { Tone } from '../ui/texts.tsx'

export const requestKindLabels = (): Record<DataRequestRecord['kind'], string> => ({
  copy: t`Cấp bản sao dữ liệu`,
  correction: t`Sửa dữ liệu`,
  erasure: t`Xóa dữ liệu`,
})

export const requestStatusLabels = (): Record<DataRequestRecord['status'], string> => ({
  received: t`Chờ trả lời`,
  accepted: t`Đã chấp nhận`,
  refused: t`Không chấp nhận`,
  fulfilled: t`Đã thực hiện`,
  withdrawn: t`Đã rút`,
})

export const requestTones: Record<DataRequestRecord['status'], Tone> = {
  received: 'warn',
  accepted: 'active',
  refused: 'bad',
  fulfilled: 'good',
  withdrawn: 'neutral',
}

const optionsOf = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }))
export const requestKindOptions = () => optionsOf(requestKindLabels())
export const requestStatusOptions = () => optionsOf(requestStatusLabels())
