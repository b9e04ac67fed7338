import { abilityFor } from '@chung-tay/domain/access/abilities'
import { DomainError } from '@chung-tay/domain/errors'
import { makeGiftKind } from '@chung-tay/testing/gifts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { WriteContext } from '../http/context.ts'
import { startTestApi, type TestApi } from '../test-api.ts'
import { type Movement, moveStock } from './stock.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

const actor = { userId: crypto.randomUUID(), name: 'Công đoàn', roles: ['union'], employeeId: null, unitId: null, headedUnitIds: [] } as const

/** The service in a transaction of its own; true when it moved, false when the stock was short. */
const move = async (movement: Movement): Promise<boolean> => {
  const run = (db: WriteContext['db']) =>
    moveStock({ ...api.services, actor, ability: abilityFor(actor), db, version: 0, audit: async () => {}, afterCommit: () => {} }, movement)
  try {
    await api.db.$transaction(run)
    return true
  } catch (error) {
    if (error instanceof DomainError && error.code === 'STOCK_SHORT') return false
    throw error
  }
}

const moveBy = (giftKindId: string, quantity: number) =>
  move({ giftKindId, kind: quantity > 0 ? 'purchase' : 'handOut', quantity, movedOn: '2021-06-20' })

/** What is on hand, the sum of the movements, and the smallest balance that was ever written. */
const stateOf = async (giftKindId: string) => {
  const { stockOnHand } = await api.db.giftKind.findUniqueOrThrow({ where: { id: giftKindId } })
  const { _sum, _min } = await api.db.stockMovement.aggregate({ where: { giftKindId }, _sum: { quantity: true }, _min: { balance: true } })
  return { stockOnHand, sum: _sum.quantity ?? 0, lowest: _min.balance ?? 0 }
}

test('2,000 random operations do what a plain number does', async () => {
  const { id } = await makeGiftKind(api.db, { stockOnHand: 0 })
  const operations = fc.sample(
    fc.integer({ min: -12, max: 10 }).filter((quantity) => quantity !== 0),
    { numRuns: 2_000, seed: 2021 },
  )
  let model = 0
  let refused = 0
  for (const quantity of operations) {
    const moved = await moveBy(id, quantity)
    expect(moved).toBe(model + quantity >= 0)
    if (moved) model += quantity
    else refused += 1
  }
  expect(refused).toBeGreaterThan(100)
  expect(await stateOf(id)).toMatchObject({ stockOnHand: model, sum: model })
})

test('20 who take at once never take more than there is', async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await makeGiftKind(api.db, { stockOnHand: 30 })
    const wanted = Array.from({ length: 20 }, (_, at) => -1 - (at % 4))
    const moved = await Promise.all(wanted.map((quantity) => moveBy(id, quantity)))
    const taken = wanted.filter((_, at) => moved[at]).reduce((sum, quantity) => sum - quantity, 0)
    expect(taken).toBeLessThanOrEqual(30)
    expect(await stateOf(id)).toEqual({ stockOnHand: 30 - taken, sum: 30 - taken, lowest: 30 - taken })
  }
})

describe('without the guard', () => {
  test('a read before the write loses what others took: the same race goes wrong', async () => {
    const { id } = await makeGiftKind(api.db, { stockOnHand: 30 })
    const takeUnguarded = async (quantity: number) => {
      const { stockOnHand } = await api.db.giftKind.findUniqueOrThrow({ where: { id } })
      if (stockOnHand + quantity < 0) return false
      await api.db.giftKind.update({ where: { id }, data: { stockOnHand: stockOnHand + quantity } })
      return true
    }
    const moved = await Promise.all(Array.from({ length: 20 }, () => takeUnguarded(-3)))
    const taken = moved.filter(Boolean).length * 3
    const { stockOnHand } = await stateOf(id)
    expect([taken, stockOnHand]).not.toEqual([30, 0])
    expect(30 - taken).not.toBe(stockOnHand)
  })
})

test('the refusal says what there is and what was wanted', async () => {
  const { id, name } = await makeGiftKind(api.db, { stockOnHand: 2 })
  const refusal = api.db.$transaction((db) =>
    moveStock(
      { ...api.services, actor, ability: abilityFor(actor), db, version: 0, audit: async () => {}, afterCommit: () => {} },
      { giftKindId: id, kind: 'loss', quantity: -3, movedOn: '2021-06-20' },
    ),
  )
  await expect(refusal).rejects.toMatchObject({ code: 'STOCK_SHORT', details: { name, onHand: 2, wanted: 3 } })
})

test('the database refuses what the service would let through', async () => {
  const { id } = await makeGiftKind(api.db, { stockOnHand: 2 })
  await expect(api.db.giftKind.update({ where: { id }, data: { stockOnHand: -1 } })).rejects.toThrow()
  const row = { giftKindId: id, kind: 'loss', quantity: -3, balance: -1, movedOn: new Date('2021-06-20'), createdById: actor.userId } as const
  await expect(api.db.stockMovement.create({ data: row })).rejects.toThrow()
})
