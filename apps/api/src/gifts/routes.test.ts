import { audit } from '@chung-tay/contracts/audit'
import { giftListLines } from '@chung-tay/contracts/gift-lines'
import { giftLists } from '@chung-tay/contracts/gifts'
import type { Campaign } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeEmployee, makeUnit, next } from '@chung-tay/testing/agency'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild, makeConsent } from '@chung-tay/testing/children'
import { makeGiftKind } from '@chung-tay/testing/gifts'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { codeOf, type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let leader: Person
let campaign: Campaign
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  leader = await api.person(['leadership'])
})
afterAll(() => api.stop())

beforeEach(async () => {
  // A list finds its children by rule, so each test brings its own.
  await api.db.child.updateMany({ data: { active: false } })
  campaign = await makeCampaign(api.db)
})

const asOf = () => `${campaign.year}-06-01`
const born = (age: number) => toDbDate(`${campaign.year - age}-03-09`)
const newList = async (overrides: { stockOnHand?: number } = {}) => {
  const kind = await makeGiftKind(api.db, overrides)
  const body = { name: `Quà 1/6 số ${next()}`, giftKindId: kind.id, fundId: (await makeFund(api.db)).id }
  return (await union.call(giftLists.create, { params: { campaignId: campaign.id }, body })).json
}

const linesOf = async (giftListId: string, query: object = {}) =>
  (await union.call(giftListLines.list, { params: { campaignId: campaign.id }, query: { giftListId, ...query } })).json.items

