import type { DonationRecord } from '@chung-tay/contracts/donations'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { StatusBadge } from '../ui/texts.tsx'

type Method = DonationRecord['method']

export const methodLabels = (): Record<Method, string> => ({ cash: t`Tiền mặt`, transfer: t`Chuyển khoản`, inKind: t`Hiện vật` })
export const donorKindLabels = (): Record<DonationRecord['donor']['kind'], string> => ({ person: t`Cá nhân`, organisation: t`Tổ chức` })
export const sourceLabels = (): Record<DonationRecord['source'], string> => ({
  donation: t`Đóng góp tự nguyện`,
  union: t`Kinh phí công đoàn`,
  budget: t`Ngân sách nhà nước`,
})
export const statusLabels = (): Record<DonationRecord['status'], string> => ({ recorded: t`Đã ghi nhận`, voided: t`Đã hủy` })

const options = <Key extends string>(labels: Record<Key, string>) => (Object.keys(labels) as Key[]).map((value) => ({ value, label: labels[value] }))
export const methodOptions = () => options(methodLabels())
export const sourceOptions = () => options(sourceLabels())
export const donorKindOptions = () => options(donorKindLabels())
export const statusOptions = () => options(statusLabels())

export const DonationBadge = ({ status }: { status: DonationRecord['status'] }) => {
  useLingui()
  return <StatusBadge tone={status === 'voided' ? 'bad' : 'good'}>{statusLabels()[status]}</StatusBadge>
}
