import { donations } from '@chung-tay/contracts/donations'
import { ledger } from '@chung-tay/contracts/ledger'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation, makeDonor, makeVoidedDonation } from '@chung-tay/testing/donations'
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
})
afterAll(() => api.stop())

const fresh = async () => {
  campaignId = (await makeCampaign(api.db)).id
  fundId = (await makeFund(api.db)).id
}

const hong = { kind: 'person', name: 'Đặng Thị Hồng' } as const
const cash = (amount: number, more: object = {}) => ({ method: 'cash' as const, amount, donor: hong, fundId, receivedOn: '2021-06-10', ...more })
const record = (body: ReturnType<typeof cash>, person = union) => person.call(donations.record, { params: { campaignId }, body })
const list = (query: object = {}, person = union) => person.call(donations.list, { params: { campaignId }, query })
const voidIt = (id: string, version = 1, reason = 'Ghi nhầm người nộp') =>
  union.call(donations.void, { params: { id }, body: { reason } }, { version })

const checks = async () => (await union.call(ledger.checks, {})).json.checks.filter((check) => !check.ok)

describe('the list', () => {
  let ids: Record<'first' | 'second' | 'third' | 'voided', string>
  beforeAll(async () => {
    await fresh()
    const other = await makeFund(api.db)
    const [hongs, bank] = [await makeDonor(api.db), await makeDonor(api.db, { kind: 'organisation', name: 'Ngân hàng Công thương' })]
    const day = (date: string) => new Date(`${date}T00:00:00Z`)
    const make = async (overrides: Parameters<typeof makeDonation>[1]) => (await makeDonation(api.db, { campaignId, fundId, ...overrides })).id
    ids = {
      first: await make({ donorId: hongs.id, amount: 300n, receivedOn: day('2021-06-01') }),
      second: await make({ donorId: bank.id, amount: 900n, receivedOn: day('2021-06-03'), method: 'transfer', note: 'Thùng sữa 100%' }),
      third: await make({ donorId: hongs.id, amount: 500n, receivedOn: day('2021-06-02'), fundId: other.id }),
      voided: (await makeVoidedDonation(api.db, { campaignId, fundId, amount: 70n, receivedOn: day('2021-06-04'), donorId: bank.id })).id,
    }
  })
  const found = async (query: object) => {
    const { json } = await list(query)
    const nameOf = (id: string) => Object.entries(ids).find(([, known]) => known === id)?.[0]
    return [json.items.map((item) => nameOf(item.id)).join(' '), json.total, json.amount, json.voided, json.voidedAmount]
  }

  test.each([
    [{}, ['voided second third first', 4, 1700, 1, 70]],
    [{ sort: 'receivedOn' }, ['first third second voided', 4, 1700, 1, 70]],
    [{ sort: '-amount' }, ['second third first voided', 4, 1700, 1, 70]],
    [{ sort: 'receiptNumber' }, ['first second third voided', 4, 1700, 1, 70]],
    [{ status: 'recorded' }, ['second third first', 3, 1700, 0, 0]],
    [{ status: 'voided' }, ['voided', 1, 0, 1, 70]],
    [{ method: 'transfer' }, ['second', 1, 900, 0, 0]],
    [{ from: '2021-06-02', to: '2021-06-03' }, ['second third', 2, 1400, 0, 0]],
    [{ q: 'dang thi hong' }, ['third first', 2, 800, 0, 0]],
    [{ q: 'sữa 100%' }, ['second', 1, 900, 0, 0]],
    [{ q: 'sua_100' }, ['', 0, 0, 0, 0]],
    [{ q: 'cong thuong', status: 'recorded' }, ['second', 1, 900, 0, 0]],
  ])('%o', async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })

  test('by fund and by giver', async () => {
    const third = (await union.call(donations.get, { params: { id: ids.third } })).json
    expect(await found({ fundId: third.fundId })).toEqual(['third', 1, 500, 0, 0])
    expect(await found({ donorId: third.donor.id })).toEqual(['third first', 2, 800, 0, 0])
  })

  test.each(['-receivedOn', 'receivedOn', 'receiptNumber', '-amount', 'amount'])('pages by %s without loss or repeat', async (sort) => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { json } = await list({ sort, limit: 1, ...(cursor && { cursor }) })
      expect([json.total, json.amount]).toEqual([4, 1700])
      seen.push(...json.items.map((item) => item.id))
      cursor = json.nextCursor ?? undefined
    } while (cursor)
    const whole = (await list({ sort })).json.items.map((item) => item.id)
    expect(seen).toEqual(whole)
  })

  test('is exported as the filter shows it', async () => {
    const response = await api.app.inject({
      url: `/api/campaigns/${campaignId}/donations/export?format=csv&q=dang%20thi%20hong&sort=receivedOn`,
      headers: { cookie: union.cookie },
    })
    const lines = response.body.trim().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain('01/06/2021,Đặng Thị Hồng,Cá nhân,')
    expect(lines[1]).toContain(',Tiền mặt,Đóng góp tự nguyện,300,')
  })

  test('the figures are those of the list', async () => {
    const { json } = await union.call(donations.figures, { params: { campaignId } })
    expect(json.sums.reduce((sum, { amount }) => sum + amount, 0)).toBe((await list()).json.amount)
    expect(json.givers).toEqual({ person: 1, organisation: 1 })
  })

  test('what the union puts in is received like anything else, and comes from no giver', async () => {
    const figures = async () => (await union.call(donations.figures, { params: { campaignId } })).json
    const before = await figures()
    const donor = { kind: 'organisation', name: 'Công đoàn Sở' } as const
    const { json } = await record({ ...cash(5_000_000), donor, source: 'union' } as never)
    expect((await union.call(donations.get, { params: { id: json.id } })).json.source).toBe('union')
    const after = await figures()
    expect(after.givers).toEqual(before.givers)
    expect(after.sums.reduce((sum, { amount }) => sum + amount, 0)).toBe(before.sums.reduce((sum, { amount }) => sum + amount, 0) + 5_000_000)
    expect((await record({ ...cash(1000), source: 'lottery' } as never)).json.fields?.[0]?.path).toBe('source')
    expect((await voidIt(json.id)).status).toBe(200)
    expect(await figures()).toEqual(before)
    expect(await checks()).toEqual([])
  })
})
