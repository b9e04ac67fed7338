import { notifications } from '@chung-tay/contracts/notifications'
import { taskChases, taskExtensions } from '@chung-tay/contracts/task-chases'
import { taskSteps } from '@chung-tay/contracts/task-steps'
import { tasks } from '@chung-tay/contracts/tasks'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeEmployee, makeUnit } from '@chung-tay/testing/agency'
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
const none = { reach: null, sessions: null, participants: null, children: null, cost: null }
const ownTask = (overrides: Parameters<typeof makeTask>[1] = {}) => makeTask(api.db, { unitId: head.employee.unitId, ...overrides })
const clerkOf = (person: Person) => api.person([], { unitId: person.employee.unitId })
const taskOf = async (id: string) => (await office.call(tasks.get, { params: { id } })).json
const toldOf = async (person: Person) => (await person.call(notifications.list, { query: {} })).json.items.map(({ kind }) => kind)

describe('giving out with what is asked', () => {
  test('each unit has its own day, figures, evidence and checklist', async () => {
    const campaign = await makeCampaign(api.db)
    const { id: activityId } = await makeActivity(api.db, { campaignId: campaign.id })
    const [own, foreign] = [head.employee.unitId, foreignHead.employee.unitId]
    const evidenceAsked = [{ kind: 'photo' as const, count: 2, label: 'Ảnh băng rôn' }]
    const { json } = await office.call(tasks.assign, {
      params: { campaignId: campaign.id },
      body: {
        activityId,
        title: 'Treo băng rôn',
        instructions: '',
        dueOn: '2021-06-25',
        unitIds: [own, foreign],
        ownDays: [{ unitId: foreign, dueOn: '2021-06-28' }],
        figuresAsked: ['reach', 'cost', 'reach'],
        evidenceAsked,
        steps: ['Đặt in băng rôn', 'Treo tại cổng'],
      },
    })
    const days = Object.fromEntries(json.items.map(({ unitId, dueOn }) => [unitId, dueOn]))
    expect(days).toEqual({ [own]: '2021-06-25', [foreign]: '2021-06-28' })
    for (const { id } of json.items) {
      const task = await taskOf(id)
      expect(task).toMatchObject({ figuresAsked: ['reach', 'cost'], evidenceAsked, chaseCount: 0, firstDueOn: null })
      expect(task.steps.map(({ title, assigneeId, doneAt }) => [title, assigneeId, doneAt])).toEqual([
        ['Đặt in băng rôn', null, null],
        ['Treo tại cổng', null, null],
      ])
    }
  })

  test('moved to another unit with a reason: received anew there, parts and wishes of the former one end, both heads know', async () => {
    const task = await ownTask({ status: 'inProgress', assigneeId: head.employee.id })
    const params = { id: task.id }
    await head.call(taskSteps.add, { params, body: { title: 'Chụp ảnh', assigneeId: head.employee.id, dueOn: null } })
    await head.call(taskExtensions.ask, { params, body: { dueOn: '2021-07-02', reason: 'Thiếu người' } })
    const body = { unitId: foreignHead.employee.unitId, reason: 'Đúng chức năng hơn' }
    expect((await head.call(tasks.move, { params, body }, { version: 1 })).status).toBe(403)
    const { json } = await office.call(tasks.move, { params, body }, { version: 1 })
    expect(json).toMatchObject({ unitId: body.unitId, status: 'assigned', assigneeId: null, acknowledgedAt: null, version: 2 })
    expect(json.steps).toMatchObject([{ assigneeId: null }])
    expect(json.extensions).toMatchObject([{ granted: false, decision: body.reason }])
    expect((await head.call(tasks.get, { params })).status).toBe(404)
    expect((await foreignHead.call(tasks.get, { params })).status).toBe(200)
    expect(await toldOf(head)).toContain('taskMoved')
    expect(await toldOf(foreignHead)).toContain('taskAssigned')
    const closed = await makeUnit(api.db, { active: false })
    const refused = await office.call(tasks.move, { params, body: { ...body, unitId: closed.id } }, { version: 2 })
    expect(refused.json.code).toBe('UNIT_CLOSED')
  })
})

