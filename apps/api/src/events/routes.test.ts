import type { Contract } from '@chung-tay/contracts/contract'
import { events } from '@chung-tay/contracts/events'
import { makeUnit } from '@chung-tay/testing/agency'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeEvent } from '@chung-tay/testing/events'
import { makePhoto } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let head: Person
let foreignHead: Person
let campaignId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  head = await api.person(['unitHead'])
  foreignHead = await api.person(['unitHead'])
  campaignId = (await makeCampaign(api.db)).id
})
afterAll(() => api.stop())

const plan = (unitId = head.employee.unitId) => ({
  unitId,
  kind: 'outing' as const,
  name: 'Tham quan Bảo tàng',
  heldOn: '2021-06-26',
  place: 'Bảo tàng tỉnh',
})
const outcome = {
  heldOn: '2021-06-12',
  participants: 60,
  childrenReached: 45,
  cost: 6_500_000,
  incidents: 0,
  incidentNote: '',
  summary: 'Các cháu vui chơi an toàn.',
  fileIds: [] as string[],
}
const ownEvent = (overrides: Parameters<typeof makeEvent>[1] = {}) => makeEvent(api.db, { campaignId, unitId: head.employee.unitId, ...overrides })

describe('who may call what', () => {
  type Case = { contract: Contract; body?: () => object | Promise<object> }
  const cases: Case[] = [
    { contract: events.update, body: () => plan() },
    { contract: events.hold, body: () => outcome },
    { contract: events.cancel, body: () => ({ reason: 'Dịch bệnh' }) },
    { contract: events.attach, body: async () => ({ fileIds: [(await makePhoto(api.db, head.userId)).id] }) },
  ]
  test.each(cases.map((one) => [one.contract.operationId, one] as const))('%s', async (_, { contract, body }) => {
    const event = await ownEvent()
    const send = async (who: Pick<Person, 'call'>) =>
      (await who.call(contract, { params: { id: event.id }, ...(body && { body: await body() }) } as never, { version: 1 })).status
    expect(await send({ call: api.call })).toBe(401)
    expect(await send(await api.person(['communications']))).toBe(403)
    expect(await send(foreignHead)).toBe(404)
    expect(await send(head)).toBe(200)
  })

  test('everybody reads what is planned and held; what was called off only its unit and the offices', async () => {
    const params = { id: (await ownEvent()).id }
    const employee = await api.person([])
    expect((await api.call(events.get, { params })).status).toBe(401)
    expect((await employee.call(events.get, { params })).status).toBe(200)
    await head.call(events.cancel, { params, body: { reason: 'Dịch bệnh phức tạp' } }, { version: 1 })
    expect((await employee.call(events.get, { params })).status).toBe(404)
    expect((await foreignHead.call(events.get, { params })).status).toBe(404)
    expect((await head.call(events.get, { params })).json).toMatchObject({ status: 'cancelled', cancelReason: 'Dịch bệnh phức tạp' })
    expect((await union.call(events.get, { params })).status).toBe(200)
  })

  test('a head plans for the own unit alone, the union for all', async () => {
    const params = { campaignId }
    expect((await api.call(events.create, { params, body: plan() })).status).toBe(401)
    expect((await (await api.person([])).call(events.create, { params, body: plan() })).status).toBe(403)
    const foreign = await head.call(events.create, { params, body: plan(foreignHead.employee.unitId) })
    expect([foreign.status, foreign.json.details?.field]).toEqual([404, 'unitId'])
    expect((await head.call(events.create, { params, body: plan() })).json).toMatchObject({ status: 'planned', participants: 0, version: 1 })
    expect((await union.call(events.create, { params, body: plan((await makeUnit(api.db)).id) })).status).toBe(201)
    const own = await ownEvent()
    expect((await head.call(events.update, { params: { id: own.id }, body: plan(foreignHead.employee.unitId) }, { version: 1 })).status).toBe(404)
  })
})