describe('a gift list', () => {
  test('finds children by its rule, each once and under the mother’s unit, and says who is left out', async () => {
    const [office, centre] = [await makeUnit(api.db), await makeUnit(api.db)]
    const mother = await makeEmployee(api.db, { unitId: office.id })
    const father = await makeEmployee(api.db, { unitId: centre.id })
    const guardians = [
      { employeeId: father.id, relation: 'father' as const },
      { employeeId: mother.id, relation: 'mother' as const },
    ]
    const both = await makeChild(api.db, { name: 'Vi Gia An', guardians, birthDate: born(5) })
    const old = await makeChild(api.db, { name: 'Vi Gia Bình', guardians, birthDate: toDbDate(`${campaign.year - 16}-06-01`) })
    const almost = await makeChild(api.db, { name: 'Vi Gia Chi', guardians, birthDate: toDbDate(`${campaign.year - 16}-06-02`) })
    const withdrawn = await makeChild(api.db, { name: 'Vi Gia Dung', guardians, birthDate: born(7) })
    await makeConsent(api.db, { childId: withdrawn.id, recordedById: union.userId, withdrawnOn: toDbDate('2021-06-01') })
    await makeConsent(api.db, { childId: both.id, recordedById: union.userId })
    const list = await newList()
    expect(list).toMatchObject({ underAge: 16, asOf: asOf(), status: 'draft', generatedAt: null, entitled: 0 })

    const made = await union.call(giftLists.generate, { params: { id: list.id } }, { version: 1 })
    expect(made.json).toMatchObject({ added: 2, removed: 0, list: { entitled: 2, version: 2 } })
    const lines = await linesOf(list.id)
    expect(lines.map(({ childId, unitId, hasConsent }) => [childId, unitId, hasConsent])).toEqual([
      [both.id, office.id, true],
      [almost.id, office.id, false],
    ])
    expect(lines[0]?.guardians.map(({ relation }) => relation)).toEqual(['mother', 'father'])
    const { items } = (await union.call(giftLists.leftOut, { params: { id: list.id } })).json
    expect(
      items.filter(({ reasons }) => !reasons.includes('inactive')).map(({ childId, reasons, unitName }) => [childId, reasons, unitName]),
    ).toEqual([
      [old.id, ['tooOld'], office.name],
      [withdrawn.id, ['consentWithdrawn'], office.name],
    ])
  })

  test('generated anew it keeps what was excluded by hand and drops who no longer belongs', async () => {
    const [first, second] = [await makeChild(api.db, { name: 'Vi Gia An', birthDate: born(5) }), await makeChild(api.db, { birthDate: born(6) })]
    const list = await newList()
    await union.call(giftLists.generate, { params: { id: list.id } }, { version: 1 })
    const line = (await linesOf(list.id)).find(({ childId }) => childId === first.id)
    const params = { id: line?.id ?? '' }
    const exclude = { params, body: { reason: 'Gia đình xin nhường suất quà' } }
    expect((await leader.call(giftListLines.exclude, exclude, { version: 1 })).status).toBe(403)
    expect((await union.call(giftListLines.exclude, exclude, { version: 1 })).json).toMatchObject({ excluded: true, version: 2 })
    await api.db.child.update({ where: { id: second.id }, data: { active: false } })
    const third = await makeChild(api.db, { birthDate: born(3) })
    const again = await union.call(giftLists.generate, { params: { id: list.id } }, { version: 2 })
    expect(again.json).toMatchObject({ added: 1, removed: 1, list: { entitled: 1, excluded: 1 } })
    expect((await linesOf(list.id, { excluded: 'true' })).map(({ childId }) => childId)).toEqual([first.id])
    expect((await linesOf(list.id, { excluded: 'false' })).map(({ childId }) => childId)).toEqual([third.id])
    expect((await union.call(giftListLines.include, { params }, { version: 2 })).json).toMatchObject({ excluded: false, excludeReason: null })
  })

  test('a supplementary list holds only who came later; nobody comes back onto two', async () => {
    const child = await makeChild(api.db, { birthDate: born(5) })
    const first = await newList()
    await union.call(giftLists.generate, { params: { id: first.id } }, { version: 1 })
    const line = (await linesOf(first.id))[0]
    const later = await makeChild(api.db, { birthDate: born(4) })
    const body = { name: 'Danh sách bổ sung', giftKindId: first.giftKindId }
    const second = (await union.call(giftLists.create, { params: { campaignId: campaign.id }, body })).json
    await union.call(giftLists.generate, { params: { id: second.id } }, { version: 1 })
    expect((await linesOf(second.id)).map(({ childId }) => childId)).toEqual([later.id])
    await union.call(giftListLines.exclude, { params: { id: line?.id ?? '' }, body: { reason: 'Chuyển danh sách' } }, { version: 1 })
    await union.call(giftLists.generate, { params: { id: second.id } }, { version: 2 })
    expect((await linesOf(second.id)).map(({ childId }) => childId).sort()).toEqual([child.id, later.id].sort())
    expect(codeOf(await union.call(giftListLines.include, { params: { id: line?.id ?? '' } }, { version: 2 }))).toEqual([409, 'CHILD_STAYS_OUT'])
  })

  test('two lists generated at once never hold the same child', async () => {
    await Promise.all(Array.from({ length: 10 }, () => makeChild(api.db, { birthDate: born(5) })))
    const first = await newList()
    const body = { name: 'Danh sách thứ hai', giftKindId: first.giftKindId }
    const second = (await union.call(giftLists.create, { params: { campaignId: campaign.id }, body })).json
    const made = await Promise.all([first, second].map(({ id }) => union.call(giftLists.generate, { params: { id } }, { version: 1 })))
    expect(made.map(({ json }) => json.added).sort()).toEqual([0, 10])
  })

  test('goes from draft over the leadership to the hand-out, and is frozen from then on', async () => {
    await makeChild(api.db, { birthDate: born(5) })
    const list = await newList()
    const params = { id: list.id }
    expect(codeOf(await union.call(giftLists.submit, { params }, { version: 1 }))).toEqual([422, 'LIST_EMPTY'])
    await union.call(giftLists.generate, { params }, { version: 1 })
    expect(codeOf(await leader.call(giftLists.approve, { params }, { version: 2 }))).toEqual([409, 'TRANSITION_NOT_ALLOWED'])
    expect((await leader.call(giftLists.submit, { params }, { version: 2 })).status).toBe(403)
    expect((await union.call(giftLists.submit, { params }, { version: 2 })).json.status).toBe('submitted')
    expect((await union.call(giftLists.approve, { params }, { version: 3 })).status).toBe(403)
    const reason = 'Bổ sung cháu mới sinh'
    expect((await leader.call(giftLists.return, { params, body: { reason } }, { version: 3 })).json).toMatchObject({
      status: 'draft',
      returnReason: reason,
    })
    await union.call(giftLists.submit, { params }, { version: 4 })
    const approved = await leader.call(giftLists.approve, { params }, { version: 5 })
    expect(approved.json).toMatchObject({ status: 'approved', approvedByName: leader.employee.name, returnReason: null })
    const body = { name: list.name, giftKindId: list.giftKindId, underAge: 15, asOf: asOf() }
    expect(codeOf(await union.call(giftLists.update, { params, body }, { version: 6 }))).toEqual([409, 'TRANSITION_NOT_ALLOWED'])
    expect(codeOf(await union.call(giftLists.generate, { params }, { version: 6 }))).toEqual([409, 'TRANSITION_NOT_ALLOWED'])
    const line = (await linesOf(list.id))[0]
    const exclude = { params: { id: line?.id ?? '' }, body: { reason } }
    expect((await union.call(giftListLines.exclude, exclude, { version: 1 })).json).toMatchObject({ excluded: true, excludeReason: reason })
    expect((await union.call(giftLists.close, { params }, { version: 6 })).json.status).toBe('closed')
    const history = await union.call(audit.history, { params: { subject: 'GiftList', id: list.id } })
    expect(history.json.items.length).toBe(7)
  })

  test('another rule has to be generated anew; a closed campaign takes nothing', async () => {
    await makeChild(api.db, { birthDate: born(10) })
    const list = await newList()
    const params = { id: list.id }
    await union.call(giftLists.generate, { params }, { version: 1 })
    const body = { name: list.name, giftKindId: list.giftKindId, underAge: 6, asOf: asOf() }
    expect((await union.call(giftLists.update, { params, body }, { version: 2 })).json).toMatchObject({ underAge: 6, generatedAt: null })
    expect(codeOf(await union.call(giftLists.submit, { params }, { version: 3 }))).toEqual([422, 'LIST_EMPTY'])
    await api.db.campaign.update({ where: { id: campaign.id }, data: { status: 'closed' } })
    expect(codeOf(await union.call(giftLists.generate, { params }, { version: 3 }))).toEqual([409, 'CAMPAIGN_CLOSED'])
    const another = { params: { campaignId: campaign.id }, body: { name: 'Muộn', giftKindId: list.giftKindId } }
    expect(codeOf(await union.call(giftLists.create, another))).toEqual([409, 'CAMPAIGN_CLOSED'])
    expect(codeOf(await union.call(giftLists.create, { ...another, params: { campaignId: crypto.randomUUID() } }))).toEqual([404, 'NOT_FOUND'])
  })

  test('a unit head sees the own unit’s lines only, parents see none; filters and export agree', async () => {
    const head = await api.person(['unitHead'])
    const inside = await makeEmployee(api.db, { unitId: head.employee.unitId, name: 'Vi Thị Mẹ' })
    const outside = await makeEmployee(api.db, { name: 'Lý Văn Bố' })
    const guardians = [
      { employeeId: inside.id, relation: 'mother' as const },
      { employeeId: outside.id, relation: 'father' as const },
    ]
    const own = await makeChild(api.db, { name: 'Vi Gia Ân', guardians, birthDate: born(5) })
    await makeChild(api.db, { name: 'Lê Gia Ân', birthDate: born(5) })
    const list = await newList()
    await union.call(giftLists.generate, { params: { id: list.id } }, { version: 1 })
    const input = (query: object) => ({ params: { campaignId: campaign.id }, query })
    const seen = await head.call(giftListLines.list, input({}))
    expect(seen.json.items.map(({ childId, guardians }) => [childId, guardians])).toEqual([[own.id, [{ name: 'Vi Thị Mẹ', relation: 'mother' }]]])
    expect((await head.call(giftLists.get, { params: { id: list.id } })).status).toBe(403)
    expect((await (await api.person()).call(giftListLines.list, input({}))).status).toBe(403)
    expect((await api.call(giftListLines.list, input({}))).status).toBe(401)
    expect((await linesOf(list.id, { q: 'gia an' })).length).toBe(2)
    expect((await linesOf(list.id, { unitId: head.employee.unitId, given: 'false' })).map(({ childId }) => childId)).toEqual([own.id])
    expect((await linesOf(list.id, { given: 'true' })).length).toBe(0)
    expect((await linesOf(list.id, { sort: 'name', limit: 1 }))[0]?.childName).toBe('Lê Gia Ân')
    const csv = await head.call({ ...giftListLines.list, path: '/campaigns/:campaignId/gift-list-lines/export' }, input({ format: 'csv' }))
    expect(String(csv.json).trim().split('\r\n').length).toBe(2)
    const word = await union.call(giftLists.signingList, { params: { id: list.id } })
    expect([word.status, word.headers['content-disposition']]).toMatchObject([200, expect.stringMatching(/filename="qua-1-6-so-\d+\.docx"/)])
    expect((await head.call(giftLists.signingList, { params: { id: list.id } })).status).toBe(403)
  })
})

