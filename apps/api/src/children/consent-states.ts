import type { Consent, Prisma } from '@chung-tay/db/client'
import type { ConsentPurpose, ConsentState } from '@chung-tay/domain/children/consent'
import { fromDbDate } from '@chung-tay/domain/dates'

/** Consents as the rules read them. */
export const statesOf = (consents: readonly Pick<Consent, 'purpose' | 'withdrawnOn' | 'childAgreed'>[]): ConsentState[] =>
  consents.map(({ purpose, withdrawnOn, childAgreed }) => ({ purpose, childAgreed, withdrawnOn: withdrawnOn && fromDbDate(withdrawnOn) }))

/** The rule `isWithdrawn`, asked of the database. */
export const hasWithdrawn = (purpose: ConsentPurpose) =>
  ({ consents: { some: { purpose, withdrawnOn: { not: null } }, none: { purpose, withdrawnOn: null } } }) satisfies Prisma.ChildWhereInput
