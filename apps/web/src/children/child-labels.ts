import type { ChildRecord, ConsentRecord } from '@chung-tay/contracts/children'
import type { LikenessReason } from '@chung-tay/domain/children/duplicates'
import type { Relation } from '@chung-tay/domain/children/guardians'
import { t } from '@lingui/core/macro'

export const sexLabels = (): Record<NonNullable<ChildRecord['sex']>, string> => ({ female: t`Nữ`, male: t`Nam` })

export const schoolLevelLabels = (): Record<NonNullable<ChildRecord['schoolLevel']>, string> => ({
  preschool: t`Mầm non`,
  primary: t`Tiểu học`,
  lowerSecondary: t`Trung học cơ sở`,
  upperSecondary: t`Trung học phổ thông`,
})

export const relationLabels = (): Record<Relation, string> => ({ mother: t`Mẹ`, father: t`Bố`, guardian: t`Người giám hộ` })

export const likenessLabels = (): Record<LikenessReason, string> => ({
  sameName: t`trùng tên`,
  similarName: t`tên gần giống`,
  sameBirthDate: t`cùng ngày sinh`,
  swappedBirthDate: t`ngày và tháng sinh đảo nhau`,
  sharedGuardian: t`cùng bố mẹ`,
  sharedUnit: t`cùng đơn vị`,
})

export const likelihoodLabels = () => ({ high: t`cao`, veryHigh: t`rất cao` })

export const purposeLabels = (): Record<ConsentRecord['purpose'], string> => ({
  gift: t`Lập danh sách và trao quà`,
  award: t`Xét khen thưởng`,
  event: t`Tham gia hoạt động, tham quan`,
  publishName: t`Công bố họ tên`,
  publishPhoto: t`Công bố hình ảnh`,
})

const optionsOf = (labels: Readonly<Record<string, string>>) => Object.entries(labels).map(([value, label]) => ({ value, label }))
export const sexOptions = () => optionsOf(sexLabels())
export const schoolLevelOptions = () => optionsOf(schoolLevelLabels())
export const relationOptions = () => optionsOf(relationLabels())

/** "Nguyễn Thị Thuỳ Dương (mẹ), Trần Văn Đạt (bố)". */
export const guardiansText = (guardians: readonly { name: string; relation: Relation }[]): string =>
  guardians.map(({ name, relation }) => `${name} (${relationLabels()[relation].toLowerCase()})`).join(', ')

/** "Lớp 4A2, Trường Tiểu học Ngô Sĩ Liên"; empty when neither is known. */
export const schoolText = ({ school, className }: { school: string | null; className: string | null }): string =>
  [className && t`Lớp ${className}`, school].filter(Boolean).join(', ')
