import { expect, test } from 'vitest'
import { mayAdvance } from '../transitions.ts'
import { leftOutReasons } from './entitlement.ts'
import { requireAddable, type SupplementAction, type SupplementStatus, supplementTransitions } from './supplement.ts'

const actions: SupplementAction[] = ['edit', 'submit', 'approve', 'return']

test.each<[SupplementStatus, SupplementAction[]]>([
  ['draft', ['edit', 'submit']],
  ['submitted', ['approve', 'return']],
  ['approved', []],
])('%s: %j', (status, allowed) => {
  expect(actions.filter((action) => mayAdvance(supplementTransitions, status, action))).toEqual(allowed)
})

test.each(leftOutReasons.map((reason) => [reason, ['inactive', 'consentWithdrawn', 'onAnotherList'].includes(reason)] as const))(
  '%s: stays out %s',
  (reason, firm) => {
    const add = () => requireAddable('Vi Gia An', { reasons: [reason], unitId: 'office' })
    if (firm) expect(add).toThrow('CHILD_STAYS_OUT')
    else expect(add()).toBe('office')
  },
)

test('without a parent there is no unit to call it under', () => {
  expect(() => requireAddable('Vi Gia An', { reasons: [], unitId: null })).toThrow('CHILD_STAYS_OUT')
})
