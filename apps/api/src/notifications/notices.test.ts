import { awardDecisions } from '@chung-tay/contracts/awards'
import { campaigns } from '@chung-tay/contracts/campaigns'
import { giftLists } from '@chung-tay/contracts/gifts'
import { nominations } from '@chung-tay/contracts/nominations'
import { notifications } from '@chung-tay/contracts/notifications'
import { reports } from '@chung-tay/contracts/report'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeAwardTier, makeNomination } from '@chung-tay/testing/awards'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild } from '@chung-tay/testing/children'
import { makeGiftList } from '@chung-tay/testing/gifts'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let people: Record<'leadership' | 'office' | 'union' | 'secondUnion' | 'bystander', Person>
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  const [leadership, office, union] = [await api.person(['leadership']), await api.person(['office']), await api.person(['union'])]
  people = { leadership, office, union, secondUnion: await api.person(['union']), bystander: await api.person([]) }
})
afterAll(() => api.stop())

/** What each person has been told since the last look, the earliest first; whoever was told nothing is not there. */
const told = async () => {
  const inboxes = await Promise.all(
    Object.entries(people).map(async ([name, person]) => {
      const { items } = (await person.call(notifications.list, { query: { unread: 'true', limit: 50 } })).json
      await person.call(notifications.readAll, {})
      return [name, items.toReversed()] as const
    }),
  )
  return Object.fromEntries(
    inboxes.filter(([, items]) => items.length > 0).map(([name, items]) => [name, items.map(({ kind, data }) => ({ kind, data }))]),
  )
}

let year = 2030
const makeMonth = (overrides = {}) => makeCampaign(api.db, { year: ++year, ...overrides })
const reason = 'Đề nghị bổ sung'
const done = ({ status }: { status: number }) => expect(status).toBe(200)

