import { campaigns } from '@chung-tay/contracts/campaigns'
import { giftLists } from '@chung-tay/contracts/gifts'
import { nominations } from '@chung-tay/contracts/nominations'
import { reports } from '@chung-tay/contracts/report'
import { start } from '@chung-tay/contracts/start'
import { tasks } from '@chung-tay/contracts/tasks'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeUnit, next } from '@chung-tay/testing/agency'
import { makeAwardTier, makeNomination } from '@chung-tay/testing/awards'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild } from '@chung-tay/testing/children'
import { makeGiftList } from '@chung-tay/testing/gifts'
import { drawFrom, makeMonth } from '@chung-tay/testing/report'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

let year = 2030
const makeEmptyCampaign = (status: 'draft' | 'submitted' | 'running' = 'running', overrides = {}) =>
  makeCampaign(api.db, { year: ++year, status, ...overrides })

type TaskStatus = 'assigned' | 'acknowledged' | 'inProgress' | 'returned' | 'submitted' | 'accepted'
const makeTaskOf = async (
  campaignId: string,
  unitId: string,
  status: TaskStatus,
  { dueOn = '2021-06-25', submittedOn = '2021-06-19', assigneeId = null as string | null } = {},
) => {
  const submitted = status === 'submitted' || status === 'accepted' ? { submittedOn: toDbDate(submittedOn) } : {}
  const { id: activityId } = await makeActivity(api.db, { campaignId })
  return api.db.task.create({
    data: { campaignId, activityId, unitId, assigneeId, title: `Nhiệm vụ ${next()}`, search: '', dueOn: toDbDate(dueOn), status, ...submitted },
  })
}

const startOf = async (person: Person, campaignId: string) => (await person.call(start.page, { params: { campaignId } })).json
const waitingOf = async (person: Person, campaignId: string) =>
  Object.fromEntries((await startOf(person, campaignId)).waiting.map(({ kind, count }) => [kind, count]))

