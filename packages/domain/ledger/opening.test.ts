import { expect, test } from 'vitest'
import { type OpeningFacts, openingObstacle } from './opening.ts'

const facts: OpeningFacts = { enteredOn: '2021-01-01', firstEntryOn: '2021-06-02', closedUntil: null, standing: false }

test.each<[string, Partial<OpeningFacts>, string | null]>([
  ['before everything else', {}, null],
  ['of a fund with nothing else', { firstEntryOn: null }, null],
  ['on the day of the first entry', { enteredOn: '2021-06-02' }, null],
  ['after the first entry', { enteredOn: '2021-06-03' }, 'after_first_entry'],
  ['twice', { standing: true }, 'exists'],
  ['once the books were closed, even until an earlier day', { closedUntil: '2020-12-31' }, 'books_closed'],
])('%s', (_, overrides, obstacle) => {
  expect(openingObstacle({ ...facts, ...overrides })).toBe(obstacle)
})
