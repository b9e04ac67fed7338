import { audit } from '@chung-tay/contracts/audit'
import { awardTiers } from '@chung-tay/contracts/award-tiers'
import { awardDecisions } from '@chung-tay/contracts/awards'
import { nominations } from '@chung-tay/contracts/nominations'
import { docxWords } from '@chung-tay/documents/opened'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeUnit } from '@chung-tay/testing/agency'
import { makeAwardTier, makeNomination } from '@chung-tay/testing/awards'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild, makeConsent } from '@chung-tay/testing/children'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let leader: Person
let campaignId: string
let tierId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  leader = await api.person(['leadership'])
  await makeUnit(api.db, { name: 'Công đoàn Sở', kind: 'union' })
})
afterAll(() => api.stop())
beforeEach(async () => {
  campaignId = (await makeCampaign(api.db)).id
  tierId = (await makeAwardTier(api.db, { campaignId, name: 'Hoàn thành xuất sắc' })).id
})

const absent = '01890000-0000-7000-8000-000000000000'
const desk = { number: '87', decidedOn: '2021-06-18' }
const approved = async (name = 'Trần Gia Bảo') =>
  makeNomination(api.db, { tierId, childId: (await makeChild(api.db, { name })).id, status: 'approved', submittedById: union.userId })
const draft = async () => (await union.call(awardDecisions.create, { params: { campaignId } })).json
const sign = (id: string, version: number, who: Pick<Person, 'call'> = leader, body = desk) =>
  who.call(awardDecisions.sign, { params: { id }, body }, { version })
const get = async (id: string, who: Pick<Person, 'call'> = union) => who.call(awardDecisions.get, { params: { id } })

describe('who may do what', () => {
  test('the union drafts, the leadership signs', async () => {
    await approved()
    const create = async (who: Pick<Person, 'call'>, id = campaignId) =>
      (await who.call(awardDecisions.create, { params: { campaignId: id } })).status
    expect(await create({ call: api.call })).toBe(401)
    expect([await create(leader), await create(await api.person(['office']))]).toEqual([403, 403])
    expect(await create(union, absent)).toBe(404)
    expect(await create(union)).toBe(201)
    const [decision] = (await leader.call(awardDecisions.list, { params: { campaignId } })).json.items
    const { id } = decision ?? { id: '' }
    expect((await sign(id, 1, { call: api.call })).status).toBe(401)
    expect([(await sign(id, 1, union)).status, (await sign(id, 1, await api.person(['office']))).status]).toEqual([403, 403])
    expect((await sign(absent, 1)).status).toBe(404)
    expect((await sign(id, 1)).status).toBe(200)
  })

  test('parents, heads and communications do not read it', async () => {
    await approved()
    const { id } = await draft()
    const people = await Promise.all([api.person(), api.person(['unitHead']), api.person(['communications'])])
    for (const person of people) {
      expect((await get(id, person)).status).toBe(403)
      expect((await person.call(awardDecisions.document, { params: { id } })).status).toBe(403)
    }
    expect([(await get(id, { call: api.call })).status, (await get(absent)).status]).toEqual([401, 404])
    expect((await union.call(awardDecisions.document, { params: { id: absent } })).status).toBe(404)
  })
})

describe('a draft', () => {
  test('takes the approved, no others, each once', async () => {
    expect((await union.call(awardDecisions.create, { params: { campaignId } })).json.code).toBe('NOTHING_TO_DECIDE')
    const first = await approved('Đặng Thị Hồng')
    await makeNomination(api.db, { tierId, submittedById: union.userId })
    const decision = await draft()
    expect(decision).toMatchObject({ status: 'draft', children: 1, total: 300_000, awards: [{ nominationId: first.id, childName: 'Đặng Thị Hồng' }] })
    expect((await union.call(awardDecisions.create, { params: { campaignId } })).json.code).toBe('NOTHING_TO_DECIDE')
    await approved('Lê An')
    const gathered = await union.call(awardDecisions.gather, { params: { id: decision.id } }, { version: 1 })
    expect(gathered.json).toMatchObject({ children: 2, total: 600_000, tiers: [{ tier: 'Hoàn thành xuất sắc', children: 2, amount: 600_000 }] })
    expect(gathered.json.awards.map(({ childName }) => childName)).toEqual(['Lê An', 'Đặng Thị Hồng'])
    const gather = async (who: Pick<Person, 'call'>, id = decision.id) =>
      (await who.call(awardDecisions.gather, { params: { id } }, { version: 2 })).status
    expect([await gather({ call: api.call }), await gather(leader), await gather(union, absent), await gather(union)]).toEqual([401, 403, 404, 409])
  })

  test('two drafts at once never share a child', async () => {
    await Promise.all([approved(), approved(), approved()])
    const answers = await Promise.all([draft(), draft(), draft()])
    const drafts = await api.db.awardDecision.findMany({ where: { campaignId }, include: { nominations: true } })
    expect(answers.filter(({ id }) => id !== undefined)).toHaveLength(drafts.length)
    expect(drafts.flatMap((one) => one.nominations)).toHaveLength(3)
    expect(drafts.every((one) => one.nominations.length > 0)).toBe(true)
  })

  test('an approval taken back or another amount is not signed unseen', async () => {
    const [first] = [await approved(), await approved()]
    const { id } = await draft()
    const back = await union.call(nominations.return, { params: { id: first.id }, body: { reason: 'Nhầm lớp' } }, { version: 2 })
    expect(back.json).toMatchObject({ status: 'returned', decisionId: null })
    expect((await sign(id, 1)).status).toBe(412)
    const tier = await api.db.awardTier.findUniqueOrThrow({ where: { id: tierId } })
    const { name, schoolLevel, criterion, sortOrder } = tier
    const body = { name, schoolLevel, criterion, sortOrder, amount: 350_000 }
    expect((await union.call(awardTiers.update, { params: { id: tierId }, body }, { version: 1 })).status).toBe(200)
    expect((await sign(id, 2)).status).toBe(412)
    expect((await get(id)).json).toMatchObject({ version: 3, children: 1, total: 350_000 })
    expect((await sign(id, 3)).json).toMatchObject({ status: 'signed', total: 350_000 })
  })

  test('an empty one, a withdrawn consent and a day to come are not signed', async () => {
    const { id: nominationId, childId } = await approved()
    const { id } = await draft()
    expect((await sign(id, 1, leader, { ...desk, decidedOn: '2021-06-21' })).json.fields).toEqual([{ path: 'decidedOn', code: 'in_the_future' }])
    await makeConsent(api.db, { childId, purpose: 'award', recordedById: union.userId, withdrawnOn: toDbDate('2021-06-19') })
    expect((await sign(id, 1)).json).toMatchObject({ code: 'CONSENT_MISSING', details: { names: ['Trần Gia Bảo'] } })
    await union.call(nominations.return, { params: { id: nominationId }, body: { reason: 'Gia đình rút' } }, { version: 2 })
    expect((await sign(id, 2)).json.code).toBe('NOTHING_TO_DECIDE')
  })
})

