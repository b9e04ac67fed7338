import { taskViews } from '@chung-tay/contracts/task-views'
import { tasks } from '@chung-tay/contracts/tasks'
import { addDays, toDbDate } from '@chung-tay/domain/dates'
import { taskStatuses } from '@chung-tay/domain/tasks/transitions'
import { makeUnit } from '@chung-tay/testing/agency'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import { makeEvent } from '@chung-tay/testing/events'
import { drawFrom } from '@chung-tay/testing/report'
import { makeTask } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi, testDay } from '../../test-api.ts'

let api: TestApi
let office: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  office = await api.person(['office'])
})
afterAll(() => api.stop())

/** Tasks of every state and day over a few units and activities. */
const month = async (seed: number, ownUnitId?: string) => {
  const draw = drawFrom(seed)
  const campaign = await makeCampaign(api.db)
  const units = [await makeUnit(api.db), await makeUnit(api.db), ...(ownUnitId ? [{ id: ownUnitId }] : [])]
  const activities = [await makeActivity(api.db, { campaignId: campaign.id }), await makeActivity(api.db, { campaignId: campaign.id })]
  for (let at = 0; at < 30; at++) {
    const status = taskStatuses[draw(taskStatuses.length)] ?? 'assigned'
    const dueOn = addDays(testDay, draw(30) - 15)
    const submittedOn = status === 'submitted' || status === 'accepted' ? toDbDate(addDays(dueOn, draw(9) - 4)) : null
    const place = { activityId: activities[draw(2)]?.id ?? '', unitId: units[draw(units.length)]?.id ?? '' }
    await makeTask(api.db, { campaignId: campaign.id, ...place, status, dueOn: toDbDate(dueOn), submittedOn })
  }
  return { params: { campaignId: campaign.id }, units, activities }
}

const total = async (caller: Person, params: { campaignId: string }, query: object) =>
  (await caller.call(tasks.list, { params, query: { limit: 1, ...query } as never })).json.total

describe('each picture counts what the list shows', () => {
  test.each([1, 2, 3])('of a month drawn at random (%i)', async (seed) => {
    const { params } = await month(seed)
    const { json: matrix } = await office.call(taskViews.matrix, { params, query: {} })
    for (const [a, u, all, accepted, submitted, returned, late] of matrix.cells) {
      const cell = { activityId: matrix.activities[a ?? 0]?.id, unitId: matrix.units[u ?? 0]?.id }
      const counted = [
        await total(office, params, cell),
        await total(office, params, { ...cell, status: 'accepted' }),
        await total(office, params, { ...cell, status: 'submitted' }),
        await total(office, params, { ...cell, status: 'returned' }),
        await total(office, params, { ...cell, late: 'true' }),
      ]
      expect([all, accepted, submitted, returned, late]).toEqual(counted)
    }
    expect(matrix.cells.reduce((sum, cell) => sum + cell[2], 0)).toBe(30)
    for (const late of [undefined, 'true', 'false']) {
      const { json: board } = await office.call(taskViews.board, { params, query: { late } as never })
      for (const column of board.columns) expect(column.total).toBe(await total(office, params, { status: column.status, late }))
    }
    const { json: rows } = await office.call(taskViews.statistics, { params, query: {} })
    for (const row of rows.items) {
      expect([row.total, row.late]).toEqual([
        await total(office, params, { unitId: row.id }),
        await total(office, params, { unitId: row.id, late: 'true' }),
      ])
      expect(row.openLate).toBe(await total(office, params, { unitId: row.id, late: 'true', open: 'true' }))
    }
    const { json: lines } = await office.call(taskViews.timeline, { params, query: {} })
    for (const line of lines.items) expect(line.tasks.length + line.left).toBe(await total(office, params, { unitId: line.id }))
  })
})

test('the calendar has deadlines and events of its days, and no more than six weeks', async () => {
  const { params, units } = await month(7)
  await makeEvent(api.db, { ...params, unitId: units[0]?.id ?? '', heldOn: toDbDate('2021-06-12') })
  await makeEvent(api.db, { ...params, status: 'cancelled', heldOn: toDbDate('2021-06-13') })
  const { json } = await office.call(taskViews.calendar, { params, query: { from: '2021-06-01', to: '2021-06-15' } })
  expect(json.events.map(({ heldOn }) => heldOn)).toEqual(['2021-06-12'])
  expect(json.tasks.every(({ dueOn }) => dueOn >= '2021-06-01' && dueOn <= '2021-06-15')).toBe(true)
  const wide = await office.call(taskViews.calendar, { params, query: { from: '2021-05-01', to: '2022-05-01' } })
  expect(wide.json.tasks.every(({ dueOn }) => dueOn <= '2021-06-12')).toBe(true)
})

describe('one sees the own', () => {
  test('a head in every picture the tasks of the own unit alone', async () => {
    const head = await api.person(['unitHead'])
    const { unitId } = head.employee
    await api.db.unit.update({ where: { id: unitId }, data: { headId: head.employee.id } })
    const { params } = await month(11, unitId)
    const { json: matrix } = await head.call(taskViews.matrix, { params, query: {} })
    expect(matrix.units.map(({ id }) => id)).toEqual([unitId])
    const { json: board } = await head.call(taskViews.board, { params, query: {} })
    expect(board.columns.reduce((sum, column) => sum + column.total, 0)).toBe(await total(head, params, {}))
    const { json: lines } = await head.call(taskViews.timeline, { params, query: {} })
    expect(lines.items.map(({ id }) => id)).toEqual([unitId])
    expect((await head.call(taskViews.statistics, { params, query: {} })).json.items.map(({ id }) => id)).toEqual([unitId])
    const { json: days } = await head.call(taskViews.calendar, { params, query: { from: '2021-06-01', to: '2021-07-10' } })
    expect(days.tasks.length).toBeLessThanOrEqual(await total(head, params, {}))

    const { json: mine } = await head.call(taskViews.mine, { params })
    const counts = Object.fromEntries(mine.groups.map((group) => [group.bucket, group.total]))
    expect(mine.groups.map((group) => group.bucket)).toEqual(['late', 'today', 'week', 'later', 'waiting'])
    expect(counts.waiting).toBe(await total(head, params, { status: 'submitted' }))
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(await total(head, params, { open: 'true' }))
    const stranger = await api.person()
    expect((await stranger.call(taskViews.matrix, { params, query: {} })).json.cells).toEqual([])
    expect((await api.call(taskViews.matrix, { params, query: {} })).status).toBe(401)
  })
})
