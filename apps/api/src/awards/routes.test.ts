import { nominations } from '@chung-tay/contracts/nominations'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeEmployee } from '@chung-tay/testing/agency'
import { makeAwardTier, makeNomination } from '@chung-tay/testing/awards'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild, makeConsent } from '@chung-tay/testing/children'
import { makePhoto } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let head: Person
let foreignHead: Person
let parent: Person
let stranger: Person
let campaignId: string
let tierId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  head = await api.person(['unitHead'])
  foreignHead = await api.person(['unitHead'])
  parent = await api.person([], { unitId: head.employee.unitId })
  stranger = await api.person()
})
afterAll(() => api.stop())

beforeEach(async () => {
  campaignId = (await makeCampaign(api.db)).id
  tierId = (await makeAwardTier(api.db, { campaignId })).id
})

const absent = '01890000-0000-7000-8000-000000000000'
const ownChild = (overrides: Parameters<typeof makeChild>[1] = {}) =>
  makeChild(api.db, { guardians: [{ employeeId: parent.employee.id, relation: 'father' }], ...overrides })

const evidence = async (who: Person) => [(await makePhoto(api.db, who.userId)).id]
const words = { school: 'Trường Tiểu học Ngô Sĩ Liên', className: '4A', schoolLevel: 'primary' as const, achievement: 'Hoàn thành xuất sắc' }
const nominate = async (who: Person, childId: string, overrides: object = {}) =>
  who.call(nominations.create, {
    params: { campaignId },
    body: { ...words, childId, tierId, fileIds: await evidence(who), ...overrides },
  })

const nominated = async (overrides: Omit<Parameters<typeof makeNomination>[1], 'submittedById'> = {}) =>
  makeNomination(api.db, { tierId, childId: (await ownChild()).id, submittedById: parent.userId, ...overrides })

describe('nominating', () => {
  test('a parent nominates the own child, under the mother’s unit', async () => {
    const mother = await makeEmployee(api.db)
    const child = await ownChild({
      guardians: [
        { employeeId: parent.employee.id, relation: 'father' },
        { employeeId: mother.id, relation: 'mother' },
      ],
    })
    expect((await api.call(nominations.create, { params: { campaignId }, body: { ...words, childId: child.id, tierId, fileIds: [] } })).status).toBe(
      401,
    )
    expect((await nominate(stranger, child.id)).status).toBe(404)
    const { status, json } = await nominate(parent, child.id)
    expect([status, json.unitId, json.status, json.files.length, json.checks]).toEqual([201, mother.unitId, 'submitted', 1, []])
    expect(json.child.guardians.map(({ employeeId }) => employeeId)).toEqual([mother.id, parent.employee.id])
  })

  test('a head nominates children of the own unit, and stands by it where the mother works elsewhere', async () => {
    const mother = await makeEmployee(api.db)
    const child = await ownChild({
      guardians: [
        { employeeId: parent.employee.id, relation: 'father' },
        { employeeId: mother.id, relation: 'mother' },
      ],
    })
    expect((await nominate(foreignHead, child.id)).status).toBe(404)
    const { json } = await nominate(head, child.id)
    expect(json.unitId).toBe(head.employee.unitId)
    expect(json.child.guardians.map(({ employeeId }) => employeeId)).toEqual([parent.employee.id])
  })

  test.each(['office', 'leadership', 'communications', 'auditor'] as const)('%s nominates nobody else’s child', async (role) => {
    expect((await nominate(await api.person([role]), (await ownChild()).id)).status).toBe(404)
  })

  test('without an employee’s record nobody nominates or reads', async () => {
    const person = await api.person(['administrator'])
    await api.db.user.update({ where: { id: person.userId }, data: { employeeId: null } })
    const outsider = api.callAs(await api.signIn(person.username))
    const { status } = await outsider(nominations.create, { params: { campaignId }, body: { ...words, childId: absent, tierId, fileIds: [] } })
    expect([status, (await outsider(nominations.list, { params: { campaignId }, query: {} })).status]).toEqual([403, 403])
  })

  test('needs evidence, a fitting tier of this campaign, and a consent that was not withdrawn', async () => {
    const child = await ownChild()
    const codes = async (overrides: object) => (await nominate(parent, child.id, overrides)).json.code
    expect(await codes({ fileIds: [] })).toBe('EVIDENCE_REQUIRED')
    expect(await codes({ fileIds: await evidence(stranger) })).toBe('FILE_NOT_YOURS')
    expect(await codes({ schoolLevel: 'lowerSecondary' })).toBe('TIER_DOES_NOT_FIT')
    expect(await codes({ tierId: (await makeAwardTier(api.db)).id })).toBe('NOT_FOUND')
    await makeConsent(api.db, { childId: child.id, purpose: 'award', recordedById: union.userId, withdrawnOn: toDbDate('2021-06-10') })
    expect(await codes({})).toBe('CONSENT_MISSING')
  })

  test('one for a child, whoever asks at once', async () => {
    const child = await ownChild()
    const answers = await Promise.all([nominate(parent, child.id), nominate(head, child.id), nominate(union, child.id)])
    expect(answers.map(({ json }) => json.code).toSorted()).toEqual(['ALREADY_NOMINATED', 'ALREADY_NOMINATED', undefined])
    expect(await api.db.nomination.count({ where: { campaignId, childId: child.id } })).toBe(1)
  })

  test('not under a plan that is a draft or closed', async () => {
    const child = await ownChild()
    await api.db.campaign.update({ where: { id: campaignId }, data: { status: 'closed' } })
    expect((await nominate(parent, child.id)).json.code).toBe('CAMPAIGN_CLOSED')
    await api.db.campaign.update({ where: { id: campaignId }, data: { status: 'submitted' } })
    expect((await nominate(union, child.id)).json.code).toBe('CAMPAIGN_NOT_APPROVED')
  })

  test('wrong input is told at its field', async () => {
    const { json } = await nominate(parent, 'x', { achievement: ' ', school: '' })
    expect(json.fields?.map(({ path }) => path).toSorted()).toEqual(['achievement', 'childId', 'school'])
  })
})

