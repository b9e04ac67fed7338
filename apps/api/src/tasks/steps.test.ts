import type { Contract } from '@chung-tay/contracts/contract'
import { files } from '@chung-tay/contracts/files'
import { notifications } from '@chung-tay/contracts/notifications'
import { tasks } from '@chung-tay/contracts/tasks'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { makeEmployee } from '@chung-tay/testing/agency'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import { makePhoto, makeTask } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi, testDay } from '../test-api.ts'

let api: TestApi
let office: Person
let head: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  office = await api.person(['office'])
  head = await api.person(['unitHead'])
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

describe('from the assignment to the acceptance', () => {
  test('acknowledge, begin, report with proof, return with a reason, report again, accept', async () => {
    const { params, body } = await newTask()
    const [task] = (await office.call(tasks.assign, { params, body })).json.items
    const id = task?.id ?? ''
    const clerk = await api.person([], { unitId: head.employee.unitId })
    const step = async (who: Person, contract: Contract, version: number, input?: object) =>
      (await who.call(contract, { params: { id }, ...(input && { body: input }) } as never, { version })).json as {
        status?: string
        code?: string
        version: number
      }

    expect(await step(clerk, tasks.acknowledge, 1)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await step(head, tasks.acknowledge, 1)).toMatchObject({ status: 'acknowledged', version: 2 })
    expect(await step(head, tasks.delegate, 2, { assigneeId: clerk.employee.id })).toMatchObject({ assigneeName: clerk.employee.name, version: 3 })
    expect(await step(clerk, tasks.begin, 3)).toMatchObject({ status: 'inProgress' })
    expect(await step(clerk, tasks.submit, 4, { result, reach: 120, fileIds: [] })).toMatchObject({ code: 'EVIDENCE_REQUIRED' })
    const photo = await makePhoto(api.db, clerk.userId)
    expect(await step(clerk, tasks.submit, 4, { result, reach: 120, fileIds: [photo.id] })).toMatchObject({
      status: 'submitted',
      reach: 120,
      submittedOn: testDay,
    })
    expect(await step(office, tasks.return, 5, { reason: 'Bổ sung ảnh băng rôn' })).toMatchObject({
      status: 'returned',
      returnReason: 'Bổ sung ảnh băng rôn',
      submittedOn: null,
    })
    // The proof of the first report still hangs on the task.
    expect(await step(clerk, tasks.submit, 6, { result, reach: null, fileIds: [] })).toMatchObject({ status: 'submitted', returnReason: null })
    expect(await step(office, tasks.accept, 7)).toMatchObject({ status: 'accepted', version: 8 })
    expect(await step(clerk, tasks.submit, 8, { result, reach: null, fileIds: [] })).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' })

    const told = async (who: Person) => (await who.call(notifications.list, { query: {} })).json.items.map(({ kind }) => kind)
    expect(await told(head)).toEqual(expect.arrayContaining(['taskAssigned', 'taskReturned', 'taskAccepted']))
    expect(await told(clerk)).toEqual(['taskAccepted', 'taskReturned', 'taskDelegated'])
    const toOffice = await api.db.notification.count({
      where: { userId: office.userId, kind: 'taskSubmitted', data: { path: ['taskId'], equals: id } },
    })
    expect(toOffice).toBe(2)
    expect((await office.call(files.list, { params: { subject: 'Task', recordId: id } })).json.items.map(({ id: fileId }) => fileId)).toEqual([
      photo.id,
    ])
  })

  test('a person of another unit is not given the task', async () => {
    const task = await ownTask()
    const stranger = await makeEmployee(api.db)
    const answer = await head.call(tasks.delegate, { params: { id: task.id }, body: { assigneeId: stranger.id } }, { version: 1 })
    expect([answer.status, answer.json.details?.field]).toEqual([404, 'assigneeId'])
  })

  test('evidence of somebody else is refused, and the report with it', async () => {
    const task = await ownTask({ status: 'acknowledged' })
    const photo = await makePhoto(api.db, office.userId)
    const body = { result, reach: null, fileIds: [photo.id] }
    const answer = await head.call(tasks.submit, { params: { id: task.id }, body }, { version: 1 })
    expect([answer.status, answer.json.code]).toEqual([422, 'FILE_NOT_YOURS'])
    expect((await head.call(tasks.get, { params: { id: task.id } })).json.status).toBe('acknowledged')
  })

  test('a result of a few letters is located', async () => {
    const task = await ownTask({ status: 'acknowledged' })
    const answer = await head.call(
      tasks.submit,
      { params: { id: task.id }, body: { result: ' Xong    rồi ', reach: -1, fileIds: [] } },
      { version: 1 },
    )
    expect([answer.status, answer.json.fields?.map(({ path, code }) => `${path} ${code}`)]).toEqual([400, ['result too_small', 'reach too_small']])
  })

  test('nothing moves in a closed year', async () => {
    const campaign = await makeCampaign(api.db, { status: 'closed' })
    const task = await ownTask({ campaignId: campaign.id })
    expect((await head.call(tasks.acknowledge, { params: { id: task.id } }, { version: 1 })).json.code).toBe('CAMPAIGN_CLOSED')
    expect((await head.call(tasks.comment, { params: { id: task.id }, body: { text: 'Xin lùi hạn' } })).json.code).toBe('CAMPAIGN_CLOSED')
  })
})

describe('races', () => {
  test('accepted and returned at once: exactly one wins, and one notice goes out', async () => {
    const task = await submitted()
    const params = { id: task.id }
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => office.call(tasks.accept, { params }, { version: 1 })),
      ...Array.from({ length: 5 }, () => office.call(tasks.return, { params, body: { reason: 'Thiếu ảnh' } }, { version: 1 })),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(9).fill(412)])
    expect(await api.db.notification.count({ where: { userId: head.userId, data: { path: ['taskId'], equals: task.id } } })).toBe(1)
  })

  test('the same activity given to the same unit at once makes one task', async () => {
    const { params, body, campaign } = await newTask()
    const answers = await Promise.all(Array.from({ length: 8 }, () => office.call(tasks.assign, { params, body })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(7).fill(409)])
    expect(await api.db.task.count({ where: { campaignId: campaign.id } })).toBe(1)
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
