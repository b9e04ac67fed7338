import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { referenceOf, references, referencesIn } from './reference.ts'

const reference = fc
  .integer({ min: 0, max: references - 1 })
  .map(referenceOf)
  .filter((text) => text !== null)
const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')

describe('the reference of a pledge', () => {
  test('is short, stands alone, and is found in itself', () => {
    fc.assert(
      fc.property(reference, (text) => {
        expect(text).toMatch(/^CT[0-9A-Z]{7}$/)
        expect(referencesIn(text)).toEqual([text])
      }),
    )
  })

  test.each([
    (text: string) => `MBVCB.6123456.${text}.CT tu 0011001234567 toi 25002`,
    (text: string) => `IBFT ${text.slice(0, 5)} ${text.slice(5)} Dang Thi Hong chuyen tien`,
    (text: string) => `ủng hộ quỹ ${text.toLowerCase()}-110621`,
    (text: string) => `CTCT${text}`,
  ])('is found however the bank wrote it: %#', (decorated) => {
    fc.assert(
      fc.property(reference, (text) => {
        expect(referencesIn(decorated(text))).toContain(text)
      }),
    )
  })

  test('one wrong character, or two neighbours in the wrong order, is none', () => {
    fc.assert(
      fc.property(reference, fc.integer({ min: 2, max: 8 }), character, (text, at, wrong) => {
        fc.pre(text[at] !== wrong)
        expect(referencesIn(text.slice(0, at) + wrong + text.slice(at + 1))).not.toContain(text.slice(0, at) + wrong + text.slice(at + 1))
      }),
      { numRuns: 2_000 },
    )
    fc.assert(
      fc.property(reference, fc.integer({ min: 2, max: 7 }), (text, at) => {
        fc.pre(text[at] !== text[at + 1])
        const swapped = text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2)
        expect(referencesIn(swapped)).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  test('what a bank cut is none, and no word of a usual line is one', () => {
    fc.assert(
      fc.property(reference, fc.integer({ min: 1, max: 8 }), (text, kept) => {
        expect(referencesIn(text.slice(0, kept))).toEqual([])
      }),
    )
    const lines = ['NGUYEN VAN A chuyen tien ung ho', 'CT DEN:116T2161 LE THI B', 'CTY TNHH SONG THUONG UNG HO QUY BTTE', '']
    for (const line of lines) expect(referencesIn(line)).toEqual([])
  })
})
