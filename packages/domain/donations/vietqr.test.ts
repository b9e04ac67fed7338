import fc from 'fast-check'
import { QRPay } from 'vietnam-qr-pay'
import { describe, expect, test } from 'vitest'
import { bankBins, banks } from './banks.ts'
import { crc16, purposeOf, type Transfer, vietQr } from './vietqr.ts'

const fieldsOf = (text: string): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (let at = 0; at < text.length; ) {
    const length = Number(text.slice(at + 2, at + 4))
    fields[text.slice(at, at + 2)] = text.slice(at + 4, at + 4 + length)
    at += 4 + length
  }
  return fields
}

const transfer: fc.Arbitrary<Transfer> = fc.record({
  bin: fc.constantFrom(...bankBins),
  account: fc.stringMatching(/^[A-Za-z0-9]{6,19}$/),
  amount: fc.option(fc.integer({ min: 1, max: 1_000_000_000_000 })),
  purpose: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.constantFrom('Ủng hộ Quỹ Bảo trợ trẻ em – Đặng Thị Hồng', '')),
})

describe('VietQR', () => {
  test('is the published example, to the letter', () => {
    expect(vietQr({ bin: '970416', account: '257678859', amount: 1000, purpose: 'Chuyen tien' })).toBe(
      '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8',
    )
  })

  test('the checksum is that of the standard', () => expect(crc16('123456789')).toBe('29B1'))

  test.each([
    ['Ủng hộ Quỹ Bảo trợ trẻ em', 'Ung ho Quy Bao tro tre em'],
    ['ĐẶNG THỊ HỒNG – 500.000đ', 'DANG THI HONG 500 000d'],
    ['  ♥ ', ''],
  ])('%j stands on a statement as %j', (text, folded) => expect(purposeOf(text)).toBe(folded))

  test('whoever reads it back finds what was meant', () => {
    fc.assert(
      fc.property(transfer, (meant) => {
        const text = vietQr(meant)
        expect(text).toMatch(/^[\x20-\x7e]+$/)
        const { '38': napas = '', '54': amount, '62': more = '', '63': crc, '01': kind } = fieldsOf(text)
        const receiver = fieldsOf(fieldsOf(napas)['01'] ?? '')
        expect(receiver).toEqual({ '00': meant.bin, '01': meant.account })
        expect([kind, amount]).toEqual(meant.amount === null ? ['11', undefined] : ['12', String(meant.amount)])
        expect(fieldsOf(more)['08'] ?? '').toBe(purposeOf(meant.purpose))
        expect(crc).toBe(crc16(text.slice(0, -4)))
      }),
    )
  })

  test('another encoder says the same, to the letter', () => {
    fc.assert(
      fc.property(transfer, ({ bin, account, amount, purpose }) => {
        const folded = purposeOf(purpose)
        const theirs = QRPay.initVietQR({
          bankBin: bin,
          bankNumber: account,
          ...(amount !== null && { amount: String(amount) }),
          ...(folded !== '' && { purpose: folded }),
        })
        expect(vietQr({ bin, account, amount, purpose })).toBe(theirs.build())
      }),
    )
  })

  test('one wrong character never passes its checksum', () => {
    fc.assert(
      fc.property(transfer, fc.nat(), fc.constantFrom(...'0123456789ABZ '), (meant, where, letter) => {
        const text = vietQr(meant)
        const at = where % (text.length - 4)
        fc.pre(text[at] !== letter)
        const wrong = text.slice(0, at) + letter + text.slice(at + 1)
        expect(crc16(wrong.slice(0, -4))).not.toBe(wrong.slice(-4))
      }),
    )
  })

  test('each bank is named once', () => expect(new Set(Object.values(banks)).size).toBe(bankBins.length))
})
