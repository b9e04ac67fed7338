import { giftListSupplements } from '@chung-tay/contracts/gift-supplements'
import { giftLists } from '@chung-tay/contracts/gifts'
import type { Campaign } from '@chung-tay/db/client'
import { next } from '@chung-tay/testing/agency'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild } from '@chung-tay/testing/children'
import { makeDonation } from '@chung-tay/testing/donations'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
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
  campaign = await makeCampaign(api.db)
})

/** A fund with so much in cash. */
const fundWith = async (amount: number) => {
  const fund = await makeFund(api.db)
  if (amount > 0) await makeDonation(api.db, { campaignId: campaign.id, fundId: fund.id, amount: BigInt(amount) })
  return fund
}
const listOf = async (lines: number, { fundId = null, giftKindId }: { giftKindId: string; fundId?: string | null }) => {
  const list = await makeGiftList(api.db, { campaignId: campaign.id, generatedAt: new Date(), name: `Danh sách ${next()}`, fundId, giftKindId })
  for (let at = 0; at < lines; at++) await makeGiftListLine(api.db, { giftListId: list.id })
  return list
}
const submit = (id: string, version = 1) => union.call(giftLists.submit, { params: { id } }, { version })
const approve = (id: string, version = 2) => leader.call(giftLists.approve, { params: { id } }, { version })
const budgetOf = async (id: string) => (await union.call(giftLists.budget, { params: { id } })).json.budget

test('without a fund nothing is submitted; with one the figures are shown before', async () => {
  const kind = await makeGiftKind(api.db, { stockOnHand: 1, unitValue: 100_000n })
  const list = await listOf(3, { giftKindId: kind.id })
  expect(await budgetOf(list.id)).toBeNull()
  expect(codeOf(await submit(list.id))).toEqual([422, 'FUND_REQUIRED'])
  const fund = await fundWith(250_000)
  const body = { name: list.name, giftKindId: kind.id, underAge: 16, asOf: `${campaign.year}-06-01`, fundId: fund.id }
  await union.call(giftLists.update, { params: { id: list.id }, body }, { version: 1 })
  expect(await budgetOf(list.id)).toEqual({ wanted: 3, onHand: 1, assembled: 0, toBuy: 2, cost: 200_000, held: 250_000, short: 0 })
  expect((await (await api.person()).call(giftLists.budget, { params: { id: list.id } })).status).toBe(403)
  expect((await submit(list.id, 2)).status).toBe(200)
})

test('too little stock and money together is refused with what is missing, and nothing is changed', async () => {
  const kind = await makeGiftKind(api.db, { stockOnHand: 1, unitValue: 100_000n })
  const fund = await fundWith(199_999)
  const list = await listOf(3, { giftKindId: kind.id, fundId: fund.id })
  const refused = await submit(list.id)
  expect([refused.status, refused.json.code, refused.json.details]).toEqual([
    409,
    'BUDGET_SHORT',
    { wanted: 3, onHand: 1, assembled: 0, toBuy: 2, cost: 200_000, held: 199_999, short: 1, fundName: fund.name },
  ])
  expect(await api.db.giftList.findUnique({ where: { id: list.id } })).toMatchObject({ status: 'draft', version: 1 })
})

test('money that left after the submission is missed at the approval', async () => {
  const kind = await makeGiftKind(api.db, { stockOnHand: 0, unitValue: 100_000n })
  const fund = await fundWith(100_000)
  const list = await listOf(1, { giftKindId: kind.id, fundId: fund.id })
  expect((await submit(list.id)).status).toBe(200)
  await api.db.giftKind.update({ where: { id: kind.id }, data: { unitValue: 100_001n } })
  expect(codeOf(await approve(list.id))).toEqual([409, 'BUDGET_SHORT'])
})

test('what approved lists still have to give is taken first, and counts no more once it is given', async () => {
  const kind = await makeGiftKind(api.db, { stockOnHand: 2, unitValue: 100_000n })
  const fund = await fundWith(100_000)
  const first = await listOf(3, { giftKindId: kind.id, fundId: fund.id })
  await submit(first.id)
  expect((await approve(first.id)).status).toBe(200)
  const second = await listOf(1, { giftKindId: kind.id, fundId: fund.id })
  expect((await submit(second.id)).json.details).toMatchObject({ onHand: 0, cost: 100_000, held: 0, short: 100_000 })
  await union.call(giftLists.close, { params: { id: first.id } }, { version: 3 })
  expect((await submit(second.id)).status).toBe(200)
})

test('of two lists approved at once that the fund cannot pay together, one is', async () => {
  const fund = await fundWith(300_000)
  const kinds = await Promise.all([1, 2].map(() => makeGiftKind(api.db, { stockOnHand: 0, unitValue: 100_000n })))
  const lists = await Promise.all(kinds.map(({ id }) => listOf(2, { giftKindId: id, fundId: fund.id })))
  for (const { id } of lists) await submit(id)
  const answers = await Promise.all(lists.map(({ id }) => approve(id)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a supplement is held to it too', async () => {
  const kind = await makeGiftKind(api.db, { stockOnHand: 1, unitValue: 100_000n })
  const fund = await fundWith(0)
  const list = await listOf(1, { giftKindId: kind.id, fundId: fund.id })
  await submit(list.id)
  await approve(list.id)
  const child = await makeChild(api.db)
  await union.call(giftListSupplements.add, { params: { id: list.id }, body: { childId: child.id, reason: 'Mới sinh' } })
  const { items } = (await union.call(giftListSupplements.list, { params: { id: list.id } })).json
  const send = () => union.call(giftListSupplements.submit, { params: { id: items[0]?.id ?? '' } }, { version: 1 })
  expect(codeOf(await send())).toEqual([409, 'BUDGET_SHORT'])
  await makeDonation(api.db, { campaignId: campaign.id, fundId: fund.id, amount: 100_000n })
  expect((await send()).status).toBe(200)
})
