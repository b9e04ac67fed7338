import type { FileRecord } from '@chung-tay/contracts/files'
import { DomainError } from '@chung-tay/domain/errors'
import { cleanText } from '@chung-tay/domain/text'
import { uploadFile } from '../files/service.ts'
import type { WriteContext } from '../http/context.ts'

/** Cells as a spreadsheet puts them on the clipboard: tabs between them, those with a line break or a quote in quotes. */
export const pastedCells = async (text: string): Promise<string[][]> => {
  const { parse } = await import('csv-parse/sync')
  const rows = parse(text, { delimiter: '\t', relax_column_count: true, relax_quotes: true, skip_empty_lines: false }) as string[][]
  return rows.map((cells) => cells.slice(0, 60).map(cleanText))
}

/** @throws DomainError IMPORT_UNREADABLE for text that is no table of at least two columns */
export const pasteTable = async (context: WriteContext, text: string): Promise<FileRecord> => {
  const rows = await pastedCells(text).catch(() => [])
  if (!rows.some((cells) => cells.filter(Boolean).length > 1)) throw new DomainError('IMPORT_UNREADABLE', { problem: 'notTable' })
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const bytes = await writeXlsxFile(
    rows.map((cells) => cells.map((value) => (value === '' ? null : { value, type: String }))),
    { sheet: 'Bảng dán' },
  ).toBuffer()
  return uploadFile(context, { name: 'bang-dan.xlsx', bytes })
}
