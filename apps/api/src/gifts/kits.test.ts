import { handOuts } from '@chung-tay/contracts/hand-outs'
import { kits } from '@chung-tay/contracts/kits'
import { stockIssues } from '@chung-tay/contracts/purchases'
import { giftKinds } from '@chung-tay/contracts/stock'
import type { Fund, GiftKind } from '@chung-tay/db/client'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation } from '@chung-tay/testing/donations'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
import { makeFund } from '@chung-tay/testing/ledger'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { codeOf, type Person, startTestApi, type TestApi } from '../test-api.ts'
import { buyGoods, failingChecks, onHandOf } from './test-goods.ts'

let api: TestApi
let union: Person
let campaignId: string
let funds: [Fund, Fund]
let pens: GiftKind
let books: GiftKind
let kit: GiftKind
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  campaignId = (await makeCampaign(api.db, { year: 2021, status: 'running' })).id
})
afterAll(() => api.stop())

const compose = async (parts: [GiftKind, number][], of = kit, who = union) => {
  const components = parts.map(([{ id: giftKindId }, quantity]) => ({ giftKindId, quantity }))
  const { version } = await api.db.giftKind.findUniqueOrThrow({ where: { id: of.id } })
  return who.call(kits.compose, { params: { id: of.id }, body: { components } }, { version })
}
const setUp = async () => {
  funds = [await makeFund(api.db), await makeFund(api.db)]
  for (const { id: fundId } of funds) await makeDonation(api.db, { campaignId, fundId, amount: 50_000_000n, receivedOn: new Date('2021-05-01') })
  pens = await makeGiftKind(api.db, { stockOnHand: 0, unitValue: 30_000n })
  books = await makeGiftKind(api.db, { stockOnHand: 0, unitValue: 20_000n })
  kit = await makeGiftKind(api.db, { stockOnHand: 0, unitValue: 70_000n })
  expect(
    (
      await compose([
        [pens, 1],
        [books, 2],
      ])
    ).status,
  ).toBe(200)
}
beforeEach(setUp)

const buy = (kind: GiftKind, quantity: number, amount: number, fund = funds[0]) => buyGoods(api, union, { campaignId, fund, kind }, quantity, amount)
const act = (action: 'assemble' | 'takeApart', quantity: number, overrides: object = {}, who = union, key = crypto.randomUUID()) =>
  who.call(kits.assemble, { params: { id: kit.id }, body: { action, quantity, madeOn: '2021-06-10', ...overrides } }, { key })
const move = (kind: GiftKind, action: 'loss' | 'increase', quantity: number) =>
  union.call(giftKinds.move, { params: { id: kind.id }, body: { action, quantity, movedOn: '2021-06-12', reason: 'Kiểm tra' } })
const stock = async () => {
  return [await onHandOf(api, pens), await onHandOf(api, books), await onHandOf(api, kit)]
}
const failing = () => failingChecks(union)
const onBooks = async ({ id: giftKindId }: GiftKind) => {
  const lots = await api.db.stockLot.findMany({ where: { giftKindId } })
  return lots.reduce((sum, { left, unitValue }) => sum + left * Number(unitValue), 0)
}
const balance = async (fund: Fund, codes: string[]) => {
  const rows = await api.db.fundBalance.findMany({ where: { fundId: fund.id, accountCode: { in: codes } } })
  return rows.reduce((sum, { debit, credit }) => sum + Number(debit - credit), 0)
}

test('components become kits at what they cost, and components again; the books do not notice', async () => {
  await buy(pens, 3, 100_000)
  await buy(books, 6, 120_001)
  expect((await union.call(kits.get, { params: { id: kit.id } })).json).toMatchObject({ value: 70_000, possible: 3, fixed: false })
  const made = await act('assemble', 2)
  expect([made.status, made.json.possible, made.json.stockOnHand, made.json.fixed]).toEqual([201, 1, 2, true])
  expect([await stock(), (await onBooks(kit)) + (await onBooks(pens)) + (await onBooks(books))]).toEqual([[1, 2, 2], 220_001])
  expect([await balance(funds[0], ['152']), await failing()]).toEqual([220_001, []])
  expect((await act('takeApart', 2)).status).toBe(201)
  expect([await stock(), await onBooks(kit), await onBooks(pens), await onBooks(books)]).toEqual([[3, 6, 0], 0, 100_000, 120_001])
  expect([(await union.call(kits.get, { params: { id: kit.id } })).json.fixed, await failing()]).toEqual([false, []])
  const card = (await union.call(giftKinds.movements, { params: { id: kit.id }, query: {} })).json.items
  expect(card.map((one) => [one.kind, one.quantity])).toEqual([
    ['disassembly', -2],
    ['assembly', 2],
  ])
})