describe('a report brings what was asked', () => {
  const asked = { status: 'acknowledged' as const, figuresAsked: ['reach' as const, 'cost' as const] }
  const evidenceAsked = [
    { kind: 'photo', count: 1, label: 'Ảnh buổi sinh hoạt' },
    { kind: 'list', count: 1, label: 'Danh sách dự' },
  ]

  test('figures are located, evidence is named, parts of employees must be done; then it goes, and the money comes back whole', async () => {
    const clerk = await clerkOf(head)
    const task = await ownTask({ ...asked, evidenceAsked })
    const params = { id: task.id }
    const added = await head.call(taskSteps.add, { params, body: { title: 'Lập danh sách', assigneeId: clerk.employee.id, dueOn: '2021-06-22' } })
    await head.call(taskSteps.add, { params, body: { title: 'Mời dự', assigneeId: null, dueOn: null } })
    const submit = (body: object) => head.call(tasks.submit, { params, body: { result, ...none, fileIds: [], ...body } }, { version: 1 })
    expect((await submit({ reach: 5 })).json).toMatchObject({ code: 'INVALID', fields: [{ path: 'cost', code: 'required' }] })
    const figures = { reach: 0, cost: 1_500_000 }
    expect((await submit(figures)).json.code).toBe('EVIDENCE_REQUIRED')
    const photo = await makePhoto(api.db, head.userId)
    await head.call(tasks.attach, { params, body: { fileIds: [photo.id] } })
    expect((await submit(figures)).json).toMatchObject({
      code: 'EVIDENCE_REQUIRED',
      details: { missing: [{ kind: 'list', label: 'Danh sách dự', count: 1, there: 0 }] },
    })
    const list = await makePhoto(api.db, head.userId, { name: 'danh-sach.pdf', mediaType: 'application/pdf' })
    await head.call(tasks.attach, { params, body: { fileIds: [list.id] } })
    expect((await submit(figures)).json).toMatchObject({ code: 'STEPS_OPEN', details: { steps: ['Lập danh sách'] } })
    const [step] = added.json.steps
    await clerk.call(taskSteps.tick, { params: { id: step?.id ?? '' }, body: { done: true } }, { version: 1 })
    expect((await submit(figures)).json).toMatchObject({ status: 'submitted', reach: 0, cost: 1_500_000 })
  })
})

describe('steps', () => {
  test('an employee sees the task of an own part and ticks that part, and nothing else', async () => {
    const clerk = await clerkOf(head)
    const task = await ownTask({ status: 'acknowledged' })
    const params = { id: task.id }
    expect((await clerk.call(tasks.get, { params })).status).toBe(404)
    const { json } = await head.call(taskSteps.add, { params, body: { title: 'Chụp ảnh', assigneeId: clerk.employee.id, dueOn: '2021-06-21' } })
    const id = json.steps[0]?.id ?? ''
    expect(await toldOf(clerk)).toEqual(['taskStepGiven'])
    expect((await clerk.call(tasks.list, { params: { campaignId: task.campaignId }, query: { need: 'myStep' } })).json.total).toBe(1)
    expect((await clerk.call(tasks.acknowledge, { params }, { version: 1 })).status).toBe(404)
    const content = { title: 'Việc khác', assigneeId: null, dueOn: null }
    expect((await clerk.call(taskSteps.update, { params: { id }, body: content }, { version: 1 })).status).toBe(404)
    expect((await foreignHead.call(taskSteps.tick, { params: { id }, body: { done: true } }, { version: 1 })).status).toBe(404)
    const ticked = await clerk.call(taskSteps.tick, { params: { id }, body: { done: true } }, { version: 1 })
    expect(ticked.json.steps).toMatchObject([{ doneByName: clerk.employee.name, version: 2 }])
    expect((await head.call(taskSteps.remove, { params: { id } }, { version: 2 })).json.code).toBe('TRANSITION_NOT_ALLOWED')
    const opened = await clerk.call(taskSteps.tick, { params: { id }, body: { done: false } }, { version: 2 })
    expect(opened.json.steps).toMatchObject([{ doneAt: null, doneByName: null }])
    expect((await head.call(taskSteps.remove, { params: { id } }, { version: 3 })).json.steps).toEqual([])
    expect((await clerk.call(tasks.get, { params })).status).toBe(404)
  })

  test('are put in order, given only to people of the unit, and rest once the result lies with the office', async () => {
    const task = await ownTask({ status: 'acknowledged' })
    const params = { id: task.id }
    const add = (title: string, assigneeId: string | null = null) => head.call(taskSteps.add, { params, body: { title, assigneeId, dueOn: null } })
    await add('Một')
    await add('Hai')
    const ids = (await add('Ba')).json.steps.map(({ id }) => id)
    const ordered = await head.call(taskSteps.order, { params, body: { ids: ids.toReversed() } })
    expect(ordered.json.steps.map(({ title }) => title)).toEqual(['Ba', 'Hai', 'Một'])
    expect((await head.call(taskSteps.order, { params, body: { ids: ids.slice(1) } })).status).toBe(404)
    const stranger = await makeEmployee(api.db)
    expect((await add('Bốn', stranger.id)).json.details).toMatchObject({ field: 'assigneeId' })
    await api.db.task.update({ where: { id: task.id }, data: { status: 'submitted', submittedOn: toDbDate('2021-06-20') } })
    expect((await add('Năm')).json.code).toBe('TRANSITION_NOT_ALLOWED')
  })
})

