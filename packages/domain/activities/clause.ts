/** communication II.1, donation II.2, gift II.3, award II.4, movement II.5, organisation IV */
export const activityKinds = ['communication', 'donation', 'gift', 'award', 'movement', 'organisation'] as const
export type ActivityKind = (typeof activityKinds)[number]

/** Of a unit in an activity: chủ trì, phối hợp */
export const unitParts = ['lead', 'support'] as const
export type UnitPart = (typeof unitParts)[number]

/** A place in the plan, such as "II.3" or "IV". */
export const clausePattern = /^[IVX]{1,5}(\.\d{1,2})?$/

const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

const romanValue = (roman: string): number => {
  const digits = [...roman].map((letter) => values[letter] ?? 0)
  return digits.reduce((sum, value, at) => sum + (value < (digits[at + 1] ?? 0) ? -value : value), 0)
}

/** Where a clause stands in the plan: II.2 before II.10 before IV. */
export const clauseOrder = (clause: string): number => {
  const [roman = '', number = '0'] = clause.split('.')
  return romanValue(roman) * 100 + Number(number)
}
