import { Readable } from 'node:stream'
import type { Contract } from '@chung-tay/contracts/contract'
import { exportFormat } from '@chung-tay/contracts/pages'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Context } from './context.ts'
import { implementFile } from './implement.ts'

/** A column of an exported list: its Vietnamese heading and the value of a row. Money and counts stay numbers; days are text as people write them. */
export type ExportColumn<Item> = { header: string; width?: number; value: (item: Item) => string | number | null }

type ListInput = { cursor?: string | undefined; limit: number }
type ListContract = Contract & { method: 'GET'; query: z.ZodObject }
type ItemOf<C extends ListContract> = z.output<C['response']> extends { items: (infer Item)[] } ? Item : never
type Page<Item> = { items: Item[]; nextCursor: string | null }

/** Cells that a spreadsheet would run as a formula are made plain text (CWE-1236). */
export const neutralise = (text: string): string => {
  const clean = text.replaceAll('\0', '')
  return /^[=+\-@\t\r]/.test(clean) ? `'${clean}` : clean
}

const csvCell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = neutralise(value)
  return /[",\n\r;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

async function* rowsOf<Item>(list: (page: ListInput) => Promise<Page<Item>>): AsyncGenerator<Item[]> {
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await list({ cursor, limit: 200 })
    yield items
    cursor = nextCursor ?? undefined
  } while (cursor !== undefined)
}

// Excel takes a file for UTF-8 only when it starts with a byte order mark.
const csvHead = <Item>(columns: readonly ExportColumn<Item>[]) => `\uFEFF${columns.map((column) => csvCell(column.header)).join(',')}\r\n`
const csvRows = <Item>(columns: readonly ExportColumn<Item>[], items: readonly Item[]) =>
  items.map((item) => `${columns.map((column) => csvCell(column.value(item))).join(',')}\r\n`).join('')

/** A whole table as CSV. */
export const csvText = <Item>(columns: readonly ExportColumn<Item>[], items: readonly Item[]): string => csvHead(columns) + csvRows(columns, items)

async function* csv<Item>(columns: readonly ExportColumn<Item>[], pages: AsyncIterable<Item[]> | Iterable<Item[]>) {
  yield csvHead(columns)
  for await (const items of pages) yield csvRows(columns, items)
}

const xlsx = async <Item>(columns: readonly ExportColumn<Item>[], pages: AsyncIterable<Item[]> | Iterable<Item[]>): Promise<Buffer> => {
  const head = columns.map((column) => ({ value: column.header, fontWeight: 'bold' as const }))
  const rows = []
  for await (const items of pages) {
    rows.push(...items.map((item) => columns.map(({ value }) => cellOf(value(item)))))
  }
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  return writeXlsxFile([head, ...rows], { columns: columns.map(({ width }) => ({ width: width ?? 20 })), stickyRowsCount: 1 }).toBuffer()
}

const cellOf = (value: string | number | null) =>
  value === null ? null : typeof value === 'number' ? { value, type: Number, format: '#,##0' } : { value: neutralise(value), type: String }

const mediaTypes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

/** A table as a file to save, in either format. */
export const sendTable = async <Item>(
  reply: FastifyReply,
  format: 'csv' | 'xlsx',
  { name, columns, pages }: { name: string; columns: readonly ExportColumn<Item>[]; pages: AsyncIterable<Item[]> | Iterable<Item[]> },
) => {
  reply.type(mediaTypes[format]).header('content-disposition', `attachment; filename="${name}.${format}"`)
  return reply.send(format === 'csv' ? Readable.from(csv(columns, pages)) : await xlsx(columns, pages))
}

/** Beside a list its export: `<path>/export?format=csv|xlsx` with the list's own query gives exactly the rows the filter shows. */
export const implementExport = <const C extends ListContract>(
  app: FastifyInstance,
  contract: C,
  {
    name,
    columns,
    list,
  }: {
    /** The file's name without its ending, plain ASCII. */
    name: string
    columns: readonly ExportColumn<ItemOf<C>>[]
    list: (context: Context, params: z.output<NonNullable<C['params']>>, query: z.output<C['query']>) => Promise<Page<ItemOf<C>>>
  },
) => {
  const exported = {
    ...contract,
    operationId: `${contract.operationId}Export`,
    path: `${contract.path}/export` as const,
    query: contract.query.omit({ cursor: true, limit: true }).extend({ format: exportFormat }),
    response: z.any(),
    file: [mediaTypes.csv, mediaTypes.xlsx],
  } satisfies Contract
  implementFile(app, exported, async ({ context, ...request }, reply) => {
    const { params, query } = request as unknown as {
      params: z.output<NonNullable<C['params']>>
      query: { format: 'csv' | 'xlsx' } & z.output<C['query']>
    }
    const pages = rowsOf((page) => list(context, params, { ...query, ...page }))
    return sendTable(reply, query.format, { name, columns, pages })
  })
}
