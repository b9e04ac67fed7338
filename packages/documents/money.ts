import { moneyInWords } from '@chung-tay/domain/money'

export { moneyInWords }

const numberFormat = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** `1234567` → `1.234.567`; a comma before decimals. */
export const formatNumber = (value: number): string => numberFormat.format(value)

/** Whole đồng: `1234567` → `1.234.567 đồng`. */
export const formatMoney = (amount: number): string => `${formatNumber(amount)} đồng`

/** `(Bằng chữ: Một triệu đồng)` */
export const inWords = (amount: number): string => `(Bằng chữ: ${moneyInWords(amount)})`
