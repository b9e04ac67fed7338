/** The series of numbers without gaps: receipts (phiếu thu), vouchers (phiếu chi), goods issued (phiếu xuất kho), counts of the stock (biên bản kiểm kê) and journal entries (bút toán), each by year. */
export type Series = 'receipt' | 'voucher' | 'issue' | 'stockCount' | 'journal'

export const numberPrefixes: Readonly<Record<Series, string>> = { receipt: 'PT', voucher: 'PC', issue: 'PX', stockCount: 'KK', journal: 'BT' }

/** `('receipt', 2021, 12)` → `PT0012/2021` */
export const numberLabel = (series: Series, year: number, number: number): string =>
  `${numberPrefixes[series]}${String(number).padStart(4, '0')}/${year}`

/** The year in which a paper of that day is numbered. */
export const numberingYear = (day: string): number => Number(day.slice(0, 4))
