import { disbursements, ledger } from '@chung-tay/contracts/ledger'
import { balanceCounts, ledgerClosings } from '@chung-tay/contracts/ledger-closing'
import { openings } from '@chung-tay/contracts/openings'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation } from '@chung-tay/testing/donations'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let campaignId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  campaignId = (await makeCampaign(api.db, { year: 2021, status: 'running' })).id
})
afterAll(() => api.stop())

const record = (fundId: string, overrides: object = {}) => {
  const body = { fundId, cash: 1_500_000, bank: 500_000, enteredOn: '2021-01-01', ...overrides }
  return union.call(openings.record, { params: { campaignId }, body })
}
const voidIt = (id: string, version = 1) => union.call(openings.void, { params: { id }, body: { reason: 'Nhập nhầm số dư' } }, { version })
const statement = async (fundId: string, query: object = {}) => (await union.call(ledger.statement, { params: { id: fundId }, query })).json
const checks = async () => (await union.call(ledger.checks, {})).json

test('a fund begins with what it had: in its statement, its balances and the checks, once', async () => {
  const { id: fundId } = await makeFund(api.db)
  await makeDonation(api.db, { campaignId, fundId, amount: 300_000n })
  const { status, json } = await record(fundId)
  expect([status, json.cash, json.bank, json.status]).toEqual([201, 1_500_000, 500_000, 'recorded'])
  expect(await statement(fundId)).toMatchObject({ opening: 0, closing: 2_300_000 })
  expect(await statement(fundId, { from: '2022-01-01' })).toMatchObject({ opening: 2_300_000, received: 0, closing: 2_300_000 })
  const { funds } = (await union.call(ledger.balances, {})).json
  expect(funds.find((one) => one.fundId === fundId)?.accounts.find(({ account }) => account === '411')).toMatchObject({ balance: 2_000_000 })
  const { ok, checks: each } = await checks()
  expect([ok, each.find(({ name }) => name === 'openingsMatchEquity')]).toMatchObject([true, { found: 2_000_000, expected: 2_000_000 }])
  expect((await record(fundId)).json).toMatchObject({ code: 'OPENING_REFUSED', details: { why: 'exists' } })
  const [entry] = await api.db.journalEntry.findMany({ where: { sourceType: 'OpeningBalance', sourceId: json.id } })
  expect([entry?.kind, await api.db.auditEntry.count({ where: { subjectType: 'OpeningBalance', subjectId: json.id } })]).toEqual(['opening', 1])
})

test('twenty at once make one', async () => {
  const { id: fundId } = await makeFund(api.db)
  const answers = await Promise.all(Array.from({ length: 20 }, () => record(fundId)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(await api.db.openingBalance.count({ where: { fundId } })).toBe(1)
  expect((await checks()).ok).toBe(true)
})

test('it comes first, not in the future, and is not nothing', async () => {
  const { id: fundId } = await makeFund(api.db)
  await makeDonation(api.db, { campaignId, fundId, receivedOn: toDbDate('2021-03-02') })
  expect((await record(fundId, { enteredOn: '2021-03-03' })).json).toMatchObject({ details: { why: 'after_first_entry', day: '2021-03-02' } })
  expect((await record(fundId, { enteredOn: '2021-06-21' })).json.fields?.[0]?.code).toBe('in_the_future')
  expect((await record(fundId, { cash: 0, bank: 0 })).status).toBe(400)
  expect((await record(fundId, { enteredOn: '2021-03-02' })).status).toBe(201)
})

test('it is taken back by a reversal, while the money is there, and may be entered anew', async () => {
  const { id: fundId } = await makeFund(api.db)
  const { id } = (await record(fundId)).json
  const pay = { kind: 'payment', purpose: 'gift', method: 'cash', fundId, amount: 100_000, payee: 'Cửa hàng', paidOn: '2021-06-10' } as const
  const { json: paid } = await union.call(disbursements.record, { params: { campaignId }, body: pay })
  expect((await voidIt(id)).json.code).toBe('FUND_OVERDRAWN')
  await union.call(disbursements.void, { params: { id: paid.id }, body: { reason: 'Ghi nhầm' } }, { version: 1 })
  expect((await voidIt(id, 7)).json.code).toBe('STALE')
  expect((await voidIt(id)).json).toMatchObject({ status: 'voided', voidReason: 'Nhập nhầm số dư' })
  expect((await voidIt(id, 2)).json.code).toBe('ALREADY_VOIDED')
  expect((await record(fundId, { cash: 40_000, bank: 0 })).status).toBe(201)
  const { items } = (await union.call(openings.list, { params: { id: fundId } })).json
  expect(items.map(({ status, cash }) => [status, cash])).toEqual([
    ['recorded', 40_000],
    ['voided', 1_500_000],
  ])
  expect([await checks(), await statement(fundId)]).toMatchObject([{ ok: true }, { closing: 40_000 }])
})

test('others read it at most, and nobody enters it under books that are closed', async () => {
  const { id: fundId } = await makeFund(api.db)
  const office = await api.person(['office'])
  const body = { fundId, cash: 1, bank: 0, enteredOn: '2021-01-01' }
  expect((await office.call(openings.record, { params: { campaignId }, body })).status).toBe(403)
  expect((await office.call(openings.list, { params: { id: fundId } })).status).toBe(200)
  expect((await (await api.person(['unitHead'])).call(openings.list, { params: { id: fundId } })).status).toBe(403)
  const { json } = await union.call(ledgerClosings.check, { query: { until: '2020-12-31' } })
  for (const { account, booked } of json.accounts) {
    if (booked > 0) await union.call(balanceCounts.record, { body: { account, countedOn: '2020-12-31', counted: booked } })
  }
  expect((await union.call(ledgerClosings.close, { body: { until: '2020-12-31' } })).status).toBe(201)
  expect((await record(fundId)).json).toMatchObject({ code: 'OPENING_REFUSED', details: { why: 'books_closed' } })
})
