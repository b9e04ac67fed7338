import { audit } from '@chung-tay/contracts/audit'
import { campaigns } from '@chung-tay/contracts/campaigns'
import { next } from '@chung-tay/testing/agency'
import { makeActivity, makeCampaign } from '@chung-tay/testing/campaigns'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

const foreign = '00000000-0000-4000-8000-000000000000'
const basis = {
  kind: 'Công văn',
  number: '759/LĐTB&XH-TE&BDG',
  issuedOn: '2021-05-12',
  issuer: 'Sở Lao động - Thương binh và Xã hội',
  subject: 'Hướng dẫn triển khai Tháng hành động vì trẻ em năm 2021',
}
const planOf = (year = 2060 + (next() % 40)) => ({
  year,
  title: `Tổ chức Tháng hành động vì trẻ em năm ${year}`,
  theme: 'Chung tay bảo đảm thực hiện quyền trẻ em',
  purpose: 'Nâng cao nhận thức.',
  requirements: 'Thiết thực, hiệu quả.',
  startsOn: `${year}-06-01`,
  endsOn: `${year}-06-30`,
  reportDueOn: `${year}-07-05`,
  recipientName: 'Sở Lao động - Thương binh và Xã hội',
  schoolYear: `${year - 1}-${year}`,
  legalBases: [basis],
})
type Caller = Pick<Person, 'call'>
const steps = ['submit', 'approve', 'start', 'close'] as const
const step = (caller: Caller, name: (typeof steps)[number], id: string, version: number) =>
  caller.call(campaigns[name] as typeof campaigns.submit, { params: { id } }, { version })

