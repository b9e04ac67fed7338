import { children } from '@chung-tay/contracts/children'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeEmployee, makeUnit } from '@chung-tay/testing/agency'
import { makeChild } from '@chung-tay/testing/children'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { codeOf, type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
})
afterAll(() => api.stop())

type Body = Parameters<typeof union.call<typeof children.create>>[1]['body']
const bodyFor = (employeeId: string, overrides: Partial<Body> = {}): Body => ({
  name: 'Trần Gia Bảo',
  birthDate: '2014-03-09',
  sex: 'male',
  schoolLevel: 'primary',
  school: 'Trường Tiểu học Ngô Sĩ Liên',
  className: '1A',
  circumstances: 'Gia đình khó khăn',
  guardians: [{ employeeId, relation: 'mother' }],
  notSameAs: [],
  ...overrides,
})

describe('entering children', () => {
  test('signed out is 401, who has no part in it is 403, the union creates', async () => {
    const body = bodyFor((await makeEmployee(api.db)).id)
    expect((await api.call(children.create, { body })).status).toBe(401)
    const leader = await api.person(['leadership'])
    expect(codeOf(await leader.call(children.list, { query: {} }))[0]).toBe(200)
    const made = await union.call(children.create, { body })
    expect(made.status).toBe(201)
    expect(made.json).toMatchObject({ name: 'Trần Gia Bảo', birthYear: 2014, birthDate: '2014-03-09', full: true, active: true, version: 1 })
    expect((await union.call(children.get, { params: { id: made.json.id } })).json).toEqual(made.json)
  })

  test('a parent enters and changes own children only, and stays a guardian', async () => {
    const parent = await api.person()
    const other = await makeEmployee(api.db)
    expect(codeOf(await parent.call(children.create, { body: bodyFor(other.id) }))).toEqual([404, 'NOT_FOUND'])
    const made = await parent.call(children.create, { body: bodyFor(parent.employee.id) })
    expect(made.status).toBe(201)
    const id = made.json.id
    const change = (body: Body) => parent.call(children.update, { params: { id }, body: { ...body, active: true } }, { version: 1 })
    expect(codeOf(await change(bodyFor(parent.employee.id, { guardians: [{ employeeId: other.id, relation: 'father' }] })))).toEqual([
      404,
      'NOT_FOUND',
    ])
    expect((await change(bodyFor(parent.employee.id, { className: '2A' }))).json).toMatchObject({ className: '2A', version: 2 })
    expect(codeOf(await change(bodyFor(parent.employee.id)))).toEqual([412, 'STALE'])
    const foreign = await makeChild(api.db)
    expect((await parent.call(children.get, { params: { id: foreign.id } })).status).toBe(404)
    expect((await parent.call(children.list, { query: {} })).json.items.map((item) => item.id)).toEqual([id])
  })

  test('the other parent may be added by the union and stays when the first one saves', async () => {
    const [mother, father] = [await api.person(), await api.person()]
    const guardians = [
      { employeeId: father.employee.id, relation: 'father' as const },
      { employeeId: mother.employee.id, relation: 'mother' as const },
    ]
    const made = await union.call(children.create, { body: bodyFor('', { guardians }) })
    expect(made.json.guardians.map((guardian) => guardian.relation)).toEqual(['mother', 'father'])
    const body = { ...bodyFor('', { guardians }), active: true, school: '' }
    expect((await mother.call(children.update, { params: { id: made.json.id }, body }, { version: 1 })).status).toBe(200)
    expect((await father.call(children.get, { params: { id: made.json.id } })).json.school).toBe('')
  })

  test('three guardians, the same one twice and a birth in the future are refused', async () => {
    const people = [await makeEmployee(api.db), await makeEmployee(api.db), await makeEmployee(api.db)]
    const guardians = people.map(({ id }) => ({ employeeId: id, relation: 'guardian' as const }))
    expect(codeOf(await union.call(children.create, { body: bodyFor('', { guardians }) }))).toEqual([409, 'TOO_MANY_GUARDIANS'])
    const first = guardians.slice(0, 1)
    const twice = await union.call(children.create, { body: bodyFor('', { guardians: [...first, ...first] }) })
    expect([twice.status, twice.json.fields?.[0]?.path]).toEqual([400, 'guardians.1.employeeId'])
    const unborn = await union.call(children.create, { body: bodyFor('', { guardians: first, birthDate: '2021-06-21' }) })
    expect([unborn.status, unborn.json.fields]).toEqual([400, [{ path: 'birthDate', code: 'in_the_future' }]])
    const wrong = await union.call(children.create, { body: bodyFor('x', { name: ' ', sex: 'boy' as 'male' }) })
    expect(wrong.json.fields?.map((field) => field.path)).toEqual(['name', 'sex', 'guardians.0.employeeId'])
  })

  test('two who change one child at once: one is told that it is stale', async () => {
    const { id } = await makeChild(api.db)
    const { json } = await union.call(children.get, { params: { id } })
    const body = (className: string) => ({ ...bodyFor(json.guardians[0]?.employeeId ?? '', { className }), active: true })
    const answers = await Promise.all(['1B', '1C'].map((name) => union.call(children.update, { params: { id }, body: body(name) }, { version: 1 })))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412])
  })
})

