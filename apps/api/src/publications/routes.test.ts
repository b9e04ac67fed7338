import { audit } from '@chung-tay/contracts/audit'
import type { Contract } from '@chung-tay/contracts/contract'
import { publications } from '@chung-tay/contracts/publications'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makePublication } from '@chung-tay/testing/publications'
import { makePhoto } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let communications: Person
let parent: Person
let campaignId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  communications = await api.person(['communications'])
  parent = await api.person()
  campaignId = (await makeCampaign(api.db)).id
})
afterAll(() => api.stop())

const url = 'https://skhcn.bacgiang.gov.vn/tin-tuc/thang-hanh-dong'
const body = {
  kind: 'news' as const,
  channel: 'website' as const,
  title: 'Phát động Tháng hành động',
  content: 'Nội dung',
  url: null,
  plannedOn: '2021-06-21',
  unitId: null,
  fileIds: [] as string[],
}
const planned = (overrides: Parameters<typeof makePublication>[1] = {}) => makePublication(api.db, { campaignId, ...overrides })
const absent = '01890000-0000-7000-8000-000000000000'

describe('who may call what', () => {
  const byCampaign: [string, Contract, object, number][] = [
    ['list', publications.list, { query: {} }, 200],
    ['counts', publications.counts, {}, 200],
    ['create', publications.create, { body }, 201],
  ]
  test.each(byCampaign)('%s', async (name, contract, input, expected) => {
    const send = async (who: Pick<Person, 'call'>, id = campaignId) =>
      (await who.call(contract, { params: { campaignId: id }, ...input } as never)).status
    expect(await send({ call: api.call })).toBe(401)
    expect(await send(communications)).toBe(expected)
    if (name === 'create') expect([await send(await api.person(['office'])), await send(communications, absent)]).toEqual([403, 404])
  })

  const byId: [string, Contract, object][] = [
    ['update', publications.update, { body }],
    ['publish', publications.publish, { body: { publishedOn: '2021-06-20', url, fileIds: [] } }],
    ['withdraw', publications.withdraw, { body: { reason: 'Đăng trùng' } }],
  ]
  test.each(byId)('%s', async (_, contract, input) => {
    const { id } = await planned()
    const send = async (who: Pick<Person, 'call'>, recordId = id) =>
      (await who.call(contract, { params: { id: recordId }, ...input } as never, { version: 1 })).status
    expect(await send({ call: api.call })).toBe(401)
    expect(await send(await api.person(['union']))).toBe(403)
    expect(await send(communications, absent)).toBe(404)
    expect(await send(communications)).toBe(200)
    expect(await send(communications)).toBe(412)
  })

  test('a plan is read by those who follow it, what is published by everybody', async () => {
    const plannedOne = await planned()
    const publishedOne = await planned({ status: 'published', publishedOn: toDbDate('2021-06-10'), url })
    const get = async (who: Person, id: string) => (await who.call(publications.get, { params: { id } })).status
    expect([await get(parent, plannedOne.id), await get(parent, publishedOne.id)]).toEqual([404, 200])
    expect(await get(await api.person(['office']), plannedOne.id)).toBe(200)
    const { json } = await parent.call(publications.list, { params: { campaignId }, query: {} })
    expect(new Set(json.items.map((item) => item.status))).toEqual(new Set(['published']))
  })
})

