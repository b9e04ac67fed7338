import { type MergeChoice, mergeFields } from '@chung-tay/domain/children/merge'
import { z } from 'zod'
import type { WholeChild } from './merge-records.ts'

const relation = z.enum(['father', 'mother', 'guardian'])
const guardians = z.array(z.object({ employeeId: z.string(), relation }))
const ids = z.array(z.string())
const described = z.object({
  name: z.string(),
  birthDate: z.string(),
  sex: z.enum(['female', 'male']),
  schoolLevel: z.enum(['preschool', 'primary', 'lowerSecondary', 'upperSecondary']).nullable(),
  school: z.string(),
  className: z.string(),
  circumstances: z.string(),
  active: z.boolean(),
})
export type Described = z.output<typeof described>

/** All that a merge changed, as `ChildMerge.moved` keeps it. */
export const moved = z.object({
  kept: z.object({ fields: described, guardians, notSameAs: ids }),
  made: z.object({ fields: described, guardians, notSameAs: ids }),
  gone: z.object({ active: z.boolean(), guardians }),
  consentIds: ids,
  lineIds: ids,
  excludeIds: ids,
  nominationIds: ids,
  fileIds: ids,
  requestIds: ids,
  publicationIds: ids.default([]),
  twice: z.object({ gifts: z.array(z.string()), awards: z.array(z.int()) }),
})
export type Moved = z.output<typeof moved>

export const fieldsOf = ({ name, birthDate, sex, schoolLevel, school, className, circumstances, active }: WholeChild): Described => ({
  ...{ name, sex, schoolLevel, school, className, circumstances, active },
  birthDate: birthDate.toISOString(),
})
export const guardiansOf = ({ guardians }: WholeChild) =>
  guardians.map(({ employeeId, relation }) => ({ employeeId, relation })).toSorted((left, right) => (left.employeeId < right.employeeId ? -1 : 1))

export const chosen = (kept: WholeChild, gone: WholeChild, choice: MergeChoice): Described => {
  const [own, other] = [fieldsOf(kept), fieldsOf(gone)]
  const picked = Object.fromEntries(mergeFields.map((field) => [field, (choice[field] === 'gone' ? other : own)[field]]))
  return described.parse({ ...picked, active: own.active || other.active })
}
