import { DomainError } from '@chung-tay/domain/errors'
import { filledOf } from '@chung-tay/domain/sheets/cells'
import { searchedRows } from '@chung-tay/domain/sheets/header'
import type { Context, WriteContext } from '../http/context.ts'
import { type Headed, headingsHash, openTable, type Sought } from './sheets.ts'

type Columns<Field> = { sheet: string; rows: string[][]; at: number | null; fields: (Field | null)[] }

const shownRows = searchedRows + 3

const present = <Field extends string>({ sheet, header }: Headed<Field>): Columns<Field> => {
  const rows = sheet.rows.slice(0, shownRows).map((cells, at) => (sheet.heads[at] ?? cells).map((text) => text.trim().slice(0, 60)))
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0)
  return {
    sheet: sheet.name,
    rows: rows.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? '')),
    at: header?.at ?? guessed(rows),
    fields: Array.from({ length: width }, (_, column) => header?.columns.get(column) ?? null),
  }
}

/** A heading row that nothing was recognised in: the first one as wide as the table. */
const guessed = (rows: readonly string[][]): number | null => {
  const widths = rows.slice(0, searchedRows).map((cells) => filledOf(cells).length)
  const widest = Math.max(0, ...widths)
  const at = widths.findIndex((width) => width >= Math.max(2, widest - 1))
  return at === -1 ? null : at
}

export const showColumns = async <Field extends string>(context: Context, fileId: string, sought: Sought<Field>): Promise<Columns<Field>> =>
  present(await openTable(context, fileId, sought))

type Mapping<Field> = { fileId: string; at: number; fields: readonly (Field | null)[] }

/** Remembers what the columns mean, for this table and for every other with the same headings. */
export const setColumns = async <Field extends string>(
  context: WriteContext,
  { fileId, at, fields }: Mapping<Field>,
  sought: Sought<Field>,
): Promise<Columns<Field>> => {
  const { sheet } = await openTable(context, fileId, sought)
  const heads = sheet.heads[at]
  if (!heads) throw new DomainError('IMPORT_UNREADABLE')
  const key = { kind: sought.kind, headings: headingsHash(sought.kind, heads) }
  const kept = fields.map((field) => field ?? '')
  await context.db.importMapping.upsert({ where: { kind_headings: key }, create: { ...key, fields: kept }, update: { fields: kept } })
  await context.audit({ subject: 'File', id: fileId, after: { kind: sought.kind, fields: kept.filter(Boolean) } })
  return showColumns(context, fileId, sought)
}
