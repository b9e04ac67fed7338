import type { IsoDate } from '../dates.ts'
import { withoutMarks } from '../text.ts'
import { maxGuardians, type Relation } from './guardians.ts'
import { identityOf, isSame, joined, type Person } from './import-cluster.ts'
import {
  type FamilyContext,
  type FamilyNote,
  type FamilyProblem,
  familyOf,
  type GuardianLink,
  type ParentAnswers,
  type RelationRule,
} from './import-family.ts'
import { type ChildAnswer, type KnownChild, likenessIndex, matcherOf } from './import-match.ts'
import type { People } from './import-parents.ts'
import type { RowProblem, Sex, WrittenChild } from './import-row.ts'
import type { NumberedChildRow, TableNote } from './import-table.ts'

/** What a person added to a row in the dry run. */
export type RowAnswers = ParentAnswers & { birthDate?: IsoDate; sex?: Sex; relation?: Relation; child?: ChildAnswer }

export type ChildProblem =
  | RowProblem
  | FamilyProblem
  | { reason: 'looksLike'; candidates: string[] }
  | { reason: 'looksLikeRow' | 'waitsForRow'; row: number }
  | { reason: 'tooManyGuardians' }

export type ChildNote =
  | { note: TableNote | 'birthSwapped' | 'childInactive' | 'childMerged' }
  | FamilyNote
  | { note: 'joinsRow' | 'differsFromRow'; row: number; value?: string }

/** Everything of a child that a spreadsheet may set. */
export type ChildValues = Pick<KnownChild, 'name' | 'birthDate' | 'sex' | 'schoolLevel' | 'school' | 'className' | 'circumstances'>
export type ChildChange =
  | { field: keyof ChildValues; before: string | null; after: string | null }
  | { field: 'guardians'; employeeId: string; before: Relation | null; after: Relation }

export type PlannedChild = { row: number; child: WrittenChild; guardians: GuardianLink[]; notes: ChildNote[] } & (
  | { outcome: 'refused'; problems: ChildProblem[] }
  /** `apartFrom` and `apartFromRows` are the children a person found to be others. */
  | { outcome: 'create'; values: ChildValues; apartFrom: string[]; apartFromRows: number[] }
  | { outcome: 'update'; known: KnownChild; values: ChildValues; changes: ChildChange[] }
  | { outcome: 'unchanged' }
  /** The same child as an earlier row: what it adds is imported with that one. */
  | { outcome: 'joined' }
)

type Prepared = Omit<PlannedChild, 'outcome'> & { answer: ChildAnswer | undefined; problems: ChildProblem[] }
type Sound = Prepared & { person: Person }
type Cluster = { rows: [Sound, ...Sound[]]; person: Person }

export type ImportInput = {
  rows: readonly NumberedChildRow[]
  answers: ReadonlyMap<number, RowAnswers>
  rule: RelationRule
  people: People
  children: readonly KnownChild[]
  today: IsoDate
}

const stillOpen = (problems: readonly RowProblem[], { birthDate, sex, relation }: RowAnswers): RowProblem[] =>
  problems.filter(({ reason }) => {
    if (reason.startsWith('birth')) return birthDate === undefined
    if (reason.startsWith('sex')) return sex === undefined
    return reason !== 'relationUnknown' || relation === undefined
  })

const prepare = ({ row, child, problems, notes }: NumberedChildRow, given: RowAnswers, context: FamilyContext, today: IsoDate): Prepared => {
  // A day to come is no answer.
  const { birthDate, ...rest } = given
  const answers: RowAnswers = birthDate !== undefined && birthDate <= today ? { ...rest, birthDate } : rest
  const family = familyOf(child, { answers, relation: answers.relation }, context)
  const swapped = child.birthSwapped && answers.birthDate === undefined
  return {
    row,
    child: { ...child, birthDate: answers.birthDate ?? child.birthDate, sex: answers.sex ?? child.sex },
    guardians: family.guardians,
    notes: [...(swapped ? [{ note: 'birthSwapped' as const }] : []), ...notes.map((note) => ({ note })), ...family.notes],
    answer: answers.child,
    problems: [...stillOpen(problems, answers), ...family.problems],
  }
}

