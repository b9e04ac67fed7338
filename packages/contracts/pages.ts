import { z } from 'zod'
import { searchText } from './codecs.ts'

/** What every list takes: a search text without marks, a page size, and the cursor of the page before. */
export const pageQuery = z.object({
  q: searchText.optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** `sort=name` or `sort=-name`, out of the columns a list offers; the first is the default. */
export const sortOf = <const Column extends string>(...columns: readonly [Column, ...Column[]]) =>
  z.enum(columns.flatMap((column) => [column, `-${column}` as const]) as [Column | `-${Column}`, ...(Column | `-${Column}`)[]])

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.int().min(0), nextCursor: z.string().nullable() })

/** How a list is exported: exactly the rows its filter shows. */
export const exportFormat = z.enum(['csv', 'xlsx'])
export const nothing = z.object({})
