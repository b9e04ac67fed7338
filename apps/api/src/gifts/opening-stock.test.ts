import { disbursements, ledger } from '@chung-tay/contracts/ledger'
import { ledgerBooks } from '@chung-tay/contracts/ledger-books'
import { balanceCounts, ledgerClosings } from '@chung-tay/contracts/ledger-closing'
import { openingStocks } from '@chung-tay/contracts/opening-stocks'
import { openings } from '@chung-tay/contracts/openings'
import { giftKinds } from '@chung-tay/contracts/stock'
import type { Fund, GiftKind } from '@chung-tay/db/client'
import { docxWords } from '@chung-tay/documents/opened'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeGiftKind } from '@chung-tay/testing/gifts'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'
import { balanceOf, failingChecks, onHandOf } from './test-goods.ts'

let api: TestApi
let union: Person
let campaignId: string
let fund: Fund
let kind: GiftKind
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  campaignId = (await makeCampaign(api.db, { year: 2021, status: 'running' })).id
})
afterAll(() => api.stop())
beforeEach(async () => {
  fund = await makeFund(api.db)
  kind = await makeGiftKind(api.db, { stockOnHand: 0 })
})

const record = (overrides: object = {}, who = union) => {
  const body = { giftKindId: kind.id, fundId: fund.id, quantity: 3, value: 100_000, enteredOn: '2021-01-01', ...overrides }
  return who.call(openingStocks.record, { params: { campaignId }, body })
}
const voidIt = (id: string, version = 1) => union.call(openingStocks.void, { params: { id }, body: { reason: 'Nhập nhầm' } }, { version })
const lose = (quantity: number) =>
  union.call(giftKinds.move, { params: { id: kind.id }, body: { action: 'loss', quantity, movedOn: '2021-06-10', reason: 'Ẩm mốc' } })
const balance = (accountCode: string) => balanceOf(api, fund, accountCode)
const onHand = () => onHandOf(api, kind)
const failing = () => failingChecks(union)
const wordsOf = async (url: string) => {
  const response = await api.app.inject({ url: `/api${url}`, headers: { cookie: union.cookie } })
  return docxWords(response.rawPayload)
}

test('goods of before are in stock, in lots and on the books against 411, once for each kind and fund', async () => {
  const { status, json } = await record()
  expect([status, json.quantity, json.value, json.status]).toEqual([201, 3, 100_000, 'recorded'])
  expect([await onHand(), await balance('152'), await balance('411'), await failing()]).toEqual([3, 100_000, -100_000, []])
  const again = await record()
  expect([again.status, again.json.details]).toMatchObject([409, { why: 'exists', goods: true }])
  const other = await makeFund(api.db)
  expect((await record({ fundId: other.id })).status).toBe(201)
  const { items } = (await union.call(openingStocks.list, { params: { id: kind.id } })).json
  expect(items.map(({ fundName }) => fundName).toSorted()).toEqual([fund.name, other.name].toSorted())
  await lose(1)
  expect([await onHand(), await failing()]).toEqual([5, []])
})

test('it opens the stock card and the fund’s book of the year, with the money', async () => {
  await record()
  await union.call(openings.record, { params: { campaignId }, body: { fundId: fund.id, cash: 200_000, bank: 0, enteredOn: '2021-01-01' } })
  const pay = { kind: 'payment', purpose: 'gift', method: 'cash', fundId: fund.id, amount: 50_000, payee: 'Cửa hàng', paidOn: '2021-06-10' } as const
  await union.call(disbursements.record, { params: { campaignId }, body: pay })
  const year = 'from=2021-01-01&to=2021-12-31'
  const card = await wordsOf(`/gift-kinds/${kind.id}/card.docx?${year}`)
  expect(card).toContain('Tồn đầu năm | 3 | ')
  expect(card).not.toContain('01/01/2021 |')
  const book = await wordsOf(`${ledgerBooks.fund.path}?${year}&fundId=${fund.id}`)
  expect(book).toContain('Số dư đầu năm | 300.000')
  expect(book).toContain('Số dư cuối kỳ | 250.000')
  expect(book).not.toContain('Số dư ban đầu')
  const cash = await wordsOf(`${ledgerBooks.account.path}?${year}&account=111&fundId=${fund.id}`)
  expect(cash).toContain('Số dư đầu năm | 200.000')
  const statement = (await union.call(ledger.statement, { params: { id: fund.id }, query: { from: '2021-01-01' } })).json
  expect(statement).toMatchObject({ opening: 200_000, received: 0, paid: 50_000, closing: 150_000 })
  expect(statement.items).toHaveLength(1)
  expect(await wordsOf(`/gift-kinds/${kind.id}/card.docx?from=2020-12-01&to=2021-12-31`)).toContain(
    'Tồn đầu kỳ | 0 |  | \n01/01/2021 |  | Tồn kho ban đầu | 3',
  )
})

test('it comes first, not in the future, and nobody enters it under closed books', async () => {
  await union.call(giftKinds.move, { params: { id: kind.id }, body: { action: 'purchase', quantity: 1, movedOn: '2021-03-02', reason: 'Mua lẻ' } })
  expect((await record({ enteredOn: '2021-03-03' })).json.details).toMatchObject({ why: 'after_first_entry', day: '2021-03-02' })
  expect((await record({ enteredOn: '2021-06-21' })).json.fields?.[0]?.code).toBe('in_the_future')
  expect((await record({ value: 0 })).status).toBe(400)
  const { json } = await union.call(ledgerClosings.check, { query: { until: '2020-12-31' } })
  for (const { account, booked } of json.accounts)
    if (booked > 0) await union.call(balanceCounts.record, { body: { account, countedOn: '2020-12-31', counted: booked } })
  expect((await union.call(ledgerClosings.close, { body: { until: '2020-12-31' } })).status).toBe(201)
  expect((await record()).json.details).toMatchObject({ why: 'books_closed' })
  await api.db.ledgerClosing.create({ data: { closedUntil: null, reason: 'Hết bài', createdById: union.userId, createdAt: new Date() } })
})

test('ten at once make one', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => record()))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect([await onHand(), await balance('152'), await failing()]).toEqual([3, 100_000, []])
})

test('it is taken back while all of it is there, and may be entered anew; others read it at most', async () => {
  const { json } = await record()
  await lose(1)
  expect((await voidIt(json.id)).json.code).toBe('STOCK_ISSUED')
  kind = await makeGiftKind(api.db, { stockOnHand: 0 })
  const second = (await record()).json
  expect((await voidIt(second.id, 7)).json.code).toBe('STALE')
  expect((await voidIt(second.id)).json).toMatchObject({ status: 'voided', voidReason: 'Nhập nhầm' })
  expect((await voidIt(second.id, 2)).json.code).toBe('ALREADY_VOIDED')
  expect([await onHand(), await failing()]).toEqual([0, []])
  expect((await record({ quantity: 2 })).status).toBe(201)
  expect((await record({ fundId: (await makeFund(api.db)).id }, await api.person(['office']))).status).toBe(403)
})
