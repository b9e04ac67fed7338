import { accounts } from '@chung-tay/contracts/accounts'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import type { Campaign } from '@chung-tay/db/client'
import { makeEmployee } from '@chung-tay/testing/agency'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild } from '@chung-tay/testing/children'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
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

/** An approved list with so many children, each of a family of its own unless guardians are given. */
const approvedList = async (stockOnHand: number) => {
  const kind = await makeGiftKind(api.db, { stockOnHand })
  return makeGiftList(api.db, { campaignId: campaign.id, giftKindId: kind.id, status: 'approved' })
}

const handTo = (person: Person, id: string, collectorName: string, proxyRelation: string | null = null, key?: string) =>
  person.call(handOuts.create, { params: { id }, body: { collectorName, proxyRelation } }, key === undefined ? {} : { key })

describe('the hand-out desk', () => {
  test('takes whole families along, with nothing of a child but its name and unit, and who has the gift already', async () => {
    const mother = await makeEmployee(api.db, { name: 'Đặng Thị Hồng' })
    const guardians = [{ employeeId: mother.id, relation: 'mother' as const }]
    const list = await approvedList(10)
    const names = ['Lò Gia Bảo', 'Lò Gia Linh']
    for (const name of names) {
      const child = await makeChild(api.db, { name, guardians })
      await makeGiftListLine(api.db, { giftListId: list.id, childId: child.id })
    }
    await makeGiftListLine(api.db, { giftListId: list.id })
    const desk = async () => (await union.call(handOuts.desk, { params: { id: list.id } })).json
    const { families, ...rest } = await desk()
    expect(rest).toMatchObject({ listId: list.id, status: 'approved', userId: union.userId, progress: { given: 0, total: 3, stockOnHand: 10 } })
    const family = families.find((one) => one.lines.length === 2)
    expect(family?.lines.map(({ childName }) => childName)).toEqual(names)
    expect(family?.guardians).toEqual([{ name: 'Đặng Thị Hồng', relation: 'mother' }])
    expect(Object.keys(family?.lines[0] ?? {}).sort()).toEqual([
      'childName',
      'code',
      'excludeReason',
      'excluded',
      'handOut',
      'hasConsent',
      'id',
      'mayPhotograph',
      'unitName',
    ])

    const given = await handTo(union, family?.lines[1]?.id ?? '', 'dang thi hong')
    expect(given.status).toBe(201)
    expect(given.json).toMatchObject({
      childName: 'Lò Gia Linh',
      handOut: { by: union.employee.name, collectorName: 'Đặng Thị Hồng', proxyRelation: null },
      progress: { given: 1, total: 3, stockOnHand: 9 },
    })
    const after = (await desk()).families.find((one) => one.lines.length === 2)?.lines[1]
    expect(after?.handOut).toMatchObject({ by: union.employee.name, collectorName: 'Đặng Thị Hồng' })
    expect((await leader.call(handOuts.desk, { params: { id: list.id } })).status).toBe(403)
    expect((await api.call(handOuts.desk, { params: { id: list.id } })).status).toBe(401)
  })

  test('told later, a hand-out keeps its own moment, but never one after now or before the approval', async () => {
    const list = await approvedList(5)
    const now = api.services.clock.now().getTime()
    const approvedAt = new Date(now - 3_600_000)
    await api.db.giftList.update({ where: { id: list.id }, data: { approvedAt } })
    const at = async (givenAt: string) => {
      const { id } = await makeGiftListLine(api.db, { giftListId: list.id })
      const body = { collectorName: 'Nguyễn Văn Ông', proxyRelation: 'ông nội', givenAt }
      return new Date((await union.call(handOuts.create, { params: { id }, body })).json.handOut.at).getTime()
    }
    const half = new Date(now - 1_800_000)
    expect(await at(half.toISOString())).toBe(half.getTime())
    expect(await at('2031-01-01T00:00:00Z')).toBeLessThanOrEqual(api.services.clock.now().getTime())
    expect(await at('2001-01-01T00:00:00Z')).toBe(approvedAt.getTime())
  })

  test('is written in the name of who gave it only, whoever is signed in by now', async () => {
    const list = await approvedList(5)
    const { id } = await makeGiftListLine(api.db, { giftListId: list.id })
    const { userId: givenById } = (await union.call(accounts.me, {})).json
    const send = (person: Person) =>
      person.call(handOuts.create, { params: { id }, body: { collectorName: 'Nguyễn Văn Ông', proxyRelation: 'ông nội', givenById } })
    expect(codeOf(await send(await api.person(['union'])))).toEqual([409, 'GIVEN_BY_ANOTHER'])
    expect((await send(union)).status).toBe(201)
  })

  test('is taken back by somebody else only, once, and can then be given again; what was undone stays to be read', async () => {
    const list = await approvedList(5)
    const line = await makeGiftListLine(api.db, { giftListId: list.id })
    const undo = (person: Person) => person.call(handOuts.undo, { params: { id: line.id }, body: { reason: 'Bấm nhầm cháu' } })
    expect((await undo(leader)).status).toBe(404)
    const first = await handTo(union, line.id, 'Nguyễn Văn Ông', 'ông nội')
    expect(codeOf(await undo(union))).toEqual([409, 'UNDO_BY_ANOTHER'])
    expect((await undo(await api.person(['office']))).status).toBe(403)
    const others = await Promise.all(Array.from({ length: 6 }, () => api.person(['union'])))
    const answers = await Promise.all(others.map(undo))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404, 404])
    expect(answers.find(({ status }) => status === 200)?.json.progress).toEqual({ given: 0, total: 1, stockOnHand: 5 })
    const again = await handTo(union, line.id, 'Nguyễn Thị Bà', 'bà nội')
    expect([again.status, again.json.progress.stockOnHand]).toEqual([201, 4])
    expect(await api.db.undoneHandOut.findMany({ where: { lineId: line.id } })).toMatchObject([
      { id: first.json.id, collectorName: 'Nguyễn Văn Ông', reason: 'Bấm nhầm cháu', handedOutById: union.userId },
    ])
    await api.db.giftList.update({ where: { id: list.id }, data: { status: 'closed' } })
    expect(codeOf(await undo(leader))).toEqual([409, 'LIST_NOT_APPROVED'])
  })

  test('of a second gift it is said where it went: lost ones leave the stock, once', async () => {
    const list = await approvedList(5)
    const line = await makeGiftListLine(api.db, { giftListId: list.id })
    const told = { collectorName: 'Nguyễn Thị Bà', proxyRelation: 'bà nội', givenAt: new Date().toISOString(), reason: 'Bàn 2 mất mạng' }
    const settle = (outcome: 'returned' | 'lost', person = union, key?: string) =>
      person.call(handOuts.unwritten, { params: { id: line.id }, body: { ...told, outcome } }, key === undefined ? {} : { key })
    expect((await settle('lost')).status).toBe(404)
    await handTo(union, line.id, 'Nguyễn Văn Ông', 'ông nội')
    expect((await settle('lost', leader)).status).toBe(403)
    expect((await settle('returned')).json.progress.stockOnHand).toBe(4)
    const key = crypto.randomUUID()
    for (const _ of [1, 2]) expect((await settle('lost', union, key)).json.progress.stockOnHand).toBe(3)
    expect(await api.db.stockMovement.count({ where: { giftKindId: list.giftKindId, kind: 'loss', reason: { contains: 'Bàn 2 mất mạng' } } })).toBe(1)
  })

  test('of a gift for a child that was taken off the list too: a lost one is a loss that names no child', async () => {
    const list = await approvedList(5)
    const line = await makeGiftListLine(api.db, { giftListId: list.id, excluded: true, excludeReason: 'Đã chuyển trường' })
    const told = { collectorName: 'Nguyễn Thị Bà', proxyRelation: 'bà nội', givenAt: new Date().toISOString(), reason: 'Bàn 2 mất mạng' }
    const settle = (outcome: 'returned' | 'lost', person = union) =>
      person.call(handOuts.unwritten, { params: { id: line.id }, body: { ...told, outcome } })
    expect((await settle('lost', leader)).status).toBe(403)
    expect((await settle('returned')).json.progress.stockOnHand).toBe(5)
    const lost = await settle('lost')
    expect([lost.status, lost.json.progress.stockOnHand]).toEqual([200, 4])
    const moves = await api.db.stockMovement.findMany({ where: { giftKindId: list.giftKindId, kind: 'loss' } })
    expect(moves).toMatchObject([{ quantity: -1, sourceType: null }])
    expect(moves[0]?.reason).toMatch(/^Đã trao cho cháu không còn trong danh sách “.+”: Bàn 2 mất mạng$/)
    expect(moves[0]?.reason).not.toContain(lost.json.childName)
    expect(await api.db.auditEntry.findMany({ where: { subjectType: 'GiftListLine', subjectId: line.id } })).toHaveLength(2)
  })

  test('a proxy is named with the relation; without approval, for the excluded and without stock nothing is given', async () => {
    const list = await approvedList(1)
    const [line, second, excluded] = [
      await makeGiftListLine(api.db, { giftListId: list.id }),
      await makeGiftListLine(api.db, { giftListId: list.id }),
      await makeGiftListLine(api.db, { giftListId: list.id, excluded: true, excludeReason: 'Đã chuyển trường' }),
    ]
    expect(codeOf(await handTo(union, line.id, 'Nguyễn Văn Ông'))).toEqual([422, 'PROXY_RELATION_REQUIRED'])
    expect((await handTo(union, excluded.id, 'Ai', 'bác')).json).toMatchObject({ code: 'LINE_EXCLUDED', details: { reason: 'Đã chuyển trường' } })
    expect((await handTo(leader, line.id, 'Ai', 'bác')).status).toBe(403)
    expect((await handTo(union, crypto.randomUUID(), 'Ai', 'bác')).status).toBe(404)
    const proxy = await handTo(union, line.id, 'Nguyễn Văn Ông', 'ông nội')
    expect(proxy.json.handOut).toMatchObject({ collectorName: 'Nguyễn Văn Ông', proxyRelation: 'ông nội' })
    const short = await handTo(union, second.id, 'Nguyễn Văn Ông', 'ông nội')
    expect([...codeOf(short), short.json.details?.onHand]).toEqual([409, 'STOCK_SHORT', 0])
    expect(await api.db.handOut.count({ where: { lineId: second.id } })).toBe(0)
    const again = await handTo(await api.person(['union']), line.id, 'Nguyễn Thị Bà', 'bà nội')
    expect([again.status, again.json.details]).toMatchObject([
      409,
      { by: union.employee.name, collectorName: 'Nguyễn Văn Ông', at: proxy.json.handOut.at },
    ])
    await api.db.giftList.update({ where: { id: list.id }, data: { status: 'draft' } })
    expect(codeOf(await handTo(union, second.id, 'Nguyễn Văn Ông', 'ông nội'))).toEqual([409, 'LIST_NOT_APPROVED'])
    await api.db.giftList.update({ where: { id: list.id }, data: { status: 'approved' } })
    await api.db.campaign.update({ where: { id: campaign.id }, data: { status: 'closed' } })
    expect(codeOf(await handTo(union, second.id, 'Nguyễn Văn Ông', 'ông nội'))).toEqual([409, 'CAMPAIGN_CLOSED'])
  })

  test('sent again with the same key after the answer was lost it is the same hand-out', async () => {
    const list = await approvedList(5)
    const line = await makeGiftListLine(api.db, { giftListId: list.id })
    const key = crypto.randomUUID()
    const first = await handTo(union, line.id, 'Nguyễn Văn Ông', 'ông nội', key)
    const again = await handTo(union, line.id, 'Nguyễn Văn Ông', 'ông nội', key)
    expect([again.status, again.json]).toEqual([201, first.json])
    expect(await api.db.giftKind.findUnique({ where: { id: list.giftKindId } })).toMatchObject({ stockOnHand: 4 })
  })
})
