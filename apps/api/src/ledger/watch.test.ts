import { ledger } from '@chung-tay/contracts/ledger'
import { reports } from '@chung-tay/contracts/report'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation } from '@chung-tay/testing/donations'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi } from '../test-api.ts'
import { watchLedger } from './watch.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

test('books that do not agree are told once a day to who answers for them, and no report is signed over them', async () => {
  const [auditor, leader, office] = [await api.person(['auditor']), await api.person(['leadership']), await api.person(['office'])]
  const campaign = await makeCampaign(api.db, { status: 'running' })
  const fund = await makeFund(api.db)
  const donation = await makeDonation(api.db, { campaignId: campaign.id, fundId: fund.id, amount: 100_000n })
  expect(await watchLedger(api.services, 'start')).toBe(true)

  // A donation whose amount was changed behind the ledger's back.
  await api.db.donation.update({ where: { id: donation.id }, data: { amount: 90_000n } })
  expect(await watchLedger(api.services, 'night')).toBe(false)
  expect(await watchLedger(api.services, 'night')).toBe(false)
  const told = ({ userId }: { userId: string }) => api.db.notification.findMany({ where: { userId, kind: 'booksWrong' } })
  expect((await told(auditor)).map(({ data }) => data)).toEqual([{ year: expect.any(Number), checks: ['donationsMatchIncome'] }])
  expect([(await told(leader)).length, (await told(office)).length]).toEqual([1, 0])

  const { lastRuns } = (await auditor.call(ledger.checks, {})).json
  expect(lastRuns).toMatchObject({ start: { failed: [] }, night: { failed: ['donationsMatchIncome'] }, closing: null, report: null })

  const { json: draft } = await office.call(reports.create, { params: { campaignId: campaign.id } })
  const { json: report } = await office.call(reports.submit, { params: { id: draft.id } }, { version: draft.version })
  const signed = await leader.call(reports.sign, { params: { id: report.id } }, { version: report.version })
  expect([signed.status, signed.json.code, signed.json.details]).toEqual([409, 'BOOKS_WRONG', { checks: ['donationsMatchIncome'] }])

  await api.db.donation.update({ where: { id: donation.id }, data: { amount: 100_000n } })
  expect((await leader.call(reports.sign, { params: { id: report.id } }, { version: report.version })).status).toBe(200)
  expect((await auditor.call(ledger.checks, {})).json.lastRuns.report).toMatchObject({ failed: [] })
})
