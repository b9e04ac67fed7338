import { DomainError } from '../errors.ts'

type Plan = { theme: string; purpose: string; requirements: string; activities: number }

/** What a plan must say before it is laid before the leadership. */
export const missingFromPlan = (plan: Plan): ('theme' | 'purpose' | 'requirements' | 'activities')[] =>
  (['theme', 'purpose', 'requirements', 'activities'] as const).filter((part) => plan[part] === '' || plan[part] === 0)

/** @throws DomainError PLAN_INCOMPLETE with { missing } */
export const checkPlanComplete = (plan: Plan): void => {
  const missing = missingFromPlan(plan)
  if (missing.length > 0) throw new DomainError('PLAN_INCOMPLETE', { missing })
}

/** The school year that ends in the summer of a campaign: 2021 → "2020-2021". */
export const schoolYearOf = (year: number): string => `${year - 1}-${year}`
