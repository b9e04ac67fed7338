import { giftListLines } from '@chung-tay/contracts/gift-lines'
import { giftListSupplements } from '@chung-tay/contracts/gift-supplements'
import { giftLists } from '@chung-tay/contracts/gifts'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import type { Campaign } from '@chung-tay/db/client'
import { connectDatabase } from '@chung-tay/db/database'
import { toDbDate } from '@chung-tay/domain/dates'
import { next } from '@chung-tay/testing/agency'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild, makeConsent } from '@chung-tay/testing/children'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
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
  await api.db.child.updateMany({ data: { active: false } })
  campaign = await makeCampaign(api.db)
})

const born = (age: number) => toDbDate(`${campaign.year - age}-03-09`)
const reason = 'Gia đình đặc biệt khó khăn'
const makeList = async (overrides: Partial<Parameters<typeof makeGiftList>[1] & object> = {}) => {
  const kind = await makeGiftKind(api.db, { stockOnHand: 10 })
  const fund = await makeFund(api.db)
  return makeGiftList(api.db, { campaignId: campaign.id, giftKindId: kind.id, fundId: fund.id, name: `Danh sách ${next()}`, ...overrides })
}
const approved = () => makeList({ status: 'approved', generatedAt: new Date(), approvedAt: new Date() })
const add = (listId: string, childId: string, who = union) => who.call(giftListSupplements.add, { params: { id: listId }, body: { childId, reason } })
const linesOf = async (giftListId: string) =>
  (await union.call(giftListLines.list, { params: { campaignId: campaign.id }, query: { giftListId } })).json.items
const supplementOf = async (id: string) => (await union.call(giftListSupplements.list, { params: { id } })).json.items.at(-1)
const leftOutOf = async (id: string) =>
  (await union.call(giftLists.leftOut, { params: { id } })).json.items
    .filter(({ reasons }) => !reasons.includes('inactive'))
    .map(({ childId, reasons }) => [childId, reasons])
const collector = { collectorName: 'Ông nội', proxyRelation: 'ông' }

describe('on a draft', () => {
  test('a child whom the rule leaves out is put on by hand, and stays when the list is found anew', async () => {
    const old = await makeChild(api.db, { birthDate: born(17) })
    const list = await makeList()
    expect((await api.call(giftListSupplements.add, { params: { id: list.id }, body: { childId: old.id, reason } })).status).toBe(401)
    expect((await add(list.id, old.id, leader)).status).toBe(403)
    expect(codeOf(await add(crypto.randomUUID(), old.id))).toEqual([404, 'NOT_FOUND'])
    expect(codeOf(await add(list.id, crypto.randomUUID()))).toEqual([404, 'NOT_FOUND'])
    const added = await add(list.id, old.id)
    expect([added.status, added.json]).toMatchObject([201, { supplement: null, list: { entitled: 1, added: 1 } }])
    expect(codeOf(await add(list.id, old.id))).toEqual([409, 'DUPLICATE'])
    expect(await leftOutOf(list.id)).toEqual([])
    const again = await union.call(giftLists.generate, { params: { id: list.id } }, { version: 1 })
    expect(again.json).toMatchObject({ removed: 0, list: { entitled: 1, added: 1 } })
    expect(await linesOf(list.id)).toMatchObject([{ childId: old.id, addReason: reason, supplement: null }])
  })

  test('never against the family’s no, a closed record or a second gift of the same kind', async () => {
    const [withdrawn, closed, served] = [
      await makeChild(api.db, { birthDate: born(5) }),
      await makeChild(api.db, { birthDate: born(5), active: false }),
      await makeChild(api.db, { birthDate: born(5) }),
    ]
    await makeConsent(api.db, { childId: withdrawn.id, recordedById: union.userId, withdrawnOn: toDbDate('2021-06-01') })
    const first = await makeList()
    await makeGiftListLine(api.db, { giftListId: first.id, childId: served.id })
    const second = await makeList({ giftKindId: first.giftKindId })
    const refusals = await Promise.all([withdrawn, closed, served].map(({ id }) => add(second.id, id)))
    expect(refusals.map((answer) => [answer.json.code, answer.json.details])).toMatchObject([
      ['CHILD_STAYS_OUT', { reasons: ['consentWithdrawn'] }],
      ['CHILD_STAYS_OUT', { reasons: ['inactive'] }],
      ['CHILD_STAYS_OUT', { reasons: ['onAnotherList'] }],
    ])
  })
})

