import { describe, expect, test } from 'vitest'
import { type DigestTask, digestOf } from './digest.ts'

const today = '2021-06-20'
const head = { employeeId: 'h', headedUnitIds: ['a'] }
const employee = { employeeId: 'e', headedUnitIds: [] }
const task = (overrides: Partial<DigestTask> = {}): DigestTask => ({
  unitId: 'a',
  assigneeId: null,
  status: 'assigned',
  dueOn: '2021-06-22',
  submittedOn: null,
  ...overrides,
})

describe('the daily digest', () => {
  test.each([
    ['2021-06-19', 'late'],
    ['2021-06-20', 'soon'],
    ['2021-06-23', 'soon'],
    ['2021-06-24', null],
  ] as const)('due %s is %s on 2021-06-20', (dueOn, place) => {
    const digest = digestOf(head, [task({ dueOn })], today)
    expect(digest && (digest.late.length > 0 ? 'late' : 'soon')).toBe(place)
  })

  test.each(['submitted', 'accepted'] as const)('what is %s waits for nobody in the unit', (status) => {
    expect(digestOf(head, [task({ status, submittedOn: '2021-06-25', dueOn: '2021-06-01' })], today)).toBeNull()
  })

  test('concerns the head of the unit and whom the task was given to, and nobody else', () => {
    const mine = task({ assigneeId: 'e' })
    const other = task({ unitId: 'b', assigneeId: 'x' })
    expect(digestOf(employee, [mine, other], today)?.soon).toEqual([{ ...mine, daysLeft: 2 }])
    expect(digestOf(head, [mine, other], today)?.soon).toHaveLength(1)
    expect(digestOf({ employeeId: 'z', headedUnitIds: [] }, [mine, other], today)).toBeNull()
  })

  test('the oldest deadline comes first, with its days', () => {
    const digest = digestOf(head, [task({ dueOn: '2021-06-18' }), task({ dueOn: '2021-06-10', status: 'returned' })], today)
    expect(digest?.late.map(({ dueOn, daysLate }) => [dueOn, daysLate])).toEqual([
      ['2021-06-10', 10],
      ['2021-06-18', 2],
    ])
  })
})