describe('lists', () => {
  test('everybody sees the own scope, filtered, searched, in Vietnamese order', async () => {
    const named = async (name: string, overrides: object = {}) => nominated({ childId: (await ownChild({ name })).id, ...overrides })
    const other = await makeAwardTier(api.db, { campaignId, schoolLevel: 'upperSecondary', sortOrder: 2 })
    await named('Trần Đức Ánh', { status: 'approved' })
    await named('Đặng Thị Hồng', { tierId: other.id, schoolLevel: 'upperSecondary' })
    await nominated({ childId: (await makeChild(api.db, { name: 'Lê An' })).id })
    const names = async (who: Person, query: object = {}) =>
      (await who.call(nominations.list, { params: { campaignId }, query })).json.items.map(({ childName }) => childName)
    const all = ['Lê An', 'Trần Đức Ánh', 'Đặng Thị Hồng']
    expect([await names(union), await names(await api.person(['leadership'])), await names(await api.person(['office']))]).toEqual([all, all, all])
    expect([await names(parent), await names(head)]).toEqual([all.slice(1), all.slice(1)])
    expect([await names(stranger), await names(foreignHead), await names(await api.person(['communications']))]).toEqual([[], [], []])
    expect(await names(union, { q: 'dang thi HONG' })).toEqual(['Đặng Thị Hồng'])
    expect(await names(union, { status: 'approved' })).toEqual(['Trần Đức Ánh'])
    expect(await names(union, { tierId: other.id })).toEqual(['Đặng Thị Hồng'])
    expect(await names(union, { schoolLevel: 'upperSecondary', unitId: head.employee.unitId })).toEqual(['Đặng Thị Hồng'])
    expect(await names(union, { sort: '-child' })).toEqual(all.toReversed())
    expect(await names(union, { sort: '-tier', limit: 1 })).toEqual(['Đặng Thị Hồng'])
    const first = await union.call(nominations.list, { params: { campaignId }, query: { limit: 2 } })
    expect(await names(union, { limit: 2, cursor: first.json.nextCursor })).toEqual(['Đặng Thị Hồng'])
    const { body } = await api.app.inject({
      url: `/api/campaigns/${campaignId}/nominations/export?format=csv`,
      headers: { cookie: head.cookie },
    })
    expect(
      body
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(',')[0]),
    ).toEqual(all.slice(1))
  })

  test('one is read within the own scope', async () => {
    const { id } = await nominated()
    const get = async (who: Pick<Person, 'call'>) => (await who.call(nominations.get, { params: { id } })).status
    expect(await get({ call: api.call })).toBe(401)
    expect([await get(stranger), await get(foreignHead), await get(await api.person(['communications']))]).toEqual([404, 404, 404])
    expect([await get(parent), await get(head), await get(union), await get(await api.person(['auditor']))]).toEqual([200, 200, 200, 200])
  })
})
