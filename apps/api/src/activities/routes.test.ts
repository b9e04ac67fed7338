import { activities } from '@chung-tay/contracts/activities'
import { audit } from '@chung-tay/contracts/audit'
import { campaigns } from '@chung-tay/contracts/campaigns'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeUnit } from '@chung-tay/testing/agency'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

const foreign = '00000000-0000-4000-8000-000000000000'
type Caller = Pick<Person, 'call'>
const content = (clause = 'II.1', units: { unitId: string; part: 'lead' | 'support' }[] = []) => ({
  clause,
  kind: 'gift' as const,
  title: 'Tổ chức tặng quà nhân ngày Tết thiếu nhi 1-6',
  description: '',
  units,
})
const giveTask = (activity: { id: string; campaignId: string }, unitId: string, change: object = {}) =>
  api.db.task.create({
    data: {
      activityId: activity.id,
      campaignId: activity.campaignId,
      unitId,
      title: 'Lập danh sách',
      search: '',
      dueOn: toDbDate('2021-06-10'),
      ...change,
    },
  })

describe('activities', () => {
  test('who may what; what stands in a draft is seen by its readers alone', async () => {
    const draft = await makeActivity(api.db, { campaignId: (await makeCampaign(api.db, { status: 'draft' })).id })
    const calls = async (caller: Caller, campaignId: string, id: string) => [
      (await caller.call(activities.list, { params: { campaignId }, query: {} })).status,
      (await caller.call(activities.get, { params: { id } })).status,
      (await caller.call(audit.history, { params: { subject: 'Activity', id } })).status,
      (await caller.call(activities.create, { params: { campaignId }, body: content('II.50') })).status,
      (await caller.call(activities.update, { params: { id }, body: content('II.51') }, { version: 1 })).status,
      (await caller.call(activities.remove, { params: { id } }, { version: 2 })).status,
    ]
    const [office, employee] = [await api.person(['office']), await api.person()]
    expect(await calls(api, draft.campaignId, draft.id)).toEqual([401, 401, 401, 401, 401, 401])
    expect(await calls(employee, draft.campaignId, draft.id)).toEqual([404, 404, 404, 403, 403, 403])
    expect(await calls(await api.person(['union']), draft.campaignId, draft.id)).toEqual([200, 200, 200, 403, 403, 403])
    expect(await calls(office, foreign, foreign)).toEqual([404, 404, 404, 404, 404, 404])
    expect(await calls(office, draft.campaignId, draft.id)).toEqual([200, 200, 200, 201, 200, 200])
    const running = await makeActivity(api.db)
    expect((await calls(employee, running.campaignId, running.id)).slice(0, 3)).toEqual([200, 200, 200])
  })

  test('come in the order of the plan with their units and how far they are', async () => {
    const [office, employee] = [await api.person(['office']), await api.person()]
    const { id: campaignId } = await makeCampaign(api.db)
    const [lead, support] = [await makeUnit(api.db), await makeUnit(api.db)]
    for (const clause of ['II.10', 'IV', 'II.2']) {
      const units = [
        { unitId: support.id, part: 'support' as const },
        { unitId: lead.id, part: 'lead' as const },
      ]
      expect((await office.call(activities.create, { params: { campaignId }, body: content(clause, units) })).status).toBe(201)
    }
    const list = (query: object = {}) => employee.call(activities.list, { params: { campaignId }, query })
    const first = (await list()).json.items[0]
    if (!first) throw new Error('no activity')
    await giveTask(first, lead.id, { status: 'accepted', submittedOn: toDbDate('2021-06-12') })
    await giveTask(first, support.id, { dueOn: toDbDate('2021-06-25') })
    await giveTask(first, support.id, { title: 'Mua quà' })
    const { json } = await list()
    expect(json.items.map(({ clause }) => clause)).toEqual(['II.2', 'II.10', 'IV'])
    expect(json.items[0]).toMatchObject({
      tasks: { total: 3, accepted: 1, late: 2 },
      units: [
        { unitId: lead.id, part: 'lead', name: lead.name },
        { unitId: support.id, part: 'support' },
      ],
    })
    expect((await list({ unitId: lead.id, kind: 'gift', q: 'tet thieu nhi' })).json.total).toBe(3)
    expect((await list({ q: 'không có' })).json.total).toBe(0)
  })

  test('stay as they are once somebody was given work by them', async () => {
    const office = await api.person(['office'])
    const activity = await makeActivity(api.db)
    const unit = await makeUnit(api.db)
    await giveTask(activity, unit.id)
    const changed = await office.call(activities.update, { params: { id: activity.id }, body: content() }, { version: 1 })
    expect([changed.status, changed.json.code, changed.json.details]).toEqual([409, 'IN_USE', { tasks: 1 }])
    expect((await office.call(activities.remove, { params: { id: activity.id } }, { version: 1 })).json.code).toBe('IN_USE')
  })

  test('a clause stands once, and bad input is located', async () => {
    const office = await api.person(['office'])
    const { id: campaignId } = await makeCampaign(api.db, { status: 'draft' })
    const unit = await makeUnit(api.db)
    const create = (body: ReturnType<typeof content>) => office.call(activities.create, { params: { campaignId }, body })
    expect((await create(content('II.1', [{ unitId: unit.id, part: 'lead' }]))).status).toBe(201)
    const again = await create(content('II.1'))
    expect([again.status, again.json.details?.fields]).toEqual([409, ['campaignId', 'clause']])
    const twice = await create(
      content(
        '2.1',
        [unit, unit].map(({ id }) => ({ unitId: id, part: 'lead' as const })),
      ),
    )
    expect(twice.json.fields?.map(({ path, code }) => [path, code])).toEqual([
      ['clause', 'invalid_format'],
      ['units', 'duplicate'],
    ])
    const closed = await makeUnit(api.db, { active: false })
    expect((await create(content('II.2', [{ unitId: closed.id, part: 'lead' }]))).json.code).toBe('UNIT_CLOSED')
    expect((await create(content('II.2', [{ unitId: foreign, part: 'lead' }]))).status).toBe(404)
  })

  test('a plan that lies with the leadership or is closed is not rearranged', async () => {
    const office = await api.person(['office'])
    for (const [status, code] of [
      ['submitted', 'TRANSITION_NOT_ALLOWED'],
      ['closed', 'CAMPAIGN_CLOSED'],
    ] as const) {
      const activity = await makeActivity(api.db, { campaignId: (await makeCampaign(api.db, { status })).id })
      const params = { id: activity.id }
      const made = await office.call(activities.create, { params: { campaignId: activity.campaignId }, body: content('II.99') })
      const changed = await office.call(activities.update, { params, body: content() }, { version: 1 })
      const removed = await office.call(activities.remove, { params }, { version: 1 })
      expect([made, changed, removed].map(({ json }) => json.code)).toEqual([code, code, code])
    }
  })

  test('submitted while its only activity is taken out: never both', async () => {
    const office = await api.person(['office'])
    for (let round = 0; round < 5; round++) {
      const campaign = await makeCampaign(api.db, { status: 'draft', purpose: 'Mục đích', requirements: 'Yêu cầu' })
      const activity = await makeActivity(api.db, { campaignId: campaign.id })
      await Promise.all([
        office.call(campaigns.submit, { params: { id: campaign.id } }, { version: 1 }),
        office.call(activities.remove, { params: { id: activity.id } }, { version: 1 }),
      ])
      const { status } = await api.db.campaign.findUniqueOrThrow({ where: { id: campaign.id } })
      expect([status, await api.db.activity.count({ where: { campaignId: campaign.id } })]).not.toEqual(['submitted', 0])
    }
  })

  test('taken out with its history kept', async () => {
    const office = await api.person(['office'])
    const activity = await makeActivity(api.db)
    expect((await office.call(activities.remove, { params: { id: activity.id } }, { version: 1 })).json).toEqual({})
    expect((await office.call(activities.get, { params: { id: activity.id } })).status).toBe(404)
    expect(await api.db.auditEntry.findFirst({ where: { subjectId: activity.id } })).toMatchObject({ action: 'removeActivity' })
  })
})
