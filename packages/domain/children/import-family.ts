import type { Relation } from './guardians.ts'
import { findParent, type ParentNote, type ParentProblem, type People } from './import-parents.ts'
import type { ParentSlot, WrittenChild, WrittenParent } from './import-row.ts'

/** What to do about relations that a list does not tell: ask each time, or what a person chose for the whole list. */
export const relationRules = ['ask', 'middleName', 'guardian'] as const
export type RelationRule = (typeof relationRules)[number]

/** What a person chose in the dry run: the employee, or null for somebody who is none of ours. */
export type ParentAnswers = Partial<Record<ParentSlot, string | null>>

export type FamilyProblem =
  | ParentProblem
  | { reason: 'relationMissing'; slot: ParentSlot; value: string }
  | { reason: 'parentMissing' | 'noEmployee' | 'parentTwice' }
export type FamilyNote = ParentNote | { note: 'relationByName'; value: string }

/** `sure` unless the relation follows from a rule that was chosen for the whole list. */
export type GuardianLink = { employeeId: string; relation: Relation; sure: boolean }
export type Family = { guardians: GuardianLink[]; problems: FamilyProblem[]; notes: FamilyNote[] }

export type FamilyContext = {
  people: People
  rule: RelationRule
  /** How an employee is already related to children that are known: everybody's by the same word. */
  relationOf: (employeeId: string) => Relation | undefined
}

/** "Nguyễn Thị Lan" is a mother, "Trần Văn Đạt" a father; other middle names tell nothing. */
const byMiddleName = (name: string): Relation => {
  const words = name.toLocaleLowerCase('vi').split(' ').slice(1, -1)
  if (words.includes('thị')) return 'mother'
  return words.includes('văn') ? 'father' : 'guardian'
}

const ruled = (name: string, rule: RelationRule): Relation | undefined => {
  if (rule === 'ask') return undefined
  return rule === 'middleName' ? byMiddleName(name) : 'guardian'
}

const none: Family = { guardians: [], problems: [], notes: [] }

const linked = (parent: WrittenParent, employeeId: string, answer: Relation | undefined, { people, rule, relationOf }: FamilyContext): Family => {
  const name = people.byId.get(employeeId)?.name ?? parent.name
  const sure = answer ?? parent.relation ?? relationOf(employeeId)
  const relation = sure ?? ruled(name, rule)
  if (relation === undefined) return { ...none, problems: [{ reason: 'relationMissing', slot: parent.slot, value: name }] }
  return {
    ...none,
    guardians: [{ employeeId, relation, sure: sure !== undefined }],
    notes: sure === undefined ? [{ note: 'relationByName', value: relation }] : [],
  }
}

const familyOfOne = (parent: WrittenParent, answers: ParentAnswers, relation: Relation | undefined, context: FamilyContext): Family => {
  const answer = answers[parent.slot]
  if (answer === null) return { ...none, notes: [{ note: 'notEmployee', value: parent.name || parent.code }] }
  if (answer !== undefined && context.people.byId.get(answer)?.active) return linked(parent, answer, relation, context)
  const found = findParent(parent, context.people)
  if ('problem' in found) return { ...none, problems: [found.problem] }
  if ('outside' in found) return { ...none, notes: [found.outside] }
  const family = linked(parent, found.employeeId, relation, context)
  return { ...family, notes: [...found.notes, ...family.notes] }
}

/** The guardians of one row, out of what it writes of parents and what a person answered about them. */
export const familyOf = (
  { parents }: Pick<WrittenChild, 'parents'>,
  { answers, relation }: { answers: ParentAnswers; relation: Relation | undefined },
  context: FamilyContext,
): Family => {
  // A parent whom the row does not write at all may still have been chosen.
  const chosen = answers.parent
  const written: WrittenParent[] =
    parents.length === 0 && typeof chosen === 'string'
      ? [{ slot: 'parent', name: '', code: '', unit: '', shared: false, relation: null }]
      : [...parents]
  if (written.length === 0) return { ...none, problems: [{ reason: 'parentMissing' }] }
  const each = written.map((parent) => familyOfOne(parent, answers, parent.slot === 'parent' ? relation : undefined, context))
  const guardians = each.flatMap((one) => one.guardians)
  const problems = each.flatMap((one) => one.problems)
  const distinct = new Set(guardians.map(({ employeeId }) => employeeId)).size
  const all: FamilyProblem[] = [
    ...problems,
    ...(problems.length === 0 && guardians.length === 0 ? [{ reason: 'noEmployee' as const }] : []),
    ...(distinct < guardians.length || guardians.length > 2 ? [{ reason: 'parentTwice' as const }] : []),
  ]
  return { guardians, problems: all, notes: each.flatMap((one) => one.notes) }
}
