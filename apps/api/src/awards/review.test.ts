import { audit } from '@chung-tay/contracts/audit'
import type { Contract } from '@chung-tay/contracts/contract'
import { nominations } from '@chung-tay/contracts/nominations'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeAwardTier, makeNomination } from '@chung-tay/testing/awards'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild } from '@chung-tay/testing/children'
import { makePhoto } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let head: Person
let parent: Person
let stranger: Person
let campaignId: string
let tierId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  head = await api.person(['unitHead'])
  parent = await api.person([], { unitId: head.employee.unitId })
  stranger = await api.person()
})
afterAll(() => api.stop())

beforeEach(async () => {
  campaignId = (await makeCampaign(api.db)).id
  tierId = (await makeAwardTier(api.db, { campaignId })).id
})

const absent = '01890000-0000-7000-8000-000000000000'
const ownChild = (overrides: Parameters<typeof makeChild>[1] = {}) =>
  makeChild(api.db, { guardians: [{ employeeId: parent.employee.id, relation: 'father' }], ...overrides })

const evidence = async (who: Person) => [(await makePhoto(api.db, who.userId)).id]
const words = { school: 'Trường Tiểu học Ngô Sĩ Liên', className: '4A', schoolLevel: 'primary' as const, achievement: 'Hoàn thành xuất sắc' }
const nominated = async (overrides: Omit<Parameters<typeof makeNomination>[1], 'submittedById'> = {}) =>
  makeNomination(api.db, { tierId, childId: (await ownChild()).id, submittedById: parent.userId, ...overrides })

describe('review', () => {
  const reason = { reason: 'Thiếu giấy khen' }
  const steps: [string, Contract, object][] = [
    ['approve', nominations.approve, {}],
    ['return', nominations.return, { body: reason }],
    ['reject', nominations.reject, { body: reason }],
  ]
  test.each(steps)('%s is the union’s', async (_, contract, input) => {
    const { id } = await nominated()
    const send = async (who: Pick<Person, 'call'>, recordId = id) =>
      (await who.call(contract, { params: { id: recordId }, ...input } as never, { version: 1 })).status
    expect(await send({ call: api.call })).toBe(401)
    expect([await send(parent), await send(head), await send(await api.person(['leadership']))]).toEqual([403, 403, 403])
    expect(await send(union, absent)).toBe(404)
    expect(await send(union)).toBe(200)
    expect(await send(union)).toBe(412)
  })

  test('returned with a reason, mended, sent again, approved', async () => {
    const { id, childId } = await nominated()
    const returned = await union.call(nominations.return, { params: { id }, body: reason }, { version: 1 })
    expect(returned.json).toMatchObject({ status: 'returned', reviewReason: 'Thiếu giấy khen' })
    expect((await union.call(nominations.approve, { params: { id } }, { version: 2 })).json.code).toBe('TRANSITION_NOT_ALLOWED')
    const body = { ...words, childId, tierId, className: '4B', fileIds: await evidence(parent) }
    expect((await stranger.call(nominations.update, { params: { id }, body }, { version: 2 })).status).toBe(404)
    const mended = await parent.call(nominations.update, { params: { id }, body }, { version: 2 })
    expect(mended.json).toMatchObject({ className: '4B', status: 'returned', version: 3 })
    expect((await stranger.call(nominations.resubmit, { params: { id } }, { version: 3 })).status).toBe(404)
    expect((await parent.call(nominations.resubmit, { params: { id } }, { version: 3 })).json.status).toBe('submitted')
    expect((await union.call(nominations.approve, { params: { id } }, { version: 4 })).json).toMatchObject({ status: 'approved', reviewReason: null })
    const tooLate = await parent.call(nominations.update, { params: { id }, body: { ...body, fileIds: [] } }, { version: 5 })
    expect(tooLate.json.code).toBe('TRANSITION_NOT_ALLOWED')
    const history = await parent.call(audit.history, { params: { subject: 'Nomination', id } })
    expect(history.json.items.map(({ action }) => action)).toEqual([
      'approveNomination',
      'resubmitNomination',
      'updateNomination',
      'returnNomination',
    ])
    expect(history.json.items.at(-1)?.reason).toBe('Thiếu giấy khen')
  })

  test('the wrong child is exchanged for the right one of the own scope', async () => {
    const first = await nominated()
    const second = await nominated()
    const right = await ownChild()
    const update = async (childId: string, who = parent) =>
      who.call(nominations.update, { params: { id: first.id }, body: { ...words, childId, tierId, fileIds: [] } }, { version: 1 })
    expect((await update((await makeChild(api.db)).id)).status).toBe(404)
    expect((await update(second.childId)).json.code).toBe('ALREADY_NOMINATED')
    expect((await update(right.id)).json).toMatchObject({ childId: right.id, unitId: parent.employee.unitId })
  })

  test('two reviewers at once decide once', async () => {
    const { id } = await nominated()
    const answers = await Promise.all([
      union.call(nominations.approve, { params: { id } }, { version: 1 }),
      union.call(nominations.reject, { params: { id }, body: reason }, { version: 1 }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
  })

  test('the reviewer is told what to look at', async () => {
    const birthDate = toDbDate('2012-03-09')
    const child = await ownChild({ name: 'Đặng Thị Hồng', birthDate, schoolLevel: 'lowerSecondary' })
    await nominated({ childId: (await makeChild(api.db, { name: 'Dang Thi Hong', birthDate })).id })
    const { id } = await nominated({ childId: child.id, achievement: 'Hoàn thành tốt' })
    const { json } = await union.call(nominations.get, { params: { id } })
    expect(json.checks.filter(({ passed }) => passed === false).map(({ rule }) => rule)).toEqual(['levelAsRecorded', 'excellentWording', 'notTwice'])
    expect(json.namesakes).toEqual(['Dang Thi Hong'])
    expect((await parent.call(nominations.get, { params: { id } })).json).toMatchObject({ checks: [], namesakes: [] })
  })
})
