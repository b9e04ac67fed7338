import { doReadNumber, ReadingConfig } from 'read-vietnamese-number'

const numberFormat = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** `1234567` → `1.234.567`; a comma before decimals. */
export const formatNumber = (value: number): string => numberFormat.format(value)

/** Whole đồng: `1234567` → `1.234.567 đồng`. */
export const formatMoney = (amount: number): string => `${formatNumber(amount)} đồng`

const reading = new ReadingConfig()
reading.unit = ['đồng']
reading.oddText = 'linh'
reading.units = [[], ['nghìn'], ['triệu'], ['tỷ']]

const capitalize = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/**
 * Whole đồng in words: `1005` → `Một nghìn không trăm linh năm đồng`. Throws a RangeError for what no voucher can carry:
 * fractions, negative amounts, and numbers beyond the safe integers.
 */
export const moneyInWords = (amount: number): string => {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`Not an amount of whole đồng: ${amount}`)
  return capitalize(doReadNumber(BigInt(amount), reading))
}

/** `(Bằng chữ: Một triệu đồng)` */
export const inWords = (amount: number): string => `(Bằng chữ: ${moneyInWords(amount)})`
