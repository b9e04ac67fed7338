import { agency } from '@chung-tay/contracts/agency'
import { start } from '@chung-tay/contracts/start'
import { taskChases } from '@chung-tay/contracts/task-chases'
import { tasks } from '@chung-tay/contracts/tasks'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeTask, makeTaskChase, makeTaskExtension, makeTaskStep } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

const needs = { answerChase: 'answer', decideExtension: 'decision', escalatedTask: 'leadership', doStep: 'myStep' } as const

const waitingOf = async (person: Person, campaignId: string) => {
  const { json } = await person.call(start.page, { params: { campaignId } })
  return Object.fromEntries(json.waiting.flatMap(({ kind, count }) => (kind in needs ? [[kind, count]] : [])))
}

test('chases to answer, extensions to decide, what leadership was told and my own parts; each count is the total of its list', async () => {
  const [office, leader, head] = [await api.person(['office']), await api.person(['leadership']), await api.person(['unitHead'])]
  const { unitId } = head.employee
  const clerk = await api.person([], { unitId })
  const { id: campaignId } = await makeCampaign(api.db)
  const make = (overrides: object = {}) => makeTask(api.db, { campaignId, unitId, ...overrides })
  const chased = await make({ escalatedAt: toDbDate('2021-06-19') })
  await makeTaskChase(api.db, { taskId: chased.id, chasedById: office.userId })
  await makeTaskChase(api.db, { taskId: chased.id, chasedById: office.userId })
  const extended = await make()
  await makeTaskExtension(api.db, { taskId: extended.id, requestedById: head.userId })
  await makeTaskStep(api.db, { taskId: extended.id, assigneeId: clerk.employee.id })
  await makeTaskStep(api.db, { taskId: extended.id, assigneeId: clerk.employee.id })
  // What was accepted waits for nobody any more.
  const done = await make({ status: 'accepted', submittedOn: toDbDate('2021-06-19'), escalatedAt: toDbDate('2021-06-18') })
  await makeTaskChase(api.db, { taskId: done.id, chasedById: office.userId })
  await makeTaskExtension(api.db, { taskId: done.id, requestedById: head.userId })
  await makeTaskStep(api.db, { taskId: done.id, assigneeId: clerk.employee.id })

  const expected: [Person, Record<string, number>][] = [
    [head, { answerChase: 1 }],
    [office, { decideExtension: 1 }],
    [leader, { escalatedTask: 1 }],
    [clerk, { doStep: 1 }],
  ]
  for (const [person, waiting] of expected) {
    expect(await waitingOf(person, campaignId)).toEqual(waiting)
    for (const [kind, count] of Object.entries(waiting)) {
      const query = { need: needs[kind as keyof typeof needs] }
      expect((await person.call(tasks.list, { params: { campaignId }, query })).json.total).toBe(count)
    }
  }
})

test('the number of chases is a setting of the agency', async () => {
  const office = await api.person(['office'])
  const task = await makeTask(api.db)
  const { version } = (await office.call(agency.get, {})).json
  const set = (who: Person, escalateAfter: number) => who.call(agency.setEscalation, { body: { escalateAfter } }, { version })
  expect((await set(await api.person(['unitHead']), 1)).status).toBe(403)
  expect((await set(office, 0)).json.fields).toMatchObject([{ path: 'escalateAfter' }])
  expect((await set(office, 1)).json).toMatchObject({ escalateAfter: 1, version: version + 1 })
  expect((await set(office, 3)).status).toBe(412)
  const body = { taskIds: [task.id], text: 'Đề nghị báo cáo' }
  expect((await office.call(taskChases.chase, { params: { campaignId: task.campaignId }, body })).json).toEqual({
    chased: 1,
    passedOver: 0,
    escalated: 1,
  })
})
