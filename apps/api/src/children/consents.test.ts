import { children } from '@chung-tay/contracts/children'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeChild, makeConsent } from '@chung-tay/testing/children'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { codeOf, type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
})
afterAll(() => api.stop())

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

  test('a child who has turned 7 since is asked, and the consent of before makes way', async () => {
    const parent = await api.person()
    const { id } = await makeChild(api.db, { birthDate: toDbDate('2014-06-01'), guardians: [{ employeeId: parent.employee.id, relation: 'mother' }] })
    await makeConsent(api.db, { childId: id, purpose: 'publishName', recordedById: parent.userId })
    const give = (childAgreed: boolean) => parent.call(children.giveConsent, { params: { id }, body: byAccount('publishName', childAgreed) })
    expect(codeOf(await give(false))).toEqual([422, 'CHILD_AGREEMENT_REQUIRED'])
    expect((await give(true)).status).toBe(201)
    const { items } = (await parent.call(children.consents, { params: { id } })).json
    expect(items.map(({ childAgreed, withdrawnOn }) => [childAgreed, withdrawnOn])).toEqual([
      [true, null],
      [false, '2021-06-20'],
    ])
    expect(codeOf(await give(true))).toEqual([409, 'DUPLICATE'])
    const [, lapsed] = items
    const history = await api.db.auditEntry.findMany({ where: { subjectType: 'Consent', subjectId: lapsed?.id ?? '' } })
    expect(history).toMatchObject([{ before: { withdrawnOn: null }, after: { withdrawnOn: '2021-06-20' } }])
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
