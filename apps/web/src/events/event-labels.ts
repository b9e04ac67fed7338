import type { EventRecord } from '@chung-tay/contracts/events'
import { t } from '@lingui/core/macro'
import type { Tone } from '../ui/texts.tsx'

export const eventKindLabels = (): Record<EventRecord['kind'], string> => ({
  session: t`Buổi tuyên truyền, tập huấn`,
  outing: t`Tham quan`,
  entertainment: t`Vui chơi, giải trí`,
  sport: t`Thể thao`,
  culture: t`Văn hóa, văn nghệ`,
  ceremony: t`Lễ, gặp mặt`,
  movement: t`Phong trào của đơn vị`,
})

export const eventStatusLabels = (): Record<EventRecord['status'], string> => ({
  planned: t`Dự kiến`,
  held: t`Đã tổ chức`,
  cancelled: t({ message: 'Đã hủy', context: 'event' }),
})

export const eventTones: Record<EventRecord['status'], Tone> = { planned: 'active', held: 'good', cancelled: 'bad' }

const optionsOf = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }))
export const eventKindOptions = () => optionsOf(eventKindLabels())
export const eventStatusOptions = () => optionsOf(eventStatusLabels())