describe('holding an event', () => {
  test('records its figures and photos, and puts them right later', async () => {
    const params = { id: (await ownEvent()).id }
    const photo = await makePhoto(api.db, head.userId)
    const held = await head.call(events.hold, { params, body: { ...outcome, fileIds: [photo.id] } }, { version: 1 })
    expect(held.json).toMatchObject({ status: 'held', participants: 60, childrenReached: 45, cost: 6_500_000, heldOn: '2021-06-12', version: 2 })
    expect(held.json.files.map(({ id }) => id)).toEqual([photo.id])
    const again = await head.call(events.hold, { params, body: { ...outcome, childrenReached: 46 } }, { version: 2 })
    expect(again.json).toMatchObject({ childrenReached: 46, version: 3 })
    expect((await head.call(events.cancel, { params, body: { reason: 'Nhầm' } }, { version: 3 })).json.code).toBe('TRANSITION_NOT_ALLOWED')
  })

  test('an incident needs its story, and the day is not in the future', async () => {
    const params = { id: (await ownEvent()).id }
    const silent = await head.call(events.hold, { params, body: { ...outcome, incidents: 1, incidentNote: '  ' } }, { version: 1 })
    expect([silent.status, silent.json.fields]).toEqual([400, [{ path: 'incidentNote', code: 'required' }]])
    const early = await head.call(events.hold, { params, body: { ...outcome, heldOn: '2021-06-21' } }, { version: 1 })
    expect([early.status, early.json.fields]).toEqual([400, [{ path: 'heldOn', code: 'in_the_future' }]])
    const negative = await head.call(events.hold, { params, body: { ...outcome, participants: -1, cost: 1.5 } }, { version: 1 })
    expect(negative.json.fields?.map(({ path }) => path)).toEqual(['participants', 'cost'])
    const today = await head.call(
      events.hold,
      { params, body: { ...outcome, heldOn: '2021-06-20', incidents: 1, incidentNote: 'Một cháu bị ngã, đã sơ cứu' } },
      { version: 1 },
    )
    expect(today.status).toBe(200)
  })

  test('held and called off at once: exactly one wins', async () => {
    const params = { id: (await ownEvent()).id }
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => head.call(events.hold, { params, body: outcome }, { version: 1 })),
      ...Array.from({ length: 4 }, () => head.call(events.cancel, { params, body: { reason: 'Dịch bệnh' } }, { version: 1 })),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(412)])
  })

  test('nothing is added to a closed year', async () => {
    const closed = await makeCampaign(api.db, { status: 'closed' })
    expect((await head.call(events.create, { params: { campaignId: closed.id }, body: plan() })).json.code).toBe('CAMPAIGN_CLOSED')
    const params = { id: (await ownEvent({ campaignId: closed.id })).id }
    expect((await head.call(events.hold, { params, body: outcome }, { version: 1 })).json.code).toBe('CAMPAIGN_CLOSED')
  })
})

test('the list filters by unit, kind, status and days, searches without marks, and exports what it shows', async () => {
  const { id } = await makeCampaign(api.db)
  const make = (name: string, day: string, overrides: Parameters<typeof makeEvent>[1] = {}) =>
    makeEvent(api.db, { campaignId: id, unitId: head.employee.unitId, name, heldOn: new Date(`${day}T00:00:00Z`), ...overrides })
  await make('Giải bóng đá thiếu nhi', '2021-06-05', { kind: 'sport', status: 'held' })
  await make('Đêm văn nghệ 1/6', '2021-06-01', { kind: 'culture' })
  await make('Tham quan Bảo tàng', '2021-06-12', { unitId: foreignHead.employee.unitId })
  const names = async (query: object) => (await union.call(events.list, { params: { campaignId: id }, query })).json.items.map(({ name }) => name)
  expect(await names({})).toEqual(['Đêm văn nghệ 1/6', 'Giải bóng đá thiếu nhi', 'Tham quan Bảo tàng'])
  expect(await names({ sort: '-heldOn', limit: 1 })).toEqual(['Tham quan Bảo tàng'])
  expect(await names({ kind: 'sport' })).toEqual(['Giải bóng đá thiếu nhi'])
  expect(await names({ status: 'held' })).toEqual(['Giải bóng đá thiếu nhi'])
  expect(await names({ unitId: foreignHead.employee.unitId })).toEqual(['Tham quan Bảo tàng'])
  expect(await names({ from: '2021-06-02', to: '2021-06-11' })).toEqual(['Giải bóng đá thiếu nhi'])
  expect(await names({ q: 'dem van nghe' })).toEqual(['Đêm văn nghệ 1/6'])
  const exported = await api.app.inject({ url: `/api/campaigns/${id}/events/export?format=csv&kind=sport`, headers: { cookie: union.cookie } })
  expect(exported.body.split('\r\n').filter(Boolean)).toHaveLength(2)
})
