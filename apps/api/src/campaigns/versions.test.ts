import { audit } from '@chung-tay/contracts/audit'
import { campaigns } from '@chung-tay/contracts/campaigns'
import { notifications } from '@chung-tay/contracts/notifications'
import { documentFindings, planComments, planVersions } from '@chung-tay/contracts/plan-versions'
import { docxWords } from '@chung-tay/documents/opened'
import { makeUnit } from '@chung-tay/testing/agency'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let office: Person
let leader: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  office = await api.person(['office'])
  leader = await api.person(['leadership'])
})
afterAll(() => api.stop())

let year = 2030
const draft = async () => {
  const text = { purpose: '- Nâng cao nhận thức.', requirements: '- Thiết thực, hiệu quả.', title: `Tháng hành động vì trẻ em năm ${++year}` }
  const campaign = await makeCampaign(api.db, { year, status: 'draft', ...text })
  const unit = await makeUnit(api.db)
  const activity = await makeActivity(api.db, { campaignId: campaign.id, clause: 'II.1', sortOrder: 201 })
  await api.db.activityUnit.create({ data: { activityId: activity.id, unitId: unit.id, part: 'lead' } })
  return { id: campaign.id, unit, params: { id: campaign.id } }
}
const planOf = async (id: string) => (await office.call(campaigns.get, { params: { id } })).json
const change = async (id: string, part: object) => {
  const {
    status: _,
    planNumber: __,
    planIssuedOn: ___,
    returnReason: ____,
    approvedByName: _____,
    approvedAt: ______,
    version,
    ...plan
  } = await planOf(id)
  return office.call(campaigns.update, { params: { id }, body: { ...plan, ...part } }, { version })
}
const submit = async (id: string) => office.call(campaigns.submit, { params: { id } }, { version: (await planOf(id)).version })
const giveBack = async (id: string, reason: string) =>
  leader.call(campaigns.return, { params: { id }, body: { reason } }, { version: (await planOf(id)).version })
const approve = async (id: string) => leader.call(campaigns.approve, { params: { id } }, { version: (await planOf(id)).version })
const versionsOf = async (id: string) => (await office.call(planVersions.list, { params: { id } })).json.items
const wordsOf = async (path: string) => {
  const { rawPayload, statusCode } = await api.app.inject({ url: `/api${path}`, headers: { cookie: office.cookie } })
  if (statusCode !== 200) throw new Error(`${statusCode}`)
  return docxWords(rawPayload)
}

describe('each submission of a plan', () => {
  test('is a version with what the leadership said of it', async () => {
    const { id } = await draft()
    await submit(id)
    await giveBack(id, 'Nêu rõ phòng, chống dịch')
    expect((await change(id, { requirements: '- Tuân thủ phòng, chống dịch Covid-19.', recipients: ['Lãnh đạo Sở', 'Công đoàn Sở'] })).status).toBe(
      200,
    )
    await submit(id)
    await approve(id)
    const items = await versionsOf(id)
    expect(items.map(({ number, approved, reason, decidedByName }) => [number, approved, reason, decidedByName])).toEqual([
      [2, true, null, leader.employee.name],
      [1, false, 'Nêu rõ phòng, chống dịch', leader.employee.name],
    ])
    const [second, first] = await Promise.all(items.map(async (item) => (await office.call(planVersions.get, { params: { id: item.id } })).json))
    expect([first?.content.requirements, second?.content.requirements]).toEqual(['- Thiết thực, hiệu quả.', '- Tuân thủ phòng, chống dịch Covid-19.'])
    expect([first?.intact, second?.intact]).toEqual([true, true])
    await api.db.$executeRaw`UPDATE "PlanVersion" SET "content" = jsonb_set("content", '{theme}', '"Khác"') WHERE "id" = ${first?.id}::uuid`
    expect((await office.call(planVersions.get, { params: { id: first?.id ?? '' } })).json.intact).toBe(false)
  })

  test('is read by those who work on the plan', async () => {
    const { id, params } = await draft()
    await submit(id)
    const [version] = await versionsOf(id)
    const one = { params: { id: version?.id ?? '' } }
    const employee = await api.person()
    expect([(await api.call(planVersions.list, { params })).status, (await api.call(planVersions.get, one)).status]).toEqual([401, 401])
    expect([(await employee.call(planVersions.list, { params })).status, (await employee.call(planVersions.get, one)).status]).toEqual([403, 403])
    expect((await leader.call(planVersions.get, one)).status).toBe(200)
    expect((await office.call(planVersions.get, { params: { id: crypto.randomUUID() } })).status).toBe(404)
  })

  test('needs the theme of the year', async () => {
    const { id } = await draft()
    await change(id, { theme: '' })
    const refused = await submit(id)
    expect([refused.json.code, refused.json.details?.missing]).toEqual(['PLAN_INCOMPLETE', ['theme']])
    expect(await versionsOf(id)).toEqual([])
  })
})

