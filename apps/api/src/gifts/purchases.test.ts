import { giftLists } from '@chung-tay/contracts/gifts'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import { disbursements } from '@chung-tay/contracts/ledger'
import { purchases, stockIssues } from '@chung-tay/contracts/purchases'
import { giftKinds } from '@chung-tay/contracts/stock'
import type { Campaign, Fund, GiftKind } from '@chung-tay/db/client'
import { next } from '@chung-tay/testing/agency'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation } from '@chung-tay/testing/donations'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { codeOf, type Person, startTestApi, type TestApi } from '../test-api.ts'
import { balanceOf, buyGoods, failingChecks, onHandOf } from './test-goods.ts'

let api: TestApi
let union: Person
let leader: Person
let campaign: Campaign
let fund: Fund
let kind: GiftKind
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  leader = await api.person(['leadership'])
})
afterAll(() => api.stop())
beforeEach(async () => {
  campaign = await makeCampaign(api.db)
  fund = await makeFund(api.db)
  await makeDonation(api.db, { campaignId: campaign.id, fundId: fund.id, amount: 10_000_000n })
  kind = await makeGiftKind(api.db, { stockOnHand: 0, unitValue: 100_000n })
})

const buy = (quantity: number, amount: number, overrides: object = {}, who = union) =>
  buyGoods(api, who, { campaignId: campaign.id, fund, kind }, quantity, amount, overrides)
const balance = (account: string, of = fund) => balanceOf(api, of, account)
const failing = () => failingChecks(union)
const onHand = () => onHandOf(api, kind)
const listFor = async (lines: number) => {
  const list = await makeGiftList(api.db, {
    campaignId: campaign.id,
    giftKindId: kind.id,
    fundId: fund.id,
    status: 'approved',
    approvedAt: new Date(),
  })
  const made = []
  for (let at = 0; at < lines; at++) made.push(await makeGiftListLine(api.db, { giftListId: list.id }))
  return { list, lines: made }
}
const give = (id: string) => union.call(handOuts.create, { params: { id }, body: { collectorName: 'Ông nội', proxyRelation: 'ông' } })
const issue = () => union.call(stockIssues.create, { params: { campaignId: campaign.id } })

describe('a purchase', () => {
  test('pays, brings goods into stock and onto the books at what they cost, to the đồng', async () => {
    expect((await buy(3, 1000, {}, leader)).status).toBe(403)
    const made = await buy(3, 1_000_000)
    expect([made.status, made.json]).toMatchObject([201, { amount: 1_000_000, voided: false, voucher: expect.stringMatching(/^PC\d{4}\/2021$/) }])
    expect([await onHand(), await balance('152'), await balance('111'), await balance('611')]).toEqual([3, 1_000_000, 9_000_000, 0])
    const opened = (await leader.call(purchases.get, { params: { id: made.json.id } })).json
    expect([opened.files.length, opened.mayReturn]).toEqual([1, true])
    expect(await failing()).toEqual([])
  })

  test('is refused whole: money short, the same invoice again, a day to come, no file, an unknown kind', async () => {
    expect(codeOf(await buy(1, 10_000_001))).toEqual([409, 'FUND_OVERDRAWN'])
    const number = String(next())
    expect((await buy(1, 1000, { invoiceNumber: number })).status).toBe(201)
    expect(codeOf(await buy(1, 1000, { invoiceNumber: number, supplier: 'SIÊU THỊ Hương Sơn' }))).toEqual([409, 'DUPLICATE'])
    expect(codeOf(await buy(1, 1000, { invoicedOn: '2199-01-01' }))).toEqual([400, 'INVALID'])
    expect(codeOf(await buy(1, 1000, { fileIds: [] }))).toEqual([400, 'INVALID'])
    expect(codeOf(await buy(1, 1000, { items: [{ giftKindId: crypto.randomUUID(), quantity: 1, amount: 1000 }] }))).toEqual([404, 'NOT_FOUND'])
    expect([await onHand(), await balance('152')]).toEqual([1, 1000])
  })

  test('the same invoice entered by many at once is entered once', async () => {
    const number = String(next())
    const answers = await Promise.all(Array.from({ length: 5 }, () => buy(1, 1000, { invoiceNumber: number })))
    expect(answers.filter(({ status }) => status === 201).length).toBe(1)
    expect([await onHand(), await balance('152')]).toEqual([1, 1000])
  })

  test('goes back with its payment as long as nothing of it has left, and may be entered again', async () => {
    const { json } = await buy(3, 1_000_000, { invoiceNumber: '77' })
    const undo = () => union.call(disbursements.void, { params: { id: json.disbursementId }, body: { reason: 'Sai số lượng' } }, { version: 1 })
    expect((await undo()).status).toBe(200)
    expect([await onHand(), await balance('152'), await balance('111')]).toEqual([0, 0, 10_000_000])
    expect((await union.call(purchases.get, { params: { id: json.id } })).json).toMatchObject({
      voided: true,
      voidReason: 'Sai số lượng',
      mayReturn: false,
    })
    const again = await buy(3, 1_000_000, { invoiceNumber: '77' })
    expect(again.status).toBe(201)
    const { lines } = await listFor(1)
    await give(lines[0]?.id ?? '')
    await issue()
    const late = await union.call(disbursements.void, { params: { id: again.json.disbursementId }, body: { reason: 'Muộn' } }, { version: 1 })
    expect([codeOf(late), late.json.details]).toEqual([[409, 'STOCK_ISSUED'], { name: kind.name }])
    expect(await failing()).toEqual([])
  })
})

