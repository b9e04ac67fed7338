import { notifications } from '@chung-tay/contracts/notifications'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'
import { notify } from './service.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

const data = { taskId: '0197a000-0000-7000-8000-000000000000', year: 2021, title: 'Treo băng rôn', unitName: 'Phòng Quản lý', dueOn: '2021-06-30' }
const tell = (person: Person, key: string) =>
  notify({ db: api.db, clock: api.services.clock }, { userIds: [person.userId], kind: 'taskAssigned', data, key })
const inbox = async (person: Person, query: object = {}) => (await person.call(notifications.list, { query })).json

describe('notifications', () => {
  test('are one’s own, the newest first, and read one by one or all at once', async () => {
    const [mine, other] = [await api.person([]), await api.person([])]
    expect((await api.call(notifications.list, { query: {} })).status).toBe(401)
    for (const key of ['a', 'b', 'c']) await tell(mine, key)
    const { items, unread, total } = await inbox(mine)
    expect([items.length, total, unread]).toEqual([3, 3, 3])
    expect(items[0]).toMatchObject({ kind: 'taskAssigned', data: { title: 'Treo băng rôn' }, readAt: null })
    expect((await inbox(other)).total).toBe(0)

    const params = { id: items[0]?.id ?? '' }
    expect((await api.call(notifications.read, { params })).status).toBe(401)
    expect((await other.call(notifications.read, { params })).status).toBe(404)
    expect((await mine.call(notifications.read, { params })).status).toBe(200)
    expect((await mine.call(notifications.read, { params })).status).toBe(200)
    expect(await inbox(mine, { unread: 'true' })).toMatchObject({ total: 2, unread: 2 })
    expect((await other.call(notifications.readAll, {})).json).toEqual({ read: 0 })
    expect((await mine.call(notifications.readAll, {})).json).toEqual({ read: 2 })
    expect((await inbox(mine)).unread).toBe(0)
  })

  test('the same occasion is told once, whoever tells it at the same time', async () => {
    const person = await api.person([])
    const told = await Promise.all(Array.from({ length: 10 }, () => tell(person, 'once')))
    expect(told.flat()).toEqual([person.userId])
    expect((await inbox(person)).total).toBe(1)
  })

  test('one of an unknown form does not hide the others', async () => {
    const person = await api.person([])
    await tell(person, 'known')
    await api.db.notification.create({ data: { userId: person.userId, kind: 'fromAnotherVersion', data: {}, key: 'x' } })
    expect((await inbox(person)).items).toHaveLength(1)
  })
})
