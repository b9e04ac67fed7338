import { setTimeout as wait } from 'node:timers/promises'
import { confirmations } from '@chung-tay/contracts/confirmations'
import { events } from '@chung-tay/contracts/events'
import { tasks } from '@chung-tay/contracts/tasks'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeEvent } from '@chung-tay/testing/events'
import { makeTask } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Db } from '../http/context.ts'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'
import { assertFiguresOpen } from './guard.ts'
import { figuresOfUnit } from './unit-figures.ts'

let api: TestApi
let office: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  office = await api.person(['office'])
})
afterAll(() => api.stop())

let year = 2060
/** A unit with its head, one event that was held and one task that waits for the office. */
const makeOwn = async () => {
  const campaign = await makeCampaign(api.db, { year: ++year, status: 'running' })
  const head = await api.person(['unitHead'])
  const { unitId } = head.employee
  const event = await makeEvent(api.db, { campaignId: campaign.id, unitId, kind: 'movement', status: 'held', participants: 30, childrenReached: 12 })
  const task = await makeTask(api.db, {
    campaignId: campaign.id,
    unitId,
    status: 'submitted',
    submittedOn: new Date('2021-06-10'),
    result: 'Xong',
    sessions: 2,
  })
  return { campaign, head, unitId, event, task, params: { campaignId: campaign.id, unitId } }
}
type Own = Awaited<ReturnType<typeof makeOwn>>

const statement = 'Số liệu của phòng đã đầy đủ, chính xác.'
const confirm = async ({ head, params }: Own) => {
  const { json } = await head.call(confirmations.get, { params })
  return head.call(confirmations.confirm, { params, body: { statement, seen: json.seen } }, { version: json.version })
}
const lock = ({ campaign, unitId }: Own) => office.call(confirmations.lock, { params: { campaignId: campaign.id }, body: { unitIds: [unitId] } })
const lockedOwn = async () => {
  const own = await makeOwn()
  await confirm(own)
  expect((await lock(own)).status).toBe(200)
  return own
}
const accept = ({ task }: Own) => office.call(tasks.accept, { params: { id: task.id } }, { version: 1 })
const outcome = { heldOn: '2021-06-12', participants: 40, childrenReached: 12, cost: 0, incidents: 0, incidentNote: '', summary: '', fileIds: [] }
const hold = ({ head, event }: Own) => head.call(events.hold, { params: { id: event.id }, body: outcome }, { version: 1 })

describe('a unit’s word on its figures', () => {
  test('the head sees the own figures, each with its records, and confirms what was seen', async () => {
    const own = await makeOwn()
    const { json } = await own.head.call(confirmations.get, { params: own.params })
    const value = (key: string) => json.figures.find((figure) => figure.key === key)?.value
    expect([value('movementEvents'), value('movementParticipants'), value('tasks'), value('taskSessions')]).toEqual([1, 30, 1, 0])
    for (const { key, value: sum } of json.figures) {
      const records = await own.head.call(confirmations.records, { params: { ...own.params, key }, query: {} })
      expect([key, records.json.sum]).toEqual([key, sum])
    }
    const confirmed = await confirm(own)
    expect(confirmed.json).toMatchObject({ status: 'confirmed', statement, confirmedName: own.head.employee.name, changes: [], version: 1 })
    const told = await api.db.notification.findMany({ where: { userId: office.userId, kind: 'figuresConfirmed' } })
    expect(told.some(({ data }) => (data as { figuresUnitId: string }).figuresUnitId === own.unitId)).toBe(true)
  })

  test('figures that changed since they were seen are not confirmed; those that change later are shown and confirmed anew', async () => {
    const own = await makeOwn()
    const { json: before } = await own.head.call(confirmations.get, { params: own.params })
    await hold(own)
    const stale = await own.head.call(confirmations.confirm, { params: own.params, body: { statement, seen: before.seen } }, { version: 0 })
    expect([stale.status, stale.json.code]).toEqual([412, 'STALE'])
    await confirm(own)
    await accept(own)
    const { json } = await office.call(confirmations.get, { params: own.params })
    expect(json.changes).toContainEqual({ key: 'taskSessions', confirmed: 0, now: 2 })
    expect((await lock(own)).json).toMatchObject({ code: 'FIGURES_NOT_CONFIRMED', details: { changes: json.changes.length } })
    expect((await confirm(own)).json).toMatchObject({ status: 'confirmed', changes: [] })
    expect((await lock(own)).json).toEqual({ locked: 1 })
  })

  test('what is locked does not change until the office excepts it, for a reason and until a moment; every change under it is listed', async () => {
    const own = await lockedOwn()
    for (const refused of [await accept(own), await hold(own)]) expect([refused.status, refused.json.code]).toEqual([409, 'FIGURES_LOCKED'])
    const assigned = await office.call(tasks.assign, {
      params: { campaignId: own.campaign.id },
      body: { activityId: own.task.activityId, title: 'Thêm', instructions: '', dueOn: '2021-06-30', unitIds: [own.unitId] } as never,
    })
    expect(assigned.json.code).toBe('FIGURES_LOCKED')
    expect((await confirm(own)).json.code).toBe('FIGURES_LOCKED')

    const except = (hours: number) =>
      office.call(confirmations.except, { params: own.params, body: { reason: 'Bổ sung minh chứng', hours } }, { version: 2 })
    expect((await except(0)).json.code).toBe('INVALID')
    const { json } = await except(1)
    expect(json.exception).toMatchObject({ reason: 'Bổ sung minh chứng', running: true })
    expect((await accept(own)).status).toBe(200)
    const { json: after } = await own.head.call(confirmations.get, { params: own.params })
    expect(after.lateChanges).toMatchObject([{ subject: 'Task', id: own.task.id, action: 'acceptTask' }])
    expect(after.changes.length).toBeGreaterThan(0)
    expect((await confirm(own)).json).toMatchObject({ status: 'locked', changes: [] })
    const ended = await office.call(confirmations.endException, { params: own.params }, { version: 4 })
    expect(ended.json.exception).toMatchObject({ running: false })
    expect((await hold(own)).json.code).toBe('FIGURES_LOCKED')
  })

  test('the office returns with a reason, and all or none of many are locked', async () => {
    const [one, other] = [await makeOwn(), await makeOwn()]
    await confirm(one)
    const returned = await office.call(confirmations.return, { params: one.params, body: { reason: 'Thiếu hoạt động ngày 12/6' } }, { version: 1 })
    expect(returned.json).toMatchObject({ status: 'returned', returnReason: 'Thiếu hoạt động ngày 12/6' })
    expect(await api.db.notification.count({ where: { userId: one.head.userId, kind: 'figuresReturned' } })).toBe(1)
    expect((await confirm(one)).json).toMatchObject({ status: 'confirmed', returnReason: null })
    const body = { unitIds: [one.unitId, other.unitId] }
    const refused = await office.call(confirmations.lock, { params: { campaignId: one.campaign.id }, body })
    expect(refused.json).toMatchObject({ code: 'FIGURES_NOT_CONFIRMED', details: { status: 'open' } })
    expect((await office.call(confirmations.get, { params: one.params })).json.status).toBe('confirmed')
  })

  test('heads are chased once a day', async () => {
    const own = await makeOwn()
    const chase = () => office.call(confirmations.chase, { params: { campaignId: own.campaign.id }, body: { unitIds: [own.unitId] } })
    expect([(await chase()).json, (await chase()).json]).toEqual([{ told: 1 }, { told: 0 }])
  })
})