describe('a signature', () => {
  test('freezes amounts, list and words', async () => {
    const { id: nominationId, childId } = await approved('Đặng Thị Hồng')
    const { id } = await draft()
    const signed = await sign(id, 1)
    expect(signed.json).toMatchObject({ ...desk, status: 'signed', total: 300_000, signedByName: leader.employee.name, version: 2 })
    const nomination = await union.call(nominations.get, { params: { id: nominationId } })
    expect(nomination.json).toMatchObject({ status: 'decided', amount: 300_000, decisionId: id, decisionNumber: '87' })
    await api.db.child.update({ where: { id: childId }, data: { name: 'Tên mới' } })
    expect((await get(id)).json.awards).toEqual(signed.json.awards)
    expect((await sign(id, 2)).json.code).toBe('TRANSITION_NOT_ALLOWED')
    expect((await union.call(awardDecisions.gather, { params: { id } }, { version: 2 })).json.code).toBe('TRANSITION_NOT_ALLOWED')
    const back = await union.call(
      nominations.return,
      { params: { id: nominationId }, body: { reason: 'Muộn rồi' } },
      { version: nomination.json.version },
    )
    expect(back.json.code).toBe('TRANSITION_NOT_ALLOWED')
    const history = await union.call(audit.history, { params: { subject: 'Nomination', id: nominationId } })
    expect(history.json.items[0]).toMatchObject({ action: 'signAwardDecision' })
  })

  test('is given once, whoever signs at once', async () => {
    await approved()
    const { id } = await draft()
    const second = await api.person(['leadership'])
    const answers = await Promise.all([sign(id, 1), sign(id, 1, second), sign(id, 1, leader, { ...desk, number: '88' })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412])
    const entries = await api.db.auditEntry.count({ where: { subjectType: 'AwardDecision', subjectId: id, action: 'signAwardDecision' } })
    expect(entries).toBe(1)
  })

  test('and a return at once: either the child is decided or it is back', async () => {
    const rounds = Array.from({ length: 5 }, async () => {
      const { id: own } = await makeCampaign(api.db)
      const tier = await makeAwardTier(api.db, { campaignId: own })
      const [first] = [
        await makeNomination(api.db, { tierId: tier.id, status: 'approved', submittedById: union.userId }),
        await makeNomination(api.db, { tierId: tier.id, status: 'approved', submittedById: union.userId }),
      ]
      const { id } = (await union.call(awardDecisions.create, { params: { campaignId: own } })).json
      const [signed, returned] = await Promise.all([
        sign(id, 1),
        union.call(nominations.return, { params: { id: first.id }, body: { reason: 'Xem lại' } }, { version: 2 }),
      ])
      expect([signed.status, returned.status].filter((status) => status === 200)).toHaveLength(1)
      const row = await api.db.nomination.findUniqueOrThrow({ where: { id: first.id } })
      expect([row.status, row.decisionId]).toEqual(signed.status === 200 ? ['decided', id] : ['returned', null])
    })
    await Promise.all(rounds)
  })

  test('a number is given once in a campaign', async () => {
    await approved()
    const first = await draft()
    await sign(first.id, 1)
    await approved()
    const second = await draft()
    expect((await sign(second.id, 1)).json.code).toBe('DUPLICATE')
    expect((await get(second.id)).json).toMatchObject({ status: 'draft', version: 1 })
  })
})

test('the document carries the list, the sum in words and who signed', async () => {
  await approved('Đặng Thị Hồng')
  const { id } = await draft()
  const text = async () => {
    const { rawPayload, headers } = await api.app.inject({ url: `/api/award-decisions/${id}/decision.docx`, headers: { cookie: union.cookie } })
    expect(headers['content-disposition']).toMatch(/quyet-dinh-khen-thuong-\d{4}-\d{4}\.docx/)
    return docxWords(rawPayload)
  }
  expect(await text()).toContain('Đặng Thị Hồng')
  await sign(id, 1)
  const signed = await text()
  for (const part of ['QUYẾT ĐỊNH', '87', 'ngày 18 tháng 6 năm 2021', 'Ba trăm nghìn đồng', 'Theo đề nghị của Công đoàn Sở', leader.employee.name]) {
    expect(signed).toContain(part)
  }
})