describe('goods leave the books', () => {
  test('by a voucher for each list and day, the oldest and the own fund’s first; the desk posts nothing itself', async () => {
    await buy(2, 200_001)
    await buy(2, 300_000)
    const { lines } = await listFor(3)
    for (const { id } of lines) expect((await give(id)).status).toBe(201)
    expect([await balance('152'), await balance('611')]).toEqual([500_001, 0])
    expect((await union.call(stockIssues.pending, { params: { campaignId: campaign.id } })).json.items).toMatchObject([{ quantity: 3, loss: false }])
    expect(await failing()).toEqual([])
    expect((await leader.call(stockIssues.create, { params: { campaignId: campaign.id } })).status).toBe(403)
    expect((await issue()).json).toEqual({ issued: 1, value: 350_001 })
    expect([await balance('152'), await balance('611')]).toEqual([150_000, 350_001])
    expect(codeOf(await issue())).toEqual([409, 'NOTHING_TO_ISSUE'])
    const { items } = (await leader.call(stockIssues.list, { params: { campaignId: campaign.id }, query: {} })).json
    expect(items).toMatchObject([{ number: expect.stringMatching(/^PX\d{4}\/2021$/), quantity: 3, value: 350_001 }])
    expect(await failing()).toEqual([])
  })

  test('a hand-out taken back comes back onto the books with the next voucher', async () => {
    await buy(1, 100_000)
    const { lines } = await listFor(1)
    const params = { id: lines[0]?.id ?? '' }
    await give(params.id)
    await issue()
    expect((await leader.call(handOuts.undo, { params, body: { reason: 'Trao nhầm cháu' } })).status).toBe(200)
    expect(await failing()).toEqual([])
    expect((await issue()).json).toEqual({ issued: 1, value: -100_000 })
    expect([await onHand(), await balance('152'), await balance('611')]).toEqual([1, 100_000, 0])
    await give(params.id)
    expect((await issue()).json.value).toBe(100_000)
    expect(await failing()).toEqual([])
  })

  test('what was expensed when it was bought is not expensed again', async () => {
    kind = await makeGiftKind(api.db, { stockOnHand: 2 })
    const { lines } = await listFor(2)
    for (const { id } of lines) await give(id)
    expect((await issue()).json).toEqual({ issued: 1, value: 0 })
    expect([await balance('611'), await failing()]).toEqual([0, []])
  })

  test('goods that came after a hand-out were not given by it, unless there were no others', async () => {
    kind = await makeGiftKind(api.db, { stockOnHand: 1 })
    const { lines } = await listFor(2)
    await give(lines[0]?.id ?? '')
    await buy(1, 100_000, { paidOn: '2021-06-06' })
    await api.db.stockLot.updateMany({ where: { giftKindId: kind.id }, data: { receivedOn: new Date('2199-01-01') } })
    expect((await issue()).json.value).toBe(0)
    await give(lines[1]?.id ?? '')
    expect((await issue()).json.value).toBe(100_000)
    expect(await failing()).toEqual([])
  })

  test('when the list is closed, at the latest', async () => {
    await buy(1, 100_000)
    const { list, lines } = await listFor(1)
    await give(lines[0]?.id ?? '')
    expect((await union.call(giftLists.close, { params: { id: list.id } }, { version: 1 })).status).toBe(200)
    expect(await balance('611')).toBe(100_000)
  })

  test('by a loss at once, as another expense of whose goods they were', async () => {
    await buy(2, 200_000)
    const body = { action: 'loss', quantity: 1, movedOn: '2021-06-07', reason: 'Ẩm mốc' } as const
    expect((await union.call(giftKinds.move, { params: { id: kind.id }, body })).json.stockOnHand).toBe(1)
    expect([await balance('152'), await balance('619'), await failing()]).toEqual([100_000, 100_000, []])
  })

  test('issued at once by two, each hand-out is issued once', async () => {
    await buy(4, 400_000)
    const { lines } = await listFor(4)
    for (const { id } of lines) await give(id)
    const answers = await Promise.all([issue(), issue(), issue()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect([await balance('611'), await failing()]).toEqual([400_000, []])
  })
})

test('goods given in kind are on the books of their fund, and leave it when a list of another fund hands them out', async () => {
  const other = await makeFund(api.db)
  await makeDonation(api.db, { campaignId: campaign.id, fundId: other.id, items: [{ giftKindId: kind.id, quantity: 2, unitValue: 70_000 }] })
  const { lines } = await listFor(2)
  for (const { id } of lines) await give(id)
  expect((await issue()).json.value).toBe(140_000)
  expect([await balance('152', other), await balance('611', other), await balance('611'), await failing()]).toEqual([0, 140_000, 0, []])
})
