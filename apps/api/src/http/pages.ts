type PageInput = { cursor?: string | undefined; limit: number }
type Page<Item> = { items: Item[]; total: number; nextCursor: string | null }

/**
 * One page of a list by keyset: the cursor is the last row's id, and the order ends in it.
 * Spread `window` into Prisma's `findMany`; one row more than asked tells whether there is a next page.
 */
export const page = async <Row extends { id: string }, Item>(
  { cursor, limit }: PageInput,
  find: (window: { take: number; cursor?: { id: string }; skip?: number }) => Promise<Row[]>,
  count: () => Promise<number>,
  present: (row: Row) => Item,
): Promise<Page<Item>> => {
  const [rows, total] = await Promise.all([find({ take: limit + 1, ...(cursor !== undefined && { cursor: { id: cursor }, skip: 1 }) }), count()])
  const shown = rows.slice(0, limit)
  return { items: shown.map(present), total, nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

/** `'-name'` → `{ name: 'desc' }`. */
export const orderOf = <Column extends string>(sort: Column | `-${Column}`): { column: Column; direction: 'asc' | 'desc' } =>
  sort.startsWith('-') ? { column: sort.slice(1) as Column, direction: 'desc' } : { column: sort as Column, direction: 'asc' }
