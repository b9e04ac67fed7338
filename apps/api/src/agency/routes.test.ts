import { agency, units } from '@chung-tay/contracts/agency'
import { audit } from '@chung-tay/contracts/audit'
import type { Contract } from '@chung-tay/contracts/contract'
import { employees } from '@chung-tay/contracts/employees'
import { makeEmployee, makeUnit, next } from '@chung-tay/testing/agency'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

const exportOf = (contract: Contract): Contract => ({ ...contract, path: `${contract.path}/export` })
const foreign = '00000000-0000-4000-8000-000000000000'
const newUnit = () => ({ name: `Phòng Chuyên ngành ${next()}`, shortName: `CN${next()}`, kind: 'division' as const, sortOrder: 5 })
const newEmployee = (unitId: string) => ({
  code: `nv ${next()}`,
  name: 'Đặng Thị Hồng',
  unitId,
  position: 'Chuyên viên',
  kind: 'publicEmployee' as const,
  email: 'hong@khcn.vn',
  phone: '0912 345 678',
})

describe('the letterhead', () => {
  test('is read by everybody and changed by the office and the administrator', async () => {
    expect((await api.call(agency.get, {})).status).toBe(401)
    const employee = await api.person()
    const { json } = await employee.call(agency.get, {})
    expect(json).toMatchObject({ place: 'Bắc Giang', symbol: 'KHCN', sampleDay: null })
    const { sampleDay: _, former: __, version, ...letterhead } = json
    const body = { ...letterhead, place: '  Bắc   Ninh ' }
    expect((await employee.call(agency.update, { body }, { version })).status).toBe(403)
    const office = await api.person(['office'])
    expect((await office.call(agency.update, { body }, { version })).json).toMatchObject({ place: 'Bắc Ninh', version: version + 1 })
    const stale = await (await api.person(['administrator'])).call(agency.update, { body }, { version })
    expect([stale.status, stale.json.code]).toEqual([412, 'STALE'])
    const empty = await office.call(agency.update, { body: { ...body, name: ' ' } }, { version: version + 1 })
    expect([empty.status, empty.json.fields?.[0]?.path]).toEqual([400, 'name'])
    const [latest] = (await office.call(audit.history, { params: { subject: 'Agency', id: '1' } })).json.items
    expect(latest).toMatchObject({ action: 'updateAgency', changes: [{ field: 'place', before: 'Bắc Giang', after: 'Bắc Ninh' }] })
  })
})

describe('units', () => {
  test('who may what', async () => {
    const body = newUnit()
    const unit = await makeUnit(api.db)
    const change = { ...body, headId: null, active: true }
    const [employee, office] = [await api.person(), await api.person(['office'])]
    const calls = async (caller: Pick<typeof office, 'call'>, id = unit.id) => [
      (await caller.call(units.list, { query: {} })).status,
      (await caller.call(units.get, { params: { id } })).status,
      (await caller.call(units.create, { body: newUnit() })).status,
      (await caller.call(units.update, { params: { id }, body: change }, { version: 1 })).status,
    ]
    expect(await calls(api)).toEqual([401, 401, 401, 401])
    expect(await calls(employee)).toEqual([200, 200, 403, 403])
    expect(await calls(office)).toEqual([200, 200, 201, 200])
    expect(await calls(office, foreign)).toEqual([200, 404, 201, 404])
  })

  test('are found without marks and come in the order of the department', async () => {
    const office = await api.person(['office'])
    const word = `Thanh tra ${next()}`
    await office.call(units.create, { body: { ...newUnit(), name: `${word} hai`, sortOrder: 2 } })
    await office.call(units.create, { body: { ...newUnit(), name: `${word} một`, sortOrder: 1 } })
    const { json } = await office.call(units.list, { query: { q: word.toUpperCase(), kind: 'division', active: 'true' as never } })
    expect(json.items.map((unit) => unit.name)).toEqual([`${word} một`, `${word} hai`])
    const file = await office.call(exportOf(units.list), { query: { q: word, format: 'csv' } } as object)
    expect(String(file.json)).toContain(`${word} một`)
  })

  test('the same name or short name is refused at its field', async () => {
    const office = await api.person(['office'])
    const body = newUnit()
    expect((await office.call(units.create, { body })).status).toBe(201)
    const again = await office.call(units.create, { body: { ...newUnit(), shortName: body.shortName } })
    expect([again.status, again.json.code, again.json.details?.fields]).toEqual([409, 'DUPLICATE', ['shortName']])
  })

  test('the head is one of its people, gets the role at once, and cannot leave before another is named', async () => {
    const office = await api.person(['office'])
    const person = await api.person()
    const outsider = await makeEmployee(api.db)
    const id = person.employee.unitId
    const { json: unit } = await office.call(units.get, { params: { id } })
    const body = { name: unit.name, shortName: unit.shortName, kind: unit.kind, sortOrder: 0, active: true }
    const wrong = await office.call(units.update, { params: { id }, body: { ...body, headId: outsider.id } }, { version: 1 })
    expect([wrong.status, wrong.json.code, wrong.json.details]).toEqual([422, 'HEAD_OUTSIDE_UNIT', { name: outsider.name, field: 'headId' }])
    await makeEmployee(api.db, { unitId: id })
    expect((await person.call(employees.list, { query: {} })).json.total).toBe(1)
    const named = await office.call(units.update, { params: { id }, body: { ...body, headId: person.employee.id } }, { version: 1 })
    expect(named.json).toMatchObject({ headName: person.employee.name, employeeCount: 2, version: 2 })
    expect((await person.call(employees.list, { query: {} })).json.total).toBe(2)

    const { json: head } = await office.call(employees.get, { params: { id: person.employee.id } })
    const { code, name, position, kind, email, phone } = head
    const staying = { code, name, position, kind, email, phone, unitId: id, active: true }
    for (const change of [{ unitId: outsider.unitId }, { active: false }]) {
      const left = await office.call(employees.update, { params: { id: head.id }, body: { ...staying, ...change } }, { version: head.version })
      expect([left.status, left.json.code, left.json.details?.units]).toEqual([409, 'STILL_HEAD', [unit.name]])
    }
    const inUse = await office.call(units.update, { params: { id }, body: { ...body, headId: null, active: false } }, { version: 2 })
    expect([inUse.status, inUse.json.code]).toEqual([409, 'IN_USE'])
    const history = await office.call(audit.history, { params: { subject: 'Unit', id } })
    expect(history.json.items.map((entry) => entry.action)).toEqual(['updateUnit'])
  })

  test('named head and moved away at the same moment: one of both is refused', async () => {
    const office = await api.person(['office'])
    for (let round = 0; round < 5; round++) {
      const employee = await makeEmployee(api.db)
      const other = await makeUnit(api.db)
      const { json: unit } = await office.call(units.get, { params: { id: employee.unitId } })
      const head = { name: unit.name, shortName: unit.shortName, kind: unit.kind, sortOrder: 0, active: true, headId: employee.id }
      const { code, name, position, kind } = employee
      const moved = { code, name, position, kind, email: null, phone: null, active: true, unitId: other.id }
      const answers = await Promise.all([
        office.call(units.update, { params: { id: unit.id }, body: head }, { version: 1 }),
        office.call(employees.update, { params: { id: employee.id }, body: moved }, { version: 1 }),
      ])
      expect(answers.map(({ status }) => status).toSorted()[0]).toBe(200)
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    }
  })
})

