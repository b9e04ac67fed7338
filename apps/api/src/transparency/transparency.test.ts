import { agency } from '@chung-tay/contracts/agency'
import { donors } from '@chung-tay/contracts/donations'
import { transparency } from '@chung-tay/contracts/transparency'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild } from '@chung-tay/testing/children'
import { makeDonation, makeDonor, makeVoidedDonation } from '@chung-tay/testing/donations'
import { makeGiftKind } from '@chung-tay/testing/gifts'
import { makeDisbursement, makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let office: Person
let union: Person
let campaignId = ''
let fundId = ''

const year = '2021'
const page = (given = year) => api.call(transparency.year, { params: { year: given as never } })
const version = async () => (await office.call(agency.get, {})).json.version
const show = async (years: number[]) => office.call(agency.setPublicYears, { body: { years } }, { version: await version() })

const consent = async (id: string, given: { anonymous: boolean; publicName?: string | null; showAmount?: boolean }) => {
  const { id: _, version, ...body } = (await union.call(donors.get, { params: { id } })).json
  return union.call(donors.update, { params: { id }, body: { ...body, ...given } }, { version })
}

beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  office = await api.person(['office'])
  union = await api.person(['union'])
  campaignId = (await makeCampaign(api.db, { year: 2021, status: 'running', theme: 'Chung tay bảo vệ trẻ em' })).id
  fundId = (await makeFund(api.db, { name: 'Quỹ Bảo trợ trẻ em' })).id
})
afterAll(() => api.stop())

test('nothing is shown until the agency switches a year on, and at once nothing more when it switches it off', async () => {
  expect([(await page()).status, (await api.call(transparency.years, {})).json]).toEqual([404, { agencyName: '', years: [] }])
  expect((await union.call(agency.setPublicYears, { body: { years: [2021] } }, { version: await version() })).status).toBe(403)
  expect((await show([2021])).json.publicYears).toEqual([2021])
  expect([(await page()).status, (await page('2020')).status, (await page('x')).status]).toEqual([200, 404, 400])
  expect((await api.call(transparency.years, {})).json.years).toEqual([2021])
  await show([])
  expect([(await page()).status, (await api.call(transparency.years, {})).json.years]).toEqual([404, []])
  const entry = await api.db.auditEntry.findFirst({ where: { action: 'setPublicYears' }, orderBy: { at: 'desc' } })
  expect([entry?.before, entry?.after]).toMatchObject([{ publicYears: [2021] }, { publicYears: [] }])
})

test('a year without a plan that holds cannot be shown', async () => {
  await makeCampaign(api.db, { year: 2019, status: 'draft' })
  for (const wrong of [2019, 2018]) expect((await show([wrong])).json.code).toBe('CAMPAIGN_NOT_APPROVED')
})