describe('once approved', () => {
  test('a child comes by a supplement that the leadership approves; before that the desk has nothing to give', async () => {
    const child = await makeChild(api.db, { birthDate: born(17) })
    const list = await approved()
    expect((await add(list.id, child.id)).json).toMatchObject({ supplement: 1, additions: 1, list: { entitled: 0, pending: 1 } })
    expect((await linesOf(list.id)).length).toBe(0)
    const supplement = await supplementOf(list.id)
    expect(supplement).toMatchObject({ number: 1, status: 'draft', additions: [{ childId: child.id, reason, reasons: ['tooOld'] }] })
    const params = { id: supplement?.id ?? '' }
    expect((await leader.call(giftListSupplements.submit, { params }, { version: 1 })).status).toBe(403)
    expect(codeOf(await leader.call(giftListSupplements.approve, { params }, { version: 1 }))).toEqual([409, 'TRANSITION_NOT_ALLOWED'])
    expect((await union.call(giftListSupplements.submit, { params }, { version: 1 })).json.status).toBe('submitted')
    expect(codeOf(await add(list.id, (await makeChild(api.db, { birthDate: born(3) })).id))).toEqual([409, 'TRANSITION_NOT_ALLOWED'])
    expect((await union.call(giftListSupplements.approve, { params }, { version: 2 })).status).toBe(403)
    const returned = await leader.call(giftListSupplements.return, { params, body: { reason: 'Thiếu giấy tờ' } }, { version: 2 })
    expect(returned.json).toMatchObject({ status: 'draft', returnReason: 'Thiếu giấy tờ' })
    await union.call(giftListSupplements.submit, { params }, { version: 3 })
    const done = await leader.call(giftListSupplements.approve, { params }, { version: 4 })
    expect(done.json).toMatchObject({ status: 'approved', approvedByName: leader.employee.name })
    const [line] = await linesOf(list.id)
    expect(line).toMatchObject({ childId: child.id, addReason: reason, supplement: 1 })
    expect((await union.call(handOuts.create, { params: { id: line?.id ?? '' }, body: collector })).status).toBe(201)
    expect((await add(list.id, (await makeChild(api.db, { birthDate: born(4) })).id)).json.supplement).toBe(2)
  })

  test('a child whose record came after the list is shown as one who belongs, until somebody adds it', async () => {
    const list = await approved()
    const child = await makeChild(api.db, { birthDate: born(5) })
    expect(await leftOutOf(list.id)).toEqual([[child.id, []]])
    expect((await add(list.id, child.id)).json.supplement).toBe(1)
    expect(await leftOutOf(list.id)).toEqual([])
  })

  test('an addition is dropped before it is submitted; an empty supplement is not sent', async () => {
    const list = await approved()
    await add(list.id, (await makeChild(api.db, { birthDate: born(4) })).id)
    const supplement = await supplementOf(list.id)
    const drop = { params: { id: supplement?.additions[0]?.id ?? '' } }
    expect((await leader.call(giftListSupplements.drop, drop)).status).toBe(403)
    expect((await union.call(giftListSupplements.drop, drop)).status).toBe(200)
    expect((await union.call(giftListSupplements.drop, drop)).status).toBe(404)
    expect(codeOf(await union.call(giftListSupplements.submit, { params: { id: supplement?.id ?? '' } }, { version: 1 }))).toEqual([
      422,
      'LIST_EMPTY',
    ])
  })

  test('a line is taken off with a reason and stays; the desk knows nothing of it; who has the gift stays on', async () => {
    const list = await approved()
    const [line, given] = [await makeGiftListLine(api.db, { giftListId: list.id }), await makeGiftListLine(api.db, { giftListId: list.id })]
    await union.call(handOuts.create, { params: { id: given.id }, body: collector })
    const take = (id: string) => union.call(giftListLines.exclude, { params: { id }, body: { reason: 'Chuyển công tác' } }, { version: 1 })
    expect(codeOf(await take(given.id))).toEqual([409, 'GIFT_GIVEN'])
    const gone = await take(line.id)
    expect(gone.json).toMatchObject({ excluded: true, excludeReason: 'Chuyển công tác', excludedByName: union.employee.name })
    expect(gone.json.excludedAt).not.toBeNull()
    const desk = (await union.call(handOuts.desk, { params: { id: list.id } })).json
    expect(desk.families.flatMap(({ lines }) => lines.map(({ id }) => id))).toEqual([given.id])
    expect(codeOf(await union.call(handOuts.create, { params: { id: line.id }, body: collector }))).toEqual([409, 'LINE_EXCLUDED'])
    expect(codeOf(await union.call(giftListLines.include, { params: { id: line.id } }, { version: 2 }))).toEqual([409, 'TRANSITION_NOT_ALLOWED'])
    expect((await add(list.id, line.childId)).status).toBe(201)
    const supplement = await supplementOf(list.id)
    await union.call(giftListSupplements.submit, { params: { id: supplement?.id ?? '' } }, { version: 1 })
    await leader.call(giftListSupplements.approve, { params: { id: supplement?.id ?? '' } }, { version: 2 })
    expect((await linesOf(list.id)).find(({ id }) => id === line.id)).toMatchObject({ excluded: false, supplement: 1, excludedAt: null })
  })

  test('taken off and handed out at once, one of the two happens', async () => {
    const list = await approved()
    const lines = await Promise.all(Array.from({ length: 10 }, () => makeGiftListLine(api.db, { giftListId: list.id })))
    await Promise.all(
      lines.flatMap(({ id }) => [
        union.call(giftListLines.exclude, { params: { id }, body: { reason: 'Chuyển công tác' } }, { version: 1 }),
        union.call(handOuts.create, { params: { id }, body: collector }),
      ]),
    )
    const rows = await api.db.giftListLine.findMany({ where: { giftListId: list.id }, include: { handOut: true } })
    expect(rows.map(({ excluded, handOut }) => Number(excluded) + Number(handOut !== null))).toEqual(lines.map(() => 1))
  })
})

