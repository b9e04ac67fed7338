import { withoutMarks } from '../text.ts'

/** `amount` in whole đồng; null leaves it to the giver. `purpose` is folded to what banks keep. */
export type Transfer = { bin: string; account: string; amount: number | null; purpose: string }

/** CRC-16/CCITT-FALSE (0x1021, start 0xFFFF) as four capital hex digits. */
export const crc16 = (text: string): string => {
  let crc = 0xffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = ((crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff) >>> 0
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

/** What stands on a bank statement whatever bank it passes: ASCII letters, digits and spaces, at most 50 of them; the case stays. */
export const purposeOf = (text: string): string =>
  withoutMarks(text)
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .slice(0, 50)
    .trim()

const field = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`

/** The text of a VietQR code for a transfer to an account (EMVCo merchant-presented mode, NAPAS service QRIBFTTA). */
export const vietQr = ({ bin, account, amount, purpose }: Transfer): string => {
  const receiver = field('00', bin) + field('01', account)
  const napas = field('00', 'A000000727') + field('01', receiver) + field('02', 'QRIBFTTA')
  const folded = purposeOf(purpose)
  const body = [
    field('00', '01'),
    field('01', amount === null ? '11' : '12'),
    field('38', napas),
    field('53', '704'),
    ...(amount === null ? [] : [field('54', String(amount))]),
    field('58', 'VN'),
    ...(folded === '' ? [] : [field('62', field('08', folded))]),
    '6304',
  ].join('')
  return body + crc16(body)
}