const soundOf = (prepared: Prepared): Sound | undefined => {
  const { name, birthDate, sex } = prepared.child
  if (prepared.problems.length > 0 || birthDate === null || sex === null) return undefined
  return { ...prepared, person: { name, birthDate, sex, guardians: prepared.guardians } }
}

/** Brings together the rows of one child: both parents' rows, and those written twice. */
const cluster = (rows: readonly Sound[]): Cluster[] => {
  const byIdentity = new Map<string, Cluster[]>()
  const clusters: Cluster[] = []
  for (const row of rows) {
    const key = identityOf(row.person)
    const found = row.answer === 'new' ? undefined : byIdentity.get(key)?.find(({ person }) => isSame(person, row.person))
    if (found) {
      found.rows.push(row)
      found.person = { ...found.person, guardians: joined(found.person.guardians, row.guardians) }
      continue
    }
    const made: Cluster = { rows: [row], person: row.person }
    byIdentity.set(key, [...(byIdentity.get(key) ?? []), made])
    clusters.push(made)
  }
  return clusters
}

const told = ['schoolLevel', 'school', 'className', 'circumstances'] as const

const first = <Field extends (typeof told)[number]>({ rows }: Cluster, field: Field): WrittenChild[Field] | null =>
  rows.map(({ child }) => child[field]).find((value) => value !== null) ?? null

/** A name without any mark says less than the one that is known with them. */
const nameOf = (written: string, known: string | undefined): string =>
  known !== undefined && written === withoutMarks(written) && withoutMarks(known) === written ? known : written

const valuesOf = (cluster: Cluster, known: KnownChild | undefined): ChildValues => ({
  name: nameOf(cluster.person.name, known?.name),
  birthDate: cluster.person.birthDate,
  sex: cluster.person.sex,
  schoolLevel: first(cluster, 'schoolLevel') ?? known?.schoolLevel ?? null,
  school: first(cluster, 'school') ?? known?.school ?? '',
  className: first(cluster, 'className') ?? known?.className ?? '',
  circumstances: first(cluster, 'circumstances') ?? known?.circumstances ?? '',
})

const changesOf = (known: KnownChild, values: ChildValues, guardians: readonly GuardianLink[]): ChildChange[] => [
  ...(Object.keys(values) as (keyof ChildValues)[])
    .filter((field) => known[field] !== values[field])
    .map((field) => ({ field, before: known[field], after: values[field] })),
  ...guardians.flatMap(({ employeeId, relation, sure }) => {
    const before = known.guardians.find((link) => link.employeeId === employeeId)?.relation ?? null
    const same = before === relation || (before !== null && !sure)
    return same ? [] : [{ field: 'guardians' as const, employeeId, before, after: relation }]
  }),
]

type Result =
  | { outcome: 'refused'; problem: ChildProblem }
  | Extract<PlannedChild, { outcome: 'create' }>
  | Extract<PlannedChild, { outcome: 'update' }>
  | Extract<PlannedChild, { outcome: 'unchanged' }>

const shown = ({ row, child, guardians, notes }: Prepared) => ({ row, child, guardians, notes })

const applied = (cluster: Cluster, known: KnownChild): Result => {
  const head = shown(cluster.rows[0])
  if (joined(known.guardians, cluster.person.guardians).length > maxGuardians) return { outcome: 'refused', problem: { reason: 'tooManyGuardians' } }
  // A child who was merged or is no longer followed stays so: a list does not bring it back.
  if (known.merged) return { ...head, notes: [...head.notes, { note: 'childMerged' }], outcome: 'unchanged' }
  if (!known.active) return { ...head, notes: [...head.notes, { note: 'childInactive' }], outcome: 'unchanged' }
  const values = valuesOf(cluster, known)
  const changes = changesOf(known, values, cluster.person.guardians)
  return changes.length === 0 ? { ...head, outcome: 'unchanged' } : { ...head, outcome: 'update', known, values, changes }
}