/** As only the owner of the database may. */
const asOwner = async (target: TestApi, sql: string) => {
  const [row] = await target.db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`
  const owner = connectDatabase(Object.assign(new URL(inject('testServer').templateUrl), { pathname: `/${row?.name}` }).href, 1)
  await owner.prisma.$executeRawUnsafe(sql)
  await owner.close()
}

describe('one child on many lists of one gift at once, past the program', () => {
  const race = async (target: TestApi) => {
    const [{ id: campaignId }, { id: giftKindId }, child] = [await makeCampaign(target.db), await makeGiftKind(target.db), await makeChild(target.db)]
    const lists = await Promise.all(
      Array.from({ length: 6 }, (_, at) => makeGiftList(target.db, { campaignId, giftKindId, name: `Danh sách ${at}` })),
    )
    await Promise.allSettled(lists.map(({ id }) => makeGiftListLine(target.db, { giftListId: id, childId: child.id })))
    return target.db.giftListLine.count({ where: { childId: child.id } })
  }

  test('comes onto one', async () => expect(await race(api)).toBe(1))

  test('and onto all of them without the index', async () => {
    const other = await startTestApi(inject('testServer'))
    await asOwner(other, 'DROP INDEX "GiftListLine_once_per_gift"')
    expect(await race(other)).toBe(6)
    await other.stop()
  })
})
