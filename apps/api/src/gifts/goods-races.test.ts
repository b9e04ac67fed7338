import { donations } from '@chung-tay/contracts/donations'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import { kits } from '@chung-tay/contracts/kits'
import { disbursements } from '@chung-tay/contracts/ledger'
import { openingStocks } from '@chung-tay/contracts/opening-stocks'
import { openings } from '@chung-tay/contracts/openings'
import { stockIssues } from '@chung-tay/contracts/purchases'
import { stockCounts } from '@chung-tay/contracts/stock-counts'
import type { Fund, GiftKind } from '@chung-tay/db/client'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation } from '@chung-tay/testing/donations'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import type { Db } from '../http/context.ts'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'
import { buyGoods, failingChecks, onHandOf } from './test-goods.ts'

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
  await makeDonation(api.db, { campaignId, fundId: fund.id, amount: 10_000_000n })
  kind = await makeGiftKind(api.db, { stockOnHand: 0 })
})

const onHand = () => onHandOf(api, kind)
const failing = () => failingChecks(union)
const buy = async (quantity: number, amount: number) => (await buyGoods(api, union, { campaignId, fund, kind }, quantity, amount)).json

/** What `other` answers, which begins when somebody has done their `work` and waits for them; `last` is what they do before they commit. */
const behind = async <T, L>(work: (db: Db) => Promise<unknown>, other: () => Promise<T>, last: (db: Db) => Promise<L>): Promise<[T, L]> => {
  const [done, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const first = api.db.$transaction(async (db) => {
    await work(db)
    done.resolve()
    await release.promise
    return last(db)
  })
  await done.promise
  const answer = other()
  const waiting = () => api.db.$queryRaw<object[]>`
    SELECT FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`
  await vi.waitFor(async () => expect(await waiting()).not.toEqual([]), { timeout: 2_000 })
  release.resolve()
  const said = await first
  return [await answer, said]
}
const nothing = async () => undefined

/** A piece goes or comes, as a desk or a form moves it. */
const move = async (db: Db, quantity: number) => {
  const { stockOnHand: balance } = await db.giftKind.update({ where: { id: kind.id }, data: { stockOnHand: { increment: quantity } } })
  const row = { giftKindId: kind.id, kind: 'adjustment', quantity, balance, movedOn: new Date('2021-06-10'), createdById: union.userId } as const
  await db.stockMovement.create({ data: { ...row, createdAt: new Date() } })
}

type Make = () => Promise<() => Promise<{ status: number }>>

describe('who takes goods back', () => {
  const reason = { body: { reason: 'Nhập nhầm' } }
  const bought: Make = async () => {
    const { disbursementId: id } = await buy(2, 200_000)
    return () => union.call(disbursements.void, { params: { id }, ...reason }, { version: 1 })
  }
  const given: Make = async () => {
    const { id } = await makeDonation(api.db, { campaignId, fundId: fund.id, items: [{ giftKindId: kind.id, quantity: 2, unitValue: 70_000 }] })
    return () => union.call(donations.void, { params: { id }, ...reason }, { version: 1 })
  }
  const takenOver: Make = async () => {
    const { id: fundId } = await makeFund(api.db)
    const body = { giftKindId: kind.id, fundId, quantity: 2, value: 200_000, enteredOn: '2021-01-01' }
    const { json } = await union.call(openingStocks.record, { params: { campaignId }, body })
    return () => union.call(openingStocks.void, { params: { id: json.id }, ...reason }, { version: 1 })
  }

  test.each([
    ['a purchase', bought],
    ['a donation', given],
    ['opening stock', takenOver],
  ])('of %s waits for who moves the kind, with nothing in hand', async (_, make) => {
    const undo = await make()
    const hold = (db: Db) => db.giftKind.update({ where: { id: kind.id }, data: { measure: 'hộp' } })
    // Whoever loses goods holds the kind and goes on to the lots, then to the fund.
    const goOn = async (db: Db) => {
      const [lots] = await db.$queryRaw<[{ free: boolean }]>`SELECT pg_try_advisory_xact_lock(hashtextextended('stock lots', 0)) AS free`
      const funds = await db.$queryRaw<object[]>`SELECT FROM "Fund" WHERE "id" = ${fund.id}::uuid FOR NO KEY UPDATE SKIP LOCKED`
      return [lots.free, funds.length]
    }
    const [{ status }, free] = await behind(hold, undo, goOn)
    expect([status, free, await onHand(), await failing()]).toEqual([200, [true, 1], 0, []])
  })

  test.each([
    ['a purchase', bought],
    ['opening stock', takenOver],
  ])('of %s at the same time as another is told that it has changed', async (_, make) => {
    const undo = await make()
    const answers = await Promise.all([undo(), undo()])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
  })
})

test('a voucher takes what somebody who takes lots at the same time has left', async () => {
  await buy(1, 100_000)
  await buy(1, 150_000)
  const list = await makeGiftList(api.db, { campaignId, giftKindId: kind.id, fundId: fund.id, status: 'approved', approvedAt: new Date() })
  const { id } = await makeGiftListLine(api.db, { giftListId: list.id })
  await union.call(handOuts.create, { params: { id }, body: { collectorName: 'Ông nội', proxyRelation: 'ông' } })
  const oldest = await api.db.stockLot.findFirstOrThrow({ where: { giftKindId: kind.id }, orderBy: { sequence: 'asc' } })
  const moveLot = (db: Db, quantity: number) =>
    db.stockLotMove.create({ data: { lotId: oldest.id, quantity, sourceType: 'Test', sourceId: kind.id, createdAt: new Date() } })
  const take = async (db: Db) => {
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('stock lots', 0))`
    await moveLot(db, -1)
  }
  const [issued] = await behind(take, () => union.call(stockIssues.create, { params: { campaignId } }), nothing)
  expect(issued.json).toEqual({ issued: 1, value: 150_000 })
  await moveLot(api.db, 1)
  expect(await failing()).toEqual([])
})

test('a count is not finished over a piece that goes just now', async () => {
  await move(api.db, 2)
  const { json } = await union.call(stockCounts.begin, { body: { countedOn: '2021-06-20', place: '', giftKindIds: [kind.id] } })
  const params = { id: json.id }
  const lines = [{ giftKindId: kind.id, counted: 2, reason: '' }]
  await union.call(stockCounts.save, { params, body: { members: [{ name: 'Nguyễn Thị Lan', role: 'Trưởng ban' }], lines } }, { version: 1 })
  const finish = () => union.call(stockCounts.finish, { params, body: { seen: [{ giftKindId: kind.id, booked: 2 }] } }, { version: 2 })
  const [{ json: refused }] = await behind((db) => move(db, -1), finish, nothing)
  expect([refused.code, await onHand(), await failing()]).toEqual(['STOCK_MOVED', 1, []])
})

test('opening stock does not come after goods that come in just now', async () => {
  const body = { giftKindId: kind.id, fundId: (await makeFund(api.db)).id, quantity: 3, value: 90_000, enteredOn: '2021-06-11' }
  const [{ json }] = await behind(
    (db) => move(db, 1),
    () => union.call(openingStocks.record, { params: { campaignId }, body }),
    nothing,
  )
  expect([json.code, json.details, await onHand()]).toMatchObject(['OPENING_REFUSED', { why: 'after_first_entry', day: '2021-06-10' }, 1])
})

describe('what was there before is entered by who has a number, and then looks at the books', () => {
  const record = {
    goods: (fundId: string) =>
      union.call(openingStocks.record, {
        params: { campaignId },
        body: { giftKindId: kind.id, fundId, quantity: 3, value: 90_000, enteredOn: '2021-01-01' },
      }),
    money: (fundId: string) =>
      union.call(openings.record, { params: { campaignId }, body: { fundId, cash: 90_000, bank: 0, enteredOn: '2021-01-01' } }),
  }
  test.each(['goods', 'money'] as const)('%s', async (what) => {
    const { id } = await makeFund(api.db)
    // Whoever enters anything has the number of the entry before the books are asked whether they are open.
    const [{ status }, free] = await behind<{ status: number }, boolean>(
      (db) => db.counter.update({ where: { name_year: { name: 'journal', year: 2021 } }, data: { value: { increment: 0 } } }),
      () => record[what](id),
      async (db) => (await db.$queryRaw<[{ free: boolean }]>`SELECT pg_try_advisory_xact_lock_shared(hashtext('ledger books')) AS free`)[0].free,
    )
    expect([status, free, await failing()]).toEqual([201, true, []])
  })
})

test('what a kit is made of is not changed while one is put together', async () => {
  const kit = await makeGiftKind(api.db, { stockOnHand: 0 })
  const compose = (quantity: number, version: number) =>
    union.call(kits.compose, { params: { id: kit.id }, body: { components: [{ giftKindId: kind.id, quantity }] } }, { version })
  await compose(1, 1)
  const assemble = async (db: Db) => {
    await db.giftKind.update({ where: { id: kit.id }, data: { stockOnHand: 0 } })
    const made = { kitId: kit.id, quantity: 1, madeOn: new Date('2021-06-10'), createdById: union.userId, createdAt: new Date() }
    await db.kitAssembly.create({ data: made })
  }
  const [{ json }] = await behind(assemble, () => compose(2, 2), nothing)
  expect([json.code, json.details]).toMatchObject(['KIT_REFUSED', { why: 'fixed' }])
})
