import type { Relation } from '@chung-tay/domain/children/guardians'
import type { GuardianLink } from '@chung-tay/domain/children/import-family'
import type { ChildValues, PlannedChild } from '@chung-tay/domain/children/import-plan'
import { DomainError } from '@chung-tay/domain/errors'
import { foldText, givenNameOf } from '@chung-tay/domain/text'
import type { WriteContext } from '../http/context.ts'
import { newId } from '../http/ids.ts'
import { type ChildPlan, guardianText } from './import-state.ts'

const columnsOf = (values: ChildValues) => ({
  ...values,
  givenName: givenNameOf(values.name),
  search: foldText(values.name),
})

const told = (plan: ChildPlan, values: ChildValues, guardians: readonly GuardianLink[]) => ({
  ...values,
  guardians: guardians.map((link) => guardianText(plan, link)),
})

type Link = { childId: string; employeeId: string; relation: Relation }

const addGuardians = async ({ db }: WriteContext, links: readonly Link[]): Promise<void> => {
  await db.$executeRaw`
    INSERT INTO "Guardian" ("childId", "employeeId", "relation")
    SELECT n."childId", n."employeeId", n."relation"
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS n("childId" uuid, "employeeId" uuid, "relation" "Relation")
    ON CONFLICT ("childId", "employeeId") DO UPDATE SET "relation" = excluded."relation"`
}

/** Every new child with its guardians, in two statements. */
export const createChildren = async (context: WriteContext, plan: ChildPlan): Promise<void> => {
  const made = plan.planned.flatMap((row) => (row.outcome === 'create' ? [{ ...row, id: newId() }] : []))
  const idOfRow = new Map(made.map(({ row, id }) => [row, id]))
  const apart = (row: (typeof made)[number]) => [...row.apartFrom, ...row.apartFromRows.flatMap((other) => idOfRow.get(other) ?? [])]
  const rows = made.map((row) => ({ id: row.id, ...columnsOf(row.values), notSameAs: apart(row) }))
  await context.db.$executeRaw`
    INSERT INTO "Child" ("id", "name", "givenName", "search", "birthDate", "sex", "schoolLevel", "school", "className", "circumstances", "notSameAs", "updatedAt")
    SELECT n.*, now() FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n("id" uuid, "name" text, "givenName" text, "search" text,
      "birthDate" date, "sex" "Sex", "schoolLevel" "SchoolLevel", "school" text, "className" text, "circumstances" text, "notSameAs" uuid[])`
  await addGuardians(
    context,
    made.flatMap(({ id, guardians }) => guardians.map(({ employeeId, relation }) => ({ childId: id, employeeId, relation }))),
  )
  await context.audit(made.map(({ id, values, guardians }) => ({ subject: 'Child', id, after: told(plan, values, guardians) })))
}

type Update = Extract<PlannedChild, { outcome: 'update' }>

const valuesOf = ({ name, birthDate, sex, schoolLevel, school, className, circumstances }: ChildValues): ChildValues => ({
  name,
  birthDate,
  sex,
  schoolLevel,
  school,
  className,
  circumstances,
})

const guardiansAfter = ({ known, changes }: Update): GuardianLink[] => {
  const set = changes.flatMap((change) =>
    change.field === 'guardians' ? [{ employeeId: change.employeeId, relation: change.after, sure: true }] : [],
  )
  return [...known.guardians.filter(({ employeeId }) => !set.some((link) => link.employeeId === employeeId)), ...set]
}

/** One statement for all of them; a child that somebody changed in between makes the whole import start anew. */
export const updateChildren = async (context: WriteContext, plan: ChildPlan): Promise<void> => {
  const rows = plan.planned.filter((row): row is Update => row.outcome === 'update')
  const data = rows.map(({ known: { id, version }, values }) => ({ id, version, ...columnsOf(values) }))
  const changed = await context.db.$executeRaw`
    UPDATE "Child" c SET "name" = n."name", "givenName" = n."givenName", "search" = n."search", "birthDate" = n."birthDate", "sex" = n."sex",
      "schoolLevel" = n."schoolLevel", "school" = n."school", "className" = n."className", "circumstances" = n."circumstances",
      "version" = c."version" + 1, "updatedAt" = now()
    FROM jsonb_to_recordset(${JSON.stringify(data)}::jsonb) AS n("id" uuid, "version" int, "name" text, "givenName" text, "search" text,
      "birthDate" date, "sex" "Sex", "schoolLevel" "SchoolLevel", "school" text, "className" text, "circumstances" text)
    WHERE c."id" = n."id" AND c."version" = n."version"`
  if (changed !== rows.length) throw new DomainError('BUSY')
  const links = rows.flatMap((row) =>
    row.changes.flatMap((change) =>
      change.field === 'guardians' ? [{ childId: row.known.id, employeeId: change.employeeId, relation: change.after }] : [],
    ),
  )
  await addGuardians(context, links)
  await context.audit(
    rows.map((row) => ({
      subject: 'Child',
      id: row.known.id,
      before: told(plan, valuesOf(row.known), row.known.guardians),
      after: told(plan, row.values, guardiansAfter(row)),
    })),
  )
}
