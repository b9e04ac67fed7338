import { giftKinds } from '@chung-tay/contracts/stock'
import type { Campaign } from '@chung-tay/db/client'
import { next } from '@chung-tay/testing/agency'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeGiftKind } from '@chung-tay/testing/gifts'
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

const asOf = () => `${campaign.year}-06-01`

describe('kinds and stock', () => {
  const body = (name = `Cặp sách số ${next()}`) => ({ name, measure: 'chiếc', unitValue: 250_000 })

  test('signed out is 401, by role 403, absent 404; the union enters and changes', async () => {
    expect((await api.call(giftKinds.create, { body: body() })).status).toBe(401)
    expect((await leader.call(giftKinds.create, { body: body() })).status).toBe(403)
    expect((await (await api.person()).call(giftKinds.list, { query: {} })).status).toBe(403)
    const made = await union.call(giftKinds.create, { body: body() })
    expect([made.status, made.json]).toMatchObject([201, { unitValue: 250_000, stockOnHand: 0, active: true, version: 1 }])
    expect(codeOf(await union.call(giftKinds.create, { body: body(made.json.name) }))).toEqual([409, 'DUPLICATE'])
    const params = { id: made.json.id }
    const change = () => union.call(giftKinds.update, { params, body: { ...body(), active: false } }, { version: 1 })
    expect((await change()).json).toMatchObject({ active: false, version: 2 })
    expect(codeOf(await change())).toEqual([412, 'STALE'])
    expect((await leader.call(giftKinds.get, { params })).status).toBe(200)
    expect((await union.call(giftKinds.get, { params: { id: crypto.randomUUID() } })).status).toBe(404)
    expect((await union.call(giftKinds.list, { query: { q: 'cap sach', active: 'false' } })).json.items.map(({ id }) => id)).toEqual([params.id])
  })

  test('the stock card tells every movement, and the stock never goes below zero', async () => {
    const { id, name } = await makeGiftKind(api.db, { stockOnHand: 0 })
    const move = (action: 'purchase' | 'returned' | 'increase' | 'loss' | 'decrease', quantity: number, movedOn = '2021-06-19') =>
      union.call(giftKinds.move, { params: { id }, body: { action, quantity, movedOn, reason: 'Theo biên bản' } })
    expect((await move('purchase', 10)).json.stockOnHand).toBe(10)
    await move('returned', 2)
    await move('increase', 1)
    await move('loss', 3)
    expect((await move('decrease', 4)).json.stockOnHand).toBe(6)
    const short = await move('loss', 7)
    expect([...codeOf(short), short.json.details]).toEqual([409, 'STOCK_SHORT', { name, onHand: 6, wanted: 7 }])
    expect((await move('loss', 1, '2021-06-21')).json.fields).toEqual([{ path: 'movedOn', code: 'in_the_future' }])
    expect((await move('loss', 0)).json.fields?.[0]?.path).toBe('quantity')
    const card = await union.call(giftKinds.movements, { params: { id }, query: { sort: 'createdAt' } })
    expect(card.json.items.map(({ kind, quantity, balance }) => [kind, quantity, balance])).toEqual([
      ['purchase', 10, 10],
      ['returned', 2, 12],
      ['adjustment', 1, 13],
      ['loss', -3, 10],
      ['adjustment', -4, 6],
    ])
    expect(card.json.items[0]).toMatchObject({ byName: union.employee.name, movedOn: '2021-06-19', reason: 'Theo biên bản' })
    expect(
      (await union.call(giftKinds.movements, { params: { id }, query: { kind: 'loss', from: '2021-06-19', to: '2021-06-19' } })).json.total,
    ).toBe(1)
    expect(
      (await leader.call(giftKinds.move, { params: { id }, body: { action: 'loss', quantity: 1, movedOn: asOf(), reason: 'Mất' } })).status,
    ).toBe(403)
    expect((await api.call(giftKinds.movements, { params: { id }, query: {} })).status).toBe(401)
  })
})
