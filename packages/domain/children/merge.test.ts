import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nominationStatuses } from '../awards/status.ts'
import { consentPurposes } from './consent.ts'
import { type MergeRecord, planMerge, proposeChoice } from './merge.ts'

const nobody: MergeRecord = { guardians: [], consents: [], lines: [], nominations: [] }
const line = (id: string, overrides: Partial<MergeRecord['lines'][number]> = {}) => ({
  id,
  listId: 'list',
  gift: 'quà',
  listName: 'Quà 1/6',
  listStatus: 'approved' as const,
  excluded: false,
  handedOut: false,
  ...overrides,
})
const nomination = (id: string, status: (typeof nominationStatuses)[number]) => ({ id, campaignId: 'c', year: 2021, status })
const consent = (id: string, givenOn: string, withdrawnOn: string | null = null) => ({ id, purpose: 'gift' as const, givenOn, withdrawnOn })
const whyOf = (kept: Partial<MergeRecord>, gone: Partial<MergeRecord>) => {
  try {
    planMerge({ ...nobody, ...kept }, { ...nobody, ...gone })
    return 'merged'
  } catch (error) {
    return (error as { details: { why: string } }).details.why
  }
}

describe('the proposed side', () => {
  const said = { name: 'Đặng Thị Hồng', birthDate: '2014-03-09', sex: 'female', schoolLevel: null, school: '', className: '1A', circumstances: '' }
  test('is the one that says more, and the record that stays between equals', () => {
    const other = { ...said, name: 'Dang Thi Hong', birthDate: '2014-09-03', schoolLevel: 'primary', school: 'Trường Tiểu học', className: '' }
    expect(proposeChoice(said, other)).toEqual({
      ...{ name: 'kept', birthDate: 'kept', sex: 'kept', schoolLevel: 'gone', school: 'gone', className: 'kept', circumstances: 'kept' },
    })
    expect(proposeChoice(other, said).name).toBe('gone')
  })
})

describe('what a person must settle first', () => {
  test('three guardians, two nominations, a consent against a withdrawal', () => {
    const people = (...ids: string[]) => ({ guardians: ids.map((employeeId) => ({ employeeId, relation: 'mother' as const })) })
    expect(whyOf(people('a', 'b'), people('b'))).toBe('merged')
    expect(whyOf(people('a', 'b'), people('c'))).toBe('guardians')
    const nominated = (status: (typeof nominationStatuses)[number]) => ({ nominations: [nomination(status, status)] })
    expect(whyOf(nominated('submitted'), nominated('approved'))).toBe('nominations')
    expect(whyOf(nominated('decided'), nominated('rejected'))).toBe('merged')
    expect(whyOf(nominated('rejected'), nominated('decided'))).toBe('nominations')
    const given = { consents: [consent('given', '2021-05-20')] }
    const withdrawn = (day: string) => ({ consents: [consent('withdrawn', '2021-05-01', day)] })
    expect([whyOf(given, withdrawn('2021-06-01')), whyOf(withdrawn('2021-06-01'), given)]).toEqual(['consent', 'consent'])
    expect(whyOf(given, withdrawn('2021-05-10'))).toBe('merged')
  })
})

describe('on one list', () => {
  test.each<[string, boolean, boolean, string[], string[]]>([
    ['nobody has the gift: one line is left', false, false, ['gone'], []],
    ['the line that was handed out stays', false, true, ['kept'], []],
    ['the other way round', true, false, ['gone'], []],
    ['both were handed out: both stay and are told of', true, true, [], ['Quà 1/6']],
  ])('%s', (_, own, other, excludeIds, gifts) => {
    const plan = planMerge({ ...nobody, lines: [line('kept', { handedOut: own })] }, { ...nobody, lines: [line('gone', { handedOut: other })] })
    expect([plan.excludeIds, plan.lineIds, plan.twice.gifts]).toEqual([excludeIds, [], gifts])
  })
})

test('the same gift on two lists of a campaign is given once', () => {
  const other = line('gone', { listId: 'supplement' })
  const plan = planMerge({ ...nobody, lines: [line('kept')] }, { ...nobody, lines: [other] })
  expect([plan.excludeIds, plan.lineIds]).toEqual([['gone'], []])
})

const uniqueBy = <Item>(key: (item: Item) => string, arbitrary: fc.Arbitrary<Item>) => fc.uniqueArray(arbitrary, { selector: key, maxLength: 4 })
const records = (side: string) =>
  fc.record({
    guardians: fc.constant([]),
    consents: fc.array(
      fc.record({ id: fc.uuid(), purpose: fc.constantFrom(...consentPurposes), givenOn: fc.constant('2021-05-01'), withdrawnOn: fc.constant(null) }),
      {
        maxLength: 3,
      },
    ),
    lines: uniqueBy(
      ({ listId }) => listId,
      fc.record({ listId: fc.constantFrom('a', 'b', 'c', 'd'), excluded: fc.boolean(), handedOut: fc.boolean() }),
    ).map((lines) => lines.map((one) => line(`${side} ${one.listId}`, { ...one, gift: one.listId, excluded: one.excluded && !one.handedOut }))),
    nominations: uniqueBy(
      ({ campaignId }) => campaignId,
      fc.record({ campaignId: fc.constantFrom('a', 'b', 'c'), status: fc.constantFrom(...nominationStatuses) }),
    ).map((all) => all.map((one) => ({ ...one, id: `${side} ${one.campaignId}`, year: 2021 }))),
  })

test('whatever hangs on two records: no list gives a second gift, nobody loses the only one, nothing collides', () => {
  fc.assert(
    fc.property(records('kept'), records('gone'), (kept, gone) => {
      let plan: ReturnType<typeof planMerge>
      try {
        plan = planMerge(kept, gone)
      } catch {
        return
      }
      for (const listId of ['a', 'b', 'c', 'd']) {
        const lines = [...kept.lines, ...gone.lines].filter((one) => one.listId === listId)
        const waiting = (excluded: readonly string[]) => lines.filter((one) => !one.excluded && !one.handedOut && !excluded.includes(one.id)).length
        const given = lines.filter(({ handedOut }) => handedOut).length
        expect(waiting(plan.excludeIds)).toBeLessThanOrEqual(given > 0 ? 0 : 1)
        if (given === 0 && waiting([]) > 0) expect(waiting(plan.excludeIds)).toBe(1)
      }
      const keptLists = kept.lines.map(({ listId }) => listId)
      expect(gone.lines.filter(({ id, listId }) => plan.lineIds.includes(id) && keptLists.includes(listId))).toEqual([])
      const campaigns = [...kept.nominations, ...gone.nominations.filter(({ id }) => plan.nominationIds.includes(id))].map((one) => one.campaignId)
      expect(new Set(campaigns).size).toBe(campaigns.length)
      const purposes = kept.consents.map(({ purpose }) => purpose)
      expect(gone.consents.filter(({ id, purpose }) => plan.consentIds.includes(id) && purposes.includes(purpose))).toEqual([])
    }),
    { numRuns: 500 },
  )
})
