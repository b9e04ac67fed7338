export const relations = ['mother', 'father', 'guardian'] as const
export type Relation = (typeof relations)[number]

export type GuardianState = { employeeId: string; unitId: string; relation: Relation; active: boolean }

/** A child of two parents counts once; the database holds it too. */
export const maxGuardians = 2

/** The mother first, then the father, then others; the id decides between equals, so that the order is the same every time. */
export const guardianOrder = (left: { relation: Relation; employeeId: string }, right: { relation: Relation; employeeId: string }): number =>
  relations.indexOf(left.relation) - relations.indexOf(right.relation) || (left.employeeId < right.employeeId ? -1 : 1)

/** The unit under which a child is called: the mother's, else the first guardian's of those still employed. Undefined without any. */
export const unitOf = (guardians: readonly GuardianState[]): string | undefined =>
  guardians.filter(({ active }) => active).toSorted(guardianOrder)[0]?.unitId