describe('the start page', () => {
  test('signed out 401; a plan that is not approved is as if it were not there for an employee', async () => {
    const { id } = await makeEmptyCampaign('draft')
    const params = { campaignId: id }
    expect((await api.call(start.page, { params })).status).toBe(401)
    expect((await (await api.person([])).call(start.page, { params })).status).toBe(404)
    expect((await (await api.person(['office'])).call(start.page, { params })).status).toBe(200)
    expect((await (await api.person(['office'])).call(start.page, { params: { campaignId: crypto.randomUUID() } })).status).toBe(404)
  })

  test('a head sees what waits in the own unit, an employee what was given to them, the office what was handed in', async () => {
    const { id: campaignId } = await makeEmptyCampaign()
    const head = await api.person(['unitHead'])
    const { unitId } = head.employee
    const member = await api.person([], { unitId })
    const elsewhere = (await makeUnit(api.db)).id
    await makeTaskOf(campaignId, unitId, 'assigned', { dueOn: '2021-06-10' })
    await makeTaskOf(campaignId, unitId, 'assigned', { assigneeId: member.employee.id })
    await makeTaskOf(campaignId, unitId, 'inProgress', { assigneeId: member.employee.id })
    await makeTaskOf(campaignId, unitId, 'returned')
    for (const status of ['assigned', 'submitted', 'accepted'] as const) await makeTaskOf(campaignId, elsewhere, status)

    expect(await waitingOf(head, campaignId)).toEqual({ acknowledgeTask: 2, reportTask: 1, reviseTask: 1 })
    expect(await waitingOf(member, campaignId)).toEqual({ acknowledgeTask: 1, reportTask: 1 })
    expect(await waitingOf(await api.person(['office']), campaignId)).toEqual({ acceptTask: 1 })
    expect(await waitingOf(await api.person(['auditor']), campaignId)).toEqual({})

    const page = await startOf(head, campaignId)
    expect(page.waiting[0]).toEqual({ kind: 'acknowledgeTask', count: 2, oldest: '2021-06-10' })
    expect(page.late).toMatchObject([{ dueOn: '2021-06-10', days: 10, submitted: false }])
    expect(page.figures.tasks).toEqual({ total: 4, done: 0, doneLate: 0, open: 4, late: 1 })
    expect((await startOf(await api.person(['leadership']), campaignId)).figures.tasks).toEqual({ total: 7, done: 1, doneLate: 0, open: 6, late: 1 })
    expect((await startOf(member, campaignId)).late).toEqual([])
  })

  test('what is late is counted, listed and found with the filter of the tasks alike; what was done late is told apart', async () => {
    const { id: campaignId } = await makeEmptyCampaign()
    const office = await api.person(['office'])
    const unitId = (await makeUnit(api.db)).id
    const due = (dueOn: string, submittedOn = '2021-06-19') => ({ dueOn, submittedOn })
    await makeTaskOf(campaignId, unitId, 'accepted', due('2021-06-18'))
    await makeTaskOf(campaignId, unitId, 'accepted', due('2021-06-17'))
    await makeTaskOf(campaignId, unitId, 'accepted', due('2021-06-19'))
    await makeTaskOf(campaignId, unitId, 'submitted', due('2021-06-16'))
    await makeTaskOf(campaignId, unitId, 'submitted', due('2021-06-19'))
    await makeTaskOf(campaignId, unitId, 'returned', due('2021-06-18'))
    await makeTaskOf(campaignId, unitId, 'assigned', due('2021-06-20'))
    const { late, figures } = await startOf(office, campaignId)
    expect(figures.tasks).toEqual({ total: 7, done: 3, doneLate: 2, open: 4, late: 2 })
    expect(late).toMatchObject([
      { dueOn: '2021-06-16', days: 3, submitted: true },
      { dueOn: '2021-06-18', days: 2, submitted: false },
    ])
    const listed = async (query: object) => (await office.call(tasks.list, { params: { campaignId }, query })).json.total
    expect(await listed({ open: 'true', late: 'true' })).toBe(figures.tasks.late)
    expect(await listed({ status: 'accepted', late: 'true' })).toBe(figures.tasks.doneLate)
  })

  test('leadership sees what is to be approved and signed, the office what came back', async () => {
    const plan = await makeEmptyCampaign('submitted')
    const leader = await api.person(['leadership'])
    const office = await api.person(['office'])
    expect(await waitingOf(leader, plan.id)).toEqual({ approveCampaign: 1 })
    await api.db.campaign.update({ where: { id: plan.id }, data: { status: 'draft', returnReason: 'Thiếu kinh phí' } })
    expect(await waitingOf(office, plan.id)).toEqual({ reviseCampaign: 1 })

    const { id: campaignId } = await makeEmptyCampaign()
    const report = await api.db.report.create({ data: { campaignId, status: 'submitted' } })
    expect(await waitingOf(leader, campaignId)).toEqual({ signReport: 1 })
    expect(await waitingOf(office, campaignId)).toEqual({})
    await api.db.report.update({ where: { id: report.id }, data: { status: 'draft', returnReason: 'Thiếu số liệu' } })
    expect(await waitingOf(office, campaignId)).toEqual({ reviseReport: 1 })
    await api.db.report.update({ where: { id: report.id }, data: { status: 'signed', snapshot: {}, snapshotHash: 'x' } })
    expect(await waitingOf(office, campaignId)).toEqual({ issueReport: 1 })
  })

  test('what waits has waited since a day of the program’s own time, whatever the real one is', async () => {
    const [office, leader, union] = [await api.person(['office']), await api.person(['leadership']), await api.person(['union'])]
    const today = '2021-06-20'
    const waitingSince = async (person: Person, id: string) =>
      Object.fromEntries((await startOf(person, id)).waiting.map(({ kind, oldest }) => [kind, oldest]))

    const plan = await makeEmptyCampaign('draft', { purpose: 'Nâng cao nhận thức', requirements: 'Thiết thực, hiệu quả' })
    await makeActivity(api.db, { campaignId: plan.id })
    const params = { id: plan.id }
    expect((await office.call(campaigns.submit, { params }, { version: 1 })).status).toBe(200)
    expect(await waitingSince(leader, plan.id)).toEqual({ approveCampaign: today })
    await leader.call(campaigns.return, { params, body: { reason: 'Thiếu kinh phí' } }, { version: 2 })
    expect(await waitingSince(office, plan.id)).toEqual({ reviseCampaign: today })

    const { id: campaignId } = await makeEmptyCampaign()
    const list = await makeGiftList(api.db, { campaignId })
    const child = await makeChild(api.db, { birthDate: toDbDate(`${year - 6}-06-01`) })
    expect((await union.call(giftLists.generate, { params: { id: list.id } }, { version: 1 })).status).toBe(200)
    await union.call(giftLists.submit, { params: { id: list.id } }, { version: 2 })
    expect(await waitingSince(leader, campaignId)).toEqual({ approveGiftList: today })
    await leader.call(giftLists.approve, { params: { id: list.id } }, { version: 3 })
    expect(await waitingSince(union, campaignId)).toEqual({ handOut: today })

    const tier = await makeAwardTier(api.db, { campaignId })
    const nomination = await makeNomination(api.db, { tierId: tier.id, childId: child.id, submittedById: office.userId, status: 'submitted' })
    await union.call(nominations.return, { params: { id: nomination.id }, body: { reason: 'Thiếu giấy khen' } }, { version: 1 })
    await union.call(nominations.resubmit, { params: { id: nomination.id } }, { version: 2 })
    expect(await waitingSince(union, campaignId)).toMatchObject({ reviewNomination: today })

    const { id: reportId } = (await office.call(reports.create, { params: { campaignId } })).json
    await office.call(reports.submit, { params: { id: reportId } }, { version: 1 })
    expect(await waitingSince(leader, campaignId)).toMatchObject({ signReport: today })
    await leader.call(reports.return, { params: { id: reportId }, body: { reason: 'Thiếu số liệu' } }, { version: 2 })
    expect(await waitingSince(office, campaignId)).toMatchObject({ reviseReport: today })
  })

  test('the union reviews and hands out; late publications wait for communications; a returned nomination for who made it', async () => {
    const campaign = await makeEmptyCampaign()
    const month = await makeMonth(api.db, campaign, drawFrom(9))
    const union = await api.person(['union'])
    const parent = await api.person([])
    const communications = await api.person(['communications'])
    const nomination = month.nominations.find(({ status }) => status === 'rejected') ?? month.nominations[0]
    if (!nomination) throw new Error('no nomination')
    await api.db.guardian.create({ data: { childId: nomination.childId, employeeId: parent.employee.id, relation: 'mother' } })
    await api.db.nomination.updateMany({
      where: { childId: nomination.childId },
      data: { status: 'returned', submittedById: parent.userId, decisionId: null, amount: null },
    })
    const waiting = await waitingOf(union, campaign.id)
    expect(waiting).toMatchObject({ handOut: month.giftLines.length - month.handOuts.length })
    expect(waiting.reviewNomination ?? 0).toBe(await api.db.nomination.count({ where: { campaignId: campaign.id, status: 'submitted' } }))
    expect(waiting.reviseNomination).toBeUndefined()
    expect(await waitingOf(parent, campaign.id)).toEqual({ reviseNomination: 1 })
    // Everything of this month is planned after the day that the tests play.
    expect(await waitingOf(communications, campaign.id)).toEqual({})
    await api.db.publication.updateMany({ where: { campaignId: campaign.id, status: 'planned' }, data: { plannedOn: toDbDate('2021-06-19') } })
    expect(await waitingOf(communications, campaign.id)).toEqual({
      publishOverdue: month.publications.filter(({ status }) => status === 'planned').length,
    })
  })

  test('money is for those who read every donation; the rest of the month for everybody', async () => {
    const campaign = await makeEmptyCampaign()
    const month = await makeMonth(api.db, campaign, drawFrom(21))
    const money = month.donations.filter(({ status, method }) => status === 'recorded' && method !== 'inKind')
    const received = money.reduce((sum, { amount }) => sum + Number(amount), 0)
    for (const role of ['leadership', 'office', 'union', 'auditor'] as const) {
      const { figures, byDay } = await startOf(await api.person([role]), campaign.id)
      expect(figures.donations).toMatchObject({ received, count: month.donations.filter(({ status }) => status === 'recorded').length })
      expect(byDay.reduce((sum, day) => sum + day.donations, 0)).toBe(received)
      expect(byDay.reduce((sum, day) => sum + day.handOuts, 0)).toBe(month.handOuts.length)
      expect(figures.gifts).toEqual({ entitled: month.giftLines.length, handedOut: month.handOuts.length })
    }
    for (const role of ['unitHead', 'communications', 'administrator', 'employee'] as const) {
      const { figures, byDay } = await startOf(await api.person([role]), campaign.id)
      expect([figures.donations, figures.gifts, figures.awards]).toEqual([undefined, undefined, undefined])
      expect(byDay.every((day) => day.donations === 0 && day.handOuts === 0)).toBe(true)
      expect(figures.publications.published).toBe(month.publications.filter(({ status }) => status === 'published').length)
    }
  })

  test('counts the days to the report, below zero when it is overdue', async () => {
    const office = await api.person(['office'])
    const due = await makeEmptyCampaign('running', {
      year: 2021,
      startsOn: toDbDate('2021-06-01'),
      endsOn: toDbDate('2021-06-30'),
      reportDueOn: toDbDate('2021-07-05'),
    })
    expect(await startOf(office, due.id)).toMatchObject({ today: '2021-06-20', daysToReport: 15 })
    await api.db.campaign.update({ where: { id: due.id }, data: { reportDueOn: toDbDate('2021-06-18') } })
    expect((await startOf(office, due.id)).daysToReport).toBe(-2)
  })
})
