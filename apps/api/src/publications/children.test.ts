import { audit } from '@chung-tay/contracts/audit'
import { childMerges } from '@chung-tay/contracts/child-merges'
import { children as childContracts } from '@chung-tay/contracts/children'
import { dataRequests } from '@chung-tay/contracts/data-requests'
import { publications } from '@chung-tay/contracts/publications'
import { start } from '@chung-tay/contracts/start'
import { erasedName } from '@chung-tay/domain/children/erasure'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild, makeConsent } from '@chung-tay/testing/children'
import { makePublication } from '@chung-tay/testing/publications'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
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

const url = 'https://skhcn.bacgiang.gov.vn/tin-tuc/tuyen-duong'
const body = {
  ...{ kind: 'news' as const, channel: 'website' as const, title: 'Tuyên dương học sinh', content: '', url: null, plannedOn: '2021-06-18' },
  ...{ unitId: null, fileIds: [] as string[] },
}
const own = (name: string) => makeChild(api.db, { name, guardians: [{ employeeId: parent.employee.id, relation: 'mother' }] })
const agree = (childId: string, purpose: 'publishName' | 'publishPhoto') =>
  makeConsent(api.db, { childId, purpose, childAgreed: true, recordedById: parent.userId })
const withdraw = (id: string) => parent.call(childContracts.withdrawConsent, { params: { id }, body: { reason: 'Đổi ý' } }, { version: 1 })
const create = (overrides: object = {}) => communications.call(publications.create, { params: { campaignId }, body: { ...body, ...overrides } })
const get = async (id: string, who = communications) => (await who.call(publications.get, { params: { id } })).json
const waits = async (who: Person) =>
  (await who.call(start.page, { params: { campaignId } })).json.waiting.find(({ kind }) => kind === 'takeDown')?.count ?? 0

test('only children whose families agree are found, with what they agree to and nothing else of them', async () => {
  const [named, silent, young] = [await own('Giàng Thị Mỷ'), await own('Giàng Thị Chu'), await own('Giàng Thị Sua')]
  await agree(named.id, 'publishName')
  // From 7 years on the parents' word alone is not enough.
  await makeConsent(api.db, { childId: young.id, purpose: 'publishPhoto', childAgreed: false, recordedById: parent.userId })
  await withdraw((await agree((await own('Giàng Thị Dợ')).id, 'publishName')).id)
  await agree((await makeChild(api.db, { name: 'Giàng Thị Pà', mergedIntoId: named.id, active: false })).id, 'publishName')
  const found = await communications.call(publications.cleared, { query: { q: 'giang thi' } })
  expect(found.json.total).toBe(1)
  expect(found.json.items).toEqual([{ id: named.id, name: 'Giàng Thị Mỷ', unitName: expect.any(String), mayName: true, mayPicture: false }])
  expect(silent.id).toBeDefined()
  expect((await parent.call(publications.cleared, { query: {} })).status).toBe(403)
  expect((await api.call(publications.cleared, { query: {} })).status).toBe(401)
})

test('naming or showing a child needs the consent for just that, also when only the words name it', async () => {
  const child = await own('Thào A Phình')
  const featured = { children: [{ childId: child.id, named: true, pictured: false }] }
  const refused = async (overrides: object) => {
    const { status, json } = await create(overrides)
    return [status, json.code, json.details]
  }
  const missing = (purpose: string) => [422, 'CONSENT_MISSING', { purpose, names: ['Thào A Phình'] }]
  expect(await refused(featured)).toEqual(missing('publishName'))
  expect(await refused({ content: 'Em THÀO A PHÌNH đạt giải Nhất.' })).toEqual(missing('publishName'))
  await agree(child.id, 'publishName')
  expect(await refused({ children: [{ childId: child.id, named: true, pictured: true }] })).toEqual(missing('publishPhoto'))
  const made = await create({ content: 'Em Thào A Phình đạt giải Nhất.' })
  expect(made.json.children).toEqual([{ childId: child.id, name: 'Thào A Phình', named: true, pictured: false, stopped: [] }])
  await agree(child.id, 'publishPhoto')
  const twice = [true, false].map((named) => ({ childId: child.id, named, pictured: !named }))
  expect((await create({ children: twice })).json.children).toMatchObject([{ named: true, pictured: true }])
  expect((await create({ children: [{ childId: crypto.randomUUID(), named: true, pictured: false }] })).status).toBe(404)
})