test('of two funds each keeps what it gave; one kit of both is refused, unless one of them has enough', async () => {
  await buy(pens, 4, 40_000, funds[0])
  await buy(books, 6, 60_000, funds[1])
  await buy(books, 2, 20_000, funds[0])
  const values = async () => [await balance(funds[0], ['152']), await balance(funds[1], ['152'])]
  expect(codeOf(await act('assemble', 1))).toEqual([409, 'KIT_FUNDS'])
  expect([await stock(), await values()]).toEqual([
    [4, 8, 0],
    [60_000, 60_000],
  ])
  expect((await act('assemble', 1, { fundId: funds[0].id })).status).toBe(201)
  expect((await act('assemble', 3)).status).toBe(201)
  expect([await stock(), await values(), await onBooks(kit), await failing()]).toEqual([[0, 0, 4], [60_000, 60_000], 120_000, []])
})

test('goods that are on no books stay so', async () => {
  await move(pens, 'increase', 2)
  await buy(books, 4, 80_000)
  await act('assemble', 2)
  expect([await onBooks(kit), await failing()]).toEqual([80_000, []])
  await move(kit, 'loss', 1)
  expect([await onBooks(kit), await balance(funds[0], ['619']), await failing()]).toEqual([40_000, 40_000, []])
})

describe('is refused whole', () => {
  test('with too few components or kits, for a day to come, of what is no kit, by who may not', async () => {
    await buy(pens, 5, 50_000)
    await buy(books, 3, 30_000)
    const short = await act('assemble', 2)
    expect([codeOf(short), short.json.details]).toMatchObject([[409, 'STOCK_SHORT'], { name: books.name, onHand: 3, wanted: 4 }])
    expect(codeOf(await act('takeApart', 1))).toEqual([409, 'STOCK_SHORT'])
    expect(codeOf(await act('assemble', 1, { madeOn: '2021-06-21' }))).toEqual([400, 'INVALID'])
    const noKit = { params: { id: pens.id }, body: { action: 'assemble' as const, quantity: 1, madeOn: '2021-06-10' } }
    expect((await union.call(kits.assemble, noKit)).json).toMatchObject({ code: 'KIT_REFUSED', details: { why: 'no_kit' } })
    expect((await act('assemble', 1, {}, await api.person(['leadership']))).status).toBe(403)
    expect([await stock(), await failing()]).toEqual([[5, 3, 0], []])
  })

  test('a kit of itself, of kits, or another composition of kits that are there or were given', async () => {
    const why = async (answer: ReturnType<typeof compose>) => (await answer).json.details?.why
    expect(await why(compose([[kit, 1]]))).toBe('itself')
    expect(await why(compose([[kit, 1]], await makeGiftKind(api.db, { stockOnHand: 0 })))).toBe('nested')
    expect(await why(compose([[await makeGiftKind(api.db, { stockOnHand: 0 }), 1]], pens))).toBe('nested')
    await buy(pens, 1, 10_000)
    await buy(books, 2, 10_000)
    await act('assemble', 1)
    expect(await why(compose([[pens, 2]]))).toBe('fixed')
    await move(kit, 'loss', 1)
    expect(await why(compose([[pens, 2]]))).toBe('fixed')
    expect((await compose([[pens, 2]], kit, await api.person(['office']))).status).toBe(403)
  })
})

test('sent twice by one key they are put together once', async () => {
  await buy(pens, 4, 40_000)
  await buy(books, 8, 80_000)
  const key = crypto.randomUUID()
  const answers = [await act('assemble', 1, {}, union, key), await act('assemble', 1, {}, union, key)]
  expect([answers.map(({ status }) => status), await stock()]).toEqual([
    [201, 201],
    [3, 6, 1],
  ])
})

