import { relationRules } from '@chung-tay/domain/children/import-family'
import { importFields } from '@chung-tay/domain/children/import-heading'
import type { ChildNote, ChildProblem } from '@chung-tay/domain/children/import-plan'
import { parentSlots } from '@chung-tay/domain/children/import-row'
import { z } from 'zod'
import { relation, sex } from './children.ts'
import { day, id } from './codecs.ts'
import { defineContract } from './contract.ts'
import { importColumns, importFile, importMapping, ofFile } from './imports.ts'
import { exportFormat } from './pages.ts'

const reasons = [
  'nameMissing',
  'nameInvalid',
  'birthMissing',
  'birthYearOnly',
  'birthMonthOnly',
  'birthAgeOnly',
  'birthInvalid',
  'birthAmbiguous',
  'birthInFuture',
  'birthTooOld',
  'sexMissing',
  'sexUnclear',
  'tooLong',
  'relationUnknown',
  'relationMissing',
  'parentMissing',
  'parentUnknown',
  'parentAmbiguous',
  'parentElsewhere',
  'parentInactive',
  'parentTwice',
  'noEmployee',
  'codeUnknown',
  'codeOfAnother',
  'tooManyGuardians',
  'looksLike',
  'looksLikeRow',
  'waitsForRow',
] as const satisfies readonly ChildProblem['reason'][]

const notes = [
  'unitFromHeading',
  'parentFromAbove',
  'birthSwapped',
  'childInactive',
  'childMerged',
  'notEmployee',
  'unitUnknown',
  'relationByName',
  'joinsRow',
  'differsFromRow',
] as const satisfies readonly ChildNote['note'][]

export const parentSlot = z.enum(parentSlots)

/** An employee or a child among whom a person chooses; `detail` tells namesakes apart. */
const candidate = z.object({ id, name: z.string(), detail: z.string() })

const problem = z.object({
  reason: z.enum(reasons),
  value: z.string().optional(),
  row: z.int().optional(),
  slot: parentSlot.optional(),
  candidates: z.array(candidate),
})

/** `row` is the number the spreadsheet shows at its edge; `joined` is the same child as an earlier row. */
export const childImportRow = z.object({
  row: z.int(),
  name: z.string(),
  birthDate: day.nullable(),
  sex: sex.nullable(),
  guardians: z.array(z.object({ name: z.string(), unitName: z.string(), relation })),
  outcome: z.enum(['create', 'update', 'unchanged', 'joined', 'refused']),
  problems: z.array(problem),
  notes: z.array(z.object({ note: z.enum(notes), value: z.string().optional(), row: z.int().optional() })),
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** Whether a person has answered something about this row. */
  answered: z.boolean(),
})
export type ChildImportRow = z.output<typeof childImportRow>

const counts = z.object({ create: z.int(), update: z.int(), unchanged: z.int(), joined: z.int(), refused: z.int() })

const parentAnswer = z.union([z.literal('outside'), id]).nullish()
/** What a person adds to a row: an employee's id for a parent, or `outside` for somebody who is none of ours; a known child's id, or `new`. */
const answer = z.object({
  birthDate: day.nullish(),
  sex: sex.nullish(),
  relation: relation.nullish(),
  parent: parentAnswer,
  father: parentAnswer,
  mother: parentAnswer,
  child: z.union([z.literal('new'), id]).nullish(),
})
export type ChildImportAnswer = z.output<typeof answer>

export const relationRule = z.enum(relationRules)

const field = z.enum(importFields)
const at = '/children/import'

export const childrenImport = {
  template: defineContract({
    operationId: 'downloadChildTemplate',
    method: 'GET',
    path: `${at}/template`,
    summary: 'An empty spreadsheet with the columns of the import and how they are filled in',
    permission: 'import Child',
    response: z.any(),
    file: importFile,
  }),
  columns: defineContract({
    operationId: 'getChildImportColumns',
    method: 'GET',
    path: `${at}/columns`,
    summary: 'The first rows of an uploaded spreadsheet and what its columns are taken for',
    permission: 'import Child',
    query: ofFile,
    response: importColumns(field),
    errors: ['UNSUPPORTED_MEDIA_TYPE', 'IMPORT_UNREADABLE'],
  }),
  mapping: defineContract({
    operationId: 'setChildImportColumns',
    method: 'POST',
    path: `${at}/columns`,
    summary: 'Say what the columns of a spreadsheet mean; remembered for every table with the same headings',
    permission: 'import Child',
    body: importMapping(field),
    response: importColumns(field),
    status: 200,
    errors: ['UNSUPPORTED_MEDIA_TYPE', 'IMPORT_UNREADABLE'],
  }),
  check: defineContract({
    operationId: 'checkChildImport',
    method: 'GET',
    path: at,
    summary: 'What the import of an uploaded spreadsheet would do, row by row; changes nothing',
    permission: 'import Child',
    query: ofFile,
    response: z.object({
      fileName: z.string(),
      sheet: z.string(),
      counts,
      rule: relationRule,
      /** Headings of columns that hold something and are not read. */
      unread: z.array(z.string()),
      rows: z.array(childImportRow),
    }),
    errors: ['IMPORT_UNREADABLE', 'UNSUPPORTED_MEDIA_TYPE'],
  }),
  answer: defineContract({
    operationId: 'answerChildImport',
    method: 'POST',
    path: `${at}/answers`,
    summary: 'Add to rows of the spreadsheet what they lack, or choose whom they mean; kept for the same file sent again',
    permission: 'import Child',
    body: ofFile.extend({ rows: z.array(z.object({ row: z.int().min(1).max(100_000), answer })).max(5_000), rule: relationRule.optional() }),
    response: z.object({ answered: z.int() }),
    status: 200,
  }),
  run: defineContract({
    operationId: 'importChildren',
    method: 'POST',
    path: at,
    summary: 'Import every row that is right, all or none; known children are changed, so that sending again makes no doubles',
    permission: 'import Child',
    body: ofFile,
    response: z.object({ counts }),
    status: 200,
    errors: ['IMPORT_UNREADABLE', 'UNSUPPORTED_MEDIA_TYPE'],
  }),
  refused: defineContract({
    operationId: 'downloadRefusedChildren',
    method: 'GET',
    path: `${at}/refused`,
    summary: 'The refused rows as they were sent, with the reason beside each',
    permission: 'import Child',
    query: ofFile.extend({ format: exportFormat }),
    response: z.any(),
    file: ['text/csv', ...importFile],
    errors: ['IMPORT_UNREADABLE', 'UNSUPPORTED_MEDIA_TYPE'],
  }),
}