test('a namesake hinders nobody: whose name it is only a person knows', async () => {
  await own('Nguyễn Thị Hoa Mai')
  await makeChild(api.db, { name: 'Nguyễn Thị Hoa Mai' })
  expect((await create({ content: 'Bà Nguyễn Thị Hoa Mai phát biểu.' })).status).toBe(201)
})

test('once withdrawn, a plan is not published, and what is out must come down', async () => {
  const child = await own('Hảng A Chống')
  const consent = await agree(child.id, 'publishPhoto')
  const children = [{ childId: child.id, named: false, pictured: true }]
  const publish = (id: string) =>
    communications.call(publications.publish, { params: { id }, body: { publishedOn: '2021-06-19', url, fileIds: [] } }, { version: 1 })
  const [out, planned] = [(await create({ children })).json, (await create({ children, title: 'Tin sau' })).json]
  expect((await publish(out.id)).json).toMatchObject({ status: 'published', takeDown: false })
  expect(await waits(communications)).toBe(0)

  await withdraw(consent.id)
  expect((await publish(planned.id)).json).toMatchObject({ code: 'CONSENT_MISSING', details: { purpose: 'publishPhoto' } })
  expect(await get(out.id)).toMatchObject({ takeDown: true, children: [{ name: 'Hảng A Chống', stopped: ['publishPhoto'] }] })
  expect(await waits(communications)).toBe(1)
  const listed = await communications.call(publications.list, { params: { campaignId }, query: { status: 'takeDown' } })
  expect(listed.json.items.map(({ id }) => id)).toEqual([out.id])
  expect((await communications.call(publications.counts, { params: { campaignId } })).json.takeDown).toBe(1)
  const told = await api.db.notification.findMany({ where: { userId: communications.userId, kind: 'takeDown' } })
  expect(told.map(({ data }) => data)).toEqual([{ year: expect.any(Number), publications: 1 }])

  // Readers learn nothing of it.
  expect(await get(out.id, parent)).toMatchObject({ takeDown: false, children: [] })
  expect((await parent.call(publications.list, { params: { campaignId }, query: { status: 'takeDown' } })).json.total).toBe(0)

  const { version } = await get(out.id)
  const save = (overrides: object) =>
    communications.call(publications.update, { params: { id: out.id }, body: { ...body, url, ...overrides } }, { version })
  expect((await save({ children })).json.code).toBe('CONSENT_MISSING')
  expect((await save({ children: [] })).json).toMatchObject({ takeDown: false, status: 'published' })
  expect(await waits(communications)).toBe(0)
  const auditor = await api.person(['auditor'])
  const history = await auditor.call(audit.history, { params: { subject: 'Publication', id: out.id } })
  expect(JSON.stringify(history.json)).not.toContain('Hảng A Chống')
})

test('words that named a child before anybody said so are found by the withdrawal, and a closed year is no hindrance', async () => {
  const child = await own('Ma Seo Chứ')
  const consent = await agree(child.id, 'publishName')
  const old = await makeCampaign(api.db, { status: 'closed' })
  const day = toDbDate('2020-06-10')
  const piece = { campaignId: old.id, title: 'Em Ma Seo Chứ vượt khó', status: 'published', plannedOn: day, publishedOn: day, url } as const
  const { id } = await makePublication(api.db, piece)
  await withdraw(consent.id)
  expect(await get(id)).toMatchObject({ takeDown: true, children: [{ named: true, stopped: ['publishName'] }] })
  const taken = await communications.call(publications.withdraw, { params: { id }, body: { reason: 'Gia đình rút sự đồng ý' } }, { version: 1 })
  expect([taken.status, taken.json.takeDown, taken.json.status]).toEqual([200, false, 'withdrawn'])
})

