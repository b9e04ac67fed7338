import type { EmployeeRecord, employees } from '@chung-tay/contracts/employees'
import { checkMayLeave } from '@chung-tay/domain/agency/unit'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { foldText, givenNameOf } from '@chung-tay/domain/text'
import type { z } from 'zod'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { lockEmployee, requireOpenUnit } from './service.ts'

const shown = {
  unit: { select: { name: true } },
  heads: { select: { name: true } },
  user: { select: { username: true, active: true } },
} as const

const load = (db: Db, id: string) => db.employee.findUniqueOrThrow({ where: { id }, include: shown })

const present = (row: Awaited<ReturnType<typeof load>>): EmployeeRecord => ({
  id: row.id,
  code: row.code,
  name: row.name,
  unitId: row.unitId,
  unitName: row.unit.name,
  position: row.position,
  kind: row.kind,
  email: row.email,
  phone: row.phone,
  employedFrom: row.employedFrom && fromDbDate(row.employedFrom),
  employedUntil: row.employedUntil && fromDbDate(row.employedUntil),
  active: row.active,
  heads: row.heads.map((unit) => unit.name),
  username: row.user?.active ? row.user.username : null,
  version: row.version,
})

/** What the history tells of a person: the unit by its name, and nothing that other records say. */
const told = ({ unitId: _, heads: __, username: ___, ...employee }: EmployeeRecord) => employee

/** The columns that follow from others: Vietnamese order and search. */
export const derivedOf = ({ name, code }: { name: string; code: string }) => ({
  givenName: givenNameOf(name),
  search: foldText(`${name} ${code}`),
})

type Input = z.output<typeof employees.create.body>

const dataOf = <I extends Input>(input: I) => {
  const { employedFrom, employedUntil } = input
  if (employedFrom !== null && employedUntil !== null && employedUntil < employedFrom) throw invalidField('employedUntil', 'end_before_start')
  return {
    ...input,
    employedFrom: employedFrom && toDbDate(employedFrom),
    employedUntil: employedUntil && toDbDate(employedUntil),
    ...derivedOf(input),
  }
}

export const listEmployees = (context: Context, query: z.output<typeof employees.list.query>) => {
  const { column, direction } = orderOf(query.sort)
  const where = {
    AND: [
      scope(context, 'read', 'Employee'),
      query.unitId === undefined ? {} : { unitId: query.unitId },
      query.kind === undefined ? {} : { kind: query.kind },
      query.active === undefined ? {} : { active: query.active },
      query.q ? { search: { contains: foldText(query.q) } } : {},
    ],
  }
  const order = column === 'name' ? [{ givenName: direction }, { name: direction }] : [{ code: direction }]
  return page(
    query,
    (window) => context.db.employee.findMany({ where, include: shown, orderBy: [...order, { id: direction }], ...window }),
    () => context.db.employee.count({ where }),
    present,
  )
}

export const getEmployee = async (context: Context, id: string): Promise<EmployeeRecord> =>
  present(found(await context.db.employee.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'Employee')] }, include: shown })))

export const createEmployee = async (context: WriteContext, input: Input): Promise<EmployeeRecord> => {
  await requireOpenUnit(context.db, input.unitId)
  const { id } = await context.db.employee.create({ data: dataOf(input), select: { id: true } })
  const employee = present(await load(context.db, id))
  await context.audit({ subject: 'Employee', id, after: told(employee) })
  return employee
}

export const updateEmployee = async (context: WriteContext, id: string, input: z.output<typeof employees.update.body>): Promise<EmployeeRecord> => {
  const mine = { AND: [{ id }, scope(context, 'update', 'Employee')] }
  const before = present(found(await context.db.employee.findFirst({ where: mine, include: shown })))
  const { heads } = await lockEmployee(context.db, id)
  checkMayLeave(heads, input)
  if (input.unitId !== before.unitId || (input.active && !before.active)) await requireOpenUnit(context.db, input.unitId)
  const data = { ...dataOf(input), version: { increment: 1 } }
  const row = await context.db.employee.update({ where: { id, version: context.version }, data, include: shown })
  await context.audit({ subject: 'Employee', id, before: told(before), after: told(present(row)) })
  return present(row)
}
