import { expect, test } from 'vitest'
import { bucketOf } from './buckets.ts'

test.each([
  ['accepted', '2021-06-01', '2021-06-01', null],
  ['submitted', '2021-06-01', '2021-06-05', 'waiting'],
  ['assigned', '2021-06-19', null, 'late'],
  ['returned', '2021-06-20', null, 'today'],
  ['inProgress', '2021-06-27', null, 'week'],
  ['acknowledged', '2021-06-28', null, 'later'],
] as const)('%s, due %s: %s', (status, dueOn, submittedOn, expected) => {
  expect(bucketOf({ status, dueOn, submittedOn }, '2021-06-20')).toBe(expected)
})
