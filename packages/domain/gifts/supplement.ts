import { DomainError } from '../errors.ts'
import type { Transitions } from '../transitions.ts'
import type { Entitlement, LeftOutReason } from './entitlement.ts'

export type SupplementStatus = 'draft' | 'submitted' | 'approved'
export type SupplementAction = 'edit' | 'submit' | 'approve' | 'return'

/** Children who come onto an approved list later: one supplement at a time, approved like the list. */
export const supplementTransitions: Transitions<SupplementStatus, SupplementAction> = {
  draft: { edit: 'draft', submit: 'submitted' },
  submitted: { approve: 'approved', return: 'draft' },
  approved: {},
}

/** What nobody sets aside by hand: the family’s no, a closed record, and a second gift. */
export const firmReasons: readonly LeftOutReason[] = ['inactive', 'consentWithdrawn', 'onAnotherList']

/**
 * A person may put a child on a list that the rule leaves out, within limits. Gives the unit under which it is called.
 * @throws DomainError CHILD_STAYS_OUT with { childName, reasons }; without any parent at the agency there is no unit to call it under
 */
export const requireAddable = (childName: string, { reasons, unitId }: Pick<Entitlement, 'reasons' | 'unitId'>): string => {
  const firm = reasons.filter((reason) => firmReasons.includes(reason))
  if (firm.length > 0 || unitId === null)
    throw new DomainError('CHILD_STAYS_OUT', { childName, reasons: unitId === null ? [...firm, 'noGuardian'] : firm })
  return unitId
}
