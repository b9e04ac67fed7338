import { bucketsOf, likelyScore, likenessOf } from './duplicates.ts'
import { identityOf, isSame, type Person, shareGuardian } from './import-cluster.ts'
import type { Sex } from './import-row.ts'
import type { SchoolLevel } from './import-school.ts'

export type KnownChild = Person & {
  id: string
  version: number
  sex: Sex
  schoolLevel: SchoolLevel | null
  school: string
  className: string
  circumstances: string
  active: boolean
  /** Made one with another record: found nowhere any more, but an old list still names it. */
  merged: boolean
}

/** A person's word on whom a row means: a child that is known, or one that is not. */
export type ChildAnswer = { is: string } | 'new'

export type Match = { child: KnownChild } | { create: true; apartFrom: string[] } | { candidates: string[] }

type UnitOf = (employeeId: string) => string
type Indexed<One> = { one: One; person: Person }

const comparable = ({ name, birthDate, guardians }: Person, unitOf: UnitOf) => {
  const guardianIds = guardians.map(({ employeeId }) => employeeId)
  return { name, birthDate, guardianIds, unitIds: guardianIds.map(unitOf) }
}

/** Finds who looks like somebody without holding everybody against everybody. */
export const likenessIndex = <One>(unitOf: UnitOf) => {
  const buckets = new Map<string, Indexed<One>[]>()
  return {
    add: (one: One, person: Person): void => {
      for (const key of new Set(bucketsOf(comparable(person, unitOf)))) buckets.set(key, [...(buckets.get(key) ?? []), { one, person }])
    },
    /** Those a person should look at, the likeliest first. */
    like: (person: Person): One[] => {
      const asked = comparable(person, unitOf)
      const near = new Set(bucketsOf(asked).flatMap((key) => buckets.get(key) ?? []))
      return [...new Map([...near].map((entry) => [entry.one, entry.person]))]
        .map(([one, other]) => ({ one, score: likenessOf(asked, comparable(other, unitOf)).score }))
        .filter(({ score }) => score >= likelyScore)
        .toSorted((left, right) => right.score - left.score)
        .map(({ one }) => one)
    },
  }
}

const mostCandidates = 5

/** Who of the children that are known a row means: surely, perhaps, or nobody. */
export const matcherOf = (children: readonly KnownChild[], unitOf: UnitOf) => {
  const byId = new Map(children.map((child) => [child.id, child]))
  const byIdentity = new Map<string, KnownChild[]>()
  const index = likenessIndex<KnownChild>(unitOf)
  for (const child of children) {
    byIdentity.set(identityOf(child), [...(byIdentity.get(identityOf(child)) ?? []), child])
    if (child.active && !child.merged) index.add(child, child)
  }
  const certain = (person: Person): KnownChild | undefined => {
    const same = (byIdentity.get(identityOf(person)) ?? []).filter((child) => isSame(child, person))
    const standing = same.filter(({ merged }) => !merged)
    const sharing = (standing.length > 0 ? standing : same).filter((child) => shareGuardian(child, person))
    const [first, ...others] = sharing.length > 0 ? sharing : standing.filter(({ active }) => active)
    return others.length === 0 ? first : undefined
  }
  return (person: Person, answer: ChildAnswer | undefined): Match => {
    const named = answer !== undefined && answer !== 'new' ? byId.get(answer.is) : undefined
    if (named) return { child: named }
    const sure = certain(person)
    // Sent again, what was made as another child is found by its guardian.
    if (sure && (answer !== 'new' || shareGuardian(sure, person))) return { child: sure }
    const like = index
      .like(person)
      .slice(0, mostCandidates)
      .map(({ id }) => id)
    return like.length === 0 || answer === 'new' ? { create: true, apartFrom: like } : { candidates: like }
  }
}
