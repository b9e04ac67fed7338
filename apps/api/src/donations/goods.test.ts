import { donations } from '@chung-tay/contracts/donations'
import { ledger } from '@chung-tay/contracts/ledger'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeGiftKind } from '@chung-tay/testing/gifts'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let campaignId: string
let fundId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
})
afterAll(() => api.stop())

const fresh = async () => {
  campaignId = (await makeCampaign(api.db)).id
  fundId = (await makeFund(api.db)).id
}

const hong = { kind: 'person', name: 'Đặng Thị Hồng' } as const
const voidIt = (id: string, version = 1, reason = 'Ghi nhầm người nộp') =>
  union.call(donations.void, { params: { id }, body: { reason } }, { version })

const checks = async () => (await union.call(ledger.checks, {})).json.checks.filter((check) => !check.ok)
const kindless = () => ({ method: 'inKind' as const, donor: hong, fundId, receivedOn: '2021-06-10' })

describe('goods', () => {
  beforeAll(fresh)
  const give = (giftKindId: string, quantity: number) =>
    union.call(donations.record, { params: { campaignId }, body: { ...kindless(), items: [{ giftKindId, quantity, unitValue: 150_000 }] } })
  const onHand = async (id: string) => (await api.db.giftKind.findUniqueOrThrow({ where: { id } })).stockOnHand

  test('enter the stock with their value, and leave it again when voided', async () => {
    const kind = await makeGiftKind(api.db, { stockOnHand: 0 })
    const { json, status } = await give(kind.id, 4)
    expect([status, json.amount, await onHand(kind.id)]).toEqual([201, 600_000, 4])
    const detail = (await union.call(donations.get, { params: { id: json.id } })).json
    expect(detail.items).toEqual([{ giftKindId: kind.id, name: kind.name, measure: 'phần', quantity: 4, unitValue: 150_000 }])
    expect(detail.entries[0]?.lines.map((line) => line.account)).toEqual(['152', '512'])
    expect((await voidIt(json.id)).json.status).toBe('voided')
    expect(await onHand(kind.id)).toBe(0)
    const moves = await api.db.stockMovement.findMany({ where: { giftKindId: kind.id }, orderBy: { createdAt: 'asc' } })
    expect(moves.map(({ kind: why, quantity, balance }) => [why, quantity, balance])).toEqual([
      ['donation', 4, 4],
      ['donationReversal', -4, 0],
    ])
    expect(await checks()).toEqual([])
  })

  test('that were given to children already cannot go back', async () => {
    const kind = await makeGiftKind(api.db, { stockOnHand: 0 })
    const { json } = await give(kind.id, 4)
    await api.db.giftKind.update({ where: { id: kind.id }, data: { stockOnHand: 3 } })
    const refused = await voidIt(json.id)
    expect([refused.status, refused.json.code, refused.json.details]).toEqual([409, 'STOCK_SHORT', { name: kind.name, onHand: 3, wanted: 4 }])
    expect((await union.call(donations.get, { params: { id: json.id } })).json.status).toBe('recorded')
  })

  test('are named once, and are worth something', async () => {
    const kind = await makeGiftKind(api.db)
    const item = { giftKindId: kind.id, quantity: 1, unitValue: 0 }
    const refuse = async (items: object[]) =>
      (await union.call(donations.record, { params: { campaignId }, body: { ...kindless(), items } as never })).json.fields
    expect(await refuse([item, { ...item, unitValue: 5 }])).toEqual([{ path: 'items', code: 'duplicate' }])
    expect(await refuse([item])).toEqual([{ path: 'items', code: 'value_out_of_range' }])
    expect((await refuse([{ ...item, quantity: 0 }]))?.map((field) => field.path)).toEqual(['items.0.quantity', 'items'])
  })
})
