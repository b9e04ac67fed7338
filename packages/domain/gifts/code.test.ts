import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { giftCodeOf, looksLikeGiftCode, readGiftCode, showGiftCode } from './code.ts'

const code = fc.integer({ min: 0, max: 899_999_999 }).map(giftCodeOf)

describe('the code of an entitlement', () => {
  test('is ten digits, and is read as it was scanned, typed or read out', () => {
    fc.assert(
      fc.property(code, (one) => {
        expect(one).toMatch(/^[1-9]\d{9}$/)
        for (const text of [one, showGiftCode(one), ` ${one}\r\n`, one.replace(/^(.....)/, '$1-'), `${one.slice(0, 4)}.${one.slice(4)}`]) {
          expect(readGiftCode(text)).toBe(one)
        }
      }),
    )
    expect(showGiftCode('4821093756')).toBe('482 109 3756')
  })

  test('one wrong digit, two neighbours in the wrong order, or a digit too many or too few is none', () => {
    fc.assert(
      fc.property(code, fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (one, at, wrong) => {
        fc.pre(one[at] !== String(wrong))
        expect(readGiftCode(one.slice(0, at) + wrong + one.slice(at + 1))).toBeNull()
        expect([readGiftCode(one.slice(1)), readGiftCode(one + wrong)]).toEqual([null, null])
      }),
      { numRuns: 2_000 },
    )
    fc.assert(
      fc.property(code, fc.integer({ min: 0, max: 8 }), (one, at) => {
        fc.pre(one[at] !== one[at + 1])
        expect(readGiftCode(one.slice(0, at) + one[at + 1] + one[at] + one.slice(at + 2))).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })

  test('a name is never taken for one', () => {
    for (const text of ['', 'Nguyễn Văn 1', '-', 'https://chung-tay.vn/1234567890', '1e9']) expect(looksLikeGiftCode(text)).toBe(false)
  })
})
