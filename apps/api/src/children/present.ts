import type { ChildRecord } from '@chung-tay/contracts/children'
import type { Prisma } from '@chung-tay/db/client'
import { guardianOrder } from '@chung-tay/domain/children/guardians'
import { fromDbDate } from '@chung-tay/domain/dates'
import type { Context } from '../http/context.ts'
import { readsAll } from '../http/scope.ts'

export const shown = { guardians: { include: { employee: { include: { unit: { select: { name: true } } } } } } } as const
/** Records that stand for a child: not those that were merged into another, nor those that were erased. */
export const standing = { mergedIntoId: null, erasedAt: null } as const
export type ChildRow = Prisma.ChildGetPayload<{ include: typeof shown }>

type Person = Pick<Context, 'ability'>

/** Who reads every consent works with the child, its parents keep it; a unit head only counts it. */
const seesAll = (person: Person, { guardians }: ChildRow): boolean =>
  readsAll(person, 'Consent') || person.ability.can('update', { __caslSubjectType__: 'Child', guardians })

const guardiansOf = (person: Person, row: ChildRow, full: boolean): ChildRecord['guardians'] =>
  row.guardians
    .filter(({ employee: { id, unitId } }) => full || person.ability.can('read', { __caslSubjectType__: 'Employee', id, unitId }))
    .toSorted(guardianOrder)
    .map(({ employeeId, relation, employee: { name, unitId, unit, active } }) => ({
      employeeId,
      name,
      relation,
      unitId,
      unitName: unit.name,
      active,
    }))

/** As much of a child as the person needs to know. */
export const presentChild = (person: Person, row: ChildRow): ChildRecord => {
  const full = seesAll(person, row)
  const guardians = guardiansOf(person, row, full)
  const known = <Value>(value: Value): Value | null => (full ? value : null)
  return {
    id: row.id,
    name: row.name,
    birthYear: row.birthDate.getUTCFullYear(),
    birthDate: known(fromDbDate(row.birthDate)),
    sex: known(row.sex),
    schoolLevel: known(row.schoolLevel),
    school: known(row.school),
    className: known(row.className),
    circumstances: known(row.circumstances),
    guardians,
    unitName: (guardians.find(({ active }) => active) ?? guardians[0])?.unitName ?? null,
    full,
    active: row.active,
    version: row.version,
  }
}
