import type { IsoDate } from '../dates.ts'
import { foldText, givenNameOf } from '../text.ts'

/** What tells one child from another. `id` is missing while the child is being typed. */
export type Identity = {
  name: string
  birthDate: IsoDate
  guardianIds: readonly string[]
  unitIds: readonly string[]
}

export const likenessReasons = ['sameName', 'similarName', 'sameBirthDate', 'swappedBirthDate', 'sharedGuardian', 'sharedUnit'] as const
export type LikenessReason = (typeof likenessReasons)[number]
/** `score` from 0 to 110; from `likelyScore` on a person should look. */
export type Likeness = { score: number; reasons: LikenessReason[] }

export const likelyScore = 70
/** The most there is: everything but the second parent is the same. */
export const highestScore = 110

/** A score in a word. From 100 on the name, the day and a parent agree, but for a slip of the key. */
export const likelihoodOf = (score: number): 'high' | 'veryHigh' => (score >= 100 ? 'veryHigh' : 'high')

const weights: Record<LikenessReason, number> = {
  sameName: 50,
  similarName: 40,
  sameBirthDate: 35,
  swappedBirthDate: 30,
  sharedGuardian: 25,
  sharedUnit: 10,
}

const editDistance = (left: string, right: string): number => {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...left].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...right].entries()) {
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[right.length] ?? 0
}

const alike = (left: string, right: string): number => {
  const length = Math.max(left.length, right.length)
  return length === 0 ? 1 : 1 - editDistance(left, right) / length
}

/** From 0 to 1, marks ignored. The given name counts for half: "Minh Anh" and "Minh Châu" are siblings, not a slip of the key. */
export const nameSimilarity = (left: string, right: string): number => {
  const [first, second] = [foldText(left), foldText(right)]
  return (alike(first, second) + alike(givenNameOf(first), givenNameOf(second))) / 2
}

/** The day with day and month exchanged, as spreadsheets do it; null where that is no other day. */
export const swapDayAndMonth = (date: IsoDate): IsoDate | null => {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)]
  return Number(day) > 12 || day === month ? null : `${year}-${day}-${month}`
}

const overlap = (left: readonly string[], right: readonly string[]) => left.some((id) => right.includes(id))

const nameReason = (left: string, right: string): LikenessReason[] => {
  if (foldText(left) === foldText(right)) return ['sameName']
  return nameSimilarity(left, right) >= 0.8 ? ['similarName'] : []
}

const birthReason = (left: IsoDate, right: IsoDate): LikenessReason[] => {
  if (left === right) return ['sameBirthDate']
  return swapDayAndMonth(left) === right ? ['swappedBirthDate'] : []
}

// Who shares a parent shares the unit too: it says nothing more then.
const familyReason = (left: Identity, right: Identity): LikenessReason[] => {
  if (overlap(left.guardianIds, right.guardianIds)) return ['sharedGuardian']
  return overlap(left.unitIds, right.unitIds) ? ['sharedUnit'] : []
}

/** How likely two records are one child, and why. Names alone never reach `likelyScore`, nor do siblings of like names. */
export const likenessOf = (left: Identity, right: Identity): Likeness => {
  const reasons: LikenessReason[] = [
    ...nameReason(left.name, right.name),
    ...birthReason(left.birthDate, right.birthDate),
    ...familyReason(left, right),
  ]
  return { score: reasons.reduce((sum, reason) => sum + weights[reason], 0), reasons }
}

export type Known = Identity & { id: string; notSameAs: readonly string[] }
export type Pair = Likeness & { firstId: string; secondId: string }

const areKnownApart = (left: Known, right: Known) => left.notSameAs.includes(right.id) || right.notSameAs.includes(left.id)

/** What two children share who can be likely: the name, the day of birth either way round, a guardian. */
export const bucketsOf = ({ name, birthDate, guardianIds }: Identity): string[] => {
  const swapped = swapDayAndMonth(birthDate) ?? birthDate
  return [foldText(name), birthDate < swapped ? birthDate : swapped, ...guardianIds]
}

/** Every pair of children that may be one and was not found to be two, the likeliest first. */
export const likelyPairs = (children: readonly Known[]): Pair[] => {
  const buckets = new Map<string, Known[]>()
  const pairs = new Map<string, Pair>()
  for (const child of children) {
    for (const key of bucketsOf(child)) {
      const others = buckets.get(key) ?? []
      for (const other of others) {
        const likeness = likenessOf(other, child)
        if (likeness.score < likelyScore || areKnownApart(other, child)) continue
        pairs.set(`${other.id} ${child.id}`, { ...likeness, firstId: other.id, secondId: child.id })
      }
      buckets.set(key, [...others, child])
    }
  }
  return [...pairs.values()].toSorted((left, right) => right.score - left.score)
}
