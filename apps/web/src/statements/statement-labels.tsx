import type { BankLineRecord, SuggestionRecord } from '@chung-tay/contracts/bank-lines'
import type { StatementRow } from '@chung-tay/contracts/bank-statements'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { Text } from '@mantine/core'
import { Money, StatusBadge } from '../ui/texts.tsx'

type Status = BankLineRecord['status']
export type AsideReason = NonNullable<BankLineRecord['setAsideReason']>

export const lineLabels = (): Record<Status, string> => ({
  waiting: t`Chờ đối chiếu`,
  partly: t`Đã nhận một phần`,
  matched: t`Đã đối chiếu`,
  setAside: t({ message: 'Để riêng', context: 'status' }),
})

export const lineStatusOptions = () => [
  { value: 'open', label: t`Còn phải đối chiếu` },
  ...(['waiting', 'partly', 'matched', 'setAside'] as const).map((value) => ({ value, label: lineLabels()[value] })),
]

export const directionOptions = () => [
  { value: 'credit', label: t`Tiền vào` },
  { value: 'debit', label: t`Tiền ra` },
]

const tones = { waiting: 'warn', partly: 'warn', matched: 'good', setAside: 'neutral' } as const

export const LineBadge = ({ status }: { status: Status }) => {
  useLingui()
  return <StatusBadge tone={tones[status]}>{lineLabels()[status]}</StatusBadge>
}

export const asideLabels = (): Record<AsideReason, string> => ({
  returned: t`Đã trả lại người gửi`,
  wrongAccount: t`Chuyển nhầm tài khoản`,
  notDonation: t`Không phải tiền ủng hộ`,
  bank: t`Phí, lãi của ngân hàng`,
  internal: t`Chuyển tiền nội bộ, nộp quỹ`,
  disbursement: t`Khoản chi đã ghi sổ`,
  bounced: t`Khoản chi bị trả về`,
  other: t`Lý do khác`,
})

/** Reasons that can be true of money on that side. */
export const asideOptions = (direction: BankLineRecord['direction']) => {
  const credit = ['wrongAccount', 'notDonation', 'returned', 'bank', 'internal', 'bounced', 'other'] as const
  const debit = ['disbursement', 'bank', 'internal', 'other'] as const
  return (direction === 'credit' ? credit : debit).map((value) => ({ value, label: asideLabels()[value] }))
}

const reasonLabels = (): Record<SuggestionRecord['reasons'][number], string> => ({
  reference: t`đúng mã đăng ký`,
  cutReference: t`mã đăng ký bị cắt`,
  nearReference: t`mã đăng ký sai một ký tự`,
  amount: t`đúng số tiền còn chờ`,
  pledgedAmount: t`đúng số tiền đã đăng ký`,
  name: t`trùng tên người ủng hộ`,
  near: t`ghi nhận gần ngày này`,
})

/** Why this is suggested, in words. */
export const reasonsText = (reasons: SuggestionRecord['reasons']): string =>
  reasons.map((reason) => (reason === 'amount' && reasons.includes('near') ? t`đúng số tiền` : reasonLabels()[reason])).join(', ')

type RowReason = Extract<StatementRow, { reason: string }>['reason']

export const rowReasonLabels = (): Record<RowReason, string> => ({
  head: t`phần đầu sao kê`,
  heading: t`tiêu đề cột`,
  empty: t`dòng trống`,
  total: t`dòng cộng, số dư`,
  continued: t`nội dung nối tiếp dòng trên`,
  footer: t`phần cuối sao kê`,
  noMoney: t`không có số tiền`,
  day: t`không đọc được ngày`,
  future: t`ngày ở tương lai`,
  amount: t`không đọc được số tiền`,
  bothSides: t`có cả tiền ghi nợ và ghi có`,
})

/** Money that came in or went out, with its sign. */
export const SignedMoney = ({ direction, amount }: { direction: 'credit' | 'debit'; amount: number }) => (
  <Text component="span" inherit fw={600} style={{ whiteSpace: 'nowrap' }} {...(direction === 'debit' && { c: 'var(--mantine-color-error)' })}>
    {direction === 'credit' ? '+' : '−'}
    <Money value={amount} />
  </Text>
)
