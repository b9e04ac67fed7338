import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { File, ImportKind } from '@chung-tay/db/client'
import { DomainError } from '@chung-tay/domain/errors'
import { type Header, headingKey } from '@chung-tay/domain/sheets/header'
import { getFile } from '../files/service.ts'
import type { Sheet } from '../files/spreadsheet.ts'
import type { Context } from '../http/context.ts'

/** A ministry has fewer people; a larger sheet is some other list. */
export const maximumRows = 5_000

/** What an import looks for: its columns' names, how a header is told, and what a list cannot do without. */
export type Sought<Field extends string> = {
  kind: ImportKind
  fields: readonly Field[]
  find: (rows: readonly (readonly string[])[]) => Header<Field> | null
  missing: (header: Header<Field>) => readonly string[]
}

export type Headed<Field extends string> = { sheet: Sheet; header: Header<Field> | null }
export type Table<Field extends string> = { file: File; sheet: Sheet; header: Header<Field> }

/** The same headings in the same order are the same table, whatever their marks and capitals. */
export const headingsHash = (kind: ImportKind, cells: readonly string[]): string =>
  createHash('sha256')
    .update(`${kind}\n${cells.map(headingKey).join('\n').trimEnd()}`)
    .digest('hex')

const columnsOf = <Field extends string>(fields: readonly string[], known: readonly Field[]): Map<number, Field> =>
  new Map(
    fields.flatMap((text, column) => {
      const field = known.find((one) => one === text)
      return field === undefined ? [] : [[column, field] as const]
    }),
  )

/** What a person has said of a table with these headings goes before what is recognised. */
const remembered = async <Field extends string>(context: Context, sheets: readonly Sheet[], { kind, fields }: Sought<Field>) => {
  const heads = sheets.flatMap((sheet) => sheet.heads.map((cells, at) => ({ sheet, at, hash: headingsHash(kind, cells) })))
  const kept = await context.db.importMapping.findMany({ where: { kind, headings: { in: heads.map(({ hash }) => hash) } } })
  const found = heads.find(({ hash }) => kept.some(({ headings }) => headings === hash))
  const mapping = kept.find(({ headings }) => headings === found?.hash)
  return found && mapping ? { sheet: found.sheet, header: { at: found.at, columns: columnsOf(mapping.fields, fields) } } : undefined
}

/** The sheet whose head names the most of what is looked for; the fullest one when none does. */
const recognised = <Field extends string>(sheets: readonly Sheet[], { find }: Sought<Field>): Headed<Field> | undefined => {
  const headed = sheets.map((sheet) => ({ sheet, header: find(sheet.heads) }))
  const columns = ({ header }: Headed<Field>) => header?.columns.size ?? 0
  return headed.toSorted((left, right) => columns(right) - columns(left) || right.sheet.rows.length - left.sheet.rows.length)[0]
}

/**
 * The table of an uploaded spreadsheet, with its header as far as it is known.
 * @throws DomainError NOT_FOUND for somebody else's file, UNSUPPORTED_MEDIA_TYPE for what is no spreadsheet, IMPORT_UNREADABLE without any row
 */
export const openTable = async <Field extends string>(
  context: Context,
  fileId: string,
  sought: Sought<Field>,
): Promise<{ file: File } & Headed<Field>> => {
  const file = await getFile(context, fileId)
  const bytes = await buffer(context.files.open(file.sha256))
  const { readSpreadsheet } = await import('../files/spreadsheet.ts')
  const sheets = readSpreadsheet(bytes, maximumRows + 50)
  const found = (await remembered(context, sheets, sought)) ?? recognised(sheets, sought)
  if (!found) throw new DomainError('IMPORT_UNREADABLE')
  return { file, ...found }
}

/** @throws DomainError IMPORT_UNREADABLE with `missing` columns, or when there is no header at all */
export const readHeaded = async <Field extends string>(context: Context, fileId: string, sought: Sought<Field>): Promise<Table<Field>> => {
  const { file, sheet, header } = await openTable(context, fileId, sought)
  if (!header) throw new DomainError('IMPORT_UNREADABLE')
  const missing = sought.missing(header)
  if (missing.length > 0) throw new DomainError('IMPORT_UNREADABLE', { missing })
  return { file, sheet, header }
}

/** @throws DomainError IMPORT_UNREADABLE with `maximum` */
export const checkSize = (rows: readonly unknown[]): void => {
  if (rows.length > maximumRows) throw new DomainError('IMPORT_UNREADABLE', { maximum: maximumRows })
}

/** Rows as they were sent, each as wide as the widest; days as people write them. */
export const cellsAt = ({ rows }: Sheet): ((at: number) => string[]) => {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 1)
  const shown = (text: string) => text.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1')
  return (at) => Array.from({ length: width }, (_, column) => shown(rows[at]?.[column] ?? ''))
}