describe('the paper of a plan', () => {
  test('is a draft until it is approved, and then what was approved whatever is renamed', async () => {
    const { id, unit } = await draft()
    expect(await wordsOf(`/campaigns/${id}/plan.docx`)).toContain(`${unit.name} chủ trì thực hiện nội dung 1 mục II`)
    await submit(id)
    await approve(id)
    await api.db.unit.update({ where: { id: unit.id }, data: { name: `${unit.name} mới` } })
    const words = await wordsOf(`/campaigns/${id}/plan.docx`)
    expect(words).toContain('KẾ HOẠCH')
    expect(words).toContain(`${unit.name} chủ trì`)
    expect(words).not.toContain(`${unit.name} mới`)
    const pdf = await api.app.inject({ url: `/api/campaigns/${id}/plan.pdf`, headers: { cookie: office.cookie } })
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('is checked against the decree', async () => {
    const { id, params } = await draft()
    expect((await office.call(documentFindings.plan, { params })).json.items).toEqual([])
    await change(id, { requirements: '- Báo cáo trước ngày 5/7/2021.' })
    const { items } = (await office.call(documentFindings.plan, { params })).json
    expect(items.map(({ code }) => code)).toEqual(['day-unpadded'])
    expect((await (await api.person()).call(documentFindings.plan, { params })).status).toBe(403)
  })
})

describe('a comment on a plan', () => {
  test('is told to the office, and its resolution to its author', async () => {
    const { id, params } = await draft()
    await submit(id)
    const made = await leader.call(planComments.create, { params, body: { part: 'II.1', text: 'Thêm Zalo của Sở' } })
    expect([made.status, made.json.authorName, made.json.resolvedAt]).toEqual([201, leader.employee.name, null])
    expect((await office.call(notifications.list, { query: {} })).json.items[0]).toMatchObject({ kind: 'planCommented', data: { part: 'II.1' } })
    const one = { params: { id: made.json.id } }
    expect((await leader.call(planComments.resolve, one, { version: 1 })).status).toBe(403)
    const resolved = await office.call(planComments.resolve, one, { version: 1 })
    expect(resolved.json).toMatchObject({ resolvedByName: office.employee.name, version: 2 })
    expect((await office.call(planComments.resolve, one, { version: 2 })).json.code).toBe('TRANSITION_NOT_ALLOWED')
    expect((await leader.call(notifications.list, { query: {} })).json.items[0]).toMatchObject({ kind: 'planCommentResolved' })
    expect((await office.call(planComments.list, { params })).json.items).toHaveLength(1)
    const history = (await office.call(audit.history, { params: { subject: 'Campaign', id } })).json.items
    expect(history.map(({ action }) => action)).toEqual(expect.arrayContaining(['commentOnPlan', 'resolvePlanComment']))
  })

  test('has a place in the plan, and is not for everybody', async () => {
    const { params } = await draft()
    const wrong = await office.call(planComments.create, { params, body: { part: 'bìa', text: '' } })
    expect(wrong.json.fields?.map(({ path }) => path)).toEqual(['part', 'text'])
    const body = { part: 'purpose', text: 'Góp ý' }
    expect((await api.call(planComments.create, { params, body })).status).toBe(401)
    expect((await (await api.person(['union'])).call(planComments.create, { params, body })).status).toBe(403)
    expect((await (await api.person()).call(planComments.list, { params })).status).toBe(403)
  })
})
