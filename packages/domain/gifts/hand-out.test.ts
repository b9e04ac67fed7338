import { expect, test } from 'vitest'
import { handedOutAt, requireAnother, requireGiver } from './hand-out.ts'

const at = (hour: number) => new Date(`2021-06-01T${String(hour).padStart(2, '0')}:00:00Z`)

test.each([
  ['told at once', undefined, at(8), at(10)],
  ['told later', at(9), at(8), at(9)],
  ['a clock that is ahead', at(11), at(8), at(10)],
  ['a clock that is behind', at(7), at(8), at(8)],
  ['behind, and nobody approved', at(7), null, at(7)],
])('%s', (_, givenAt, approvedAt, expected) => expect(handedOutAt(givenAt, { now: at(10), approvedAt })).toEqual(expected))

test('nobody takes back what they gave themselves', () => {
  expect(() => requireAnother('union', { handedOutById: 'union' })).toThrow('UNDO_BY_ANOTHER')
  expect(() => requireAnother('leader', { handedOutById: 'union' })).not.toThrow()
})

test('nobody gives in the name of another; who says nothing gives in the own', () => {
  expect(() => requireGiver('leader', 'union')).toThrow('GIVEN_BY_ANOTHER')
  expect(() => requireGiver('union', 'union')).not.toThrow()
  expect(() => requireGiver('union', undefined)).not.toThrow()
})
