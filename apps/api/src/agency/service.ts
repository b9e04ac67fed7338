import type { AgencyRecord, agency, UnitRecord, units } from '@chung-tay/contracts/agency'
import type { Agency } from '@chung-tay/db/client'
import { checkHead } from '@chung-tay/domain/agency/unit'
import { fromDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'

const presentAgency = ({ name, parentName, place, address, symbol, leaderTitle, leaderName, sampleDay, version }: Agency): AgencyRecord => ({
  name,
  parentName,
  place,
  address,
  symbol,
  leaderTitle,
  leaderName,
  sampleDay: sampleDay && fromDbDate(sampleDay),
  version,
})

export const getAgency = async ({ db }: Context): Promise<AgencyRecord> => presentAgency(found(await db.agency.findFirst()))

export const updateAgency = async (context: WriteContext, input: z.output<typeof agency.update.body>): Promise<AgencyRecord> => {
  const before = await getAgency(context)
  const row = await context.db.agency.update({ where: { id: 1, version: context.version }, data: { ...input, version: { increment: 1 } } })
  await context.audit({ subject: 'Agency', id: '1', before, after: presentAgency(row) })
  return presentAgency(row)
}

const shown = {
  head: { select: { name: true } },
  _count: { select: { employees: { where: { active: true } } } },
} as const

const load = (db: Db, id: string) => db.unit.findUniqueOrThrow({ where: { id }, include: shown })

const present = (row: Awaited<ReturnType<typeof load>>): UnitRecord => ({
  id: row.id,
  name: row.name,
  shortName: row.shortName,
  kind: row.kind,
  headId: row.headId,
  headName: row.head?.name ?? null,
  sortOrder: row.sortOrder,
  active: row.active,
  employeeCount: row._count.employees,
  version: row.version,
})

/** The history speaks of names: ids and counts say nothing there. */
const told = ({ headId: _, employeeCount: __, ...unit }: UnitRecord) => unit

const searchOf = ({ name, shortName }: { name: string; shortName: string }) => foldText(`${name} ${shortName}`)

export const listUnits = (context: Context, query: z.output<typeof units.list.query>) => {
  const { column, direction } = orderOf(query.sort)
  const where = {
    AND: [
      scope(context, 'read', 'Unit'),
      query.kind === undefined ? {} : { kind: query.kind },
      query.active === undefined ? {} : { active: query.active },
      query.q ? { search: { contains: foldText(query.q) } } : {},
    ],
  }
  const order = column === 'order' ? [{ sortOrder: direction }, { name: direction }] : [{ name: direction }]
  return page(
    query,
    (window) => context.db.unit.findMany({ where, include: shown, orderBy: [...order, { id: direction }], ...window }),
    () => context.db.unit.count({ where }),
    present,
  )
}

export const getUnit = async (context: Context, id: string): Promise<UnitRecord> =>
  present(found(await context.db.unit.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'Unit')] }, include: shown })))

export const createUnit = async (context: WriteContext, input: z.output<typeof units.create.body>): Promise<UnitRecord> => {
  const { id } = await context.db.unit.create({ data: { ...input, search: searchOf(input) }, select: { id: true } })
  const unit = present(await load(context.db, id))
  await context.audit({ subject: 'Unit', id, after: told(unit) })
  return unit
}

/** Holds an employee until the transaction ends, so that nobody becomes head of a unit and leaves it in the same moment. */
export const lockEmployee = async (db: Db, id: string) => {
  await db.$queryRaw`SELECT 1 FROM "Employee" WHERE "id" = ${id}::uuid FOR UPDATE`
  return found(await db.employee.findUnique({ where: { id }, include: { heads: { select: { id: true, name: true } } } }))
}

/** Keeps a unit open while somebody is put into it. @throws DomainError UNIT_CLOSED */
export const requireOpenUnit = async (db: Db, id: string, field = 'unitId'): Promise<void> => {
  const [unit] = await db.$queryRaw<{ active: boolean }[]>`SELECT "active" FROM "Unit" WHERE "id" = ${id}::uuid FOR SHARE`
  if (!found(unit).active) throw new DomainError('UNIT_CLOSED', { field })
}

type UnitChange = z.output<typeof units.update.body>

const checkChange = async ({ db }: WriteContext, id: string, input: UnitChange, before: UnitRecord): Promise<void> => {
  if (input.headId !== null && input.headId !== before.headId) checkHead(id, await lockEmployee(db, input.headId))
  if (input.active || !before.active) return
  await db.$queryRaw`SELECT 1 FROM "Unit" WHERE "id" = ${id}::uuid FOR UPDATE`
  const people = await db.employee.count({ where: { unitId: id, active: true } })
  if (people > 0) throw new DomainError('IN_USE', { employees: people, field: 'active' })
}

export const updateUnit = async (context: WriteContext, id: string, input: UnitChange): Promise<UnitRecord> => {
  const mine = { AND: [{ id }, scope(context, 'update', 'Unit')] }
  const before = present(found(await context.db.unit.findFirst({ where: mine, include: shown })))
  await checkChange(context, id, input, before)
  const data = { ...input, search: searchOf(input), version: { increment: 1 } }
  const row = await context.db.unit.update({ where: { id, version: context.version }, data, include: shown })
  await context.audit({ subject: 'Unit', id, before: told(before), after: told(present(row)) })
  return present(row)
}
