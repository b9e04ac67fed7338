import { agency } from '@chung-tay/contracts/agency'
import { dataRequests } from '@chung-tay/contracts/data-requests'
import { makeChild } from '@chung-tay/testing/children'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'), { today: '2025-04-29' })
})
afterAll(() => api.stop())

test('days by law and days the agency sets, which win, and by which the clock of a request runs', async () => {
  const [office, parent] = [await api.person(['office']), await api.person()]
  const list = async () => (await parent.call(agency.workingDays, { query: { year: 2025 } })).json.items
  const by = async (day: string) => (await list()).find((one) => one.day === day)
  expect(await by('2025-04-07')).toEqual({ day: '2025-04-07', working: false, note: null, holiday: 'hungKings', instead: false })

  const set = (day: string, working: boolean, who: { call: typeof parent.call } = office) =>
    who.call(agency.setWorkingDay, { body: { day, working, note: 'Hoán đổi theo thông báo của Bộ Nội vụ' } })
  expect([(await set('2025-05-02', false, { call: api.call })).status, (await set('2025-05-02', false, parent)).status]).toEqual([401, 403])
  expect((await set('2025-05-02', false)).status).toBe(200)
  expect(await by('2025-05-02')).toMatchObject({ working: false, note: 'Hoán đổi theo thông báo của Bộ Nội vụ', holiday: null })

  const ask = async () => {
    const child = await makeChild(api.db, { guardians: [{ employeeId: parent.employee.id, relation: 'mother' }] })
    const { json } = await parent.call(dataRequests.create, { params: { id: child.id }, body: { kind: 'copy', text: '' } })
    return [json.answerDueOn, json.fulfilDueOn]
  }
  // Tuesday 29/4: 30/4, 1/5 and 2/5 are off, then the weekend.
  expect(await ask()).toEqual(['2025-05-06', '2025-05-14'])
  await set('2025-05-03', true)
  expect(await ask()).toEqual(['2025-05-05', '2025-05-14'])
  await set('2025-05-14', false)
  expect((await ask())[1]).toBe('2025-05-15')

  const clear = (day: string) => office.call(agency.clearWorkingDay, { params: { day } })
  for (const day of ['2025-05-02', '2025-05-03', '2025-05-14']) expect((await clear(day)).status).toBe(200)
  expect((await clear('2025-05-02')).status).toBe(404)
  expect(await ask()).toEqual(['2025-05-05', '2025-05-14'])
  const [entry] = await api.db.auditEntry.findMany({ where: { action: 'clearWorkingDay' }, take: 1 })
  expect(entry).toMatchObject({ subjectType: 'Agency', before: { day: '2025-05-02', working: false } })
})