describe('a rule of several conditions', () => {
  const rule = () => ({ asOf: asOf(), underAge: 16, minAge: 6, employedOn: `${campaign.year}-05-15` })

  test('is previewed as it is later found, and every child knows why it is in or out', async () => {
    const [office, centre] = [await makeUnit(api.db), await makeUnit(api.db)]
    const mother = await makeEmployee(api.db, { unitId: office.id, employedFrom: toDbDate(`${campaign.year}-05-16`) })
    const father = await makeEmployee(api.db, { unitId: centre.id, active: false, employedUntil: toDbDate(`${campaign.year}-05-20`) })
    const of = (employeeId: string, relation: 'mother' | 'father') => ({ employeeId, relation })
    const guardians = [of(mother.id, 'mother'), of(father.id, 'father')]
    const own = await makeChild(api.db, { guardians, birthDate: born(8), circumstances: 'Gia đình khó khăn', sex: 'female' })
    const late = await makeChild(api.db, { guardians: [of(mother.id, 'mother')], birthDate: born(8) })
    const small = await makeChild(api.db, { guardians, birthDate: born(4), sex: 'male' })
    const body = { name: `Theo điều kiện ${next()}`, giftKindId: (await makeGiftKind(api.db)).id, ...rule() }
    const list = (await union.call(giftLists.create, { params: { campaignId: campaign.id }, body })).json
    const ask = async (query: object) =>
      (await union.call(giftLists.preview, { params: { campaignId: campaign.id }, query: { ...rule(), ...query } as never })).json
    expect((await ask({})).entitled).toBe(1)
    expect(await ask({ unitIds: office.id })).toMatchObject({ entitled: 0 })
    expect((await ask({ specialOnly: 'true', sex: 'female', schoolLevels: 'primary,preschool', unitIds: centre.id })).entitled).toBe(1)
    expect((await ask({ sex: 'male' })).byReason.filter(({ reason }) => reason !== 'inactive')).toMatchObject(
      expect.arrayContaining([
        { reason: 'tooYoung', children: 1 },
        { reason: 'notEmployed', children: 1 },
      ]),
    )
    const made = (await union.call(giftLists.generate, { params: { id: list.id } }, { version: 1 })).json
    expect(made).toMatchObject({ added: 1, list: { entitled: 1, employedOn: rule().employedOn } })
    const [line] = await linesOf(list.id)
    expect(line).toMatchObject({ childId: own.id, unitId: centre.id })
    const why = await union.call(giftListLines.why, { params: { id: line?.id ?? '' } })
    expect(why.json).toEqual({ age: 8, reasons: [], counted: [{ name: father.name, relation: 'father', unitName: centre.name }] })
    expect((await leader.call(giftListLines.why, { params: { id: line?.id ?? '' } })).status).toBe(403)
    const out = (await union.call(giftLists.leftOut, { params: { id: list.id } })).json.items
    const reasonsOf = (childId: string) => out.find((one) => one.childId === childId)?.reasons
    expect([reasonsOf(late.id), reasonsOf(small.id), reasonsOf(own.id)]).toEqual([['notEmployed'], ['tooYoung'], undefined])
  })

  test('another condition has to be found anew; an empty band and an unknown unit are refused where they stand', async () => {
    await makeChild(api.db, { birthDate: born(8) })
    const list = await newList()
    const params = { id: list.id }
    await union.call(giftLists.generate, { params }, { version: 1 })
    const body = { name: list.name, giftKindId: list.giftKindId, underAge: 16, asOf: asOf() }
    expect((await union.call(giftLists.update, { params, body }, { version: 2 })).json.generatedAt).not.toBeNull()
    const refused = await union.call(giftLists.update, { params, body: { ...body, minAge: 16 } }, { version: 3 })
    expect([refused.status, refused.json.fields]).toEqual([400, [{ path: 'minAge', code: 'age_band_empty' }]])
    expect(codeOf(await union.call(giftLists.update, { params, body: { ...body, unitIds: [crypto.randomUUID()] } }, { version: 3 }))).toEqual([
      404,
      'NOT_FOUND',
    ])
    const special = await union.call(giftLists.update, { params, body: { ...body, specialOnly: true } }, { version: 3 })
    expect(special.json).toMatchObject({ specialOnly: true, generatedAt: null })
    const history = await union.call(audit.history, { params: { subject: 'GiftList', id: list.id } })
    expect(JSON.stringify(history.json.items)).not.toContain('unitIds')
  })
})
