import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMoney, formatNumber, inWords, moneyInWords } from './money.ts'

test.each([
  [0, '0 đồng'],
  [999, '999 đồng'],
  [1_000, '1.000 đồng'],
  [1_234_567, '1.234.567 đồng'],
  [1_000_000_000_000_000, '1.000.000.000.000.000 đồng'],
])('%i is printed %s', (amount, text) => expect(formatMoney(amount)).toBe(text))

test('decimals take a comma', () => expect(formatNumber(1234.5)).toBe('1.234,5'))

test.each([
  [0, 'Không đồng'],
  [5, 'Năm đồng'],
  [10, 'Mười đồng'],
  [11, 'Mười một đồng'],
  [14, 'Mười bốn đồng'],
  [15, 'Mười lăm đồng'],
  [20, 'Hai mươi đồng'],
  [21, 'Hai mươi mốt đồng'],
  [24, 'Hai mươi tư đồng'],
  [25, 'Hai mươi lăm đồng'],
  [100, 'Một trăm đồng'],
  [101, 'Một trăm linh một đồng'],
  [105, 'Một trăm linh năm đồng'],
  [115, 'Một trăm mười lăm đồng'],
  [1_000, 'Một nghìn đồng'],
  [1_005, 'Một nghìn không trăm linh năm đồng'],
  [10_050, 'Mười nghìn không trăm năm mươi đồng'],
  [1_000_000, 'Một triệu đồng'],
  [1_000_001, 'Một triệu không trăm linh một đồng'],
  [1_234_567, 'Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng'],
  [2_000_005_000, 'Hai tỷ không trăm linh năm nghìn đồng'],
  [1_000_000_000_000, 'Một nghìn tỷ đồng'],
  [1_000_000_000_000_000, 'Một triệu tỷ đồng'],
])('%i is read %s', (amount, words) => expect(moneyInWords(amount)).toBe(words))

test('stands in brackets on paper', () => expect(inWords(1_000_000)).toBe('(Bằng chữ: Một triệu đồng)'))

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1])('%d is refused', (amount) =>
  expect(() => moneyInWords(amount)).toThrow(RangeError),
)

const digits: Record<string, number> = { không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9 }
const scales: Record<string, number> = { nghìn: 1e3, triệu: 1e6 }

/** Reads words back by another way than the library wrote them: what stands before a scale is worth that scale. */
const read = (words: readonly string[]): number => {
  const billion = words.lastIndexOf('tỷ')
  if (billion >= 0) return read(words.slice(0, billion)) * 1e9 + read(words.slice(billion + 1))
  let [sum, group, digit] = [0, 0, 0]
  for (const word of words) {
    const scale = scales[word]
    if (scale !== undefined) [sum, group, digit] = [sum + (group + digit) * scale, 0, 0]
    else if (word === 'trăm') [group, digit] = [group + digit * 100, 0]
    else if (word === 'mươi') [group, digit] = [group + digit * 10, 0]
    else if (word === 'mười') group += 10
    else if (word !== 'linh') digit = digits[word] ?? Number.NaN
  }
  return sum + group + digit
}

describe('any amount', () => {
  const amounts = fc.oneof(
    fc.integer({ min: 0, max: 1_000_000 }),
    fc.maxSafeNat().map((value) => value % 1_000_000_000_001),
  )

  test('is one capitalised sentence of single-spaced words', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(moneyInWords(amount)).toMatch(/^\p{Lu}\p{Ll}*(?: \p{Ll}+)* đồng$/u)
      }),
      { numRuns: 2_000 },
    )
  })

  test('reads back as the same number', () => {
    const words = (amount: number) => moneyInWords(amount).toLocaleLowerCase('vi').split(' ').slice(0, -1)
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(read(words(amount))).toBe(amount)
      }),
      { numRuns: 5_000 },
    )
  })
})
