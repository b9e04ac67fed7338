import { expect, test } from 'vitest'
import { mayAdvance } from '../transitions.ts'
import { decisionTransitions, type NominationAction, type NominationStatus, nominationTransitions } from './status.ts'

const actions: NominationAction[] = ['update', 'approve', 'return', 'reject', 'resubmit', 'decide']

test.each<[NominationStatus, NominationAction[]]>([
  ['submitted', ['update', 'approve', 'return', 'reject']],
  ['returned', ['update', 'resubmit']],
  ['approved', ['return', 'decide']],
  ['rejected', []],
  ['decided', []],
])('a nomination that is %s: %j', (status, allowed) => {
  expect(actions.filter((action) => mayAdvance(nominationTransitions, status, action))).toEqual(allowed)
})

test('a signed decision can neither grow nor be signed again', () => {
  expect([mayAdvance(decisionTransitions, 'signed', 'gather'), mayAdvance(decisionTransitions, 'signed', 'sign')]).toEqual([false, false])
})