describe('what waits or comes back is told', () => {
  test('the plan: to leadership, and back to the office', async () => {
    const { office, leadership } = people
    const plan = await makeMonth({ status: 'draft', purpose: 'Nâng cao nhận thức', requirements: 'Thiết thực' })
    await makeActivity(api.db, { campaignId: plan.id })
    const params = { id: plan.id }
    const data = { campaignId: plan.id, year, title: plan.title }
    done(await office.call(campaigns.submit, { params }, { version: 1 }))
    expect(await told()).toEqual({ leadership: [{ kind: 'planSubmitted', data }] })
    done(await leadership.call(campaigns.return, { params, body: { reason } }, { version: 2 }))
    expect(await told()).toEqual({ office: [{ kind: 'planReturned', data: { ...data, reason } }] })
    done(await office.call(campaigns.submit, { params }, { version: 3 }))
    done(await leadership.call(campaigns.approve, { params }, { version: 4 }))
    expect(await told()).toEqual({ leadership: [{ kind: 'planSubmitted', data }], office: [{ kind: 'planApproved', data }] })
  })

  test('a gift list: to who approves it, and back to the union, never to who did it', async () => {
    const { union, leadership } = people
    const { id: campaignId } = await makeMonth()
    const list = await makeGiftList(api.db, { campaignId, name: `Quà năm ${year}` })
    await makeChild(api.db, { birthDate: toDbDate(`${year - 6}-06-01`) })
    const params = { id: list.id }
    const { list: generated } = (await union.call(giftLists.generate, { params }, { version: 1 })).json
    expect(await told()).toEqual({})
    done(await union.call(giftLists.submit, { params }, { version: 2 }))
    const data = { giftListId: list.id, year, name: list.name, children: generated.entitled }
    expect(await told()).toEqual({ leadership: [{ kind: 'giftListSubmitted', data }] })
    const returned = { kind: 'giftListReturned', data: { ...data, reason } }
    done(await leadership.call(giftLists.return, { params, body: { reason } }, { version: 3 }))
    expect(await told()).toEqual({ union: [returned], secondUnion: [returned] })
    done(await union.call(giftLists.submit, { params }, { version: 4 }))
    done(await leadership.call(giftLists.approve, { params }, { version: 5 }))
    const approved = { kind: 'giftListApproved', data }
    expect(await told()).toEqual({ leadership: [{ kind: 'giftListSubmitted', data }], union: [approved], secondUnion: [approved] })
  })

  test('a nomination: to those who review and back to who nominated; its decision to leadership and back to the union', async () => {
    const { union, leadership, bystander: parent } = people
    const { id: campaignId } = await makeMonth()
    const tier = await makeAwardTier(api.db, { campaignId })
    const child = await makeChild(api.db, { guardians: [{ employeeId: parent.employee.id, relation: 'mother' }] })
    const { id, unitId } = await makeNomination(api.db, { tierId: tier.id, childId: child.id, submittedById: parent.userId })
    const { name: unitName } = await api.db.unit.findUniqueOrThrow({ where: { id: unitId } })
    const params = { id }
    const data = { nominationId: id, year, childName: child.name, unitName }
    done(await union.call(nominations.return, { params, body: { reason } }, { version: 1 }))
    expect(await told()).toEqual({ bystander: [{ kind: 'nominationReturned', data: { ...data, reason } }] })
    done(await parent.call(nominations.resubmit, { params }, { version: 2 }))
    const submitted = { kind: 'nominationSubmitted', data }
    expect(await told()).toEqual({ union: [submitted], secondUnion: [submitted] })
    done(await union.call(nominations.approve, { params }, { version: 3 }))
    expect(await told()).toEqual({ bystander: [{ kind: 'nominationApproved', data }] })

    const { json: decision } = await union.call(awardDecisions.create, { params: { campaignId } })
    const drafted = { decisionId: decision.id, year, children: 1, total: 300_000 }
    expect(await told()).toEqual({ leadership: [{ kind: 'decisionDrafted', data: drafted }] })
    const body = { number: '45/QĐ-KHCN', decidedOn: '2021-06-20' }
    done(await leadership.call(awardDecisions.sign, { params: { id: decision.id }, body }, { version: decision.version }))
    const signed = { kind: 'decisionSigned', data: { ...drafted, number: body.number } }
    expect(await told()).toEqual({ union: [signed], secondUnion: [signed] })
  })

  test('a rejected nomination says why; one whose nominator has no open account tells nobody', async () => {
    const { union, bystander: parent } = people
    const { id: campaignId } = await makeMonth()
    const tier = await makeAwardTier(api.db, { campaignId })
    const gone = await api.person([])
    await api.db.user.update({ where: { id: gone.userId }, data: { active: false } })
    for (const { userId } of [parent, gone, union]) {
      const { id } = await makeNomination(api.db, { tierId: tier.id, submittedById: userId })
      done(await union.call(nominations.reject, { params: { id }, body: { reason } }, { version: 1 }))
    }
    expect(await told()).toMatchObject({ bystander: [{ kind: 'nominationRejected', data: { reason } }] })
    expect(await api.db.notification.count({ where: { userId: gone.userId } })).toBe(0)
  })

  test('the report: to leadership, and back to the office', async () => {
    const { office, leadership } = people
    const { id: campaignId, title } = await makeMonth()
    const { id } = (await office.call(reports.create, { params: { campaignId } })).json
    const params = { id }
    const data = { reportId: id, year, title }
    done(await office.call(reports.submit, { params }, { version: 1 }))
    expect(await told()).toEqual({ leadership: [{ kind: 'reportSubmitted', data }] })
    done(await leadership.call(reports.return, { params, body: { reason } }, { version: 2 }))
    expect(await told()).toEqual({ office: [{ kind: 'reportReturned', data: { ...data, reason } }] })
    done(await office.call(reports.submit, { params }, { version: 3 }))
    done(await leadership.call(reports.sign, { params }, { version: 4 }))
    expect(await told()).toEqual({ leadership: [{ kind: 'reportSubmitted', data }], office: [{ kind: 'reportSigned', data }] })
  })

  test('a step that is refused tells nobody', async () => {
    const { office } = people
    const plan = await makeMonth({ status: 'draft' })
    expect((await office.call(campaigns.submit, { params: { id: plan.id } }, { version: 1 })).json.code).toBe('PLAN_INCOMPLETE')
    expect(await told()).toEqual({})
  })
})
