import { giftKinds } from '@chung-tay/contracts/stock'
import { stockCounts } from '@chung-tay/contracts/stock-counts'
import type { GiftKind } from '@chung-tay/db/client'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation } from '@chung-tay/testing/donations'
import { makeGiftKind } from '@chung-tay/testing/gifts'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { codeOf, type Person, startTestApi, type TestApi } from '../test-api.ts'
import { balanceOf, failingChecks, onHandOf } from './test-goods.ts'

let api: TestApi
let union: Person
let campaignId: string
let milk: GiftKind
let books: GiftKind
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  campaignId = (await makeCampaign(api.db, { year: 2021, status: 'running' })).id
})
afterAll(() => api.stop())
beforeEach(async () => {
  milk = await makeGiftKind(api.db, { stockOnHand: 10 })
  books = await makeGiftKind(api.db, { stockOnHand: 0 })
})
afterEach(async () => {
  const open = await api.db.stockCount.findFirst({ where: { status: 'open' } })
  if (open) await union.call(stockCounts.cancel, { params: { id: open.id }, body: { reason: 'Hết bài kiểm tra' } }, { version: open.version })
})

const begin = (overrides: object = {}, who = union) =>
  who.call(stockCounts.begin, { body: { countedOn: '2021-06-20', place: 'Kho tầng 1', giftKindIds: [milk.id, books.id], ...overrides } })
const read = async (id: string) => (await union.call(stockCounts.get, { params: { id } })).json
const members = [{ name: 'Nguyễn Thị Lan', role: 'Trưởng ban' }]
const save = async (id: string, counted: [GiftKind, number | null, string?][], who = union, version?: number) => {
  const lines = counted.map(([{ id: giftKindId }, pieces, reason = '']) => ({ giftKindId, counted: pieces, reason }))
  return who.call(stockCounts.save, { params: { id }, body: { members, lines } }, { version: version ?? (await read(id)).version })
}
const finish = async (id: string, seen?: { giftKindId: string; booked: number }[], options: { version?: number; key?: string } = {}) => {
  const now = await read(id)
  const body = { seen: seen ?? now.lines.map(({ giftKindId, booked }) => ({ giftKindId, booked })) }
  return union.call(stockCounts.finish, { params: { id }, body }, { version: now.version, ...options })
}
const move = (kind: GiftKind, action: 'loss' | 'returned', quantity: number) =>
  union.call(giftKinds.move, { params: { id: kind.id }, body: { action, quantity, movedOn: '2021-06-20', reason: 'Trong lúc kiểm kê' } })
const onHand = (kind: GiftKind) => onHandOf(api, kind)
const failing = () => failingChecks(union)
const movementsOf = (countId: string) => api.db.stockMovement.findMany({ where: { sourceType: 'StockCount', sourceId: countId } })

test('a shortage and a surplus become one movement each; what was on the books leaves them as a loss', async () => {
  const { id: fundId } = await makeFund(api.db)
  await makeDonation(api.db, { campaignId, fundId, items: [{ giftKindId: books.id, quantity: 4, unitValue: 50_000 }] })
  const { status, json } = await begin()
  expect([status, json.status, json.number, json.kinds]).toEqual([201, 'open', null, 2])
  expect(json.lines.map((line) => [line.bookedAtStart, line.valueAtStart]).toSorted()).toEqual([
    [10, 0],
    [4, 200_000],
  ])
  await save(json.id, [
    [milk, 11, 'Nhà cung cấp giao thừa'],
    [books, 3, 'Ẩm mốc'],
  ])
  const done = await finish(json.id)
  expect([done.status, done.json.status, done.json.number, done.json.postedOn]).toEqual([200, 'finished', 'KK0001/2021', '2021-06-20'])
  expect([await onHand(milk), await onHand(books)]).toEqual([11, 3])
  expect((await movementsOf(json.id)).map(({ kind, quantity }) => [kind, quantity]).toSorted()).toEqual([
    ['adjustment', -1],
    ['adjustment', 1],
  ])
  expect(done.json.lines.map(({ writtenOff }) => writtenOff).toSorted()).toEqual([0, 50_000])
  expect([await balanceOf(api, { id: fundId }, '619'), await failing()]).toEqual([50_000, []])
})

test('what moved meanwhile is shown, and nobody finishes over what they did not see', async () => {
  const { json } = await begin()
  await save(json.id, [
    [milk, 8, 'Thiếu'],
    [books, 0],
  ])
  const seen = (await read(json.id)).lines.map(({ giftKindId, booked }) => ({ giftKindId, booked }))
  await move(milk, 'loss', 2)
  const refused = await finish(json.id, seen)
  expect([codeOf(refused), refused.json.details?.names]).toEqual([[409, 'STOCK_MOVED'], [milk.name]])
  const line = (await read(json.id)).lines.find(({ giftKindId }) => giftKindId === milk.id)
  expect(line).toMatchObject({ bookedAtStart: 10, booked: 8, moved: [{ kind: 'loss', quantity: -2 }] })
  expect((await finish(json.id)).status).toBe(200)
  expect([await onHand(milk), await movementsOf(json.id), await failing()]).toEqual([8, [], []])
})