const others = ({ rows: [leader, ...rest] }: Cluster, refused: boolean): PlannedChild[] =>
  rest.map((row): PlannedChild => {
    const differing = told.filter((field) => row.child[field] !== null && leader.child[field] !== null && row.child[field] !== leader.child[field])
    if (refused) return { ...shown(row), outcome: 'refused', problems: [{ reason: 'waitsForRow', row: leader.row }] }
    const notes: ChildNote[] = [
      { note: 'joinsRow', row: leader.row },
      ...differing.map((field) => ({ note: 'differsFromRow' as const, row: leader.row, value: field })),
    ]
    return { ...shown(row), notes: [...row.notes, ...notes], outcome: 'joined' }
  })

const settle = (clusters: readonly Cluster[], { children, people }: ImportInput): PlannedChild[] => {
  const unitOf = (employeeId: string) => people.byId.get(employeeId)?.unitId ?? ''
  const match = matcherOf(children, unitOf)
  const made = likenessIndex<number>(unitOf)
  const resultOf = (cluster: Cluster): Result => {
    const [leader] = cluster.rows
    const matched = match(cluster.person, leader.answer)
    if ('child' in matched) return applied(cluster, matched.child)
    if ('candidates' in matched) return { outcome: 'refused', problem: { reason: 'looksLike', candidates: matched.candidates } }
    const like = made.like(cluster.person)
    const [row] = like
    if (row !== undefined && leader.answer !== 'new') return { outcome: 'refused', problem: { reason: 'looksLikeRow', row } }
    if (cluster.person.guardians.length > maxGuardians) return { outcome: 'refused', problem: { reason: 'tooManyGuardians' } }
    made.add(leader.row, cluster.person)
    const guardians = [...cluster.person.guardians]
    return { ...shown(leader), guardians, outcome: 'create', values: valuesOf(cluster, undefined), apartFrom: matched.apartFrom, apartFromRows: like }
  }
  return clusters.flatMap((cluster) => {
    const result = resultOf(cluster)
    const refused = result.outcome === 'refused'
    return [refused ? { ...shown(cluster.rows[0]), outcome: 'refused', problems: [result.problem] } : result, ...others(cluster, refused)]
  })
}

const relationsOf = (children: readonly KnownChild[]) => {
  const known = new Map<string, Set<Relation>>()
  for (const { employeeId, relation } of children.flatMap(({ guardians }) => guardians)) {
    known.set(employeeId, (known.get(employeeId) ?? new Set()).add(relation))
  }
  return (employeeId: string): Relation | undefined => {
    const [only, ...more] = known.get(employeeId) ?? []
    return more.length === 0 ? only : undefined
  }
}

/**
 * What each row would do: make a child, change the one it means, change nothing, join an earlier row of the same child, or be refused
 * with every reason. A row whose child may be one that is known, and may be another, is refused until a person has said which.
 */
export const planImport = (input: ImportInput): PlannedChild[] => {
  const { rows, answers, rule, people, children, today } = input
  const context = { people, rule, relationOf: relationsOf(children) }
  const prepared = rows.map((row) => prepare(row, answers.get(row.row) ?? {}, context, today))
  const sound = prepared.flatMap((row) => soundOf(row) ?? [])
  const settled = settle(cluster(sound), input)
  const refused = prepared
    .filter((row) => row.problems.length > 0)
    .map((row): PlannedChild => ({ ...shown(row), outcome: 'refused', problems: row.problems }))
  return [...settled, ...refused].toSorted((left, right) => left.row - right.row)
}