describe('a plan', () => {
  test('who may what', async () => {
    const campaign = await makeCampaign(api.db, { status: 'draft' })
    const callers: [Caller, number[]][] = [
      [api, [401, 401, 401, 401, 401, 401, 401, 401, 401]],
      [await api.person(), [404, 403, 403, 403, 403, 403, 403, 403, 403]],
      [await api.person(['union']), [200, 403, 403, 403, 403, 403, 403, 403, 403]],
      [await api.person(['auditor']), [200, 403, 403, 403, 403, 403, 403, 403, 403]],
      [await api.person(['leadership']), [200, 403, 403, 403, 409, 409, 403, 403, 403]],
    ]
    for (const [caller, statuses] of callers) {
      const params = { id: campaign.id }
      const answers = [
        await caller.call(campaigns.get, { params }),
        await caller.call(campaigns.create, { body: planOf() }),
        await caller.call(campaigns.update, { params, body: planOf(campaign.year) }, { version: 1 }),
        await step(caller, 'submit', campaign.id, 1),
        await step(caller, 'approve', campaign.id, 1),
        await caller.call(campaigns.return, { params, body: { reason: 'Thiếu căn cứ' } }, { version: 1 }),
        await caller.call(campaigns.issue, { params, body: { planNumber: '12/KH-KHCN', planIssuedOn: '2021-05-20' } }, { version: 1 }),
        await step(caller, 'start', campaign.id, 1),
        await step(caller, 'close', campaign.id, 1),
      ]
      expect(answers.map(({ status }) => status)).toEqual(statuses)
    }
    const office = await api.person(['office'])
    expect((await office.call(campaigns.get, { params: { id: foreign } })).status).toBe(404)
    expect((await step(office, 'submit', foreign, 1)).status).toBe(404)
  })

  test('goes its way from the draft to the closed year, and each step is told', async () => {
    const [office, leadership, employee] = [await api.person(['office']), await api.person(['leadership']), await api.person()]
    const made = await office.call(campaigns.create, { body: planOf() })
    expect([made.status, made.json.status, made.json.legalBases]).toEqual([201, 'draft', [basis]])
    const { id } = made.json
    const params = { id }
    const seen = async () => (await employee.call(campaigns.list, {})).json.items.some((item) => item.id === id)

    const bare = await step(office, 'submit', id, 1)
    expect([bare.status, bare.json.code, bare.json.details]).toEqual([422, 'PLAN_INCOMPLETE', { missing: ['activities'] }])
    await makeActivity(api.db, { campaignId: id })
    expect((await step(office, 'submit', id, 1)).json.status).toBe('submitted')
    expect(await seen()).toBe(false)
    const touched = await office.call(campaigns.update, { params, body: planOf() }, { version: 2 })
    expect([touched.status, touched.json.code]).toEqual([409, 'TRANSITION_NOT_ALLOWED'])

    const silent = await leadership.call(campaigns.return, { params, body: { reason: ' ' } }, { version: 2 })
    expect([silent.status, silent.json.fields?.[0]?.path]).toEqual([400, 'reason'])
    const returned = await leadership.call(campaigns.return, { params, body: { reason: 'Bổ sung căn cứ' } }, { version: 2 })
    expect([returned.json.status, returned.json.returnReason]).toEqual(['draft', 'Bổ sung căn cứ'])
    const bases = [basis, { ...basis, kind: 'Luật', number: '102/2016/QH13' }]
    const changed = await office.call(campaigns.update, { params, body: { ...planOf(made.json.year), legalBases: bases } }, { version: 3 })
    expect(changed.json.legalBases.map(({ number }) => number)).toEqual([basis.number, '102/2016/QH13'])
    expect((await step(office, 'submit', id, 4)).json.returnReason).toBeNull()

    const approved = await step(leadership, 'approve', id, 5)
    expect(approved.json).toMatchObject({ status: 'approved', approvedByName: leadership.employee.name })
    expect(await seen()).toBe(true)
    const issued = await office.call(campaigns.issue, { params, body: { planNumber: '15/KH-KHCN', planIssuedOn: '2021-05-25' } }, { version: 6 })
    expect(issued.json).toMatchObject({ planNumber: '15/KH-KHCN', planIssuedOn: '2021-05-25', status: 'approved' })
    expect((await step(office, 'start', id, 7)).json.status).toBe('running')
    expect((await step(office, 'close', id, 8)).json.status).toBe('closed')
    const late = await step(office, 'start', id, 9)
    expect([late.status, late.json.code]).toEqual([409, 'CAMPAIGN_CLOSED'])

    const history = await office.call(audit.history, { params: { subject: 'Campaign', id } })
    expect(history.json.items.map(({ action, reason }) => reason ?? action)).toEqual([
      'closeCampaign',
      'startCampaign',
      'issueCampaign',
      'approveCampaign',
      'submitCampaign',
      'updateCampaign',
      'Bổ sung căn cứ',
      'submitCampaign',
      'createCampaign',
    ])
  })

  test('approved and returned at the same moment: one stands, the other is told', async () => {
    const leadership = await api.person(['leadership'])
    for (let round = 0; round < 5; round++) {
      const { id } = await makeCampaign(api.db, { status: 'submitted' })
      const answers = await Promise.all([
        step(leadership, 'approve', id, 1),
        leadership.call(campaigns.return, { params: { id }, body: { reason: 'Thiếu căn cứ' } }, { version: 1 }),
      ])
      const statuses = answers.map(({ status }) => status).toSorted()
      expect(statuses[0]).toBe(200)
      expect([409, 412]).toContain(statuses[1])
      expect(await api.db.auditEntry.count({ where: { subjectId: id } })).toBe(1)
    }
  })

  test('a year has one plan, and bad input is located', async () => {
    const office = await api.person(['office'])
    const { year } = await makeCampaign(api.db)
    const again = await office.call(campaigns.create, { body: planOf(year) })
    expect([again.status, again.json.details?.fields]).toEqual([409, ['year']])
    const bad = { ...planOf(), endsOn: '2021-05-01', schoolYear: '2020', legalBases: [{ ...basis, number: '' }] }
    const answer = await office.call(campaigns.create, { body: bad })
    expect(answer.json.fields?.map(({ path }) => path)).toEqual(['schoolYear', 'legalBases.0.number', 'endsOn'])
    const turned = await office.call(campaigns.create, { body: { ...planOf(), endsOn: '2021-05-01' } })
    expect(turned.json.fields).toEqual([{ path: 'endsOn', code: 'end_before_start' }])
    const early = await office.call(campaigns.create, { body: { ...planOf(), reportDueOn: '2021-05-01' } })
    expect(early.json.fields).toEqual([{ path: 'reportDueOn', code: 'report_before_end' }])
  })
})
