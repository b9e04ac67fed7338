import { cleanText } from '@chung-tay/domain/text'
import { z } from 'zod'

const words = z.string().overwrite((text) => text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, ' '))
const run = z.object({ text: words.min(1).max(5000), bold: z.boolean().optional(), italic: z.boolean().optional() })
const item = z.array(run).max(200)
const cell = words.max(1000).overwrite(cleanText)

/** What the official layout has, and nothing more: the forms of `Block` in packages/documents/model.ts that a person writes. */
export const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('heading'), level: z.literal(3), text: words.max(500).overwrite(cleanText) }),
  z.object({ type: z.literal('paragraph'), runs: item }),
  z.object({ type: z.literal('dashes'), items: z.array(item).min(1).max(200) }),
  z.object({ type: z.literal('numbers'), items: z.array(item).min(1).max(200) }),
  z.object({
    type: z.literal('table'),
    /** The first row is the head; every row has as many cells. */
    rows: z
      .array(z.array(cell).min(1).max(8))
      .min(1)
      .max(100)
      .refine((rows) => rows.every((row) => row.length === rows[0]?.length), { params: { code: 'rows_differ' } }),
  }),
])
export const blocks = z.array(block).max(300)
export type WrittenBlock = z.output<typeof block>
