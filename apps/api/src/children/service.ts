import type { ChildRecord, children } from '@chung-tay/contracts/children'
import type { Prisma } from '@chung-tay/db/client'
import { childAge, countingDay, firstBirthUnder } from '@chung-tay/domain/children/age'
import { maxGuardians } from '@chung-tay/domain/children/guardians'
import { toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { foldText, givenNameOf } from '@chung-tay/domain/text'
import type { z } from 'zod'
import type { Context, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { type ChildRow, presentChild, shown, standing } from './present.ts'

type Query = z.output<typeof children.list.query>
type NewChild = z.output<typeof children.create.body>
type Change = z.output<typeof children.update.body>
type Guardians = NewChild['guardians']

const under16 = (year: number): Prisma.ChildWhereInput => {
  const day = countingDay(year)
  return { birthDate: { gte: toDbDate(firstBirthUnder(childAge, day)), lte: toDbDate(day) } }
}

// A parent's name finds the child too, but only parents whom the person may know of.
const named = (context: Context, text: string): Prisma.ChildWhereInput => {
  const search = { search: { contains: foldText(text) } }
  return { OR: [search, { guardians: { some: { employee: { AND: [search, scope(context, 'read', 'Employee')] } } } }] }
}

const ownOf = ({ actor }: Context): Prisma.ChildWhereInput =>
  actor.employeeId === null ? { id: { in: [] } } : { guardians: { some: { employeeId: actor.employeeId } } }

const filterOf = (context: Context, query: Query): Prisma.ChildWhereInput => ({
  AND: [
    standing,
    scope(context, 'read', 'Child'),
    query.unitId === undefined ? {} : { guardians: { some: { employee: { unitId: query.unitId } } } },
    query.under16In === undefined ? {} : under16(query.under16In),
    query.sex === undefined ? {} : { sex: query.sex },
    query.schoolLevel === undefined ? {} : { schoolLevel: query.schoolLevel },
    query.active === undefined ? {} : { active: query.active },
    query.mine ? ownOf(context) : {},
    query.q ? named(context, query.q) : {},
  ],
})

const orderByOf = (sort: Query['sort']): Prisma.ChildOrderByWithRelationInput[] => {
  const { column, direction } = orderOf<'name' | 'birthDate'>(sort)
  const columns = column === 'name' ? (['givenName', 'name', 'id'] as const) : (['birthDate', 'id'] as const)
  return columns.map((name) => ({ [name]: direction }))
}

export const listChildren = (context: Context, query: Query) => {
  const where = filterOf(context, query)
  return page(
    query,
    (window) => context.db.child.findMany({ where, include: shown, orderBy: orderByOf(query.sort), ...window }),
    () => context.db.child.count({ where }),
    (row) => presentChild(context, row),
  )
}

export const loadChild = async (context: Context, id: string, action: 'read' | 'create' | 'update' = 'read'): Promise<ChildRow> =>
  found(await context.db.child.findFirst({ where: { AND: [{ id, ...standing }, scope(context, action, 'Child')] }, include: shown }))

export const getChild = async (context: Context, id: string): Promise<ChildRecord> => presentChild(context, await loadChild(context, id))

/** New guardians must be people one may choose from: a parent names nobody but the own account's person. */
const checkGuardians = async (context: Context, guardians: Guardians, known: readonly string[] = []) => {
  if (guardians.length > maxGuardians) throw new DomainError('TOO_MANY_GUARDIANS', { max: maxGuardians })
  const ids = guardians.map(({ employeeId }) => employeeId)
  if (new Set(ids).size !== ids.length) throw invalidField('guardians.1.employeeId', 'duplicate')
  const added = ids.filter((id) => !known.includes(id))
  const where = { AND: [{ id: { in: added }, active: true }, scope(context, 'read', 'Employee')] }
  if ((await context.db.employee.count({ where })) !== added.length) throw new DomainError('NOT_FOUND', { reference: true })
}

const dataOf = (context: Context, { guardians: _, birthDate, name, notSameAs, ...rest }: NewChild) => {
  if (birthDate > context.clock.today()) throw invalidField('birthDate', 'in_the_future')
  return { ...rest, name, givenName: givenNameOf(name), search: foldText(name), birthDate: toDbDate(birthDate), notSameAs: [...new Set(notSameAs)] }
}

export const createChild = async (context: WriteContext, input: NewChild): Promise<ChildRecord> => {
  await checkGuardians(context, input.guardians)
  const { id } = await context.db.child.create({ data: { ...dataOf(context, input), guardians: { create: input.guardians } } })
  // A parent may enter own children only: what lies outside of the scope is undone with the transaction.
  const after = presentChild(context, await loadChild(context, id, 'create'))
  await context.audit({ subject: 'Child', id, after })
  return after
}

export const updateChild = async (context: WriteContext, id: string, input: Change): Promise<ChildRecord> => {
  const before = await loadChild(context, id, 'update')
  await checkGuardians(
    context,
    input.guardians,
    before.guardians.map(({ employeeId }) => employeeId),
  )
  const data = dataOf(context, input)
  await context.db.child.update({
    where: { id, version: context.version },
    data: {
      ...data,
      notSameAs: [...new Set([...before.notSameAs, ...data.notSameAs])],
      active: input.active,
      guardians: { deleteMany: {}, create: input.guardians },
      version: { increment: 1 },
    },
  })
  const after = presentChild(context, await loadChild(context, id, 'update'))
  await context.audit({ subject: 'Child', id, before: presentChild(context, before), after })
  return after
}

export const markDifferent = async (context: WriteContext, id: string, otherId: string): Promise<ChildRecord> => {
  const before = await loadChild(context, id, 'update')
  const other = await loadChild(context, otherId)
  const notSameAs = [...new Set([...before.notSameAs, other.id])]
  await context.db.child.update({ where: { id, version: context.version }, data: { notSameAs, version: { increment: 1 } } })
  await context.audit({ subject: 'Child', id, before: { notSameAs: before.notSameAs }, after: { notSameAs } })
  return getChild(context, id)
}
