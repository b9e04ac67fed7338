import { donations } from '@chung-tay/contracts/donations'
import { pledges } from '@chung-tay/contracts/pledges'
import { referencesIn } from '@chung-tay/domain/donations/reference'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let campaignId: string
let fundId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  campaignId = (await makeCampaign(api.db)).id
  fundId = (await makeFund(api.db)).id
})
afterAll(() => api.stop())

const company = { kind: 'organisation', name: 'Công ty TNHH Sông Thương' } as const
const pledge = (person: typeof union, body: object = {}) =>
  person.call(pledges.create, { params: { campaignId }, body: { kind: 'money' as const, amount: 500_000, fundId, ...body } })
const get = async (id: string) => (await union.call(pledges.get, { params: { id } })).json
const receive = (pledgeId: string, donorId: string, amount: number) =>
  union.call(donations.record, {
    params: { campaignId },
    body: { method: 'transfer', amount, donor: { kind: 'known', id: donorId }, fundId, receivedOn: '2021-06-10', pledgeId },
  })

describe('who may', () => {
  test('an employee pledges in the own name alone, and sees the own pledges alone', async () => {
    const [mine, other] = [await api.person(), await api.person()]
    const { status, json } = await pledge(mine)
    expect([status, json.donor.name, json.status]).toEqual([201, mine.employee.name, 'open'])
    expect(referencesIn(`UNG HO ${json.reference} qua app`)).toEqual([json.reference])
    expect((await pledge(mine, { donor: company })).status).toBe(403)
    const seen = async (person: typeof mine) => (await person.call(pledges.list, { params: { campaignId }, query: {} })).json
    expect((await seen(mine)).items.map(({ id }) => id)).toEqual([json.id])
    expect(await seen(other)).toMatchObject({ items: [], total: 0, pledged: 0, received: 0 })
    expect((await other.call(pledges.get, { params: { id: json.id } })).status).toBe(404)
    const withdrawal = { params: { id: json.id }, body: { reason: 'Đổi ý' } }
    expect((await other.call(pledges.withdraw, withdrawal, { version: 1 })).status).toBe(404)
    expect((await mine.call(pledges.withdraw, withdrawal, { version: 1 })).json.status).toBe('withdrawn')
  })

  test('asks to be reminded on a day, and for nobody else', async () => {
    const mine = await api.person()
    const wrong = async (person: typeof mine, body: object) => (await pledge(person, { remind: true, ...body })).json
    expect(await wrong(mine, {})).toMatchObject({ fields: [{ path: 'expectedOn', code: 'required' }] })
    expect(await wrong(union, { donor: company, expectedOn: '2021-06-25' })).toMatchObject({ fields: [{ path: 'remind', code: 'invalid_value' }] })
    expect((await pledge(mine, { remind: true, expectedOn: '2021-06-25' })).json).toMatchObject({ remind: true, expectedOn: '2021-06-25' })
    await expect(api.db.pledge.updateMany({ data: { remind: true, expectedOn: null } })).rejects.toThrow(/Pledge_reminded_on_a_day/)
  })

  test('the head of a unit sees what others pledge no more than anybody: not at all', async () => {
    const head = await api.person(['unitHead'])
    await pledge(await api.person())
    expect((await head.call(pledges.list, { params: { campaignId }, query: {} })).json).toMatchObject({ items: [], total: 0, pledged: 0 })
  })
})

describe('what has come', () => {
  test('a part, the rest, more, and what was voided', async () => {
    const { json: made } = await pledge(union, { donor: company })
    const first = await receive(made.id, made.donor.id, 200_000)
    expect(first.status).toBe(201)
    expect(await get(made.id)).toMatchObject({ received: 200_000, status: 'partly' })
    await receive(made.id, made.donor.id, 400_000)
    expect(await get(made.id)).toMatchObject({ received: 600_000, status: 'kept' })
    expect((await union.call(donations.get, { params: { id: first.json.id } })).json.pledge).toEqual({ id: made.id, reference: made.reference })
    await union.call(donations.void, { params: { id: first.json.id }, body: { reason: 'Ghi nhầm' } }, { version: 1 })
    const now = await get(made.id)
    expect([now.received, now.status, now.donations.map(({ amount, status }) => [amount, status])]).toEqual([
      400_000,
      'partly',
      [
        [200_000, 'voided'],
        [400_000, 'recorded'],
      ],
    ])
  })

  test('counts after a withdrawal too, and a kept pledge cannot be withdrawn', async () => {
    const { json: made } = await pledge(union, { donor: company })
    await union.call(pledges.withdraw, { params: { id: made.id }, body: { reason: 'Công ty báo hoãn' } }, { version: 1 })
    await receive(made.id, made.donor.id, 500_000)
    const { status, version } = await get(made.id)
    expect(status).toBe('kept')
    const again = await union.call(pledges.withdraw, { params: { id: made.id }, body: { reason: 'Báo hoãn' } }, { version })
    expect([again.status, again.json.code]).toEqual([409, 'TRANSITION_NOT_ALLOWED'])
  })

  test('twenty at once add up', async () => {
    const { json: made } = await pledge(union, { donor: company, amount: 20_000 })
    await Promise.all(Array.from({ length: 20 }, () => receive(made.id, made.donor.id, 1_000)))
    expect(await get(made.id)).toMatchObject({ received: 20_000, status: 'kept' })
  })

  test('a pledge of another giver is not kept by this one', async () => {
    const [{ json: one }, { json: two }] = [
      await pledge(union, { donor: company }),
      await pledge(union, { donor: { kind: 'person', name: 'Bà Sáu' } }),
    ]
    expect((await receive(one.id, two.donor.id, 1_000)).status).not.toBe(201)
    expect(await get(one.id)).toMatchObject({ received: 0, status: 'open' })
  })
})

test('goods are told in words, and nothing is both', async () => {
  const { status, json } = await pledge(union, { kind: 'goods', amount: undefined, goods: '50 bộ sách giáo khoa', donor: company })
  expect([status, json.amount, json.goods]).toEqual([201, null, '50 bộ sách giáo khoa'])
  expect((await pledge(union, { goods: 'sách' })).status).toBe(400)
})
