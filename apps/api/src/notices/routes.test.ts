import { notices } from '@chung-tay/contracts/notices'
import { notifications } from '@chung-tay/contracts/notifications'
import { makeEmployee, makeUnit } from '@chung-tay/testing/agency'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let office: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  office = await api.person(['office'])
})
afterAll(() => api.stop())

const content = { title: 'Thông báo về Tháng hành động', text: 'Kính gửi toàn thể cán bộ, công chức và gia đình.' }
const draft = async (status: 'approved' | 'running' = 'running') => {
  const campaign = await makeCampaign(api.db, { status })
  return (await office.call(notices.create, { params: { campaignId: campaign.id }, body: content })).json
}
const published = async () => {
  const { id, version } = await draft()
  return (await office.call(notices.publish, { params: { id } }, { version })).json
}
/** A head with one colleague who has an account and one who has none. */
const team = async () => {
  const head = await api.person(['unitHead'])
  const { unitId } = head.employee
  await api.db.unit.update({ where: { id: unitId }, data: { headId: head.employee.id } })
  const colleague = await api.person([])
  await api.db.employee.update({ where: { id: colleague.employee.id }, data: { unitId } })
  const without = await makeEmployee(api.db, { unitId, name: 'Lương Văn Hòa' })
  return { head, colleague, without, unitId }
}
const of = (id: string) => ({ params: { id } })
const tokenOf = async (noticeId: string, employeeId: string) =>
  (await api.db.noticeReader.findUniqueOrThrow({ where: { noticeId_employeeId: { noticeId, employeeId } } })).token

