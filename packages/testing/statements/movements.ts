import type { SheetCell } from './encode.ts'

/** A movement of the account, in whole đồng; `balance` is what was there after it. */
export type Movement = {
  day: string
  time: string
  direction: 'credit' | 'debit'
  amount: number
  text: string
  reference: string
  name: string
  account: string
  balance: number
}

export const statementAccount = '2500201006868'

const raw: readonly (readonly [string, string, number, string, string])[] = [
  ['2021-06-01', '08:15:02', 500_000, 'Nguyễn Văn An ủng hộ quỹ bảo trợ trẻ em', 'Nguyễn Văn An'],
  [
    '2021-06-02',
    '09:00:41',
    1_250_000,
    'MBVCB.1234567890.Cong ty TNHH Song Thuong ung ho.CT tu 0011001234567 toi 2500201006868',
    'CONG TY TNHH SONG THUONG',
  ],
  ['2021-06-05', '10:11:12', -11_000, 'Phí dịch vụ SMS tháng 5/2021', ''],
  ['2021-06-07', '14:20:00', 100_000, 'IBFT Dang Thi Hong chuyen tien', 'DANG THI HONG'],
  ['2021-06-07', '14:20:00', 100_000, 'IBFT Dang Thi Hong chuyen tien', 'DANG THI HONG'],
  ['2021-06-11', '07:30:59', 12_345_678, 'TRAN "CHU" BINH, ung ho; dot 2', 'TRAN CHU BINH'],
  ['2021-06-18', '16:45:30', -8_000_000, 'Chuyển tiền ủng hộ đợt 1 về Quỹ Bảo trợ trẻ em tỉnh', 'QUY BAO TRO TRE EM TINH'],
  ['2021-06-25', '23:59:59', 3_579, 'Lãi nhập gốc', ''],
]

const first = 2_000_000

/** A June as a union's account has it: small and large sums, a fee, interest, two alike, marks and quotes. */
export const june: readonly Movement[] = raw.map(([day, time, signed, text, name], at) => ({
  day,
  time,
  direction: signed > 0 ? 'credit' : 'debit',
  amount: Math.abs(signed),
  text,
  reference: `FT2116${String(1000 + at)}`,
  name,
  account: name === '' ? '' : `00110012345${at}`,
  balance: raw.slice(0, at + 1).reduce((sum, [, , one]) => sum + one, first),
}))

const groups = (amount: number, separator: string): string => String(amount).replace(/\B(?=(\d{3})+$)/g, separator)

/** Amounts as banks write them. */
export const amounts = {
  dots: (amount: number) => groups(amount, '.'),
  commas: (amount: number) => groups(amount, ','),
  dotsAndCents: (amount: number) => `${groups(amount, '.')},00`,
  commasAndCents: (amount: number) => `${groups(amount, ',')}.00`,
  spaces: (amount: number) => groups(amount, ' '),
  hardSpaces: (amount: number) => groups(amount, '\u00a0'),
  plain: (amount: number) => String(amount),
  withCurrency: (amount: number) => `${groups(amount, ',')} VND`,
  withDong: (amount: number) => `${groups(amount, '.')} đ`,
} as const

export const slashed = (day: string): string => day.split('-').reverse().join('/')
export const dashed = (day: string): string => day.split('-').reverse().join('-')
export const shortYear = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(2, 4)}`
export const american = (day: string): string => `${day.slice(5, 7)}/${day.slice(8, 10)}/${day.slice(0, 4)}`
export const swapped = (day: string): string => `${day.slice(0, 4)}-${day.slice(8, 10)}-${day.slice(5, 7)}`

/** What a table has in one of its columns. */
export type TableColumn = readonly [heading: string, value: (movement: Movement, at: number) => SheetCell]

export const day = (heading: string, write: (iso: string) => SheetCell = slashed): TableColumn => [heading, (one) => write(one.day)]
export const debit = (heading: string, write: (amount: number) => SheetCell = amounts.commas, nothing: SheetCell = ''): TableColumn => [
  heading,
  (one) => (one.direction === 'debit' ? write(one.amount) : nothing),
]
export const credit = (heading: string, write: (amount: number) => SheetCell = amounts.commas, nothing: SheetCell = ''): TableColumn => [
  heading,
  (one) => (one.direction === 'credit' ? write(one.amount) : nothing),
]
export const balance = (heading: string, write: (amount: number) => SheetCell = amounts.commas): TableColumn => [heading, (one) => write(one.balance)]
export const text = (heading: string, write: (words: string) => string = (words) => words): TableColumn => [heading, (one) => write(one.text)]
export const reference = (heading: string): TableColumn => [heading, (one) => one.reference]
export const name = (heading: string): TableColumn => [heading, (one) => one.name]
export const serial: TableColumn = ['STT', (_, at) => at + 1]

/** The rows of a table: its head, then a row for each movement. */
export const tableOf = (columns: readonly TableColumn[], movements: readonly Movement[] = june): SheetCell[][] => [
  columns.map(([heading]) => heading),
  ...movements.map((one, at) => columns.map(([, value]) => value(one, at))),
]

export const letterhead = (account = statementAccount): SheetCell[][] => [
  ['NGÂN HÀNG NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN VIỆT NAM'],
  ['SAO KÊ TÀI KHOẢN / ACCOUNT STATEMENT'],
  ['Tên tài khoản:', '', 'CÔNG ĐOÀN SỞ KHOA HỌC VÀ CÔNG NGHỆ'],
  [`Số tài khoản/Account No: ${account}`, '', '', 'Loại tiền: VND'],
  ['Từ ngày 01/06/2021 đến ngày 30/06/2021'],
  [],
]
