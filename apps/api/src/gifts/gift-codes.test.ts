import { giftLists } from '@chung-tay/contracts/gifts'
import { readGiftCode } from '@chung-tay/domain/gifts/code'
import { makeEmployee, makeUnit } from '@chung-tay/testing/agency'
import { makeChild } from '@chung-tay/testing/children'
import { makeGiftList, makeGiftListLine } from '@chung-tay/testing/gifts'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

const childOf = async (unitName: string, sortOrder: number, name: string) => {
  const unit = (await api.db.unit.findFirst({ where: { name: unitName } })) ?? (await makeUnit(api.db, { name: unitName, sortOrder }))
  const { id: employeeId } = await makeEmployee(api.db, { unitId: unit.id })
  return makeChild(api.db, { name, guardians: [{ employeeId, relation: 'mother' }] })
}

describe('the database gives each entitlement', () => {
  test('a code of its own that the program reads', async () => {
    const list = await makeGiftList(api.db)
    const { id: childId } = await makeChild(api.db)
    const codes = new Set<string>()
    for (let at = 0; at < 200; at++) {
      const { id, code } = await makeGiftListLine(api.db, { giftListId: list.id, childId })
      expect(readGiftCode(code)).toBe(code)
      codes.add(code)
      await api.db.giftListLine.delete({ where: { id } })
    }
    expect(codes.size).toBe(200)
  })

  test('its number on paper at the approval, unit by unit, which it keeps; later ones follow', async () => {
    const list = await makeGiftList(api.db, { status: 'submitted' })
    const add = async (unit: string, order: number, name: string, excluded = false) => {
      const { id: childId } = await childOf(unit, order, name)
      return makeGiftListLine(api.db, { giftListId: list.id, childId, ...(excluded && { excluded, excludeReason: 'Đã chuyển trường' }) })
    }
    const second = await add('Phòng B', 72, 'Lê Văn An')
    const third = await add('Phòng B', 72, 'Lê Văn Bình')
    const first = await add('Phòng A', 71, 'Trần Thị Yến')
    const out = await add('Phòng A', 71, 'Trần Thị Ánh', true)
    const leader = await api.person(['leadership'])
    const approved = await leader.call(giftLists.approve, { params: { id: list.id } }, { version: list.version })
    expect(approved.status).toBe(200)
    const numbers = async () => {
      const rows = await api.db.giftListLine.findMany({ where: { giftListId: list.id }, select: { id: true, number: true } })
      return new Map(rows.map(({ id, number }) => [id, number]))
    }
    const given = await numbers()
    expect([first, second, third, out].map(({ id }) => given.get(id))).toEqual([1, 2, 3, null])
    await api.db.unit.updateMany({ where: { name: 'Phòng A' }, data: { sortOrder: 90 } })
    const late = await Promise.all(['Một', 'Hai', 'Ba'].map((name) => add('Phòng A', 71, `Đỗ ${name}`)))
    const after = await numbers()
    expect([first, second, third].map(({ id }) => after.get(id))).toEqual([1, 2, 3])
    expect(late.map(({ id }) => after.get(id)).toSorted()).toEqual([4, 5, 6])
  })
})
