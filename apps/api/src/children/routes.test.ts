import { children } from '@chung-tay/contracts/children'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeEmployee, makeUnit } from '@chung-tay/testing/agency'
import { makeChild, makeConsent } from '@chung-tay/testing/children'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi } from '../test-api.ts'

type Person = Awaited<ReturnType<TestApi['person']>>
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
const codeOf = ({ status, json }: { status: number; json: { code?: string } }) => [status, json.code]

/** The union's scan of a signed paper. */
const upload = async (person: Person) => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const boundary = 'paper'
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="dong-y.png"\r\ncontent-type: image/png\r\n\r\n`),
    png,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const headers = { cookie: person.cookie, 'idempotency-key': crypto.randomUUID(), 'content-type': `multipart/form-data; boundary=${boundary}` }
  const answer = await api.app.inject({ method: 'POST', url: '/api/files', headers, payload })
  expect(answer.statusCode, answer.body).toBe(201)
  return (answer.json() as { id: string }).id
}

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

describe('duplicates', () => {
  test('are shown before saving, to who may see them, until somebody says that they are two', async () => {
    const [mother, father] = [await api.person(), await makeEmployee(api.db)]
    const made = await mother.call(children.create, { body: bodyFor(mother.employee.id, { name: 'Lò Thị Hồng Nhung', birthDate: '2013-04-05' }) })
    const asked = { name: 'lo thi hong nhung', birthDate: '2013-05-04' }
    const seen = await union.call(children.duplicates, { query: { ...asked, guardianIds: father.id } })
    expect(seen.json.items).toMatchObject([{ score: 80, reasons: ['sameName', 'swappedBirthDate'], child: { id: made.json.id } }])
    expect((await (await api.person()).call(children.duplicates, { query: asked })).json.items).toEqual([])
    const again = await mother.call(children.duplicates, { query: { ...asked, guardianIds: mother.employee.id } })
    expect(again.json.items[0]?.reasons).toEqual(['sameName', 'swappedBirthDate', 'sharedGuardian'])

    const body = bodyFor(father.id, { ...asked, name: 'Lò Thị Hồng Nhung' })
    const second = await union.call(children.create, { body })
    const pairsOf = async () =>
      (await union.call(children.duplicatePairs, {})).json.items.filter((pair) => pair.first.id === made.json.id || pair.second.id === made.json.id)
    expect((await pairsOf()).length).toBe(1)
    const different = { params: { id: second.json.id }, body: { otherId: made.json.id } }
    expect((await union.call(children.different, different, { version: 1 })).json.version).toBe(2)
    expect(codeOf(await union.call(children.different, different, { version: 1 }))).toEqual([412, 'STALE'])
    expect(await pairsOf()).toEqual([])
    for (const exceptId of [made.json.id, second.json.id]) {
      expect((await union.call(children.duplicates, { query: { ...asked, exceptId } })).json.items).toEqual([])
    }
  })

  test('what was said to be another while entering is remembered', async () => {
    const first = await union.call(children.create, { body: bodyFor(union.employee.id, { name: 'Giáp Văn Sơn' }) })
    const body = bodyFor(union.employee.id, { name: 'Giáp Văn Sơn', notSameAs: [first.json.id] })
    const second = await union.call(children.create, { body })
    const query = { name: 'Giáp Văn Sơn', birthDate: '2014-03-09', exceptId: second.json.id }
    expect((await union.call(children.duplicates, { query })).json.items).toEqual([])
  })
})

describe('consents', () => {
  const byAccount = (purpose: 'gift' | 'publishName', childAgreed = false) => ({ method: 'account' as const, purpose, childAgreed })

  test('a parent consents by the own account, from 7 years with the child, and withdraws', async () => {
    const parent = await api.person()
    const guardians = [{ employeeId: parent.employee.id, relation: 'father' as const }]
    const { id } = await makeChild(api.db, { guardians })
    const give = (body: ReturnType<typeof byAccount>) => parent.call(children.giveConsent, { params: { id }, body })
    expect((await parent.call(children.consents, { params: { id } })).json.items).toEqual([])
    const given = await give(byAccount('gift'))
    expect([given.status, given.json]).toMatchObject([
      201,
      { purpose: 'gift', givenByName: parent.employee.name, relation: 'father', givenOn: '2021-06-20' },
    ])
    expect(codeOf(await give(byAccount('gift')))).toEqual([409, 'DUPLICATE'])
    expect(codeOf(await give(byAccount('publishName')))).toEqual([422, 'CHILD_AGREEMENT_REQUIRED'])
    expect((await give(byAccount('publishName', true))).status).toBe(201)
    const withdraw = (version: number) =>
      parent.call(children.withdrawConsent, { params: { id: given.json.id }, body: { reason: 'Gia đình đổi ý' } }, { version })
    expect((await withdraw(1)).json).toMatchObject({ withdrawnOn: '2021-06-20', withdrawReason: 'Gia đình đổi ý', version: 2 })
    expect(codeOf(await withdraw(2))).toEqual([409, 'CONFLICT'])
    expect((await give(byAccount('gift'))).status).toBe(201)
    expect((await parent.call(children.consents, { params: { id } })).json.items.length).toBe(3)
  })

  test('two consents for one purpose at once: one stands', async () => {
    const parent = await api.person()
    const { id } = await makeChild(api.db, { guardians: [{ employeeId: parent.employee.id, relation: 'mother' }] })
    const answers = await Promise.all([1, 2, 3, 4].map(() => parent.call(children.giveConsent, { params: { id }, body: byAccount('gift') })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  })

  test('on paper only with the paper; nobody consents in a parent’s stead', async () => {
    const { id } = await makeChild(api.db, { birthDate: toDbDate('2018-01-01') })
    const paper = { method: 'paper' as const, purpose: 'publishPhoto' as const, givenByName: 'Nguyễn Thị Thuỳ Dương', relation: 'mother' as const }
    const give = (body: object) =>
      union.call(children.giveConsent, { params: { id }, body: { ...paper, givenOn: '2021-05-20', childAgreed: false, fileIds: [], ...body } })
    expect(codeOf(await give({}))).toEqual([422, 'EVIDENCE_REQUIRED'])
    const fileId = await upload(union)
    expect((await give({ fileIds: [fileId], givenOn: '2021-06-21' })).json.fields?.[0]?.path).toBe('givenOn')
    const given = await give({ fileIds: [fileId] })
    expect([given.status, given.json.files.length]).toEqual([201, 1])
    const instead = await union.call(children.giveConsent, { params: { id }, body: byAccount('gift') })
    expect([instead.status, instead.json.fields?.[0]?.code]).toEqual([400, 'not_guardian'])
  })

  test('signed out is 401, by role 403, another’s child 404', async () => {
    const { id } = await makeChild(api.db)
    const consent = await makeConsent(api.db, { childId: id, recordedById: union.userId })
    const input = { params: { id: consent.id }, body: { reason: 'Không đồng ý nữa' } }
    expect((await api.call(children.withdrawConsent, input, { version: 1 })).status).toBe(401)
    const parent = await api.person()
    expect((await parent.call(children.withdrawConsent, input, { version: 1 })).status).toBe(404)
    expect((await parent.call(children.consents, { params: { id } })).status).toBe(404)
    expect((await parent.call(children.giveConsent, { params: { id }, body: byAccount('gift') })).status).toBe(404)
    const auditor = await api.person(['auditor'])
    expect((await auditor.call(children.consents, { params: { id } })).json.items.length).toBe(1)
  })
})
