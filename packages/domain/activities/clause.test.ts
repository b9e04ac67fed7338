import { describe, expect, test } from 'vitest'
import { clauseOrder, clausePattern } from './clause.ts'

describe('clauses of a plan', () => {
  test('stand in the order of the plan', () => {
    const clauses = ['IV.2', 'II.10', 'I', 'III', 'II.2', 'IX', 'IV.1', 'V', 'II.1']
    expect(clauses.toSorted((left, right) => clauseOrder(left) - clauseOrder(right))).toEqual([
      'I',
      'II.1',
      'II.2',
      'II.10',
      'III',
      'IV.1',
      'IV.2',
      'V',
      'IX',
    ])
  })

  test.each([
    ['II.1', true],
    ['IV', true],
    ['2.1', false],
    ['II.', false],
    ['II.1.a', false],
    ['', false],
  ])('%j: %s', (clause, valid) => {
    expect(clausePattern.test(clause)).toBe(valid)
  })
})
