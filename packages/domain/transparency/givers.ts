import { foldText } from '../text.ts'

export type Giver = { name: string; publicName: string | null; anonymous: boolean; showAmount: boolean; amount: number; isEmployee: boolean }
export type NamedGiver = { name: string; amount: number | null }

const wordsOf = (name: string): string[] =>
  foldText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Names of two words and more, so that a short name alone does not silence every organisation that bears it. */
const longest = 8

/** Tells whether a text has a child's whole name in it, whatever its marks and case. */
export const findsChild = (children: readonly string[]): ((text: string) => boolean) => {
  const known = new Set(children.map((name) => wordsOf(name).join(' ')).filter((name) => name.includes(' ')))
  return (text) => {
    const words = wordsOf(text)
    const has = (from: number) =>
      Array.from({ length: longest - 1 }, (_, more) => words.slice(from, from + more + 2).join(' ')).some((part) => known.has(part))
    return words.some((_, from) => has(from))
  }
}

const collator = new Intl.Collator('vi')

/**
 * The roll of givers: who agreed, as they want to be named, in the order of the alphabet, for nobody is ranked by what they gave.
 * An amount stands only where its giver agreed to that as well. No child is ever named: a name that is a child's is counted with the others,
 * but for an employee under the own name, who is known to be another person.
 */
export const rollOfGivers = (givers: readonly Giver[], children: readonly string[]): { named: NamedGiver[]; unnamed: number } => {
  const isChild = findsChild(children)
  const shownName = (giver: Giver): string | null => {
    if (giver.anonymous) return null
    const name = giver.publicName ?? giver.name
    return isChild(name) && !(giver.isEmployee && giver.publicName === null) ? null : name
  }
  const named = givers.flatMap((giver): NamedGiver[] => {
    const name = shownName(giver)
    return name === null ? [] : [{ name, amount: giver.showAmount ? giver.amount : null }]
  })
  return { named: named.sort((a, b) => collator.compare(a.name, b.name)), unnamed: givers.length - named.length }
}
