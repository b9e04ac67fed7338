import { daysBetween, type IsoDate } from '../dates.ts'
import { referencesIn } from '../donations/reference.ts'
import { wordsOf } from './cell.ts'

export const suggestionReasons = ['reference', 'cutReference', 'nearReference', 'amount', 'pledgedAmount', 'name', 'near'] as const
export type SuggestionReason = (typeof suggestionReasons)[number]

export type LineToMatch = { day: IsoDate; text: string; name: string; reference: string; rest: number }
/** `left` is what the pledge still expects, 0 when it is kept; null for goods, which no transfer brings. */
export type PledgeToMatch = { id: string; reference: string; donorName: string; amount: number | null; left: number; open: boolean }
/** A transfer that somebody recorded by hand and no line was linked to yet. */
export type DonationToMatch = { id: string; donorName: string; amount: number; receivedOn: IsoDate; pledgeReference: string | null }

export type SuggestedPart = { kind: 'pledge' | 'donation'; id: string; amount: number }
/** `certain`: reference and amount both say so. What is suggested is never done by itself. */
export type Suggestion = { parts: SuggestedPart[]; reasons: SuggestionReason[]; score: number; certain: boolean }

const weights: Record<SuggestionReason, number> = {
  reference: 100,
  cutReference: 45,
  nearReference: 40,
  amount: 20,
  pledgedAmount: 12,
  name: 30,
  near: 10,
}

const nearDays = 5

const compact = (text: string): string => wordsOf(text).replaceAll(' ', '').toUpperCase()

/** A name as banks print it, whole and in order: "NGUYEN VAN A"; one word alone is nobody. */
const isNamed = (padded: string, name: string): boolean => {
  const words = wordsOf(name)
  return words.includes(' ') && padded.includes(` ${words} `)
}

/** The end of a line that the bank cut within a reference: at least CT and four digits of it. */
const isCut = (letters: string, reference: string): boolean => {
  for (let kept = reference.length - 1; kept >= 6; kept--) if (letters.endsWith(reference.slice(0, kept))) return true
  return false
}

const isNear = (letters: string, reference: string): boolean => {
  for (let at = letters.indexOf('CT'); at >= 0; at = letters.indexOf('CT', at + 1)) {
    const there = letters.slice(at, at + reference.length)
    if (there.length < reference.length) continue
    let wrong = 0
    for (let index = 0; index < reference.length; index++) if (there[index] !== reference[index]) wrong++
    if (wrong === 1) return true
  }
  return false
}

type Read = { line: LineToMatch; letters: string; padded: string; references: ReadonlySet<string> }

const readLine = (line: LineToMatch): Read => {
  const told = `${line.text} ${line.name}`
  return { line, letters: compact(line.text), padded: ` ${wordsOf(told)} `, references: new Set(referencesIn(line.text)) }
}

const byReference = ({ letters, references }: Read, reference: string): SuggestionReason[] => {
  if (references.has(reference)) return ['reference']
  if (isCut(letters, reference)) return ['cutReference']
  return isNear(letters, reference) ? ['nearReference'] : []
}

const suggestion = (parts: SuggestedPart[], reasons: SuggestionReason[]): Suggestion => ({
  parts,
  reasons,
  score: reasons.reduce((sum, reason) => sum + weights[reason], 0),
  certain: reasons.includes('reference') && reasons.includes('amount'),
})

const ofPledge = (read: Read, pledge: PledgeToMatch): Suggestion[] => {
  const told = byReference(read, pledge.reference)
  // Money with its reference is this pledge's even when nothing more was expected of it.
  if (pledge.amount === null || (!pledge.open && !told.includes('reference'))) return []
  const { rest } = read.line
  const reasons: SuggestionReason[] = [
    ...told,
    ...(pledge.left === rest ? ['amount' as const] : pledge.amount === rest ? ['pledgedAmount' as const] : []),
    ...(isNamed(read.padded, pledge.donorName) ? ['name' as const] : []),
  ]
  // A sum that happens to fit, without a name or a reference, says too little.
  if (told.length === 0 && !reasons.includes('name')) return []
  return [suggestion([{ kind: 'pledge', id: pledge.id, amount: rest }], reasons)]
}

const ofDonation = (read: Read, donation: DonationToMatch): Suggestion[] => {
  const { rest, day } = read.line
  const apart = Math.abs(daysBetween(donation.receivedOn, day))
  if (donation.amount > rest || apart > 30) return []
  const told = donation.pledgeReference === null ? [] : byReference(read, donation.pledgeReference)
  const reasons: SuggestionReason[] = [
    ...told,
    ...(donation.amount === rest ? ['amount' as const] : []),
    ...(isNamed(read.padded, donation.donorName) ? ['name' as const] : []),
    ...(apart <= nearDays ? ['near' as const] : []),
  ]
  const fits = reasons.includes('amount') && (reasons.includes('near') || told.length > 0)
  if (!fits && !(told.includes('reference') || (reasons.includes('name') && reasons.includes('near')))) return []
  const one = suggestion([{ kind: 'donation', id: donation.id, amount: donation.amount }], reasons)
  // It is there already: to record it again would count it twice.
  return [{ ...one, score: one.score + (fits ? 60 : 0) }]
}

/** A transfer that names several pledges and brings exactly what they still expect. */
const ofSeveral = ({ references, line }: Read, pledges: readonly PledgeToMatch[]): Suggestion[] => {
  const named = pledges.filter(({ reference, left }) => references.has(reference) && left > 0)
  if (named.length < 2 || named.reduce((sum, { left }) => sum + left, 0) !== line.rest) return []
  const parts = named.map(({ id, left }) => ({ kind: 'pledge' as const, id, amount: left }))
  const both = suggestion(parts, ['reference', 'amount'])
  return [{ ...both, score: both.score + 50 }]
}

const enough = 3

/**
 * What a line may be, the likeliest first, three at most, each with its reasons. Nothing is certain that more than one pledge or
 * donation may claim with the same right.
 */
export const suggestionsFor = (
  line: LineToMatch,
  { pledges, donations }: { pledges: readonly PledgeToMatch[]; donations: readonly DonationToMatch[] },
): Suggestion[] => {
  if (line.rest <= 0) return []
  const read = readLine(line)
  const found = [
    ...ofSeveral(read, pledges),
    ...donations.flatMap((donation) => ofDonation(read, donation)),
    ...pledges.flatMap((pledge) => ofPledge(read, pledge)),
  ].sort((one, other) => other.score - one.score)
  const claims = found.filter(({ certain }) => certain)
  const [best] = claims
  const rivals = claims.some((other) => other !== best && other.score === best?.score)
  return found.slice(0, enough).map((one) => ({ ...one, certain: one.certain && one === best && one === found[0] && !rivals }))
}
