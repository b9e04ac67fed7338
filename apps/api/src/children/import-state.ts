import type { ChildImportAnswer, childrenImport } from '@chung-tay/contracts/children-import'
import type { Prisma } from '@chung-tay/db/client'
import { type GuardianLink, type RelationRule, relationRules } from '@chung-tay/domain/children/import-family'
import { findHeader, missingFields } from '@chung-tay/domain/children/import-header'
import { type ChildField, importFields } from '@chung-tay/domain/children/import-heading'
import type { KnownChild } from '@chung-tay/domain/children/import-match'
import { peopleOf } from '@chung-tay/domain/children/import-parents'
import { type PlannedChild, planImport, type RowAnswers } from '@chung-tay/domain/children/import-plan'
import { readTable } from '@chung-tay/domain/children/import-table'
import { fromDbDate } from '@chung-tay/domain/dates'
import type { z } from 'zod'
import { getFile } from '../files/service.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { scope } from '../http/scope.ts'
import { checkSize, readHeaded, type Sought, type Table } from '../imports/sheets.ts'

import { relationNames } from './import-words.ts'

export const childTable: Sought<ChildField> = { kind: 'child', fields: importFields, find: findHeader, missing: missingFields }

const shown = { include: { guardians: true } } as const

const knownOf = ({ birthDate, guardians, mergedIntoId, ...row }: Prisma.ChildGetPayload<typeof shown>): KnownChild => ({
  ...row,
  merged: mergedIntoId !== null,
  birthDate: fromDbDate(birthDate),
  guardians: guardians.map(({ employeeId, relation }) => ({ employeeId, relation, sure: true })),
})

/** Row 0 speaks of the whole table. */
const ofTable = 0

const parentAnswer = (given: string | null | undefined) => (given === 'outside' ? null : (given ?? undefined))

/** What was left empty says nothing. */
const rowAnswers = ({ child, parent, father, mother, ...answer }: ChildImportAnswer): RowAnswers => {
  const said = {
    ...answer,
    parent: parentAnswer(parent),
    father: parentAnswer(father),
    mother: parentAnswer(mother),
    child: child === undefined || child === null || child === 'new' ? child : { is: child },
  }
  const slots = new Set(['parent', 'father', 'mother'])
  return Object.fromEntries(Object.entries(said).filter(([name, value]) => value !== undefined && (value !== null || slots.has(name)))) as RowAnswers
}

const answersTo = async ({ db }: Context, sha256: string) => {
  const kept = await db.importAnswer.findMany({ where: { sha256 } })
  const chosen = kept.find(({ row }) => row === ofTable)?.answer as { rule?: string } | undefined
  const answers = kept.flatMap(({ row, answer }) => (row === ofTable ? [] : [[row, rowAnswers(answer as ChildImportAnswer)] as const]))
  return { rule: relationRules.find((one) => one === chosen?.rule) ?? 'ask', answers: new Map(answers) }
}

export type ChildPlan = {
  table: Table<ChildField>
  planned: PlannedChild[]
  rule: RelationRule
  answered: ReadonlySet<number>
  employees: ReadonlyMap<string, { id: string; code: string; name: string; unitName: string }>
  children: ReadonlyMap<string, KnownChild>
}

/** The whole of an import as it stands: the file, what people answered, the records, and what each row would do. */
export const planOf = async (context: Context, fileId: string): Promise<ChildPlan> => {
  const { db, clock } = context
  const table = await readHeaded(context, fileId, childTable)
  // One after the other: within a transaction there is one connection.
  const units = await db.unit.findMany({ select: { id: true, name: true, shortName: true } })
  const employees = await db.employee.findMany({
    where: scope(context, 'read', 'Employee'),
    select: { id: true, code: true, name: true, unitId: true, active: true, unit: { select: { name: true } } },
    orderBy: [{ givenName: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  })
  const children = (await db.child.findMany({ where: scope(context, 'import', 'Child'), orderBy: { id: 'asc' }, ...shown })).map(knownOf)
  const { rule, answers } = await answersTo(context, table.file.sha256)
  const people = peopleOf(employees, units)
  const today = clock.today()
  const rows = readTable(table.header, table.sheet.rows, { units: new Set(people.unitOf.keys()), today })
  checkSize(rows)
  return {
    table,
    planned: planImport({ rows, answers, rule, people, children, today }),
    rule,
    answered: new Set(answers.keys()),
    employees: new Map(employees.map(({ id, code, name, unit }) => [id, { id, code, name, unitName: unit.name }])),
    children: new Map(children.map((child) => [child.id, child])),
  }
}

/** "Nguyễn Thị Thuỳ Dương (mẹ)". */
export const guardianText = ({ employees }: ChildPlan, { employeeId, relation }: Pick<GuardianLink, 'employeeId' | 'relation'>): string =>
  `${employees.get(employeeId)?.name ?? ''} (${relationNames[relation]})`

type Answers = z.output<typeof childrenImport.answer.body>

/** Keeps what a person added, beside what was added before. */
export const answerImport = async (context: WriteContext, { fileId, rows, rule }: Answers): Promise<{ answered: number }> => {
  const { sha256 } = await getFile(context, fileId)
  const given = [
    ...rows.map(({ row, answer }) => ({ row, answer: answer as object })),
    ...(rule === undefined ? [] : [{ row: ofTable, answer: { rule } }]),
  ]
  await context.db.$executeRaw`
    INSERT INTO "ImportAnswer" ("sha256", "row", "answer", "updatedAt")
    SELECT ${sha256}, n."row", n."answer", now() FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS n("row" int, "answer" jsonb)
    ON CONFLICT ("sha256", "row") DO UPDATE SET "answer" = "ImportAnswer"."answer" || excluded."answer", "updatedAt" = now()`
  await context.audit({ subject: 'File', id: fileId, after: { rows: rows.map(({ row }) => row), ...(rule !== undefined && { rule }) } })
  return { answered: rows.length }
}