describe('employees', () => {
  test('who may what, and who sees whom', async () => {
    const [office, head, person] = [await api.person(['office']), await api.person(['unitHead']), await api.person()]
    const own = await makeEmployee(api.db, { unitId: head.employee.unitId })
    const calls = async (caller: Pick<typeof office, 'call'>, id: string) => [
      (await caller.call(employees.list, { query: {} })).status,
      (await caller.call(employees.get, { params: { id } })).status,
      (await caller.call(employees.create, { body: newEmployee(own.unitId) })).status,
      (await caller.call(employees.update, { params: { id }, body: { ...newEmployee(own.unitId), active: true } }, { version: 1 })).status,
    ]
    expect(await calls(api, own.id)).toEqual([401, 401, 401, 401])
    expect(await calls(head, own.id)).toEqual([200, 200, 403, 403])
    expect(await calls(head, person.employee.id)).toEqual([200, 404, 403, 403])
    expect(await calls(person, person.employee.id)).toEqual([200, 200, 403, 403])
    expect(await calls(person, own.id)).toEqual([200, 404, 403, 403])
    expect(await calls(office, own.id)).toEqual([200, 200, 201, 200])
    expect(await calls(office, foreign)).toEqual([200, 404, 201, 404])
    expect((await person.call(employees.list, { query: {} })).json.items.map(({ id }) => id)).toEqual([person.employee.id])
  })

  test('are kept clean, found without marks and sorted by the given name', async () => {
    const office = await api.person(['office'])
    const unit = await makeUnit(api.db)
    for (const name of ['Vũ Đức Anh', 'Đặng Thị Ánh', 'Trần Văn Bình', 'Bùi Thị Đào', 'Lê Văn Dũng']) {
      expect((await office.call(employees.create, { body: { ...newEmployee(unit.id), name: name.normalize('NFD') } })).status).toBe(201)
    }
    const list = (query: object) => office.call(employees.list, { query: { unitId: unit.id, ...query } })
    const names = ['Vũ Đức Anh', 'Đặng Thị Ánh', 'Trần Văn Bình', 'Lê Văn Dũng', 'Bùi Thị Đào']
    expect((await list({})).json.items.map((employee) => employee.name)).toEqual(names)
    expect((await list({ sort: '-name' })).json.items.map((employee) => employee.name)).toEqual(names.toReversed())
    expect((await list({ q: 'dang thi' })).json.items).toMatchObject([{ name: 'Đặng Thị Ánh', phone: '0912345678', unitName: unit.name }])
    const first = await list({ limit: 2 })
    const second = await list({ limit: 3, cursor: first.json.nextCursor })
    expect([...first.json.items, ...second.json.items].map((employee) => employee.name)).toEqual(names)
    const file = await office.call(exportOf(employees.list), { query: { unitId: unit.id, q: 'anh', format: 'csv' } } as object)
    expect(String(file.json).trim().split('\r\n')).toHaveLength(3)
  })

  test('a code belongs to one person in whatever manner it is typed; bad input is located', async () => {
    const office = await api.person(['office'])
    const unit = await makeUnit(api.db)
    const body = newEmployee(unit.id)
    expect((await office.call(employees.create, { body })).json.code).toBe(body.code.replace(' ', '').toUpperCase())
    const again = await office.call(employees.create, { body: { ...body, code: body.code.toUpperCase() } })
    expect([again.status, again.json.details?.fields]).toEqual([409, ['code']])
    const bad = await office.call(employees.create, { body: { ...body, code: ' ', name: '\u0000', email: 'x', phone: '12' } })
    expect([bad.status, bad.json.fields?.map(({ path }) => path)]).toEqual([400, ['code', 'name', 'email', 'phone']])
    const nowhere = await office.call(employees.create, { body: newEmployee(foreign) })
    expect([nowhere.status, nowhere.json.code]).toEqual([404, 'NOT_FOUND'])
    const closed = await makeUnit(api.db, { active: false })
    expect((await office.call(employees.create, { body: newEmployee(closed.id) })).json.code).toBe('UNIT_CLOSED')
  })
})
