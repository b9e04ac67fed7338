import { block, type WrittenBlock } from '@chung-tay/contracts/blocks'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromEditor, toEditor } from './convert.ts'

const words = fc.stringMatching(/^[a-zàáảđêô]{1,8}( [a-zàáảđêô]{1,8}){0,3}$/)
const runs = fc.array(fc.record({ text: words, bold: fc.constant(true), italic: fc.constant(true) }, { requiredKeys: ['text'] }), {
  minLength: 1,
  maxLength: 3,
})
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(fc.oneof(words, fc.constant('')), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }))
const written: fc.Arbitrary<WrittenBlock> = fc.oneof(
  words.map((text) => ({ type: 'heading' as const, level: 3 as const, text })),
  runs.map((one) => ({ type: 'paragraph' as const, runs: one })),
  fc.record({ type: fc.constantFrom('dashes' as const, 'numbers' as const), items: fc.array(runs, { minLength: 1, maxLength: 4 }) }),
  table.map((rows) => ({ type: 'table' as const, rows })),
)

test('what was written comes back from the editor as it was', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 6 }), (blocks) => {
      expect(fromEditor(toEditor(blocks))).toEqual(blocks)
      for (const one of blocks) expect(block.safeParse(one).success).toBe(true)
    }),
  )
})

test('what the paper does not have is reduced to what it has', () => {
  const nested = {
    type: 'doc',
    content: [
      { type: 'paragraph' },
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              { type: 'paragraph', content: [{ type: 'text', text: 'Một' }] },
              {
                type: 'orderedList',
                content: [
                  { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hai', marks: [{ type: 'link' }] }] }] },
                ],
              },
            ],
          },
        ],
      },
      {
        type: 'blockquote',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a' }, { type: 'hardBreak' }, { type: 'text', text: 'b' }] }],
      },
    ],
  }
  expect(fromEditor(nested)).toEqual([
    { type: 'dashes', items: [[{ text: 'Một' }], [{ text: 'Hai' }]] },
    { type: 'paragraph', runs: [{ text: 'a' }, { text: ' ' }, { text: 'b' }] },
  ])
})

test('a table pasted out of a spreadsheet is cut to what the paper holds', () => {
  const cell = { type: 'tableCell', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(2000) }] }] }
  const row = { type: 'tableRow', content: Array.from({ length: 12 }, () => cell) }
  const [table] = fromEditor({ type: 'doc', content: [{ type: 'table', content: Array.from({ length: 150 }, () => row) }] })
  expect(block.safeParse(table).success).toBe(true)
})
