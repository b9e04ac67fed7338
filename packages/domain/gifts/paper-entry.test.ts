import fc from 'fast-check'
import { expect, test } from 'vitest'
import { giftCodeOf, showGiftCode } from './code.ts'
import { type PaperEntry, readPaperEntry } from './paper-entry.ts'

const code = giftCodeOf(123_456_789)

test.each<[string, Partial<PaperEntry>]>([
  ['1-3, 17, 20', { numbers: [1, 2, 3, 17, 20] }],
  ['1 – 3; 2\n5.', { numbers: [1, 2, 3, 5] }],
  [`${code}\n${code}\n7`, { codes: [code], numbers: [7] }],
  [`${showGiftCode(code)} 4`, { codes: [code], numbers: [4] }],
  ['5-3, 0, 12a, 99999, 1-', { wrong: ['5-3', '0', '12a', '99999', '1-'] }],
  ['', {}],
])('%j', (text, expected) => expect(readPaperEntry(text)).toEqual({ numbers: [], codes: [], wrong: [], ...expected }))

test('every number that was written is read, however the ranges lie', () => {
  const range = fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 50 }))
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), fc.constantFrom(', ', ' ', ';', '\n', ' , '), (ranges, mark) => {
      const text = ranges.map(([from, more]) => (more === 0 ? String(from) : `${from}-${from + more}`)).join(mark)
      const wanted = new Set(ranges.flatMap(([from, more]) => Array.from({ length: more + 1 }, (_, at) => from + at)))
      const { numbers, wrong } = readPaperEntry(text)
      expect([new Set(numbers), numbers.length, wrong]).toEqual([wanted, wanted.size, []])
    }),
  )
})
