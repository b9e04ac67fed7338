import { activities } from '@chung-tay/contracts/activities'
import { units } from '@chung-tay/contracts/agency'
import { campaigns } from '@chung-tay/contracts/campaigns'
import { nextYears } from '@chung-tay/contracts/next-year'
import { plannedTasks } from '@chung-tay/contracts/planned-tasks'
import { tasks } from '@chung-tay/contracts/tasks'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeUnit } from '@chung-tay/testing/agency'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let office: Person
let leader: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  office = await api.person(['office'])
  leader = await api.person(['leadership'])
})
afterAll(() => api.stop())

// Every test its own pair of years.
let year = 2000
const makeYear = async () => {
  year += 2
  const campaign = await makeCampaign(api.db, {
    year,
    purpose: `- Nâng cao nhận thức năm ${year}.`,
    requirements: '- Thiết thực.',
    title: `Tổ chức năm ${year}`,
  })
  const [open, closed] = [await makeUnit(api.db), await makeUnit(api.db)]
  const activity = await makeActivity(api.db, { campaignId: campaign.id, clause: 'II.1', title: `Đăng tải thông điệp năm ${year}` })
  for (const { id } of [open, closed]) await api.db.activityUnit.create({ data: { activityId: activity.id, unitId: id, part: 'lead' } })
  const body = { activityId: activity.id, title: `Treo khẩu hiệu năm ${year}`, instructions: 'Treo tại trụ sở', dueOn: `${year}-06-10` }
  const given = await office.call(tasks.assign, { params: { campaignId: campaign.id }, body: { ...body, unitIds: [open.id, closed.id] } as never })
  if (given.status !== 201) throw new Error(JSON.stringify(given.json))
  await api.db.event.create({
    data: {
      campaignId: campaign.id,
      unitId: open.id,
      kind: 'outing',
      name: 'Tham quan bảo tàng',
      search: '',
      heldOn: toDbDate(`${year}-06-12`),
      place: 'Bắc Giang',
    },
  })
  await api.db.awardTier.create({ data: { campaignId: campaign.id, name: 'Giải quốc gia', criterion: 'Có giấy chứng nhận', amount: 500_000n } })
  await api.db.unit.update({ where: { id: closed.id }, data: { active: false } })
  return { campaign, open, closed, params: { id: campaign.id } }
}

const rolled = async (copies: ('tasks' | 'events' | 'awardTiers')[], byId: string | null = null) => {
  const made = await makeYear()
  const { json: proposal } = await office.call(nextYears.propose, { params: made.params, query: { year: year + 1 } })
  const { year: to, title, startsOn, endsOn, reportDueOn } = proposal
  const body = { year: to, title, startsOn, endsOn, reportDueOn: reportDueOn.day, copies, replacements: [{ unitId: made.closed.id, byId }] }
  return { ...made, body, proposal, answer: await office.call(nextYears.create, { params: made.params, body }) }
}

