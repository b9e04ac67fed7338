import { z } from 'zod'
import { id } from './codecs.ts'
import { defineContract } from './contract.ts'
import { file } from './files.ts'

export const ofFile = z.object({ fileId: id })

export const importFile = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const

/** The first rows of the table, cut to what a person needs to tell the columns; `at` is the heading row's index among them. */
export const importColumns = <Field extends z.ZodType>(field: Field) =>
  z.object({
    sheet: z.string(),
    rows: z.array(z.array(z.string())),
    at: z.int().nullable(),
    fields: z.array(field.nullable()),
  })

/** What each column means, from the left; null for one that is not read. */
export const importMapping = <Field extends z.ZodType>(field: Field) =>
  ofFile.extend({ at: z.int().min(0).max(9), fields: z.array(field.nullable()).min(1).max(60) })

/** As much as a sheet of some thousand rows holds. */
export const maxPasted = 1_500_000

export const imports = {
  paste: defineContract({
    operationId: 'pasteTable',
    method: 'POST',
    path: '/imports/pasted',
    summary: 'Keep cells copied from a spreadsheet (tab-separated text) as an .xlsx file of one’s own, to be imported like any other',
    permission: 'create File',
    body: z.object({ text: z.string().min(1).max(maxPasted) }),
    response: file,
    errors: ['IMPORT_UNREADABLE'],
  }),
}