describe('chases', () => {
  const chase = (campaignId: string, taskIds: string[], who = office) =>
    who.call(taskChases.chase, { params: { campaignId }, body: { taskIds, text: 'Đề nghị khẩn trương báo cáo' } })

  test('go to many at once, pass over what waits for nobody, and are answered once by the unit', async () => {
    const campaign = await makeCampaign(api.db)
    const make = (overrides: object) => makeTask(api.db, { campaignId: campaign.id, unitId: head.employee.unitId, ...overrides })
    const [open, done] = [await make({}), await make({ status: 'submitted', submittedOn: toDbDate('2021-06-19') })]
    expect((await chase(campaign.id, [open.id], head)).status).toBe(403)
    expect((await chase(campaign.id, [(await ownTask()).id])).status).toBe(404)
    expect((await chase(campaign.id, [done.id])).json.code).toBe('TRANSITION_NOT_ALLOWED')
    expect((await chase(campaign.id, [open.id, done.id])).json).toEqual({ chased: 1, passedOver: 1, escalated: 0 })
    expect(await toldOf(head)).toContain('taskChased')
    const params = { campaignId: campaign.id }
    const waits = async (who: Person) => (await who.call(tasks.list, { params, query: { need: 'answer' } })).json.total
    expect(await waits(head)).toBe(1)
    const { chases, chaseCount } = await taskOf(open.id)
    expect(chaseCount).toBe(1)
    const id = chases[0]?.id ?? ''
    const answer = (who: Person) => who.call(taskChases.answer, { params: { id }, body: { answer: 'Sẽ xong ngày 22/6' } }, { version: 1 })
    expect((await answer(foreignHead)).status).toBe(404)
    const answers = await Promise.all([answer(head), answer(head), answer(head)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
    expect(await waits(head)).toBe(0)
    expect((await taskOf(open.id)).chases).toMatchObject([{ answer: 'Sẽ xong ngày 22/6', answeredByName: head.employee.name }])
  })

  test('500 at once, the most that one chase takes', async () => {
    const campaign = await makeCampaign(api.db)
    const { id: activityId } = await makeActivity(api.db, { campaignId: campaign.id })
    const { unitId } = head.employee
    const made = await api.db.task.createManyAndReturn({
      data: Array.from({ length: 501 }, (_, at) => ({
        campaignId: campaign.id,
        activityId,
        unitId,
        title: `Việc ${at}`,
        search: '',
        dueOn: toDbDate('2021-06-10'),
      })),
      select: { id: true },
    })
    const ids = made.map(({ id }) => id)
    expect((await chase(campaign.id, ids)).json.fields).toMatchObject([{ path: 'taskIds' }])
    const begun = performance.now()
    expect((await chase(campaign.id, ids.slice(0, 500))).json).toEqual({ chased: 500, passedOver: 0, escalated: 0 })
    expect((await chase(campaign.id, ids.slice(0, 500))).json).toEqual({ chased: 500, passedOver: 0, escalated: 500 })
    expect(performance.now() - begun).toBeLessThan(15_000)
    expect(await api.db.notification.count({ where: { userId: head.userId, kind: 'taskChased' } })).toBeGreaterThanOrEqual(1000)
  })

  test('race: two at once reach the number, and leadership is told once', async () => {
    const leader = await api.person(['leadership'])
    for (let round = 0; round < 5; round++) {
      const task = await ownTask()
      const answers = await Promise.all([chase(task.campaignId, [task.id]), chase(task.campaignId, [task.id])])
      expect(answers.map(({ json }) => json.escalated).toSorted()).toEqual([0, 1])
      expect((await chase(task.campaignId, [task.id])).json.escalated).toBe(0)
      expect((await taskOf(task.id)).escalatedAt).not.toBeNull()
      const told = { userId: leader.userId, kind: 'taskEscalated', data: { path: ['taskId'], equals: task.id } }
      expect(await api.db.notification.count({ where: told })).toBe(1)
    }
  })
})

describe('extensions', () => {
  const ask = (id: string, dueOn = '2021-07-03', who = head) =>
    who.call(taskExtensions.ask, { params: { id }, body: { dueOn, reason: 'Chờ kinh phí' } })

  test('race: of several asked at once one waits', async () => {
    const { id } = await ownTask()
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(id)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(5).fill(409)])
    expect(answers.find(({ status }) => status === 409)?.json.code).toBe('EXTENSION_WAITS')
  })

  test('granted to another day: lateness is measured against it, the delay against the first stays', async () => {
    const task = await ownTask({ dueOn: toDbDate('2021-06-15'), status: 'acknowledged' })
    expect((await ask(task.id, '2021-06-19')).json.fields).toEqual([expect.objectContaining({ path: 'dueOn', code: 'not_before' })])
    expect((await ask(task.id, '2021-07-03', foreignHead)).status).toBe(404)
    const asked = await ask(task.id)
    const id = asked.json.extensions[0]?.id ?? ''
    expect(asked.json).toMatchObject({ dueOn: '2021-06-15', late: true, daysLate: 5 })
    const params = { campaignId: task.campaignId }
    expect((await office.call(tasks.list, { params, query: { need: 'decision' } })).json.total).toBe(1)
    const body = { dueOn: '2021-06-25', note: '' }
    expect((await head.call(taskExtensions.grant, { params: { id }, body }, { version: 1 })).status).toBe(403)
    const granted = await office.call(taskExtensions.grant, { params: { id }, body }, { version: 1 })
    expect(granted.json).toMatchObject({ dueOn: '2021-06-25', firstDueOn: '2021-06-15', late: false, daysAfterFirst: 5, version: 2 })
    expect(granted.json.extensions).toMatchObject([{ granted: true, dueOn: '2021-06-25', previousDueOn: '2021-06-15' }])
    expect((await office.call(taskExtensions.refuse, { params: { id }, body: { reason: 'Muộn rồi' } }, { version: 2 })).json.code).toBe(
      'ALREADY_ANSWERED',
    )
    expect(await toldOf(head)).toContain('taskExtensionGranted')
    // A second one keeps the very first day.
    const second = (await ask(task.id, '2021-06-29')).json.extensions[1]?.id ?? ''
    const again = await office.call(taskExtensions.grant, { params: { id: second }, body: { dueOn: '2021-06-29', note: '' } }, { version: 1 })
    expect(again.json).toMatchObject({ dueOn: '2021-06-29', firstDueOn: '2021-06-15' })
  })

  test('race: granted and refused at once, one decision stands', async () => {
    const task = await ownTask()
    const id = (await ask(task.id)).json.extensions[0]?.id ?? ''
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, () =>
        office.call(taskExtensions.grant, { params: { id }, body: { dueOn: '2021-07-03', note: '' } }, { version: 1 }),
      ),
      ...Array.from({ length: 3 }, () => office.call(taskExtensions.refuse, { params: { id }, body: { reason: 'Không được' } }, { version: 1 })),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(5).fill(409)])
    const { extensions, dueOn } = await taskOf(task.id)
    expect(dueOn).toBe(extensions[0]?.granted ? '2021-07-03' : '2021-06-30')
  })
})
