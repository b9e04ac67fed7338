import type { AwardDecisionRecord } from '@chung-tay/contracts/awards'
import type { NominationDetail, NominationRecord } from '@chung-tay/contracts/nominations'
import { type SchoolLevel, schoolLevels } from '@chung-tay/domain/awards/tier'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { StatusBadge, type Tone } from '../ui/texts.tsx'

export const levelLabels = (): Record<SchoolLevel, string> => ({
  preschool: t`Mầm non`,
  primary: t`Tiểu học`,
  lowerSecondary: t`Trung học cơ sở`,
  upperSecondary: t`Trung học phổ thông`,
})

/** A tier without a level is open to all. */
export const levelText = (level: SchoolLevel | null): string => (level === null ? t`Mọi cấp học` : levelLabels()[level])

type NominationStatus = NominationRecord['status']

export const nominationLabels = (): Record<NominationStatus, string> => ({
  submitted: t`Chờ xét`,
  returned: t({ message: 'Trả lại', context: 'status' }),
  approved: t`Đã duyệt`,
  rejected: t({ message: 'Không duyệt', context: 'status' }),
  decided: t`Đã có quyết định`,
})

const nominationTones: Record<NominationStatus, Tone> = { submitted: 'active', returned: 'warn', approved: 'good', rejected: 'bad', decided: 'good' }

export const NominationBadge = ({ status }: { status: NominationStatus }) => {
  useLingui()
  return <StatusBadge tone={nominationTones[status]}>{nominationLabels()[status]}</StatusBadge>
}

type DecisionStatus = AwardDecisionRecord['status']

export const decisionLabels = (): Record<DecisionStatus, string> => ({ draft: t`Dự thảo`, signed: t`Đã ký` })

const decisionTones: Record<DecisionStatus, Tone> = { draft: 'active', signed: 'good' }

export const DecisionBadge = ({ status }: { status: DecisionStatus }) => {
  useLingui()
  return <StatusBadge tone={decisionTones[status]}>{decisionLabels()[status]}</StatusBadge>
}

type Rule = NominationDetail['checks'][number]['rule']

/** What a rule asks for, as a question that "đạt" or "chưa đạt" answers. */
export const ruleLabels = (): Record<Rule, string> => ({
  guardianEmployed: t`Bố, mẹ hoặc người giám hộ đang công tác tại cơ quan`,
  tierFitsLevel: t`Mức khen thưởng dành cho cấp học của cháu`,
  levelAsRecorded: t`Cấp học khớp với hồ sơ trẻ em`,
  excellentWording: t`Thành tích ghi “Hoàn thành xuất sắc” như giấy khen tiểu học`,
  notTwice: t`Không trùng với cháu khác đã được đề nghị`,
  consentNotWithdrawn: t`Gia đình không rút sự đồng ý về khen thưởng`,
})

export const levelOptions = () => schoolLevels.map((value) => ({ value, label: levelLabels()[value] }))
export const nominationOptions = () => Object.entries(nominationLabels()).map(([value, label]) => ({ value, label }))
