import { children } from '@chung-tay/contracts/children'
import { makeEmployee } from '@chung-tay/testing/agency'
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
