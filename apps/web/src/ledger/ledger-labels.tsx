import type { DisbursementRecord, JournalEntryRecord } from '@chung-tay/contracts/ledger'
import type { Subject } from '@chung-tay/domain/access/abilities'
import type { CheckName } from '@chung-tay/domain/ledger/checks'
import type { ClosingObstacle, CountedAccount } from '@chung-tay/domain/ledger/closing'
import { t } from '@lingui/core/macro'
import { useLingui } from '@lingui/react'
import { StatusBadge } from '../ui/texts.tsx'

export const entryKindLabels = (): Record<JournalEntryRecord['kind'], string> => ({
  donation: t`Nhận ủng hộ`,
  payment: t`Chi`,
  transferOut: t`Chuyển về Quỹ`,
  goodsIssue: t`Xuất quà`,
  goodsReceipt: t`Nhập quà`,
  reversal: t`Bút toán đảo`,
  opening: t`Số dư ban đầu`,
})

export const disbursementKindLabels = (): Record<DisbursementRecord['kind'], string> => ({ payment: t`Khoản chi`, transferOut: t`Chuyển về Quỹ` })

export const purposeLabels = (): Record<DisbursementRecord['purpose'], string> => ({
  gift: t`Tặng quà`,
  award: t`Khen thưởng`,
  event: t`Hoạt động, sự kiện`,
  support: t`Hỗ trợ trẻ em`,
  fundTransfer: t`Chuyển Quỹ Bảo trợ trẻ em`,
  other: t`Chi khác`,
})

export const methodLabels = (): Record<DisbursementRecord['method'], string> => ({ cash: t`Tiền mặt`, transfer: t`Chuyển khoản` })
export const statusLabels = (): Record<DisbursementRecord['status'], string> => ({ recorded: t`Đã ghi`, voided: t`Đã hủy` })

export const checkLabels = (): Record<CheckName, string> => ({
  debitEqualsCredit: t`Tổng Nợ bằng tổng Có`,
  entriesBalance: t`Mọi bút toán đều cân`,
  noNegativeBalance: t`Không quỹ nào bị âm`,
  balancesMatchLines: t`Số dư khớp với các bút toán`,
  donationsMatchIncome: t`Khoản ủng hộ khớp với số thu trên sổ`,
  disbursementsMatchExpense: t`Khoản chi khớp với số chi trên sổ`,
  openingsMatchEquity: t`Số dư ban đầu khớp với nguồn quỹ chuyển sang`,
  totalsMatchDonations: t`Số tổng hợp khớp với từng khoản ủng hộ`,
  goodsMatchLots: t`Hàng trên sổ khớp với các lô hàng nhập`,
  lotsMatchStock: t`Lô hàng khớp với kho và quà đã trao chưa vào sổ`,
  stockMatchesMovements: t`Tồn kho khớp với thẻ kho và các lần kiểm kê`,
  numbersWithoutGaps: t`Số chứng từ liên tục, không thiếu số`,
  everythingPosted: t`Chứng từ nào cũng đã vào sổ`,
})

const accountNames = (): Record<CountedAccount, string> => ({ '111': t`Tiền mặt`, '112': t`Tiền gửi ngân hàng` })

const obstacles: Record<ClosingObstacle['code'], (account: string) => string> = {
  in_the_future: () => t`Ngày này chưa hết: chỉ khóa được đến hôm nay.`,
  closed_already: () => t`Sổ đã khóa đến ngày này hoặc sau đó.`,
  checks_fail: () => t`Sổ có chỗ chưa khớp, cần xem lại trước khi khóa:`,
  goods_not_issued: () => t`Còn quà đã trao chưa có phiếu xuất kho. Hãy lập phiếu ở mục Phiếu xuất kho.`,
  not_counted: (account) => t`${account}: chưa kiểm kê cuối ngày này.`,
  count_differs: (account) => t`${account}: số thực có lệch với sổ. Hãy ghi chứng từ còn thiếu rồi kiểm kê lại.`,
}

/** What stands against closing the books, as a sentence. */
export const obstacleText = ({ code, account }: { code: ClosingObstacle['code']; account?: CountedAccount | undefined }): string =>
  obstacles[code](account === undefined ? '' : accountNames()[account])

/** The record behind an entry; the ledger names it by its kind. */
export const sourceLabels = (): Readonly<Record<string, string>> => ({
  Donation: t`Phiếu thu ủng hộ`,
  Disbursement: t`Phiếu chi`,
  OpeningBalance: t`Số dư ban đầu`,
  OpeningStock: t`Tồn kho đầu kỳ`,
  StockIssue: t`Phiếu xuất kho`,
})

const subjects: readonly Subject[] = ['Donation', 'Disbursement', 'OpeningBalance', 'OpeningStock']
export const subjectOf = (sourceType: string): Subject | undefined => subjects.find((subject) => subject === sourceType)

const options = <Key extends string>(labels: Record<Key, string>) => (Object.keys(labels) as Key[]).map((value) => ({ value, label: labels[value] }))
// Nothing enters goods that are given out yet, and a filter must be able to find something.
const unused: readonly string[] = ['goodsIssue', 'goodsReceipt'] satisfies JournalEntryRecord['kind'][]
export const entryKindOptions = () => options(entryKindLabels()).filter(({ value }) => !unused.includes(value))
export const disbursementKindOptions = () => options(disbursementKindLabels())
export const purposeOptions = () => options(purposeLabels())
export const payablePurposeOptions = () => purposeOptions().filter(({ value }) => value !== 'fundTransfer')
export const methodOptions = () => options(methodLabels())
export const countedAccountOptions = () => options(accountNames())
export const statusOptions = () => options(statusLabels())

export const DisbursementBadge = ({ status }: { status: DisbursementRecord['status'] }) => {
  useLingui()
  return <StatusBadge tone={status === 'voided' ? 'bad' : 'good'}>{statusLabels()[status]}</StatusBadge>
}
