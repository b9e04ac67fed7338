import type { IsoDate } from '../dates.ts'
import { foldText } from '../text.ts'
import { type GuardianState, maxGuardians } from './guardians.ts'
import type { GuardianLink } from './import-family.ts'
import type { Sex } from './import-row.ts'

/** A child as far as it is told from others. */
export type Person = { name: string; birthDate: IsoDate; sex: Sex; guardians: readonly GuardianLink[] }

export const identityOf = ({ name, birthDate }: Pick<Person, 'name' | 'birthDate'>): string => `${foldText(name)} ${birthDate}`

export const shareGuardian = (left: Pick<Person, 'guardians'>, right: Pick<Person, 'guardians'>): boolean =>
  left.guardians.some(({ employeeId }) => right.guardians.some((other) => other.employeeId === employeeId))

/** The guardians of both, those of the first as they are. */
export const joined = (first: readonly GuardianLink[], second: readonly GuardianLink[]): GuardianLink[] => [
  ...first,
  ...second.filter(({ employeeId }) => !first.some((link) => link.employeeId === employeeId)),
]

const twoOf = (links: readonly GuardianLink[], relation: GuardianState['relation']) => links.filter((link) => link.relation === relation).length > 1

/** Whether two records of one name and day may be a child of both: mother on one row, father on the other. */
export const completes = (left: Person, right: Person): boolean => {
  const both = joined(left.guardians, right.guardians)
  return left.sex === right.sex && both.length <= maxGuardians && !twoOf(both, 'mother') && !twoOf(both, 'father')
}

/** Whether two records of one name and day are taken for one child without asking. */
export const isSame = (left: Person, right: Person): boolean => shareGuardian(left, right) || completes(left, right)
