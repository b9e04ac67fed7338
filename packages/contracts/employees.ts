import { cleanPhone, emailPattern, employeeCode, employeeKinds, phonePattern } from '@chung-tay/domain/agency/employee'
import { importFields } from '@chung-tay/domain/agency/import-header'
import type { ImportReason } from '@chung-tay/domain/agency/import-row'
import { z } from 'zod'
import { day, id, line, paragraph, queryFlag } from './codecs.ts'
import { defineContract } from './contract.ts'
import { importColumns, importFile, importMapping, ofFile } from './imports.ts'
import { exportFormat, pageOf, pageQuery, sortOf } from './pages.ts'

export const employeeKind = z.enum(employeeKinds)

export const employee = z.object({
  id,
  code: z.string(),
  name: z.string(),
  unitId: id,
  unitName: z.string(),
  position: z.string(),
  kind: employeeKind,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** First and last day at the agency, where they are known. */
  employedFrom: day.nullable(),
  employedUntil: day.nullable(),
  active: z.boolean(),
  /** Names of the units this person heads. */
  heads: z.array(z.string()),
  username: z.string().nullable(),
  version: z.int(),
})
export type EmployeeRecord = z.output<typeof employee>

const newEmployee = z.object({
  code: z.string().overwrite(employeeCode).min(1).max(30),
  name: line(),
  unitId: id,
  position: paragraph(200),
  kind: employeeKind,
  email: z.email({ pattern: emailPattern }).max(200).nullable(),
  phone: z.string().overwrite(cleanPhone).regex(phonePattern).nullable(),
  employedFrom: day.nullable().default(null),
  employedUntil: day.nullable().default(null),
})

const importReasons = [
  'codeMissing',
  'codeInvalid',
  'nameMissing',
  'nameInvalid',
  'unitMissing',
  'unitUnknown',
  'unitClosed',
  'kindMissing',
  'kindUnknown',
  'emailInvalid',
  'phoneInvalid',
  'tooLong',
  'duplicate',
  'inactive',
  'stillHead',
] as const satisfies readonly ImportReason[]

const importProblem = z.object({ reason: z.enum(importReasons), value: z.string().optional(), row: z.int().optional() })

/** `row` is the number the spreadsheet shows at its edge. */
export const importRow = z.object({
  row: z.int(),
  code: z.string(),
  name: z.string(),
  outcome: z.enum(['create', 'update', 'unchanged', 'refused']),
  problems: z.array(importProblem),
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
export type ImportRow = z.output<typeof importRow>

const importCounts = z.object({ create: z.int(), update: z.int(), unchanged: z.int(), refused: z.int() })

const importField = z.enum(importFields)

export const employees = {
  list: defineContract({
    operationId: 'listEmployees',
    method: 'GET',
    path: '/employees',
    summary: 'Employees in Vietnamese order of their given names',
    permission: 'read Employee',
    query: pageQuery.extend({
      unitId: id.optional(),
      kind: employeeKind.optional(),
      active: queryFlag.optional(),
      sort: sortOf('name', 'code').default('name'),
    }),
    response: pageOf(employee),
  }),
  get: defineContract({
    operationId: 'getEmployee',
    method: 'GET',
    path: '/employees/:id',
    summary: 'One employee',
    permission: 'read Employee',
    params: z.object({ id }),
    response: employee,
  }),
  create: defineContract({
    operationId: 'createEmployee',
    method: 'POST',
    path: '/employees',
    summary: 'Add an employee',
    permission: 'create Employee',
    body: newEmployee,
    response: employee,
    errors: ['DUPLICATE', 'UNIT_CLOSED'],
  }),
  update: defineContract({
    operationId: 'updateEmployee',
    method: 'PUT',
    path: '/employees/:id',
    summary: 'Change or deactivate an employee; a unit’s head stays until another is named',
    permission: 'update Employee',
    params: z.object({ id }),
    body: newEmployee.extend({ active: z.boolean() }),
    response: employee,
    versioned: true,
    errors: ['DUPLICATE', 'UNIT_CLOSED', 'STILL_HEAD'],
  }),
  importTemplate: defineContract({
    operationId: 'downloadEmployeeTemplate',
    method: 'GET',
    path: '/employees/import/template',
    summary: 'An empty spreadsheet with the columns of the import and the names of the units',
    permission: 'import Employee',
    response: z.any(),
    file: importFile,
  }),
  importColumns: defineContract({
    operationId: 'getEmployeeImportColumns',
    method: 'GET',
    path: '/employees/import/columns',
    summary: 'The first rows of an uploaded spreadsheet and what its columns are taken for',
    permission: 'import Employee',
    query: ofFile,
    response: importColumns(importField),
    errors: ['UNSUPPORTED_MEDIA_TYPE', 'IMPORT_UNREADABLE'],
  }),
  importMapping: defineContract({
    operationId: 'setEmployeeImportColumns',
    method: 'POST',
    path: '/employees/import/columns',
    summary: 'Say what the columns of a spreadsheet mean; remembered for every table with the same headings',
    permission: 'import Employee',
    body: importMapping(importField),
    response: importColumns(importField),
    status: 200,
    errors: ['UNSUPPORTED_MEDIA_TYPE', 'IMPORT_UNREADABLE'],
  }),
  importCheck: defineContract({
    operationId: 'checkEmployeeImport',
    method: 'GET',
    path: '/employees/import',
    summary: 'What the import of an uploaded spreadsheet would do, row by row; changes nothing',
    permission: 'import Employee',
    query: ofFile,
    response: z.object({ fileName: z.string(), sheet: z.string(), counts: importCounts, rows: z.array(importRow) }),
    errors: ['IMPORT_UNREADABLE', 'UNSUPPORTED_MEDIA_TYPE'],
  }),
  importRun: defineContract({
    operationId: 'importEmployees',
    method: 'POST',
    path: '/employees/import',
    summary: 'Import every row that is right, all or none; known codes are changed, so that sending again makes no doubles',
    permission: 'import Employee',
    body: ofFile,
    response: z.object({ counts: importCounts, refused: z.array(importRow) }),
    status: 200,
    errors: ['IMPORT_UNREADABLE', 'UNSUPPORTED_MEDIA_TYPE'],
  }),
  importRefused: defineContract({
    operationId: 'downloadRefusedEmployees',
    method: 'GET',
    path: '/employees/import/refused',
    summary: 'The refused rows as they were sent, with the reason beside each',
    permission: 'import Employee',
    query: ofFile.extend({ format: exportFormat }),
    response: z.any(),
    file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    errors: ['IMPORT_UNREADABLE', 'UNSUPPORTED_MEDIA_TYPE'],
  }),
}