test('what came in, went out and is left adds up to what the kept sums say', async () => {
  const other = (await makeFund(api.db, { name: 'Ủng hộ trẻ em khuyết tật' })).id
  const earlier = (await makeCampaign(api.db, { year: 2020, status: 'closed' })).id
  const donorId = (await makeDonor(api.db)).id
  const given = { donorId, fundId, campaignId }
  await makeDonation(api.db, { ...given, campaignId: earlier, amount: 700_000n, receivedOn: toDbDate('2020-06-05') })
  await makeDonation(api.db, { ...given, amount: 500_000n })
  await makeDonation(api.db, { ...given, amount: 300_000n, method: 'transfer' })
  await makeDonation(api.db, { ...given, amount: 200_000n, source: 'union' })
  await makeVoidedDonation(api.db, { ...given, amount: 90_000n })
  const giftKindId = (await makeGiftKind(api.db, { stockOnHand: 0, createdById: union.userId })).id
  await makeDonation(api.db, { ...given, fundId: other, items: [{ giftKindId, quantity: 4, unitValue: 25_000 }] })
  await makeDisbursement(api.db, { campaignId, fundId, purpose: 'award', amount: 400_000n })
  await makeDisbursement(api.db, { campaignId, fundId, kind: 'transferOut', purpose: 'fundTransfer', method: 'transfer', amount: 250_000n })
  await show([2021])
  const { json } = await page()
  const nothing = { money: 0, goods: 0 }
  expect(json.funds).toEqual([
    {
      name: 'Quỹ Bảo trợ trẻ em',
      opening: { money: 700_000, goods: 0 },
      received: [
        { source: 'donation', money: 800_000, goods: 0 },
        { source: 'union', money: 200_000, goods: 0 },
      ],
      spent: [{ purpose: 'award', amount: 400_000 }],
      transferred: 250_000,
      left: { money: 1_050_000, goods: 0 },
    },
    {
      name: 'Ủng hộ trẻ em khuyết tật',
      opening: nothing,
      received: [{ source: 'donation', money: 0, goods: 100_000 }],
      spent: [],
      transferred: 0,
      left: { money: 0, goods: 100_000 },
    },
  ])
  const totals = await api.db.donationTotal.aggregate({ where: { campaignId, status: 'recorded' }, _sum: { amount: true } })
  const came = json.funds.flatMap(({ received }) => received.map(({ money, goods }) => money + goods)).reduce((sum, one) => sum + one, 0)
  expect(came).toBe(Number(totals._sum.amount))
  const kept = await api.db.fundBalance.findMany({ where: { fundId, accountCode: { in: ['111', '112'] } } })
  expect(json.funds[0]?.left.money).toBe(kept.reduce((sum, { debit, credit }) => sum + Number(debit - credit), 0))
})

test('nobody is named without agreeing, no amount without agreeing to that, and never a child', async () => {
  const child = await makeChild(api.db, { name: 'Canari Minh Châu' })
  const give = async (name: string, overrides: object = {}) => {
    const { id } = await makeDonor(api.db, { name, phone: '0912345678', email: 'canary@example.vn', address: 'Số 1 Canary', ...overrides })
    await makeDonation(api.db, { donorId: id, fundId, campaignId, amount: 123_457n, note: 'Canary ghi chú' })
    return id
  }
  await give('Canary Kín Đáo')
  await give('Canary Muốn Tên Khác', { anonymous: false, publicName: 'Một nhóm bạn đọc' })
  await give('Canary Kín Dù Có Tên', { anonymous: true, publicName: 'Canary Bí Danh' })
  await give(child.name, { anonymous: false })
  await give('Bà Ngoại', { anonymous: false, publicName: `Bà của cháu ${child.name.toUpperCase()}` })
  await give('Lê Thị Thanh', { anonymous: false, showAmount: true })
  const onlyVoided = await makeDonor(api.db, { name: 'Canary Đã Hủy', anonymous: false })
  await makeVoidedDonation(api.db, { donorId: onlyVoided.id, fundId, campaignId })
  const known = await give('Canary Rút Lại', { anonymous: false })
  await show([2021])
  expect((await page()).json.givers.named.map(({ name }) => name)).toContain('Canary Rút Lại')
  expect((await consent(known, { anonymous: true, showAmount: true })).json).toMatchObject({ anonymous: true, showAmount: false })
  const { json } = await page()
  expect(json.givers.named).toEqual([
    { name: 'Lê Thị Thanh', amount: 123_457 },
    { name: 'Một nhóm bạn đọc', amount: null },
  ])
  expect(json.givers.unnamed).toBe(6)
  const text = JSON.stringify(json)
  expect(text).not.toMatch(/canar/i)
  for (const secret of [known, office.employee.id, union.userId, fundId, campaignId, '0912345678']) expect(text).not.toContain(secret)
})

test('a page is kept for a while and asked about by its ETag', async () => {
  await show([2021])
  const first = await page()
  expect(first.headers['cache-control']).toBe('public, no-cache')
  const again = await api.app.inject({ url: '/api/transparency/2021', headers: { 'if-none-match': String(first.headers.etag) } })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  await makeDonation(api.db, { fundId, campaignId, amount: 1_000_000n })
  expect((await page()).headers.etag).toBe(first.headers.etag)
  await consent((await makeDonor(api.db, { name: 'Phạm Văn Tùng' })).id, { anonymous: false })
  expect((await page()).headers.etag).not.toBe(first.headers.etag)
})
