import type { PublicationRecord } from '@chung-tay/contracts/publications'
import type { Channel, PublicationKind } from '@chung-tay/domain/publications/status'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { StatusBadge, type Tone } from '../ui/texts.tsx'

export const kindLabels = (): Record<PublicationKind, string> => ({
  news: t`Tin`,
  article: t`Bài viết`,
  slogan: t`Khẩu hiệu`,
  message: t`Thông điệp`,
})

export const channelLabels = (): Record<Channel, string> => ({
  website: t`Website`,
  zalo: t`Zalo`,
  facebook: t`Facebook`,
  press: t`Báo chí`,
  loudspeaker: t`Loa truyền thanh`,
  noticeBoard: t`Bảng tin`,
  other: t`Kênh khác`,
})

type Stage = PublicationRecord['status'] | 'overdue' | 'takeDown'

export const stageLabels = (): Record<Stage, string> => ({
  planned: t`Dự kiến`,
  overdue: t`Quá hạn`,
  published: t`Đã đăng`,
  takeDown: t`Phải gỡ`,
  withdrawn: t`Đã rút`,
})

const tones: Record<Stage, Tone> = { planned: 'active', overdue: 'bad', takeDown: 'bad', published: 'good', withdrawn: 'neutral' }

/** Where a publication stands; a plan whose day has passed is overdue, and a piece without consent must come down. */
export const StageBadge = ({ publication }: { publication: Pick<PublicationRecord, 'status' | 'overdue' | 'takeDown'> }) => {
  useLingui()
  const stage = publication.takeDown ? 'takeDown' : publication.overdue ? 'overdue' : publication.status
  return <StatusBadge tone={tones[stage]}>{stageLabels()[stage]}</StatusBadge>
}

const optionsOf = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }))
export const kindOptions = () => optionsOf(kindLabels())
export const channelOptions = () => optionsOf(channelLabels())