describe('publishing', () => {
  const publish = (id: string, input: object, version = 1) =>
    communications.call(publications.publish, { params: { id }, body: { publishedOn: '2021-06-20', url: null, fileIds: [], ...input } }, { version })

  test('goes to the own unit when none is chosen', async () => {
    const made = await communications.call(publications.create, { params: { campaignId }, body })
    expect(made.json).toMatchObject({ unitId: communications.employee.unitId, status: 'planned', overdue: false, files: [] })
  })

  test('needs a link that can be opened, or a captured file with its hash', async () => {
    const online = await planned()
    expect((await publish(online.id, {})).json.code).toBe('EVIDENCE_REQUIRED')
    expect((await publish(online.id, { url })).json).toMatchObject({ status: 'published', url, publishedOn: '2021-06-20', version: 2 })
    const spoken = await planned({ channel: 'loudspeaker' })
    expect((await publish(spoken.id, { url })).json.code).toBe('EVIDENCE_REQUIRED')
    const photo = await makePhoto(api.db, communications.userId)
    const proved = await publish(spoken.id, { fileIds: [photo.id] })
    expect(proved.json.files).toMatchObject([{ id: photo.id, sha256: photo.sha256 }])
    const history = await communications.call(audit.history, { params: { subject: 'Publication', id: spoken.id } })
    expect(JSON.stringify(history.json.items[0])).toContain(photo.sha256)
  })

  test('not on a day to come, not twice, not after withdrawal', async () => {
    const { id } = await planned()
    const future = await publish(id, { publishedOn: '2021-06-21', url })
    expect([future.status, future.json.fields]).toEqual([400, [{ path: 'publishedOn', code: 'in_the_future' }]])
    expect((await publish(id, { url })).status).toBe(200)
    expect((await publish(id, { url }, 2)).json.code).toBe('TRANSITION_NOT_ALLOWED')
    const { json } = await communications.call(publications.withdraw, { params: { id }, body: { reason: 'Sai số liệu' } }, { version: 2 })
    expect(json).toMatchObject({ status: 'withdrawn', withdrawReason: 'Sai số liệu', publishedOn: '2021-06-20' })
    expect((await publish(id, { url }, 3)).json.code).toBe('TRANSITION_NOT_ALLOWED')
  })

  test('the proof of a published piece cannot be taken away', async () => {
    const { id } = await planned({ status: 'published', publishedOn: toDbDate('2021-06-10'), url })
    const update = (input: object) => communications.call(publications.update, { params: { id }, body: { ...body, ...input } }, { version: 1 })
    expect((await update({ url: null })).json.code).toBe('EVIDENCE_REQUIRED')
    expect((await update({ url, title: 'Tin đã sửa' })).json).toMatchObject({ title: 'Tin đã sửa', status: 'published' })
  })

  test('two at once publish once', async () => {
    const { id } = await planned()
    const answers = await Promise.all([publish(id, { url }), publish(id, { url })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
  })

  test('somebody else’s file is refused, a closed campaign too', async () => {
    const { id } = await planned()
    const foreign = await makePhoto(api.db, parent.userId)
    expect((await publish(id, { fileIds: [foreign.id] })).json.code).toBe('FILE_NOT_YOURS')
    const closed = await makeCampaign(api.db, { status: 'closed' })
    expect((await communications.call(publications.create, { params: { campaignId: closed.id }, body })).json.code).toBe('CAMPAIGN_CLOSED')
    const old = await makePublication(api.db, { campaignId: closed.id })
    expect((await publish(old.id, { url })).json.code).toBe('CAMPAIGN_CLOSED')
  })

  test('wrong input is told at its field', async () => {
    const { status, json } = await communications.call(publications.create, {
      params: { campaignId },
      body: { ...body, title: '  ', url: 'javascript:alert(1)', plannedOn: '2021-02-30' },
    })
    expect([status, json.fields?.map(({ path }) => path)]).toEqual([400, ['title', 'url', 'plannedOn']])
  })
})

describe('lists', () => {
  test('filters, overdue, search, order, counts and export agree', async () => {
    const { id } = await makeCampaign(api.db)
    const make = (overrides: Parameters<typeof makePublication>[1]) => makePublication(api.db, { campaignId: id, ...overrides })
    await make({ title: 'Quá hạn', plannedOn: toDbDate('2021-06-19') })
    await make({ title: 'Hôm nay', plannedOn: toDbDate('2021-06-20'), kind: 'slogan', channel: 'noticeBoard' })
    await make({
      title: 'Trẻ em là tương lai',
      kind: 'slogan',
      channel: 'zalo',
      status: 'published',
      publishedOn: toDbDate('2021-06-02'),
      plannedOn: toDbDate('2021-06-01'),
      url,
    })
    const titles = async (query: object) =>
      (await communications.call(publications.list, { params: { campaignId: id }, query })).json.items.map(({ title }) => title)
    expect(await titles({})).toEqual(['Trẻ em là tương lai', 'Quá hạn', 'Hôm nay'])
    expect(await titles({ sort: '-publishedOn' })).toEqual(expect.arrayContaining(['Trẻ em là tương lai']))
    expect(await titles({ status: 'overdue' })).toEqual(['Quá hạn'])
    expect(await titles({ kind: 'slogan', channel: 'zalo' })).toEqual(['Trẻ em là tương lai'])
    expect(await titles({ q: 'tre em la TUONG' })).toEqual(['Trẻ em là tương lai'])
    const { json } = await communications.call(publications.counts, { params: { campaignId: id } })
    expect(json).toMatchObject({
      planned: 2,
      overdue: 1,
      published: 1,
      withdrawn: 0,
      byKind: { slogan: 1, news: 0 },
      byChannel: { zalo: 1, website: 0 },
    })
    const { body: csv } = await api.app.inject({
      url: `/api/campaigns/${id}/publications/export?format=csv&status=overdue`,
      headers: { cookie: communications.cookie },
    })
    expect(csv.trim().split('\r\n')).toHaveLength(2)
    expect(csv).toContain('Tin,Website,Quá hạn')
  })
})