/** A piece that is out in a year of its own, with the child in it. */
const published = async (campaign: string, childId: string, use: { named: boolean; pictured: boolean }) => {
  const day = toDbDate('2021-06-10')
  const { id } = await makePublication(api.db, { campaignId: campaign, status: 'published', plannedOn: day, publishedOn: day, url })
  await api.db.publicationChild.create({ data: { publicationId: id, childId, ...use } })
  return id
}
const toldOf = async (year: number) => {
  const rows = await api.db.notification.findMany({ where: { userId: communications.userId, kind: 'takeDown' } })
  return rows.map(({ data }) => data as { year: number; publications: number }).filter((data) => data.year === year)
}

test.each([
  ['publishName', [true, false]],
  ['publishPhoto', [false, true]],
] as const)('only the use that was withdrawn must come down, until the family agrees again: %s', async (purpose, down) => {
  const child = await own('Lầu Thị Sống')
  const consents = { publishName: await agree(child.id, 'publishName'), publishPhoto: await agree(child.id, 'publishPhoto') }
  const campaign = await makeCampaign(api.db)
  const uses = [
    { named: true, pictured: false },
    { named: false, pictured: true },
  ]
  const ids = await Promise.all(uses.map((use) => published(campaign.id, child.id, use)))
  const takeDown = async () => (await Promise.all(ids.map((id) => get(id)))).map((piece) => piece.takeDown)
  await withdraw(consents[purpose].id)
  expect(await takeDown()).toEqual(down)
  expect(await toldOf(campaign.year)).toEqual([{ year: campaign.year, publications: 1 }])
  await agree(child.id, purpose)
  expect(await takeDown()).toEqual([false, false])
})

test('a piece with a child that was erased must come down, and who keeps it is told', async () => {
  const child = await own('Phàn Tả Mẩy')
  await agree(child.id, 'publishPhoto')
  const campaign = await makeCampaign(api.db)
  const id = await published(campaign.id, child.id, { named: false, pictured: true })
  const [office, union] = [await api.person(['office']), await api.person(['union'])]
  const { json: request } = await parent.call(dataRequests.create, { params: { id: child.id }, body: { kind: 'erasure', text: '' } })
  const params = { id: request.id }
  await office.call(dataRequests.accept, { params, body: { answer: '' } }, { version: 1 })
  const erased = await union.call(dataRequests.erase, { params, body: { confirm: child.name } }, { version: 2 })
  expect(erased.json.erased).toMatchObject({ kept: { publications: 1 } })
  expect(await get(id)).toMatchObject({ takeDown: true, children: [{ name: null, stopped: ['publishPhoto'] }] })
  expect(await toldOf(campaign.year)).toEqual([{ year: campaign.year, publications: 1 }])
  const still = { ...body, url, children: [{ childId: child.id, named: false, pictured: true }] }
  const saved = await communications.call(publications.update, { params: { id }, body: still }, { version: 1 })
  expect(saved.json).toMatchObject({ code: 'CONSENT_MISSING', details: { names: [erasedName] } })
})

test('a piece follows the child’s record into another one, and back', async () => {
  const [kept, gone, union] = [await own('Sền Thị Mai'), await own('Sền Thị May'), await api.person(['union'])]
  const id = await published(campaignId, gone.id, { named: false, pictured: true })
  const shownIn = async () => (await get(id)).children.map(({ childId }) => childId)
  const fields = ['name', 'birthDate', 'sex', 'schoolLevel', 'school', 'className', 'circumstances'].map((field) => [field, 'kept'])
  const body = { goneId: gone.id, goneVersion: gone.version, choice: Object.fromEntries(fields) }
  const { json: merge } = await union.call(childMerges.merge, { params: { id: kept.id }, body: body as never }, { version: kept.version })
  expect(await shownIn()).toEqual([kept.id])
  await union.call(childMerges.undo, { params: { id: merge.id } }, { version: merge.version })
  expect(await shownIn()).toEqual([gone.id])
})
