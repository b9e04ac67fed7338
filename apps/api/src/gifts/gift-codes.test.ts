import { giftCodes } from '@chung-tay/contracts/gift-codes'
import { giftLists } from '@chung-tay/contracts/gifts'
import { handOuts } from '@chung-tay/contracts/hand-outs'
import { docxTexts } from '@chung-tay/documents/opened'
import { readGiftCode, showGiftCode } from '@chung-tay/domain/gifts/code'
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

describe('the codes reach', () => {
  test('parents, of their own children alone, from the approval until the gift is collected', async () => {
    const parent = await api.person([])
    const child = await makeChild(api.db, { name: 'Lò Gia Bảo', guardians: [{ employeeId: parent.employee.id, relation: 'mother' }] })
    const list = await makeGiftList(api.db, { status: 'submitted' })
    const line = await makeGiftListLine(api.db, { giftListId: list.id, childId: child.id })
    await makeGiftListLine(api.db, { giftListId: list.id })
    const mine = async () => (await parent.call(giftCodes.mine, {})).json.items
    expect(await mine()).toEqual([])
    await api.db.giftList.update({ where: { id: list.id }, data: { status: 'approved' } })
    expect(await mine()).toMatchObject([{ childName: 'Lò Gia Bảo', code: line.code, collected: null }])
    const union = await api.person(['union'])
    await union.call(handOuts.create, { params: { id: line.id }, body: { collectorName: 'Nguyễn Văn Ông', proxyRelation: 'ông nội' } })
    expect(await mine()).toMatchObject([{ code: null, collected: { collectorName: 'Nguyễn Văn Ông', proxyRelation: 'ông nội' } }])
    expect((await api.call(giftCodes.mine, {})).status).toBe(401)
  })

  test('paper: a slip for each family that waits, with one code for its children, once the list is approved', async () => {
    const union = await api.person(['union'])
    const { id: employeeId } = await makeEmployee(api.db, { name: 'Đặng Thị Hồng' })
    const list = await makeGiftList(api.db, { status: 'submitted' })
    const lines = []
    for (const name of ['Lò Gia Bảo', 'Lò Gia Linh']) {
      const child = await makeChild(api.db, { name, guardians: [{ employeeId, relation: 'mother' }] })
      lines.push(await makeGiftListLine(api.db, { giftListId: list.id, childId: child.id }))
    }
    const ask = { params: { id: list.id }, query: { time: '08 giờ 00 ngày 01/6/2021', venue: 'Hội trường tầng 2' } }
    const texts = async () => {
      const url = `/api/gift-lists/${list.id}/invitations.docx?${new URLSearchParams(ask.query)}`
      return docxTexts(new Uint8Array((await api.app.inject({ url, headers: { cookie: union.cookie } })).rawPayload)).join('\n')
    }
    expect((await union.call(giftCodes.invitations, ask)).json.code).toBe('LIST_NOT_APPROVED')
    await api.db.giftList.update({ where: { id: list.id }, data: { status: 'approved' } })
    const written = await texts()
    for (const part of ['Đặng Thị Hồng', 'Lò Gia Bảo và Lò Gia Linh', '08 giờ 00 ngày 01/6/2021', 'Hội trường tầng 2'])
      expect(written).toContain(part)
    expect(lines.filter(({ code }) => written.includes(showGiftCode(code)))).toHaveLength(1)
    expect((await (await api.person(['leadership'])).call(giftCodes.invitations, ask)).status).toBe(403)
    for (const { id } of lines) await union.call(handOuts.create, { params: { id }, body: { collectorName: 'Đặng Thị Hồng', proxyRelation: null } })
    expect((await union.call(giftCodes.invitations, ask)).json.code).toBe('LIST_EMPTY')
  })
})