describe('a count cannot be finished', () => {
  test('while a kind is not counted, a difference is not explained, or nobody stands for it', async () => {
    const { json } = await begin()
    const bare = await finish(json.id)
    expect([codeOf(bare), bare.json.details]).toMatchObject([[422, 'COUNT_INCOMPLETE'], { noCommittee: true, unexplained: [] }])
    await save(json.id, [
      [milk, 9],
      [books, 0],
    ])
    const { json: unexplained } = await finish(json.id)
    expect(unexplained.details).toMatchObject({ uncounted: [], unexplained: [milk.name], noCommittee: false })
    expect([await onHand(milk), await movementsOf(json.id)]).toEqual([10, []])
  })

  test('twice, nor changed afterwards, whoever tries', async () => {
    const { json } = await begin()
    await save(json.id, [
      [milk, 9, 'Vỡ'],
      [books, 0],
    ])
    const { version } = await read(json.id)
    const key = crypto.randomUUID()
    const answers = await Promise.all([finish(json.id, undefined, { version }), finish(json.id, undefined, { version })])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect([await onHand(milk), (await movementsOf(json.id)).length]).toEqual([9, 1])
    expect(codeOf(await finish(json.id, undefined, { key }))).toEqual([409, 'TRANSITION_NOT_ALLOWED'])
    expect(codeOf(await save(json.id, [[milk, 10]]))).toEqual([409, 'TRANSITION_NOT_ALLOWED'])
    await expect(api.db.stockCount.update({ where: { id: json.id }, data: { place: 'Nơi khác' } })).rejects.toThrow()
    await expect(api.db.stockCountLine.updateMany({ where: { countId: json.id }, data: { counted: 1 } })).rejects.toThrow()
    await expect(api.db.stockCountLine.deleteMany({ where: { countId: json.id } })).rejects.toThrow()
  })
})

test('sent twice by one key it is finished once', async () => {
  const { json } = await begin()
  await save(json.id, [
    [milk, 9, 'Vỡ'],
    [books, 0],
  ])
  const { version } = await read(json.id)
  const options = { version, key: crypto.randomUUID() }
  const first = await finish(json.id, undefined, options)
  const seen = [milk, books].map(({ id: giftKindId }) => ({ giftKindId, booked: giftKindId === milk.id ? 10 : 0 }))
  const order = json.lines.map(({ giftKindId }) => giftKindId)
  const again = await finish(
    json.id,
    seen.toSorted((a, b) => order.indexOf(a.giftKindId) - order.indexOf(b.giftKindId)),
    options,
  )
  expect([first.status, again.status, again.json.number]).toEqual([200, 200, first.json.number])
  expect(await onHand(milk)).toBe(9)
})

test('two who save at once do not overwrite each other', async () => {
  const { json } = await begin()
  const answers = await Promise.all([1, 2].map((pieces) => save(json.id, [[milk, pieces, 'x']], union, 1)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
})

test('one is open at a time; a begun one is given up with a reason and stays', async () => {
  const answers = await Promise.all([begin(), begin(), begin()])
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(codeOf(await begin())).toEqual([409, 'COUNT_OPEN'])
  const { id } = answers.find(({ status }) => status === 201)?.json ?? { id: '' }
  const cancelled = await union.call(stockCounts.cancel, { params: { id }, body: { reason: 'Hoãn sang tuần sau' } }, { version: 1 })
  expect([cancelled.json.status, cancelled.json.cancelReason]).toEqual(['cancelled', 'Hoãn sang tuần sau'])
  const second = await begin()
  expect(second.status).toBe(201)
  const { items } = (await union.call(stockCounts.list, { query: { status: 'cancelled' } })).json
  expect(items.map((one) => one.id)).toContain(id)
})

test('of all that is used or lies there; not for a day to come, nor of kinds that are not there', async () => {
  const gone = await makeGiftKind(api.db, { stockOnHand: 0, active: false })
  const left = await makeGiftKind(api.db, { stockOnHand: 3, active: false })
  const { json } = await begin({ giftKindIds: [] })
  const ids = json.lines.map(({ giftKindId }) => giftKindId)
  expect([ids.includes(left.id), ids.includes(gone.id), ids.includes(milk.id)]).toEqual([true, false, true])
  expect((await begin({ countedOn: '2021-06-21' })).json.fields?.[0]).toMatchObject({ path: 'countedOn', code: 'in_the_future' })
  expect(codeOf(await save(json.id, [[gone, 1]]))).toEqual([404, 'NOT_FOUND'])
})

test('the auditor reads, others do not even that; sheet and minutes are printed', async () => {
  const auditor = await api.person(['auditor'])
  expect((await begin({}, auditor)).status).toBe(403)
  const { json } = await begin()
  expect((await auditor.call(stockCounts.get, { params: { id: json.id } })).status).toBe(200)
  expect((await (await api.person(['employee'])).call(stockCounts.get, { params: { id: json.id } })).status).toBe(403)
  expect((await auditor.call(stockCounts.sheetPdf, { params: { id: json.id } })).status).toBe(200)
  expect(codeOf(await auditor.call(stockCounts.minutes, { params: { id: json.id } }))).toEqual([409, 'TRANSITION_NOT_ALLOWED'])
  await save(json.id, [
    [milk, 10],
    [books, 0],
  ])
  await finish(json.id)
  const paper = await auditor.call(stockCounts.minutes, { params: { id: json.id } })
  expect([paper.status, paper.headers['content-disposition']]).toEqual([200, expect.stringMatching(/bien-ban-kiem-ke-kk\d{4}-2021\.docx/)])
})

test('books that were closed meanwhile are not touched: the correction is of today', async () => {
  const { json } = await begin({ countedOn: '2021-06-10' })
  await save(json.id, [
    [milk, 9, 'Vỡ'],
    [books, 0],
  ])
  await api.db.ledgerClosing.create({ data: { closedUntil: new Date('2021-06-15'), createdById: union.userId, createdAt: new Date() } })
  expect((await finish(json.id)).json.postedOn).toBe('2021-06-20')
  await api.db.ledgerClosing.create({ data: { closedUntil: null, reason: 'Hết bài', createdById: union.userId, createdAt: new Date() } })
})
