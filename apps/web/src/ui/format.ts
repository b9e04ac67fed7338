import { zone } from '@chung-tay/domain/dates'

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 })
const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** `1234567` → `1.234.567`, in both languages: the papers show it so. */
export const formatCount = (count: number): string => number.format(count)
/** What came or went: `+2`, `−3`. */
export const formatChange = (count: number): string => `${count > 0 ? '+' : '−'}${number.format(Math.abs(count))}`
/** `1234567` → `1.234.567 đ`. */
export const formatMoney = (dong: number): string => `${number.format(dong)}\u00A0đ`
/** `05/06/2021 14:30`, Vietnamese time. */
export const formatMoment = (instant: Date): string => moment.format(instant).replace(',', '')
/** `2.4 MB` as `2,4 MB`. */
export const formatSize = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
