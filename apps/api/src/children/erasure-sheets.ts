import { buffer } from 'node:stream/consumers'
import { tableType } from '@chung-tay/contracts/files'
import type { File } from '@chung-tay/db/client'
import { foldText } from '@chung-tay/domain/text'
import { sheetTypes } from '../files/upkeep.ts'
import { entriesOf, unpacked } from '../files/zip.ts'
import type { Context } from '../http/context.ts'
import { maximumRows } from '../imports/sheets.ts'

const largest = 40 * 1024 * 1024

/** A workbook's cells, so that a name in two columns is found, and all its parts as they are: hidden sheets, remarks, rows beyond the limit. */
const workbookWords = async (bytes: Buffer): Promise<string[]> => {
  const { readSpreadsheet } = await import('../files/spreadsheet.ts')
  const rows = readSpreadsheet(bytes, maximumRows + 50).flatMap((sheet) => sheet.rows)
  const parts = [...entriesOf(bytes)].map((entry) =>
    unpacked(entry, largest)
      .toString('utf8')
      .replace(/<[^>]*>/g, ' '),
  )
  return [...rows.map((cells) => cells.join(' ')), ...parts]
}

/** All that a list says, without marks. */
const wordsOf = async ({ files }: Pick<Context, 'files'>, { sha256, mediaType }: Pick<File, 'sha256' | 'mediaType'>): Promise<string> => {
  const bytes = await buffer(files.open(sha256))
  if (mediaType !== tableType) return foldText((await workbookWords(bytes)).join('\n'))
  const { readDelimited } = await import('../files/delimited.ts')
  return foldText(
    readDelimited(bytes, Number.POSITIVE_INFINITY)
      .map((cells) => cells.join(' '))
      .join('\n'),
  )
}

/**
 * Uploaded lists that hang on no record and name one of the children. A list is taken whole, with its other rows: it was read in or
 * given up, and can be uploaded again. One that cannot be read any more goes too, for nobody can say what is in it.
 */
export const sheetsNaming = async (context: Pick<Context, 'db' | 'files'>, family: readonly { name: string }[]) => {
  const names = family.map(({ name }) => foldText(name))
  const sheets = await context.db.file.findMany({
    where: { subjectType: null, mediaType: { in: sheetTypes } },
    select: { id: true, sha256: true, mediaType: true },
  })
  const naming: typeof sheets = []
  for (const sheet of sheets) {
    const words = await wordsOf(context, sheet).catch(() => null)
    if (words === null || names.some((name) => words.includes(name))) naming.push(sheet)
  }
  return naming
}
