import { dataRequests } from '@chung-tay/contracts/data-requests'
import { makeChild } from '@chung-tay/testing/children'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let office: Person
let mother: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  office = await api.person(['office'])
  mother = await api.person()
})
afterAll(() => api.stop())

const create = (person: Pick<Person, 'call'>, id: string, kind: 'copy' | 'correction' | 'erasure' = 'correction') =>
  person.call(dataRequests.create, { params: { id }, body: { kind, text: 'Tên trường viết sai' } })

test('a request runs against the clock of the law, is answered with a reason, and both sides see where it stands', async () => {
  const child = await makeChild(api.db, { guardians: [{ employeeId: mother.employee.id, relation: 'mother' }] })
  expect((await create({ call: api.call }, child.id)).status).toBe(401)
  expect((await create(office, child.id)).status).toBe(404)
  expect((await create(await api.person(), child.id)).status).toBe(404)
  const request = (await create(mother, child.id)).json
  expect(request).toMatchObject({ status: 'received', receivedOn: '2021-06-20', answerDueOn: '2021-06-22', fulfilDueOn: '2021-07-05', mine: true })
  expect((await create(mother, child.id)).json.code).toBe('DUPLICATE')
  const note = await api.db.notification.findFirstOrThrow({
    where: { userId: office.userId, kind: 'dataRequestReceived' },
    orderBy: { id: 'desc' },
  })
  expect(note.data).toEqual({ requestId: request.id, kind: 'correction', dueOn: '2021-06-22' })
  const params = { id: request.id }
  expect((await union.call(dataRequests.accept, { params, body: { answer: '' } }, { version: 1 })).status).toBe(403)
  expect((await union.call(dataRequests.get, { params })).status).toBe(200)
  expect((await (await api.person()).call(dataRequests.get, { params })).status).toBe(404)
  expect((await office.call(dataRequests.refuse, { params, body: { reason: '' } }, { version: 1 })).status).toBe(400)
  await office.call(dataRequests.accept, { params, body: { answer: 'Sẽ sửa' } }, { version: 1 })
  expect((await office.call(dataRequests.refuse, { params, body: { reason: 'Không' } }, { version: 1 })).status).toBe(412)
  expect((await office.call(dataRequests.refuse, { params, body: { reason: 'Không' } }, { version: 2 })).json.code).toBe('TRANSITION_NOT_ALLOWED')
  const done = (await office.call(dataRequests.fulfil, { params, body: { outcome: 'Đã sửa tên trường' } }, { version: 2 })).json
  expect(done).toMatchObject({ status: 'fulfilled', outcome: 'Đã sửa tên trường', fulfilledByName: office.employee.name })
  expect((await mother.call(dataRequests.list, { query: { childId: child.id } })).json.items).toMatchObject([
    { status: 'fulfilled', answer: 'Sẽ sửa' },
  ])
})

test('a request is taken back by who asked, not by the other parent; an erasure is never just ticked off', async () => {
  const father = await api.person()
  const guardians = [mother, father].map(({ employee }, at) => ({
    employeeId: employee.id,
    relation: at ? ('father' as const) : ('mother' as const),
  }))
  const child = await makeChild(api.db, { guardians })
  const request = (await create(mother, child.id, 'erasure')).json
  const params = { id: request.id }
  expect((await father.call(dataRequests.get, { params })).status).toBe(200)
  expect((await father.call(dataRequests.withdraw, { params }, { version: 1 })).status).toBe(404)
  await office.call(dataRequests.accept, { params, body: { answer: '' } }, { version: 1 })
  expect((await office.call(dataRequests.fulfil, { params, body: { outcome: 'Đã xóa' } }, { version: 2 })).json.code).toBe('TRANSITION_NOT_ALLOWED')
  expect((await mother.call(dataRequests.withdraw, { params }, { version: 2 })).json.status).toBe('withdrawn')
  const erase = await union.call(dataRequests.erase, { params, body: { confirm: child.name } }, { version: 3 })
  expect(erase.json.code).toBe('TRANSITION_NOT_ALLOWED')
  expect((await create(mother, child.id, 'erasure')).status).toBe(201)
})

test('requests are found by the child’s name and written into a table, by each of those that concern them', async () => {
  const own = { guardians: [{ employeeId: mother.employee.id, relation: 'mother' as const }] }
  const child = await makeChild(api.db, { name: 'Lùng Thị Xuân', ...own })
  await create(mother, child.id)
  const found = async (who: Person, q: string) => (await who.call(dataRequests.list, { query: { q } })).json.items.map(({ childName }) => childName)
  for (const who of [office, mother]) expect([await found(who, 'lung thi XUAN'), await found(who, 'Lùng Xuân')]).toEqual([['Lùng Thị Xuân'], []])
  const stranger = await api.person()
  expect(await found(stranger, 'lung thi xuan')).toEqual([])
  const sheet = async ({ cookie }: Person) =>
    (await api.app.inject({ method: 'GET', url: '/api/data-requests/export?format=csv&q=lung', headers: { cookie } })).body
  expect(await sheet(office)).toContain('Sửa dữ liệu,Lùng Thị Xuân')
  expect(await sheet(stranger)).not.toContain('Lùng')
})
