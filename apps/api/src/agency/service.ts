import type { AgencyRecord, agency, UnitRecord, units } from '@chung-tay/contracts/agency'
import type { Agency, FormerAgency } from '@chung-tay/db/client'
import { checkValidFrom } from '@chung-tay/domain/agency/former'
import { checkHead } from '@chung-tay/domain/agency/unit'
import { fromDbDate, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'

const wordsOf = ({ name, parentName, place, address, symbol, leaderTitle, leaderName }: Omit<FormerAgency, 'until'>) => ({
  name,
  parentName,
  place,
  address,
  symbol,
  leaderTitle,
  leaderName,
})

const presentAgency = (row: Agency, former: readonly FormerAgency[]): AgencyRecord => ({
  ...wordsOf(row),
  sampleDay: row.sampleDay && fromDbDate(row.sampleDay),
  escalateAfter: row.escalateAfter,
  publicYears: row.publicYears.toSorted((a, b) => b - a),
  former: former.map((one) => ({ ...wordsOf(one), until: fromDbDate(one.until) })),
  version: row.version,
})

const formerAgency = (db: Db) => db.formerAgency.findMany({ orderBy: { until: 'desc' } })

export const getAgency = async ({ db }: Context): Promise<AgencyRecord> => presentAgency(found(await db.agency.findFirst()), await formerAgency(db))

/** The history tells of each change itself; former words are what it changed from. */
const toldAgency = ({ former: _, ...record }: AgencyRecord) => record

export const updateAgency = async (context: WriteContext, { validFrom, ...input }: z.output<typeof agency.update.body>): Promise<AgencyRecord> => {
  const before = await getAgency(context)
  if (validFrom !== null) {
    checkValidFrom(validFrom, before.former, context.clock.today())
    await context.db.formerAgency.create({ data: { ...wordsOf(before), until: toDbDate(validFrom) } })
  }
  const row = await context.db.agency.update({ where: { id: 1, version: context.version }, data: { ...input, version: { increment: 1 } } })
  const after = presentAgency(row, await formerAgency(context.db))
  await context.audit({ subject: 'Agency', id: '1', before: toldAgency(before), after: toldAgency(after) })
  return after
}

export const setEscalation = async (context: WriteContext, escalateAfter: number): Promise<AgencyRecord> => {
  const before = await getAgency(context)
  const data = { escalateAfter, version: { increment: 1 } }
  const after = presentAgency(await context.db.agency.update({ where: { id: 1, version: context.version }, data }), await formerAgency(context.db))
  await context.audit({ subject: 'Agency', id: '1', before: toldAgency(before), after: toldAgency(after) })
  return after
}

/** @throws DomainError CAMPAIGN_NOT_APPROVED when a year has no plan that holds */
export const setPublicYears = async (context: WriteContext, years: readonly number[]): Promise<AgencyRecord> => {
  const publicYears = [...new Set(years)]
  const running = await context.db.campaign.count({ where: { year: { in: publicYears }, status: { in: ['approved', 'running', 'closed'] } } })
  if (running < publicYears.length) throw new DomainError('CAMPAIGN_NOT_APPROVED')
  const before = await getAgency(context)
  const data = { publicYears, version: { increment: 1 } }
  const after = presentAgency(await context.db.agency.update({ where: { id: 1, version: context.version }, data }), await formerAgency(context.db))
  await context.audit({ subject: 'Agency', id: '1', before: toldAgency(before), after: toldAgency(after) })
  return after
}

const shown = {
  head: { select: { name: true } },
  formerNames: { orderBy: { until: 'desc' } },
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
  former: row.formerNames.map(({ until, name, shortName, kind }) => ({ until: fromDbDate(until), name, shortName, kind })),
  version: row.version,
})

/** The history speaks of names: ids and counts say nothing there. */
const told = ({ headId: _, employeeCount: __, former: ___, ...unit }: UnitRecord) => unit

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

const checkChange = async ({ db }: WriteContext, id: string, input: Omit<UnitChange, 'validFrom'>, before: UnitRecord): Promise<void> => {
  if (input.headId !== null && input.headId !== before.headId) checkHead(id, await lockEmployee(db, input.headId))
  if (input.active || !before.active) return
  await db.$queryRaw`SELECT 1 FROM "Unit" WHERE "id" = ${id}::uuid FOR UPDATE`
  const people = await db.employee.count({ where: { unitId: id, active: true } })
  if (people > 0) throw new DomainError('IN_USE', { employees: people, field: 'active' })
}

/** A name that held until a day stays known for the papers of its time. */
const keepFormer = async ({ db, clock }: WriteContext, { id, name, shortName, kind, former }: UnitRecord, validFrom: IsoDate | null) => {
  if (validFrom === null) return
  checkValidFrom(validFrom, former, clock.today())
  await db.formerUnit.create({ data: { unitId: id, until: toDbDate(validFrom), name, shortName, kind } })
}

export const updateUnit = async (context: WriteContext, id: string, { validFrom, ...input }: UnitChange): Promise<UnitRecord> => {
  const mine = { AND: [{ id }, scope(context, 'update', 'Unit')] }
  const before = present(found(await context.db.unit.findFirst({ where: mine, include: shown })))
  await checkChange(context, id, input, before)
  await keepFormer(context, before, validFrom)
  const data = { ...input, search: searchOf(input), version: { increment: 1 } }
  const row = await context.db.unit.update({ where: { id, version: context.version }, data, include: shown })
  await context.audit({ subject: 'Unit', id, before: told(before), after: told(present(row)) })
  return present(row)
}
