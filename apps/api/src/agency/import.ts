import type { employees, ImportRow } from '@chung-tay/contracts/employees'
import { findHeader, importFields, missingFields } from '@chung-tay/domain/agency/import-header'
import { type EmployeeValues, type NumberedRow, type PlannedRow, planImport } from '@chung-tay/domain/agency/import-plan'
import { holdsNobody, readRow } from '@chung-tay/domain/agency/import-row'
import { DomainError } from '@chung-tay/domain/errors'
import type { z } from 'zod'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { newId } from '../http/ids.ts'
import { cellsAt, checkSize, readHeaded, type Sought } from '../imports/sheets.ts'
import { derivedOf } from './employees.ts'

export const employeeTable: Sought<(typeof importFields)[number]> = {
  kind: 'employee',
  fields: importFields,
  find: findHeader,
  missing: missingFields,
}

const readTable = async (context: Context, fileId: string) => {
  const { file, sheet, header } = await readHeaded(context, fileId, employeeTable)
  const rows = sheet.rows.flatMap((cells, at) => (at <= header.at || holdsNobody(header, cells) ? [] : [{ row: at + 1, ...readRow(header, cells) }]))
  checkSize(rows)
  return { fileName: file.name, sheet, header, rows }
}

const known = async (db: Db, rows: readonly NumberedRow[]) =>
  db.employee.findMany({
    where: { code: { in: [...new Set(rows.map((row) => row.values.code))] } },
    include: { heads: { select: { id: true } } },
  })

type Known = Awaited<ReturnType<typeof known>>

const plan = async ({ db }: Context, rows: readonly NumberedRow[]) => {
  // One after the other: within a transaction there is one connection.
  const units = await db.unit.findMany({ orderBy: { sortOrder: 'asc' } })
  const people = await known(db, rows)
  return { planned: planImport(rows, units, people), unitNames: new Map(units.map((unit) => [unit.id, unit.name])), people }
}

const present = (row: PlannedRow, unitNames: ReadonlyMap<string, string>): ImportRow => ({
  row: row.row,
  code: row.code,
  name: row.name,
  outcome: row.outcome,
  problems: row.outcome === 'refused' ? row.problems : [],
  changes:
    row.outcome === 'update'
      ? row.changes.map(({ field, before, after }) =>
          field === 'unitId'
            ? { field, before: unitNames.get(before ?? '') ?? null, after: unitNames.get(after ?? '') ?? null }
            : { field, before, after },
        )
      : [],
})

const countsOf = (rows: readonly PlannedRow[]) => {
  const counts = { create: 0, update: 0, unchanged: 0, refused: 0 }
  for (const row of rows) counts[row.outcome] += 1
  return counts
}

export const checkImport = async (context: Context, fileId: string): Promise<z.output<typeof employees.importCheck.response>> => {
  const { fileName, sheet, rows } = await readTable(context, fileId)
  const { planned, unitNames } = await plan(context, rows)
  return { fileName, sheet: sheet.name, counts: countsOf(planned), rows: planned.map((row) => present(row, unitNames)) }
}

type Names = ReadonlyMap<string, string>

const told = ({ unitId, ...values }: EmployeeValues, unitNames: Names) => ({ ...values, unitName: unitNames.get(unitId) ?? '' })

const create = async (context: WriteContext, values: readonly EmployeeValues[], unitNames: Names): Promise<void> => {
  const made = values.map((one) => ({ id: newId(), one }))
  const rows = made.map(({ id, one }) => ({ id, ...one, ...derivedOf(one) }))
  await context.db.$executeRaw`
    INSERT INTO "Employee" ("id", "code", "name", "givenName", "search", "unitId", "position", "kind", "email", "phone", "updatedAt")
    SELECT n.*, now() FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("id" uuid, "code" text, "name" text, "givenName" text,
      "search" text, "unitId" uuid, "position" text, "kind" "EmployeeKind", "email" text, "phone" text)`
  await context.audit(made.map(({ id, one }) => ({ subject: 'Employee', id, after: { ...told(one, unitNames), active: true } })))
}

type Change = { known: Known[number]; values: EmployeeValues }

/** One statement for all of them; a row that somebody changed in between makes the whole import start anew. */
const update = async (context: WriteContext, changes: readonly Change[], unitNames: Names): Promise<void> => {
  const rows = changes.map(({ known: { id, version }, values }) => ({ id, version, ...values, ...derivedOf(values) }))
  const changed = await context.db.$executeRaw`
    UPDATE "Employee" e SET "name" = n."name", "givenName" = n."givenName", "search" = n."search", "unitId" = n."unitId", "position" = n."position",
      "kind" = n."kind", "email" = n."email", "phone" = n."phone", "version" = e."version" + 1, "updatedAt" = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("id" uuid, "version" int, "name" text, "givenName" text, "search" text,
      "unitId" uuid, "position" text, "kind" "EmployeeKind", "email" text, "phone" text)
    WHERE e."id" = n."id" AND e."version" = n."version"`
  if (changed !== rows.length) throw new DomainError('BUSY')
  await context.audit(
    changes.map(({ known: { id, code, name, unitId, position, kind, email, phone }, values }) => ({
      subject: 'Employee',
      id,
      before: told({ code, name, unitId, position, kind, email, phone }, unitNames),
      after: told(values, unitNames),
    })),
  )
}

/** Judged again within the transaction: what was shown before may have changed meanwhile. */
export const runImport = async (context: WriteContext, fileId: string): Promise<z.output<typeof employees.importRun.response>> => {
  const { fileName, rows } = await readTable(context, fileId)
  // Two imports of one list follow each other, and the second finds everybody there.
  await context.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('employees'))`
  const { planned, unitNames, people } = await plan(context, rows)
  const created = planned.flatMap((row) => (row.outcome === 'create' ? [row.values] : []))
  const byCode = new Map(people.map((employee) => [employee.code, employee]))
  const updated = planned.flatMap((row) => {
    const employee = byCode.get(row.code)
    return row.outcome === 'update' && employee ? [{ known: employee, values: row.values }] : []
  })
  if (created.length > 0) await create(context, created, unitNames)
  if (updated.length > 0) await update(context, updated, unitNames)
  const counts = countsOf(planned)
  await context.audit({ subject: 'File', id: fileId, after: { fileName, ...counts } })
  return { counts, refused: planned.filter((row) => row.outcome === 'refused').map((row) => present(row, unitNames)) }
}

/** The refused rows with their cells as they were sent. */
export const refusedRows = async (context: Context, fileId: string) => {
  const { sheet, header, rows } = await readTable(context, fileId)
  const { planned } = await plan(context, rows)
  const cells = cellsAt(sheet)
  return {
    heading: cells(header.at),
    rows: planned.flatMap((row) => (row.outcome === 'refused' ? [{ cells: cells(row.row - 1), problems: row.problems }] : [])),
  }
}
