import { handOuts } from '@chung-tay/contracts/hand-outs'
import type { Campaign } from '@chung-tay/db/client'
import { makeEmployee } from '@chung-tay/testing/agency'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild } from '@chung-tay/testing/children'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi } from '../test-api.ts'

type Person = Awaited<ReturnType<TestApi['person']>>
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

const codeOf = ({ status, json }: { status: number; json: { code?: string } }) => [status, json.code]

/** An approved list with so many children, each of a family of its own unless guardians are given. */
const approvedList = async (stockOnHand: number) => {
  const kind = await makeGiftKind(api.db, { stockOnHand })
  return makeGiftList(api.db, { campaignId: campaign.id, giftKindId: kind.id, status: 'approved' })
}

const handTo = (person: Person, id: string, collectorName: string, proxyRelation: string | null = null, key?: string) =>
  person.call(handOuts.create, { params: { id }, body: { collectorName, proxyRelation } }, key === undefined ? {} : { key })

describe('the hand-out desk', () => {
  test('finds nobody before a search, then whole families without marks, and who has the gift already', async () => {
    const mother = await makeEmployee(api.db, { name: 'Đặng Thị Hồng' })
    const guardians = [{ employeeId: mother.id, relation: 'mother' as const }]
    const list = await approvedList(10)
    const names = ['Lò Gia Bảo', 'Lò Gia Linh']
    for (const name of names) {
      const child = await makeChild(api.db, { name, guardians })
      await makeGiftListLine(api.db, { giftListId: list.id, childId: child.id })
    }
    await makeGiftListLine(api.db, { giftListId: list.id })
    const search = async (q?: string) => (await union.call(handOuts.desk, { params: { id: list.id }, query: { q } })).json
    expect(await search()).toEqual({ families: [], progress: { given: 0, total: 3, stockOnHand: 10 } })
    const { families } = await search('gia linh')
    expect(families.map((family) => family.lines.map(({ childName }) => childName))).toEqual([['Lò Gia Linh', 'Lò Gia Bảo']])
    expect(families[0]?.guardians).toEqual([{ name: 'Đặng Thị Hồng', relation: 'mother' }])
    expect((await search('dang thi hong')).families[0]?.lines.map(({ childName }) => childName)).toEqual(names)

    const given = await handTo(union, families[0]?.lines[0]?.id ?? '', 'dang thi hong')
    expect(given.status).toBe(201)
    expect(given.json).toMatchObject({
      childName: 'Lò Gia Linh',
      handOut: { by: union.employee.name, collectorName: 'Đặng Thị Hồng', proxyRelation: null },
      progress: { given: 1, total: 3, stockOnHand: 9 },
    })
    const after = (await search('gia linh')).families[0]?.lines[0]
    expect(after?.handOut).toMatchObject({ by: union.employee.name, collectorName: 'Đặng Thị Hồng' })
    expect((await leader.call(handOuts.desk, { params: { id: list.id }, query: {} })).status).toBe(403)
    expect((await api.call(handOuts.desk, { params: { id: list.id }, query: {} })).status).toBe(401)
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