describe('a notice', () => {
  test('is written by the office for an approved plan, and seen by others once it is published', async () => {
    const waiting = await makeCampaign(api.db, { status: 'draft' })
    expect((await office.call(notices.create, { params: { campaignId: waiting.id }, body: content })).json.code).toBe('CAMPAIGN_NOT_APPROVED')
    const { id, campaignId, version } = await draft('approved')
    const words = (await office.call(notices.words, { params: { campaignId } })).json
    expect(words.text).toContain('phổ biến Kế hoạch đến gia đình')
    const employee = await api.person()
    expect([(await api.call(notices.get, of(id))).status, (await employee.call(notices.get, of(id))).status]).toEqual([401, 404])
    const body = { ...content, title: 'Thông báo mới' }
    expect((await employee.call(notices.update, { ...of(id), body }, { version })).status).toBe(403)
    expect((await office.call(notices.update, { ...of(id), body }, { version })).json.title).toBe('Thông báo mới')
    const { json } = await office.call(notices.publish, of(id), { version: version + 1 })
    expect(json.publishedByName).toBe(office.employee.name)
    expect((await employee.call(notices.get, of(id))).json.title).toBe('Thông báo mới')
    expect((await office.call(notices.update, { ...of(id), body }, { version: json.version })).json.code).toBe('TRANSITION_NOT_ALLOWED')
    expect((await office.call(notices.get, of(crypto.randomUUID()))).status).toBe(404)
  })

  test('reaches everybody who works here, once, whoever races', async () => {
    const { colleague, without } = await team()
    const gone = await makeEmployee(api.db, { active: false })
    const { id, version } = await draft()
    const answers = await Promise.all([1, 2, 3].map(() => office.call(notices.publish, of(id), { version })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const readers = await api.db.noticeReader.findMany({ where: { noticeId: id } })
    expect(readers).toHaveLength(await api.db.employee.count({ where: { active: true } }))
    const told = readers.map(({ employeeId }) => employeeId)
    expect(told).toEqual(expect.arrayContaining([colleague.employee.id, without.id]))
    expect(told).not.toContain(gone.id)
    expect((await colleague.call(notifications.list, { query: {} })).json.items[0]).toMatchObject({ kind: 'noticePublished', data: { noticeId: id } })
    const late = await makeEmployee(api.db)
    const twice = await Promise.all([office.call(notices.gather, of(id)), office.call(notices.gather, of(id))])
    expect(twice.reduce((sum, { json }) => sum + (json.added ?? 0), 0)).toBe(1)
    expect(await api.db.noticeReader.count({ where: { noticeId: id, employeeId: late.id } })).toBe(1)
  })
})

describe('reading is confirmed', () => {
  test('with an account, by the printed link, or on paper; the first word stands', async () => {
    const { head, colleague, without } = await team()
    const { id } = await published()
    const first = (await colleague.call(notices.confirm, of(id))).json.mine.readAt
    expect(first).not.toBeNull()
    expect((await colleague.call(notices.confirm, of(id))).json.mine.readAt).toBe(first)

    const token = await tokenOf(id, without.id)
    const opened = await api.call(notices.open, { params: { token } })
    expect([opened.status, opened.json.employeeName, opened.json.readAt]).toEqual([200, 'Lương Văn Hòa', null])
    const confirmed = await api.call(notices.confirmLink, { params: { token } }, { key: 'quet-ma-giay-01' })
    expect(confirmed.json.readAt).not.toBeNull()
    const again = await api.call(notices.confirmLink, { params: { token } }, { key: 'quet-ma-giay-02' })
    expect(again.json.readAt).toBe(confirmed.json.readAt)

    const { items } = (await head.call(notices.readers, of(id))).json
    expect(items.map(({ via }) => via ?? 'none').sort()).toEqual(['account', 'link', 'none'])
    const own = items.find(({ via }) => via === null)?.id ?? ''
    expect((await head.call(notices.onPaper, of(own))).json.via).toBe('paper')
    expect((await head.call(notices.onPaper, of(own))).json.code).toBe('TRANSITION_NOT_ALLOWED')
  })

  test('a link that was made up opens nothing, and one that is real opens nothing else', async () => {
    const { without } = await team()
    const { id } = await published()
    const made = await api.call(notices.open, { params: { token: 'A'.repeat(22) } })
    const short = await api.call(notices.open, { params: { token: 'kurz' } })
    expect([made.status, short.status]).toEqual([404, 400])
    const token = await tokenOf(id, without.id)
    const other = await api.app.inject({ url: `/api/notices/${id}`, headers: { authorization: `Bearer ${token}`, cookie: `token=${token}` } })
    expect(other.statusCode).toBe(401)
    const many = await Promise.all(Array.from({ length: 130 }, () => api.call(notices.open, { params: { token: 'B'.repeat(22) } })))
    expect(many.some(({ status }) => status === 429)).toBe(true)
  })
})

describe('who has not read', () => {
  test('is named to the own head alone; the office and the leadership see counts', async () => {
    const { head, colleague, unitId } = await team()
    const { id } = await published()
    await colleague.call(notices.confirm, of(id))
    const leader = await api.person(['leadership'])
    for (const caller of [office, leader]) {
      expect((await caller.call(notices.readers, of(id))).status).toBe(403)
      const { json } = await caller.call(notices.progress, of(id))
      expect(json.units.find((unit) => unit.unitId === unitId)).toMatchObject({ told: 3, read: 1 })
      expect(JSON.stringify(json)).not.toContain(colleague.employee.name)
    }
    const { json: mine } = await head.call(notices.progress, of(id))
    expect([mine.units.map((unit) => unit.unitId), mine.total]).toEqual([[unitId], { told: 3, read: 1 }])
    const { json: foreign } = await (await team()).head.call(notices.readers, of(id))
    expect(foreign.items).toEqual([])
    const { items } = (await office.call(notices.sheet, of(id))).json
    expect(items.some((line) => 'readAt' in line)).toBe(false)
    expect((await colleague.call(notices.progress, of(id))).status).toBe(403)
  })

  test('is reminded once a day, in the own unit only', async () => {
    const { head, colleague } = await team()
    const outsider = await api.person()
    const { id } = await published()
    const answers = await Promise.all([1, 2].map(() => head.call(notices.remind, of(id))))
    // The colleague and the head, however often it is asked.
    expect(answers.reduce((sum, { json }) => sum + (json.reminded ?? 0), 0)).toBe(2)
    const kinds = async (person: Person) => (await person.call(notifications.list, { query: {} })).json.items.map(({ kind }) => kind)
    expect(await kinds(colleague)).toContain('noticeUnread')
    expect(await kinds(outsider)).not.toContain('noticeUnread')
  })
})

test('a unit of another head cannot be signed for on paper', async () => {
  const { head } = await team()
  const { id } = await published()
  const other = await makeEmployee(api.db, { unitId: (await makeUnit(api.db)).id })
  await office.call(notices.gather, of(id))
  const reader = await api.db.noticeReader.findUniqueOrThrow({ where: { noticeId_employeeId: { noticeId: id, employeeId: other.id } } })
  expect((await head.call(notices.onPaper, of(reader.id))).status).toBe(404)
})
