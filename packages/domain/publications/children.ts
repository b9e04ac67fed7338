import { type ConsentState, isWithdrawn, mayUse } from '../children/consent.ts'
import { leastWords } from '../children/erasure.ts'
import type { IsoDate } from '../dates.ts'
import { cleanText } from '../text.ts'

export type PublishPurpose = 'publishName' | 'publishPhoto'
/** How a piece uses a child: by its name, by its picture, or both. */
export type Use = { named: boolean; pictured: boolean }

export const purposesOf = ({ named, pictured }: Use): PublishPurpose[] => [
  ...(named ? (['publishName'] as const) : []),
  ...(pictured ? (['publishPhoto'] as const) : []),
]

/** What a piece does with a child that is told of twice. */
export const joinUses = (one: Use, other: Use = { named: false, pictured: false }): Use => ({
  named: one.named || other.named,
  pictured: one.pictured || other.pictured,
})

/** What a piece may not do on a day: no consent in force, or none of the child itself from 7 years. */
export const uncovered = (use: Use, consents: readonly ConsentState[], birthDate: IsoDate, day: IsoDate): PublishPurpose[] =>
  purposesOf(use).filter((purpose) => !mayUse(consents, purpose, birthDate, day))

/** What must come down of a piece that is out. A child who has turned 7 since does not unmake what was published rightly. */
export const stoppedUses = (use: Use, consents: readonly ConsentState[]): PublishPurpose[] =>
  purposesOf(use).filter((purpose) => isWithdrawn(consents, purpose))

const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{M}]/u.test(character)

/** Whether a text has a whole name in it, in capitals too. A name of two words may be part of another’s and is not looked for. */
export const isNamedIn = (text: string, name: string): boolean => {
  const [where, what] = [cleanText(text).toLocaleLowerCase('vi'), cleanText(name).toLocaleLowerCase('vi')]
  if (what.split(' ').length < leastWords) return false
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    if (!isLetter(where[at - 1]) && !isLetter(where[at + what.length])) return true
  }
  return false
}
