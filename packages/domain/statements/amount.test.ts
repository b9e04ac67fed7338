import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyOf, parseAmount } from './amount.ts'

const groups = (amount: number, separator: string) => String(amount).replace(/\B(?=(\d{3})+$)/g, separator)

const ways: Readonly<Record<string, (amount: number) => string>> = {
  plain: String,
  dots: (amount) => groups(amount, '.'),
  commas: (amount) => groups(amount, ','),
  'dots and cents': (amount) => `${groups(amount, '.')},00`,
  'commas and cents': (amount) => `${groups(amount, ',')}.00`,
  'one nought': (amount) => `${groups(amount, ',')}.0`,
  spaces: (amount) => groups(amount, ' '),
  'hard spaces': (amount) => groups(amount, '\u00a0'),
  currency: (amount) => `${groups(amount, '.')} VND`,
  đồng: (amount) => `${groups(amount, '.')}đ`.normalize('NFD'),
  'currency in front': (amount) => `VND ${groups(amount, ',')}`,
  plus: (amount) => `+${groups(amount, ',')}`,
  side: (amount) => `${groups(amount, ',')} CR`,
}

const amount = fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 10 ** 12 }))

describe('an amount', () => {
  test.each(Object.entries(ways))('comes back however it is written: %s', (_, write) => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseAmount(write(value))).toBe(value)
      }),
    )
  })

  test.each(Object.entries(ways).filter(([name]) => !['plus', 'side', 'currency in front'].includes(name)))(
    'keeps its minus and its brackets: %s',
    (_, write) => {
      fc.assert(
        fc.property(amount, (value) => {
          const lost = value === 0 ? 0 : -value
          for (const text of [`-${write(value)}`, `(${write(value)})`, `− ${write(value)}`, `${write(value)}-`])
            expect([text, parseAmount(text)]).toEqual([text, lost])
        }),
      )
    },
  )

  test.each(['', 'abc', '12,34,567', '1.23', '1.234,5', '1,25O,000', '1.2.3', '1,234.567,00', '05/06/2021', '1.234.56', '--', '9'.repeat(20)])(
    '%j is none',
    (text) => {
      expect(parseAmount(text)).toBeNull()
    },
  )

  test('a number of the spreadsheet is taken as it is, unless it has a fraction', () => {
    expect(moneyOf({ text: '1,2E+11', number: 120_000_000_001 })).toEqual({ kind: 'amount', amount: 120_000_000_001 })
    expect(moneyOf({ text: '12.5', number: 12.5 })).toMatchObject({ kind: 'unreadable' })
    expect(['', ' ', '-', '0', '0.00', '0,00', '0 VND'].map((text) => moneyOf({ text }).kind)).toEqual(Array(7).fill('none'))
  })
})