test('ten at once for components of four: four get theirs, whoever races', async () => {
  await buy(pens, 4, 40_000)
  await buy(books, 9, 90_000)
  const answers = await Promise.all(Array.from({ length: 10 }, () => act('assemble', 1)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(4)
  expect(answers.filter(({ json }) => json.code === 'STOCK_SHORT')).toHaveLength(6)
  expect([await stock(), await failing()]).toEqual([[0, 1, 4], []])
})

const kindAt = (at: number) => [pens, books, kit][at] ?? pens
const operation = fc.oneof(
  fc.record({
    what: fc.constant('buy' as const),
    at: fc.nat(2),
    quantity: fc.integer({ min: 1, max: 6 }),
    amount: fc.integer({ min: 1, max: 99_999 }),
    fund: fc.nat(1),
  }),
  fc.record({ what: fc.constantFrom('assemble' as const, 'takeApart' as const), quantity: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ what: fc.constantFrom('loss' as const, 'increase' as const), at: fc.nat(2), quantity: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ what: fc.constantFrom('give' as const, 'issue' as const) }),
)
type Operation = typeof operation extends fc.Arbitrary<infer One> ? One : never

/** What a plain count of pieces says an operation leaves; null refuses it. */
const modelled = ([pen, book, made]: [number, number, number], one: Operation): [number, number, number] | null => {
  const moved = (at: number, by: number): [number, number, number] => [
    pen + (at === 0 ? by : 0),
    book + (at === 1 ? by : 0),
    made + (at === 2 ? by : 0),
  ]
  const assembled = (by: number): [number, number, number] => [pen - by, book - 2 * by, made + by]
  const after = {
    buy: () => moved('at' in one ? one.at : 0, 'quantity' in one ? one.quantity : 0),
    increase: () => moved('at' in one ? one.at : 0, 'quantity' in one ? one.quantity : 0),
    loss: () => moved('at' in one ? one.at : 0, 'quantity' in one ? -one.quantity : 0),
    assemble: () => assembled('quantity' in one ? one.quantity : 0),
    takeApart: () => assembled('quantity' in one ? -one.quantity : 0),
    give: () => moved(2, -1),
    issue: () => moved(0, 0),
  }[one.what]()
  return after.some((count) => count < 0) ? null : after
}

const perform = async (one: Operation, lineFor: () => Promise<string>) => {
  if (one.what === 'buy') return buy(kindAt(one.at), one.quantity, one.amount, funds[one.fund === 0 ? 0 : 1])
  if (one.what === 'assemble' || one.what === 'takeApart') return act(one.what, one.quantity)
  if (one.what === 'loss' || one.what === 'increase') return move(kindAt(one.at), one.what, one.quantity)
  if (one.what === 'issue') return union.call(stockIssues.create, { params: { campaignId } })
  return union.call(handOuts.create, { params: { id: await lineFor() }, body: { collectorName: 'Ông nội', proxyRelation: 'ông' } })
}

test('in any order pieces are what a plain count says, and every đồng that was paid lies there or was expensed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 12, maxLength: 25 }), async (operations) => {
      await setUp()
      const list = await makeGiftList(api.db, { campaignId, giftKindId: kit.id, fundId: funds[0].id, status: 'approved', approvedAt: new Date() })
      const lineFor = async () => (await makeGiftListLine(api.db, { giftListId: list.id })).id
      let model: [number, number, number] = [0, 0, 0]
      let paid = 0
      for (const one of operations) {
        const wanted = modelled(model, one)
        const { status, json } = await perform(one, lineFor)
        const allowed = json.code === 'KIT_FUNDS' || json.code === 'NOTHING_TO_ISSUE' || (wanted === null) === (status === 409)
        expect([one, status, json.code, allowed]).toEqual([one, status, json.code, true])
        if (status < 300 && wanted) model = wanted
        if (status < 300 && one.what === 'buy') paid += one.amount
        expect(await stock()).toEqual(model)
      }
      await union.call(stockIssues.create, { params: { campaignId } })
      const spent = ['152', '611', '619']
      expect((await balance(funds[0], spent)) + (await balance(funds[1], spent))).toBe(paid)
      expect(await failing()).toEqual([])
    }),
    { numRuns: 8 },
  )
}, 120_000)
