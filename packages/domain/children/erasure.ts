import type { IsoDate } from '../dates.ts'
import { foldText } from '../text.ts'

/** What stands in lists and documents in the place of an erased name. */
export const erasedName = 'Đã xóa theo yêu cầu'

/** A day of birth that tells no more than the age on 1 June of any year, by which the figures count. */
export const roundedBirth = (birthDate: IsoDate): IsoDate => `${birthDate.slice(0, 4)}-${birthDate.slice(5) <= '06-01' ? '01-01' : '06-02'}`

/** A name of two words is too short to be found in running text for sure: it may be part of another's. */
export const leastWords = 3

/**
 * Whether a name in running text can only mean this child: three words or more, and nobody else known is called so,
 * nor by a longer name that has it in it.
 */
export const isTelling = (name: string, others: readonly string[]): boolean => {
  const folded = foldText(name)
  return folded.split(' ').length >= leastWords && !others.some((other) => foldText(other).includes(folded))
}