describe('the next year', () => {
  test('is proposed and begun by the office alone', async () => {
    const { params } = await makeYear()
    const query = { year: 2099 }
    const body = { year: 2099, title: 'x', startsOn: '2099-06-01', endsOn: '2099-06-30', reportDueOn: '2099-07-05', copies: [], replacements: [] }
    for (const [caller, status] of [
      [api, 401],
      [await api.person(['union']), 403],
      [leader, 403],
    ] as const) {
      expect((await caller.call(nextYears.propose, { params, query })).status).toBe(status)
      expect((await caller.call(nextYears.create, { params, body })).status).toBe(status)
    }
    expect((await office.call(nextYears.propose, { params: { id: crypto.randomUUID() }, query })).status).toBe(404)
  })

  test('takes over words and works with their days moved on, and neither theme, bases nor records', async () => {
    const { campaign, open, closed, proposal, answer } = await rolled(['tasks', 'events', 'awardTiers'])
    const to = campaign.year + 1
    expect(proposal).toMatchObject({ from: campaign.year, year: to, taken: false, closedUnits: [{ unitId: closed.id }] })
    expect([answer.status, answer.json.status, answer.json.theme, answer.json.legalBases]).toEqual([201, 'draft', '', []])
    expect(answer.json).toMatchObject({
      year: to,
      title: `Tổ chức năm ${to}`,
      purpose: `- Nâng cao nhận thức năm ${to}.`,
      schoolYear: `${to - 1}-${to}`,
    })
    const params = { campaignId: answer.json.id }
    const { json: copied } = await office.call(activities.list, { params, query: {} })
    expect(copied.items.map(({ clause, title, units }) => [clause, title, units.map((one) => one.unitId)])).toEqual([
      ['II.1', `Đăng tải thông điệp năm ${to}`, [open.id]],
    ])
    const { json: planned } = await office.call(plannedTasks.list, { params })
    expect(planned.items).toMatchObject([{ unitId: open.id, title: `Treo khẩu hiệu năm ${to}`, instructions: 'Treo tại trụ sở' }])
    expect([0, 6]).not.toContain(toDbDate(planned.items[0]?.dueOn ?? '').getUTCDay())
    expect(await api.db.event.findMany({ where: params, select: { name: true, status: true, participants: true } })).toEqual([
      { name: 'Tham quan bảo tàng', status: 'planned', participants: 0 },
    ])
    expect(await api.db.awardTier.count({ where: params })).toBe(1)
    expect(await api.db.task.count({ where: params })).toBe(0)
  })

  test('a closed unit is replaced by the one chosen for it, once', async () => {
    const heir = await makeUnit(api.db)
    const { open, closed, answer } = await rolled(['tasks'], heir.id)
    const params = { campaignId: answer.json.id }
    const { json } = await office.call(plannedTasks.list, { params })
    expect(json.items.map(({ unitId }) => unitId).sort()).toEqual([open.id, heir.id].sort())
    expect(json.items.some(({ unitId }) => unitId === closed.id)).toBe(false)
    expect(await api.db.event.count({ where: params })).toBe(0)
  })

  test('is begun once, whoever races', async () => {
    const { params, body } = await rolled([])
    const other = await makeYear()
    const years = { ...body, year: year + 1, copies: [], replacements: [] }
    const answers = await Promise.all([1, 2, 3].map(() => office.call(nextYears.create, { params: other.params, body: years })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    expect((await office.call(nextYears.create, { params, body: { ...years, year: year - 1 } })).json.code).toBe('DUPLICATE')
  })

  test('leaves the year before as it was printed when a unit is renamed', async () => {
    const { campaign, open, answer } = await rolled(['tasks'])
    const { shortName, kind, sortOrder, headId, active, version } = (await office.call(units.get, { params: { id: open.id } })).json
    const renamed = { name: `${open.name} và Đổi mới`, shortName, kind, sortOrder, headId, active, validFrom: '2021-01-01' }
    expect((await office.call(units.update, { params: { id: open.id }, body: renamed }, { version })).status).toBe(200)
    const namesIn = async (campaignId: string) => {
      const { json } = await office.call(activities.list, { params: { campaignId }, query: {} })
      return json.items.flatMap((activity) => activity.units.map(({ name }) => name))
    }
    expect(await namesIn(campaign.id)).toContain(open.name)
    expect(await namesIn(answer.json.id)).toEqual([campaign.year + 1 < 2021 ? open.name : renamed.name])
  })
})

describe('what a plan has in mind', () => {
  const planned = async () => {
    const { answer } = await rolled(['tasks'])
    const params = { campaignId: answer.json.id }
    return { params, plan: answer.json, items: (await office.call(plannedTasks.list, { params })).json.items }
  }
  const approve = (id: string) => api.db.campaign.update({ where: { id }, data: { status: 'approved', theme: 'Vì trẻ em' } })

  test('becomes tasks once the plan is approved, and not before', async () => {
    const { params, plan, items } = await planned()
    const body = { ids: items.map(({ id }) => id) }
    expect((await office.call(plannedTasks.assign, { params, body })).json.code).toBe('CAMPAIGN_NOT_APPROVED')
    expect(await api.db.plannedTask.count({ where: { activity: params } })).toBe(items.length)
    await approve(plan.id)
    expect((await leader.call(plannedTasks.assign, { params, body })).status).toBe(403)
    expect((await office.call(plannedTasks.assign, { params, body })).json).toEqual({ assigned: items.length })
    const { json } = await office.call(tasks.list, { params, query: {} })
    expect(json.items.map(({ title, dueOn }) => [title, dueOn])).toEqual(items.map(({ title, dueOn }) => [title, dueOn]))
    expect((await office.call(plannedTasks.list, { params })).json.items).toEqual([])
  })

  test('assigned twice at once makes its tasks once', async () => {
    const { params, plan, items } = await planned()
    await approve(plan.id)
    const body = { ids: items.map(({ id }) => id) }
    const answers = await Promise.all([1, 2, 3].map(() => office.call(plannedTasks.assign, { params, body })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await api.db.task.count({ where: params })).toBe(items.length)
  })

  test('is changed and dropped before that', async () => {
    const { items } = await planned()
    const [item] = items
    if (!item) throw new Error('nothing was planned')
    const { id, unitId, version } = item
    const body = { unitId, title: 'Treo băng rôn', instructions: '', dueOn: '2021-06-09' }
    const changed = await office.call(plannedTasks.update, { params: { id }, body }, { version })
    expect([changed.status, changed.json.title, changed.json.dueOn]).toEqual([200, 'Treo băng rôn', '2021-06-09'])
    expect((await office.call(plannedTasks.remove, { params: { id } }, { version })).status).toBe(412)
    expect((await office.call(plannedTasks.remove, { params: { id } }, { version: version + 1 })).status).toBe(200)
    expect((await office.call(plannedTasks.remove, { params: { id } }, { version })).status).toBe(404)
  })

  test('is refused in a plan that is not there', async () => {
    const params = { campaignId: crypto.randomUUID() }
    expect((await office.call(plannedTasks.list, { params })).status).toBe(404)
    expect((await office.call(campaigns.get, { params: { id: params.campaignId } })).status).toBe(404)
  })
})
