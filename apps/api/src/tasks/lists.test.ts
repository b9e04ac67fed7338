import { tasks } from '@chung-tay/contracts/tasks'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import { makeTask } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let office: Person
let head: Person
let foreignHead: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  office = await api.person(['office'])
  head = await api.person(['unitHead'])
  foreignHead = await api.person(['unitHead'])
})
afterAll(() => api.stop())

const result = 'Đã treo 3 băng rôn tại trụ sở và đăng 2 tin trên trang của đơn vị.'
const ownTask = (overrides: Parameters<typeof makeTask>[1] = {}) => makeTask(api.db, { unitId: head.employee.unitId, ...overrides })
const submitted = (overrides: Parameters<typeof makeTask>[1] = {}) =>
  ownTask({ status: 'submitted', result, submittedOn: toDbDate('2021-06-19'), ...overrides })

describe('lists', () => {
  const month = async () => {
    const campaign = await makeCampaign(api.db)
    const activity = await makeActivity(api.db, { campaignId: campaign.id })
    const make = (unitId: string, title: string, overrides: Parameters<typeof makeTask>[1] = {}) =>
      makeTask(api.db, { campaignId: campaign.id, activityId: activity.id, unitId, title, ...overrides })
    const [own, foreign] = [head.employee.unitId, foreignHead.employee.unitId]
    await make(own, 'Treo băng rôn', { dueOn: toDbDate('2021-06-10') })
    await make(own, 'Đăng tin trên trang điện tử', { dueOn: toDbDate('2021-06-10'), status: 'accepted', submittedOn: toDbDate('2021-06-12') })
    await make(own, 'Rà soát danh sách trẻ em', { dueOn: toDbDate('2021-06-10'), status: 'accepted', submittedOn: toDbDate('2021-06-10') })
    await make(foreign, 'Vận động ủng hộ', { dueOn: toDbDate('2021-06-20') })
    return { params: { campaignId: campaign.id } }
  }

  test('late stays late after it is accepted, in the record, the filter and the sum', async () => {
    const { params } = await month()
    const titles = async (query: object) =>
      (await office.call(tasks.list, { params, query })).json.items.map(({ title, daysLate }) => `${title} ${daysLate}`)
    expect(await titles({ late: 'true', sort: 'title' })).toEqual(['Treo băng rôn 10', 'Đăng tin trên trang điện tử 2'])
    expect(await titles({ late: 'false', sort: 'title' })).toEqual(['Rà soát danh sách trẻ em 0', 'Vận động ủng hộ 0'])
    expect(await titles({ late: 'false', status: 'accepted' })).toEqual(['Rà soát danh sách trẻ em 0'])
  })

  test('each figure of the summary is the total of its list', async () => {
    const { params } = await month()
    const { json } = await office.call(tasks.summary, { params })
    const total = async (query: object) => (await office.call(tasks.list, { params, query })).json.total
    for (const sum of json.units) {
      const { unitId } = sum
      expect(sum).toMatchObject({
        total: await total({ unitId }),
        accepted: await total({ unitId, open: 'false' }),
        open: await total({ unitId, open: 'true' }),
        late: await total({ unitId, late: 'true' }),
        onTime: await total({ unitId, status: 'accepted', late: 'false' }),
      })
    }
    expect(json.total).toEqual({ total: 4, accepted: 2, onTime: 1, late: 2, open: 2 })
  })

  test('a head sees the own unit, an employee what was given to them, in list, sum and export', async () => {
    const { params } = await month()
    const clerk = await api.person([], { unitId: head.employee.unitId })
    expect((await head.call(tasks.list, { params, query: {} })).json.total).toBe(3)
    expect((await head.call(tasks.summary, { params })).json.units.map(({ unitId }) => unitId)).toEqual([head.employee.unitId])
    expect((await clerk.call(tasks.list, { params, query: {} })).json.total).toBe(0)
    expect((await office.call(tasks.list, { params, query: { mine: 'true' } })).json.total).toBe(0)
    expect((await head.call(tasks.list, { params, query: { mine: 'true' } })).json.total).toBe(3)
    const exported = await api.app.inject({
      url: `/api/campaigns/${params.campaignId}/tasks/export?format=csv&late=true`,
      headers: { cookie: head.cookie },
    })
    expect(exported.body.split('\r\n').filter(Boolean)).toHaveLength(3)
    expect(exported.body).toContain('Treo băng rôn')
    expect((await api.app.inject({ url: `/api/campaigns/${params.campaignId}/tasks/export?format=csv` })).statusCode).toBe(401)
  })

  test('search without marks, and pages that meet without gap or overlap', async () => {
    const { params } = await month()
    const search = await office.call(tasks.list, { params, query: { q: 'bang ron' } })
    expect(search.json.items.map(({ title }) => title)).toEqual(['Treo băng rôn'])
    for (const sort of ['dueOn', '-dueOn', 'unit', '-title'] as const) {
      const whole = (await office.call(tasks.list, { params, query: { sort } })).json.items.map(({ id }) => id)
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const { json } = await office.call(tasks.list, { params, query: { sort, limit: 1, cursor } })
        seen.push(...json.items.map(({ id }) => id))
        cursor = json.nextCursor ?? undefined
      } while (cursor)
      expect(seen).toEqual(whole)
    }
  })
})

test('comments stand in order with their authors, and reach the other side', async () => {
  const task = await ownTask()
  const params = { id: task.id }
  await head.call(tasks.comment, { params, body: { text: 'Đơn vị xin thêm băng rôn' } })
  await office.call(tasks.comment, { params, body: { text: 'Văn phòng đã cấp' } })
  const { json } = await office.call(tasks.comments, { params })
  expect(json.items.map(({ authorName, text }) => [authorName, text])).toEqual([
    [head.employee.name, 'Đơn vị xin thêm băng rôn'],
    [office.employee.name, 'Văn phòng đã cấp'],
  ])
  expect((await office.call(tasks.get, { params })).json.comments).toBe(2)
  const told = (userId: string) =>
    api.db.notification.count({ where: { userId, kind: 'taskCommented', data: { path: ['taskId'], equals: task.id } } })
  expect([await told(office.userId), await told(head.userId)]).toEqual([1, 1])
})

test('the deadline moves only while no result lies with the office', async () => {
  const task = await ownTask()
  const body = { title: task.title, instructions: 'Nhớ chụp ảnh', dueOn: '2021-07-01' }
  const moved = await office.call(tasks.update, { params: { id: task.id }, body }, { version: 1 })
  expect(moved.json).toMatchObject({ dueOn: '2021-07-01', instructions: 'Nhớ chụp ảnh', version: 2 })
  expect((await office.call(tasks.update, { params: { id: task.id }, body }, { version: 1 })).json.code).toBe('STALE')
  const done = await submitted()
  expect((await office.call(tasks.update, { params: { id: done.id }, body }, { version: 1 })).json.code).toBe('TRANSITION_NOT_ALLOWED')
  const stored = await api.db.task.findUniqueOrThrow({ where: { id: done.id } })
  expect(fromDbDate(stored.dueOn)).toBe('2021-06-30')
})
