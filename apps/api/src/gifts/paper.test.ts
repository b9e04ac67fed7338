import { handOuts } from '@chung-tay/contracts/hand-outs'
import { makeEmployee } from '@chung-tay/testing/agency'
import { makeChild } from '@chung-tay/testing/children'
import { makeGiftKind, makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
})
afterAll(() => api.stop())

const approvedList = async (lines: number, stockOnHand: number) => {
  const kind = await makeGiftKind(api.db, { stockOnHand })
  const list = await makeGiftList(api.db, { giftKindId: kind.id, status: 'approved', approvedAt: new Date('2021-05-27T02:00:00Z') })
  for (let at = 0; at < lines; at++) {
    const { id: employeeId } = await makeEmployee(api.db, { name: `Trần Thị Mẹ ${at}` })
    const child = await makeChild(api.db, { guardians: [{ employeeId, relation: 'mother' }] })
    await makeGiftListLine(api.db, { giftListId: list.id, childId: child.id })
  }
  const { items } = (await union.call(handOuts.paperLines, { params: { id: list.id } })).json
  return { list, items }
}

const enter = (listId: string, lineIds: string[], givenOn = '2021-06-01', person = union) =>
  person.call(handOuts.paper, { params: { id: listId }, body: { lineIds, givenOn } })

describe('the signed paper', () => {
  test('is entered by its numbers: each gift once, for the parent, on the day that stands there; a desk’s hand-out stays', async () => {
    const { list, items } = await approvedList(4, 10)
    expect(items.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    const [first, second, third] = items.map(({ lineId }) => lineId)
    await union.call(handOuts.create, { params: { id: second ?? '' }, body: { collectorName: 'Nguyễn Văn Ông', proxyRelation: 'ông' } })
    const entered = await enter(list.id, [first ?? '', second ?? '', third ?? ''])
    expect(entered.json).toMatchObject({
      given: 2,
      already: [{ lineId: second, handOut: { collectorName: 'Nguyễn Văn Ông' } }],
      progress: { given: 3, total: 4, stockOnHand: 7 },
    })
    const row = await api.db.handOut.findUniqueOrThrow({ where: { lineId: first ?? '' } })
    expect([row.handedOutAt.toISOString(), row.collectorName, row.proxyRelation]).toEqual(['2021-06-01T05:00:00.000Z', items[0]?.collectorName, null])
    expect((await enter(list.id, [first ?? '', third ?? ''])).json).toMatchObject({
      given: 0,
      already: [{}, {}],
      progress: { given: 3, stockOnHand: 7 },
    })
    const { _sum } = await api.db.stockMovement.aggregate({ where: { giftKindId: list.giftKindId }, _sum: { quantity: true } })
    expect(_sum.quantity).toBe(7)
  })

  test('is entered whole or not at all: too little stock, a line of another list, a list that is not open', async () => {
    const { list, items } = await approvedList(3, 2)
    const ids = items.map(({ lineId }) => lineId)
    expect((await enter(list.id, ids)).json.code).toBe('STOCK_SHORT')
    expect(await api.db.handOut.count({ where: { lineId: { in: ids } } })).toBe(0)
    const other = await approvedList(1, 1)
    expect((await enter(list.id, [...ids.slice(0, 1), other.items[0]?.lineId ?? ''])).status).toBe(404)
    const leader = await api.person(['leadership'])
    expect((await enter(list.id, ids, '2021-06-01', leader)).status).toBe(403)
    expect((await api.call(handOuts.paperLines, { params: { id: list.id } })).status).toBe(401)
    await api.db.giftList.update({ where: { id: list.id }, data: { status: 'closed' } })
    expect((await enter(list.id, ids)).json.code).toBe('LIST_NOT_APPROVED')
  })

  test('told of a day that is not over, or before the approval, it keeps within them', async () => {
    const { list, items } = await approvedList(2, 2)
    await enter(list.id, [items[0]?.lineId ?? ''], '2031-01-01')
    await enter(list.id, [items[1]?.lineId ?? ''], '2001-01-01')
    const [late, early] = await Promise.all(items.map(({ lineId }) => api.db.handOut.findUniqueOrThrow({ where: { lineId } })))
    expect(late?.handedOutAt.getTime()).toBeLessThanOrEqual(api.services.clock.now().getTime())
    expect(early?.handedOutAt.toISOString()).toBe('2021-05-27T02:00:00.000Z')
  })
})

describe('the progress', () => {
  test('is told by unit, and the last hand-outs without a child’s name, to who may read the list', async () => {
    const { list, items } = await approvedList(3, 5)
    await enter(list.id, [items[0]?.lineId ?? ''])
    for (const role of ['leadership', 'office', 'union', 'auditor'] as const) {
      const { json } = await (await api.person([role])).call(handOuts.progress, { params: { id: list.id } })
      expect(json).toMatchObject({ given: 1, total: 3, stockOnHand: 4, last: [{ by: union.employee.name }] })
      expect(json.units.reduce((sum, unit) => sum + unit.given * 10 + unit.total, 0)).toBe(13)
      expect(JSON.stringify(json)).not.toContain(items[0]?.childName)
    }
    expect((await (await api.person(['unitHead'])).call(handOuts.progress, { params: { id: list.id } })).status).toBe(403)
  })
})
