import { unitKey } from '../agency/unit.ts'
import { foldText } from '../text.ts'
import { nameSimilarity } from './duplicates.ts'
import type { ParentSlot, WrittenParent } from './import-row.ts'

export type EmployeeForImport = { id: string; code: string; name: string; unitId: string; active: boolean }
export type UnitForImport = { id: string; name: string; shortName: string }

export type ParentReason = 'parentUnknown' | 'parentAmbiguous' | 'parentElsewhere' | 'parentInactive' | 'codeUnknown' | 'codeOfAnother'

/** Why it is not known who a parent is; `candidates` are employees among whom a person chooses. */
export type ParentProblem = { reason: ParentReason; slot: ParentSlot; value: string; candidates: string[] }
export type ParentNote = { note: 'notEmployee' | 'unitUnknown'; value: string }

export type FoundParent = { employeeId: string; notes: ParentNote[] } | { outside: ParentNote } | { problem: ParentProblem }

/** Employees by what a list may call them, made once for all rows. */
export type People = {
  byId: ReadonlyMap<string, EmployeeForImport>
  byCode: ReadonlyMap<string, EmployeeForImport>
  byName: ReadonlyMap<string, readonly EmployeeForImport[]>
  byUnit: ReadonlyMap<string, readonly EmployeeForImport[]>
  unitOf: ReadonlyMap<string, string>
}

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

export const peopleOf = (employees: readonly EmployeeForImport[], units: readonly UnitForImport[]): People => ({
  byId: new Map(employees.map((employee) => [employee.id, employee])),
  byCode: new Map(employees.map((employee) => [employee.code, employee])),
  byName: grouped(employees, ({ name }) => foldText(name)),
  byUnit: grouped(employees, ({ unitId }) => unitId),
  unitOf: new Map([
    ...units.map(({ id, shortName }) => [unitKey(shortName), id] as const),
    ...units.map(({ id, name }) => [unitKey(name), id] as const),
  ]),
})

/** A unit by its name, its short name, or the beginning of one of them that no other unit shares: "Trung tâm Ứng dụng". */
const unitIdOf = (text: string, { unitOf }: People): string | undefined => {
  const key = unitKey(text)
  const exact = unitOf.get(key)
  if (exact !== undefined || key.split(' ').length < 3) return exact
  const begun = new Set([...unitOf].flatMap(([name, id]) => (name.startsWith(`${key} `) ? [id] : [])))
  const [only, ...others] = begun
  return others.length === 0 ? only : undefined
}

const likeEnough = 0.75
const mostCandidates = 8

/** Who in the unit may be meant by a name with a slip of the key. */
const similar = (name: string, people: readonly EmployeeForImport[]): string[] =>
  people
    .filter(({ active }) => active)
    .map(({ id, name: other }) => ({ id, score: nameSimilarity(name, other) }))
    .filter(({ score }) => score >= likeEnough)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, mostCandidates)
    .map(({ id }) => id)

const idsOf = (people: readonly EmployeeForImport[]): string[] => people.slice(0, mostCandidates).map(({ id }) => id)

const settled = (parent: WrittenParent, found: readonly EmployeeForImport[], notes: ParentNote[] = []): FoundParent => {
  const active = found.filter((employee) => employee.active)
  const [one] = active
  if (one && active.length === 1) return { employeeId: one.id, notes }
  const value = told(parent)
  if (one) return { problem: { reason: 'parentAmbiguous', slot: parent.slot, value, candidates: idsOf(active) } }
  return { problem: { reason: 'parentInactive', slot: parent.slot, value, candidates: [] } }
}

const told = ({ name, code, unit }: WrittenParent): string => [name || code, unit].filter(Boolean).join(' – ').slice(0, 120)

const outside = (parent: WrittenParent): FoundParent => ({ outside: { note: 'notEmployee', value: parent.name } })

/** By name, within the unit where one is written. A mother or father in nobody's list works elsewhere, and is left out with a note. */
const byName = (parent: WrittenParent, people: People): FoundParent => {
  const { byName: named, byUnit, byId } = people
  const all = named.get(foldText(parent.name)) ?? []
  const unitId = unitIdOf(parent.unit, people)
  const problem = (reason: ParentReason, candidates: string[]): FoundParent => ({
    problem: { reason, slot: parent.slot, value: told(parent), candidates },
  })
  if (unitId !== undefined) {
    const within = all.filter((employee) => employee.unitId === unitId)
    if (within.length > 0) return settled(parent, within)
    if (all.some(({ active }) => active)) return problem('parentElsewhere', idsOf(all.filter(({ active }) => active)))
    const close = similar(parent.name, byUnit.get(unitId) ?? [])
    return parent.shared && close.length === 0 ? outside(parent) : problem('parentUnknown', close)
  }
  if (parent.unit === '') {
    if (all.length > 0) return settled(parent, all)
    return parent.slot === 'parent' ? problem('parentUnknown', similar(parent.name, [...byId.values()])) : outside(parent)
  }
  // "Công ty May 10" is no unit of ours: a namesake among our people is not taken for the father without asking.
  if (parent.slot !== 'parent') return all.length > 0 ? problem('parentElsewhere', idsOf(all)) : outside(parent)
  return all.length > 0
    ? settled(parent, all, [{ note: 'unitUnknown', value: parent.unit }])
    : problem('parentUnknown', similar(parent.name, [...byId.values()]))
}

/** Finds the employee whom a row names as a parent: by the code, else by the name without marks. */
export const findParent = (parent: WrittenParent, people: People): FoundParent => {
  if (parent.code === '') return byName(parent, people)
  const coded = people.byCode.get(parent.code)
  const named = people.byName.get(foldText(parent.name)) ?? []
  if (coded && (parent.name === '' || foldText(parent.name) === foldText(coded.name) || nameSimilarity(parent.name, coded.name) >= likeEnough)) {
    return settled(parent, [coded])
  }
  const candidates = [...(coded ? [coded.id] : []), ...idsOf(named.filter(({ active }) => active))]
  return {
    problem: { reason: coded ? 'codeOfAnother' : 'codeUnknown', slot: parent.slot, value: `${parent.code} ${parent.name}`.trim(), candidates },
  }
}
