import { describe, expect, test } from 'vitest'
import { escalates } from './chases.ts'
import { extend, firstDayOfExtension } from './extensions.ts'
import { isComplete, missingOf, type Submission } from './submission.ts'
import { taskStatuses } from './transitions.ts'

const none = { reach: null, sessions: null, participants: null, children: null, cost: null }
const whole: Submission = {
  evidenceAsked: [{ kind: 'photo', count: 1, label: 'Ảnh băng rôn' }],
  figuresAsked: ['reach', 'cost'],
  figures: { ...none, reach: 0, cost: 500_000 },
  mediaTypes: ['image/jpeg'],
  steps: [
    { title: 'Mời dự', assigneeId: null, done: false },
    { title: 'Chụp ảnh', assigneeId: 'a', done: true },
  ],
}

const table: [string, Partial<Submission>, boolean, object][] = [
  ['all is there; an open line of the checklist only warns', {}, true, { lines: [{ title: 'Mời dự' }] }],
  ['a photo is missing', { mediaTypes: ['application/pdf'] }, false, { evidence: [{ kind: 'photo', count: 1, there: 0 }] }],
  ['nothing is asked, yet a result needs a proof', { evidenceAsked: [], mediaTypes: [] }, false, { anyFile: true }],
  ['nothing is asked, and a proof is there', { evidenceAsked: [] }, true, { anyFile: false }],
  ['a figure is missing', { figures: { ...none, reach: 3 } }, false, { figures: ['cost'] }],
  ['a figure that was not asked may be missing', { figuresAsked: ['reach'], figures: { ...none, reach: 3 } }, true, { figures: [] }],
  [
    'a part of an employee is open',
    { steps: [{ title: 'Chụp ảnh', assigneeId: 'a', done: false }] },
    false,
    { parts: [{ title: 'Chụp ảnh' }], lines: [] },
  ],
]

describe('a report to the office', () => {
  test.each(table)('%s', (_, change, complete, missing) => {
    const found = missingOf({ ...whole, ...change })
    expect(found).toMatchObject(missing)
    expect(isComplete(found)).toBe(complete)
  })
})

describe('leadership is told', () => {
  test.each([
    [0, false],
    [1, false],
    [2, true],
    [3, true],
  ])('after %i chases of 2: %s', (chases, told) => {
    expect(escalates({ status: 'assigned', escalatedAt: null, chases }, 2)).toBe(told)
  })

  test('once, and of what still waits for its unit', () => {
    expect(escalates({ status: 'assigned', escalatedAt: new Date(), chases: 5 }, 2)).toBe(false)
    expect(taskStatuses.filter((status) => escalates({ status, escalatedAt: null, chases: 2 }, 2))).toEqual([
      'assigned',
      'acknowledged',
      'inProgress',
      'returned',
    ])
  })
})

describe('an extension', () => {
  test.each([
    ['2021-06-25', '2021-06-20', '2021-06-26'],
    ['2021-06-19', '2021-06-20', '2021-06-20'],
    ['2021-06-01', '2021-06-20', '2021-06-20'],
  ])('of %s on %s leads to %s at the earliest', (dueOn, today, first) => {
    expect(firstDayOfExtension(dueOn, today)).toBe(first)
  })

  test('keeps the day that was given first', () => {
    const once = extend({ dueOn: '2021-06-20', firstDueOn: null }, '2021-06-25')
    expect(once).toEqual({ dueOn: '2021-06-25', firstDueOn: '2021-06-20' })
    expect(extend(once, '2021-06-28')).toEqual({ dueOn: '2021-06-28', firstDueOn: '2021-06-20' })
  })
})
