import type { Contract } from '@chung-tay/contracts/contract'
import { tasks } from '@chung-tay/contracts/tasks'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { makeUnit } from '@chung-tay/testing/agency'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import { makePhoto, makeTask } from '@chung-tay/testing/tasks'
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
const newTask = async () => {
  const campaign = await makeCampaign(api.db)
  const activity = await makeActivity(api.db, { campaignId: campaign.id })
  const body = { activityId: activity.id, title: 'Tuyên truyền Luật Trẻ em', instructions: '', dueOn: '2021-06-25', unitIds: [head.employee.unitId] }
  return { campaign, activity, params: { campaignId: campaign.id }, body }
}

const submitted = (overrides: Parameters<typeof makeTask>[1] = {}) =>
  ownTask({ status: 'submitted', result, submittedOn: toDbDate('2021-06-19'), ...overrides })

describe('who may call what', () => {
  // `right` may act on a task of the head's unit, `wrong` has no such right at all, `foreign` has it for other units only.
  type Case = {
    contract: Contract
    body?: () => object | Promise<object>
    status?: 'assigned' | 'submitted'
    right: () => Person
    foreign?: () => Person
  }
  const cases: Case[] = [
    { contract: tasks.get, right: () => head, foreign: () => foreignHead },
    { contract: tasks.update, body: () => ({ title: 'Việc đã sửa', instructions: '', dueOn: '2021-06-28' }), right: () => office },
    { contract: tasks.acknowledge, right: () => head, foreign: () => foreignHead },
    { contract: tasks.delegate, body: () => ({ assigneeId: head.employee.id }), right: () => head, foreign: () => foreignHead },
    { contract: tasks.accept, status: 'submitted', right: () => office },
    { contract: tasks.return, status: 'submitted', body: () => ({ reason: 'Thiếu ảnh' }), right: () => office },
    { contract: tasks.comments, right: () => head, foreign: () => foreignHead },
    { contract: tasks.comment, body: () => ({ text: 'Đang chuẩn bị' }), right: () => head, foreign: () => foreignHead },
    {
      contract: tasks.attach,
      status: 'submitted',
      body: async () => ({ fileIds: [(await makePhoto(api.db, head.userId)).id] }),
      right: () => head,
      foreign: () => foreignHead,
    },
  ]
  test.each(cases.map((one) => [one.contract.operationId, one] as const))(
    '%s',
    async (_, { contract, body, status = 'assigned', right, foreign }) => {
      const task = status === 'submitted' ? await submitted() : await ownTask()
      const send = async (who: Pick<Person, 'call'>, id = task.id) =>
        (await who.call(contract, { params: { id }, ...(body && { body: await body() }) } as never, { version: task.version })).status
      expect(await send({ call: api.call })).toBe(401)
      const wrong = await api.person(contract.method === 'GET' ? ['communications'] : ['auditor'])
      // Somebody with an employee record may act on tasks given to them: for those the foreign record is as if it were not there.
      expect([403, 404]).toContain(await send(wrong))
      if (foreign) expect(await send(foreign())).toBe(404)
      expect(await send(right(), '0197a000-0000-7000-8000-000000000000')).toBe(404)
      expect(await send(right())).toBe(contract.operationId === 'commentOnTask' ? 201 : 200)
    },
  )

  test('giving out tasks is the office’s: 401, 403, 404 for a plan that is not there, 201', async () => {
    const { params, body } = await newTask()
    expect((await api.call(tasks.assign, { params, body })).status).toBe(401)
    expect((await head.call(tasks.assign, { params, body })).status).toBe(403)
    expect((await office.call(tasks.assign, { params: { campaignId: crypto.randomUUID() }, body })).status).toBe(404)
    expect((await office.call(tasks.assign, { params, body })).status).toBe(201)
  })

  test('only the office accepts, and a head may not change the deadline', async () => {
    const task = await submitted()
    expect((await head.call(tasks.accept, { params: { id: task.id } }, { version: 1 })).status).toBe(403)
    const body = { title: task.title, instructions: '', dueOn: '2021-07-30' }
    expect((await head.call(tasks.update, { params: { id: task.id }, body }, { version: 1 })).status).toBe(403)
    expect((await office.call(tasks.acknowledge, { params: { id: (await ownTask()).id } }, { version: 1 })).status).toBe(404)
  })
})

describe('giving out an activity', () => {
  test('makes one task for each unit, in one go, and tells each head once', async () => {
    const { params, body, activity } = await newTask()
    const unitIds = [head.employee.unitId, foreignHead.employee.unitId, (await makeUnit(api.db)).id]
    const { status, json } = await office.call(tasks.assign, { params, body: { ...body, unitIds: [...unitIds, head.employee.unitId] } })
    expect(status).toBe(201)
    expect(json.items.map(({ unitId }) => unitId).toSorted()).toEqual(unitIds.toSorted())
    expect(json.items[0]).toMatchObject({ activityClause: activity.clause, status: 'assigned', late: false, version: 1 })
    const taskIds = json.items.map(({ id }) => id)
    const notices = await api.db.notification.findMany({
      where: { kind: 'taskAssigned', OR: taskIds.map((id) => ({ data: { path: ['taskId'], equals: id } })) },
    })
    expect(notices.map(({ userId }) => userId).toSorted()).toEqual([head.userId, foreignHead.userId].toSorted())
  })

  test('an unknown unit, an activity of another plan or the same task again leave nothing behind', async () => {
    const { params, body, campaign } = await newTask()
    const other = await makeActivity(api.db)
    const count = () => api.db.task.count({ where: { campaignId: campaign.id } })
    expect((await office.call(tasks.assign, { params, body: { ...body, unitIds: [head.employee.unitId, crypto.randomUUID()] } })).status).toBe(404)
    expect((await office.call(tasks.assign, { params, body: { ...body, activityId: other.id } })).status).toBe(404)
    expect(await count()).toBe(0)
    await office.call(tasks.assign, { params, body })
    const again = await office.call(tasks.assign, { params, body: { ...body, unitIds: [foreignHead.employee.unitId, head.employee.unitId] } })
    expect([again.status, again.json.code]).toEqual([409, 'DUPLICATE'])
    expect(await count()).toBe(1)
  })

  test.each([
    ['draft', 409, 'CAMPAIGN_NOT_APPROVED'],
    ['submitted', 409, 'CAMPAIGN_NOT_APPROVED'],
    ['approved', 201, undefined],
    ['closed', 409, 'CAMPAIGN_CLOSED'],
  ] as const)('with a plan that is %s answers %i', async (status, expected, code) => {
    const { params, body, campaign } = await newTask()
    await api.db.campaign.update({ where: { id: campaign.id }, data: { status } })
    const answer = await office.call(tasks.assign, { params, body })
    expect([answer.status, answer.json.code]).toEqual([expected, code])
  })

  test('bad input is located', async () => {
    const { params, body } = await newTask()
    const answer = await office.call(tasks.assign, { params, body: { ...body, title: ' \u0000', dueOn: '31/12/2021', unitIds: [] } })
    expect([answer.status, answer.json.code]).toEqual([400, 'INVALID'])
    expect(new Set(answer.json.fields?.map(({ path }) => path))).toEqual(new Set(['title', 'dueOn', 'unitIds']))
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
