import { expect, test } from 'vitest'
import { type GuardianState, unitOf } from './guardians.ts'

const guardian = (relation: GuardianState['relation'], unitId: string, overrides: Partial<GuardianState> = {}): GuardianState => ({
  employeeId: `${relation}-${unitId}`,
  unitId,
  relation,
  active: true,
  ...overrides,
})

test.each<[string, GuardianState[], string | undefined]>([
  ['the mother’s unit, whoever was entered first', [guardian('father', 'centre'), guardian('mother', 'office')], 'office'],
  ['the father’s where the mother works elsewhere', [guardian('father', 'centre')], 'centre'],
  ['the father’s once the mother has left', [guardian('mother', 'office', { active: false }), guardian('father', 'centre')], 'centre'],
  ['the smaller id’s of two guardians', [guardian('guardian', 'b'), guardian('guardian', 'a')], 'a'],
  ['none without a guardian who is employed', [guardian('mother', 'office', { active: false })], undefined],
])('the child is called under %s', (_, guardians, expected) => {
  expect(unitOf(guardians)).toBe(expected)
})