describe('a change and the lock at once', () => {
  /** A change that has begun and ends when told to: guarded as the services guard theirs, or reading the state alone. */
  const begin = (own: Own, guard: (db: Db) => Promise<unknown>) => {
    const gate = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const done = api.db.$transaction(async (db) => {
      await guard(db)
      await db.task.update({ where: { id: own.task.id }, data: { status: 'accepted' } })
      begun.resolve()
      await gate.promise
    })
    const end = () => {
      gate.resolve()
      return done
    }
    return { begun: begun.promise, end }
  }
  const signedAndNow = async (own: Own) => {
    const row = await api.db.figureConfirmation.findFirstOrThrow({ where: { unitId: own.unitId } })
    return [row.status, row.figures, await figuresOfUnit(api.db, own.campaign.id, own.unitId)] as const
  }

  test('the lock waits for the change, sees it, and refuses what is not as it was confirmed', async () => {
    const own = await makeOwn()
    await confirm(own)
    const change = begin(own, (db) => assertFiguresOpen({ db, clock: api.services.clock }, own.campaign.id, own.unitId))
    await change.begun
    const locking = lock(own)
    expect(await Promise.race([locking.then(() => 'locked'), wait(300, 'waits')])).toBe('waits')
    await change.end()
    expect((await locking).json.code).toBe('FIGURES_NOT_CONFIRMED')
  })

  test('without the guard figures are locked that are not those that were confirmed', async () => {
    const own = await makeOwn()
    await confirm(own)
    const change = begin(own, (db) => db.figureConfirmation.findFirst({ where: { unitId: own.unitId, status: 'confirmed' } }))
    await change.begun
    expect((await lock(own)).status).toBe(200)
    await change.end()
    const [status, confirmed, now] = await signedAndNow(own)
    expect(status).toBe('locked')
    expect(now).not.toEqual(confirmed)
  })

  test('whoever comes first, what is locked is what was confirmed', async () => {
    for (let round = 0; round < 6; round++) {
      const own = await makeOwn()
      await confirm(own)
      const [locked, accepted] = await Promise.all([lock(own), accept(own)])
      const [status, confirmed, now] = await signedAndNow(own)
      expect([locked.status, accepted.status]).toEqual(status === 'locked' ? [200, 409] : [409, 200])
      if (status === 'locked') expect(now).toEqual(confirmed)
    }
  })
})

test('signed out 401, wrong role 403, another unit 404; a head lists the own unit alone', async () => {
  const [own, other] = [await makeOwn(), await makeOwn()]
  const employee = await api.person([])
  const { params } = own
  expect((await api.call(confirmations.get, { params })).status).toBe(401)
  expect((await employee.call(confirmations.get, { params })).status).toBe(403)
  expect((await other.head.call(confirmations.get, { params })).status).toBe(404)
  expect((await other.head.call(confirmations.records, { params: { ...params, key: 'tasks' }, query: {} })).status).toBe(404)
  expect((await other.head.call(confirmations.confirm, { params, body: { statement, seen: '' } }, { version: 0 })).status).toBe(404)
  expect((await office.call(confirmations.confirm, { params, body: { statement, seen: '' } }, { version: 0 })).status).toBe(403)
  expect((await own.head.call(confirmations.return, { params, body: { reason: 'Không được' } }, { version: 0 })).status).toBe(403)
  const list = async (person: Person) =>
    (await person.call(confirmations.list, { params: { campaignId: own.campaign.id } })).json.items.map(({ unitId }) => unitId)
  expect(await list(own.head)).toEqual([own.unitId])
  expect((await list(office)).length).toBeGreaterThan(2)
})