describe('who sees what', () => {
  test('a unit head sees name, year and own unit, nothing else of the child', async () => {
    const unit = await makeUnit(api.db)
    const head = await api.person(['unitHead'], { unitId: unit.id })
    const [inside, outside] = [await makeEmployee(api.db, { unitId: unit.id }), await makeEmployee(api.db)]
    const guardians = [
      { employeeId: outside.id, relation: 'mother' as const },
      { employeeId: inside.id, relation: 'father' as const },
    ]
    const child = await makeChild(api.db, { guardians, circumstances: 'Mồ côi cha' })
    const foreign = await makeChild(api.db)
    const { json } = await head.call(children.get, { params: { id: child.id } })
    expect(json).toMatchObject({ name: 'Trần Gia Bảo', birthYear: 2014, unitName: unit.name, full: false })
    expect(json).toMatchObject({ birthDate: null, sex: null, school: null, className: null, circumstances: null })
    expect(json.guardians.map(({ employeeId }) => employeeId)).toEqual([inside.id])
    expect((await head.call(children.get, { params: { id: foreign.id } })).status).toBe(404)
    expect((await head.call(children.consents, { params: { id: child.id } })).json.items ?? []).toEqual([])
    const list = await head.call(children.list, { query: {} })
    expect(list.json.items.map(({ id }) => id)).toEqual([child.id])
    expect((await head.call(children.list, { query: { q: outside.code } })).json.total).toBe(0)
    const csv = await head.call({ ...children.list, path: '/children/export' }, { query: { format: 'csv' } as object })
    expect(String(csv.json)).toContain('Trần Gia Bảo')
    expect(String(csv.json)).not.toMatch(/Mồ côi|09\/03\/2014/)
  })

  test('who has no right to children is refused', async () => {
    const { username } = await api.person()
    await api.db.user.updateMany({ where: { username }, data: { roles: ['communications'], employeeId: null } })
    const cookie = await api.signIn(username, 'chungtay-2021')
    expect(codeOf(await api.callAs(cookie)(children.list, { query: {} }))).toEqual([403, 'FORBIDDEN'])
    expect(codeOf(await api.callAs(cookie)(children.create, { body: bodyFor(union.employee.id) }))).toEqual([403, 'FORBIDDEN'])
  })
})

describe('the list', () => {
  test('sorts by given name in Vietnamese order and finds without marks, by the parent too', async () => {
    const mother = await makeEmployee(api.db, { name: 'Lục Thị Ngân Khánh' })
    const guardians = [{ employeeId: mother.id, relation: 'mother' as const }]
    for (const name of ['Phạm Đức Ẩn', 'Phạm Đức Đạt', 'Phạm Đức Danh', 'Phạm Đức Anh']) await makeChild(api.db, { name, guardians })
    const byParent = await union.call(children.list, { query: { q: 'ngan khanh' } })
    expect(byParent.json.items.map(({ name }) => name)).toEqual(['Phạm Đức Anh', 'Phạm Đức Ẩn', 'Phạm Đức Danh', 'Phạm Đức Đạt'])
    expect((await union.call(children.list, { query: { q: 'duc dat' } })).json.items.map(({ name }) => name)).toEqual(['Phạm Đức Đạt'])
    const first = await union.call(children.list, { query: { q: 'ngan khanh', limit: 3 } })
    const rest = await union.call(children.list, { query: { q: 'ngan khanh', limit: 3, cursor: first.json.nextCursor ?? '' } })
    expect([first.json.items.length, rest.json.items.map(({ name }) => name), rest.json.nextCursor]).toEqual([3, ['Phạm Đức Đạt'], null])
  })

  test('filters by unit, age on 1 June, sex, level and own children', async () => {
    const parent = await api.person(['union'])
    const guardians = [{ employeeId: parent.employee.id, relation: 'mother' as const }]
    await makeChild(api.db, { name: 'Vi Minh Một', guardians, birthDate: toDbDate('2005-06-01'), schoolLevel: 'lowerSecondary' })
    await makeChild(api.db, { name: 'Vi Minh Hai', guardians, birthDate: toDbDate('2005-06-02'), schoolLevel: null })
    await makeChild(api.db, { name: 'Vi Minh Ba', guardians, birthDate: toDbDate('2015-06-02'), sex: 'female', active: false })
    const names = async (query: object) =>
      (await parent.call(children.list, { query: { mine: 'true', ...query } })).json.items.map(({ name }) => name)
    expect(await names({})).toEqual(['Vi Minh Ba', 'Vi Minh Hai', 'Vi Minh Một'])
    expect(await names({ under16In: 2021 })).toEqual(['Vi Minh Ba', 'Vi Minh Hai'])
    expect(await names({ sex: 'female' })).toEqual(['Vi Minh Ba'])
    expect(await names({ active: 'true', sort: 'birthDate' })).toEqual(['Vi Minh Một', 'Vi Minh Hai'])
    expect(await names({ schoolLevel: 'lowerSecondary' })).toEqual(['Vi Minh Một'])
    expect(await names({ unitId: parent.employee.unitId, sort: '-birthDate', limit: 1 })).toEqual(['Vi Minh Ba'])
    expect(await names({ unitId: (await makeUnit(api.db)).id })).toEqual([])
  })
})
