import { donations } from '@chung-tay/contracts/donations'
import { balanceCounts, ledgerClosings } from '@chung-tay/contracts/ledger-closing'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation, makeDonor } from '@chung-tay/testing/donations'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let leader: Person
let auditor: Person
let campaignId: string
let fundId: string
const day = (date: string) => new Date(`${date}T00:00:00Z`)
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  leader = await api.person(['leadership'])
  auditor = await api.person(['auditor'])
  campaignId = (await makeCampaign(api.db)).id
  fundId = (await makeFund(api.db)).id
  await makeDonation(api.db, { campaignId, fundId, amount: 700_000n, receivedOn: day('2021-05-20') })
  await makeDonation(api.db, { campaignId, fundId, amount: 300_000n, receivedOn: day('2021-06-02'), method: 'transfer' })
})
afterAll(() => api.stop())

const count = (account: '111' | '112', countedOn: string, counted: number, note = '') =>
  union.call(balanceCounts.record, { body: { account, countedOn, counted, note } })
const close = (until: string, person = union) => person.call(ledgerClosings.close, { body: { until } })
const reopen = (until: string | null, person = leader) => person.call(ledgerClosings.reopen, { body: { until, reason: 'Bổ sung chứng từ tháng 5' } })
const receive = async (receivedOn: string) => {
  const donor = await makeDonor(api.db)
  const body = { donor: { kind: 'known' as const, id: donor.id }, fundId, method: 'cash' as const, amount: 50_000, receivedOn }
  return union.call(donations.record, { params: { campaignId }, body })
}
const toldTo = ({ userId }: Person, kind: string) => api.db.notification.count({ where: { userId, kind } })

describe('a count', () => {
  test('stands beside what the books said of the end of that day, over all funds', async () => {
    const other = await makeFund(api.db)
    await makeDonation(api.db, { campaignId, fundId: other.id, amount: 5_000n, receivedOn: day('2021-05-21') })
    expect((await count('111', '2021-05-20', 700_000)).json).toMatchObject({ booked: 700_000, counted: 700_000, accountName: 'Tiền mặt' })
    expect((await count('111', '2021-05-31', 705_000)).json).toMatchObject({ booked: 705_000 })
    expect((await count('112', '2021-05-31', 0)).json).toMatchObject({ booked: 0 })
    const { json } = await auditor.call(balanceCounts.list, { query: {} })
    expect(json.items[0]).toMatchObject({ countedOn: '2021-05-31', countedByName: expect.stringMatching(/./) })
  })

  test('that differs needs its note; nobody counts tomorrow; only the union counts', async () => {
    const unexplained = await count('111', '2021-05-25', 700_000)
    expect([unexplained.status, unexplained.json.fields]).toEqual([400, [{ path: 'note', code: 'required' }]])
    expect((await count('111', '2021-05-25', 700_000, 'Thiếu 5.000 đồng tiền lẻ')).status).toBe(201)
    const tomorrow = await count('111', '2099-01-01', 0)
    expect(tomorrow.json.fields).toEqual([{ path: 'countedOn', code: 'in_the_future' }])
    for (const role of ['office', 'leadership', 'auditor', 'unitHead'] as const)
      expect(
        (await (await api.person([role])).call(balanceCounts.record, { body: { account: '111', countedOn: '2021-05-20', counted: 1 } })).status,
      ).toBe(403)
  })

  test('is never changed, not even by the application’s role', async () => {
    await expect(api.db.balanceCount.updateMany({ data: { counted: 1 } })).rejects.toThrow(/permission denied/)
    await expect(api.db.ledgerClosing.deleteMany()).rejects.toThrow(/permission denied/)
  })
})

describe('closing', () => {
  test('is refused, with everything that stands against it', async () => {
    const { json } = await auditor.call(ledgerClosings.check, { query: { until: '2021-06-10' } })
    expect(json.obstacles).toEqual([
      { code: 'not_counted', account: '111' },
      { code: 'not_counted', account: '112' },
    ])
    const refused = await close('2021-06-10')
    expect([refused.status, refused.json.code, refused.json.details]).toEqual([409, 'BOOKS_NOT_READY', { obstacles: json.obstacles }])
    const short = await close('2021-05-25')
    expect(short.json.details).toEqual({ obstacles: [{ code: 'count_differs', account: '111' }] })
  })

  test('holds: nothing is entered on or before that day; leadership opens again, with a reason that everybody concerned is told', async () => {
    expect((await close('2021-05-31', leader)).status).toBe(403)
    const closed = await close('2021-05-31')
    expect([closed.status, closed.json.closedUntil]).toEqual([201, '2021-05-31'])
    expect(await toldTo(auditor, 'booksClosed')).toBe(1)
    const late = await receive('2021-05-31')
    expect([late.status, late.json.code]).toEqual([409, 'BOOKS_CLOSED'])
    expect((await receive('2021-06-01')).status).toBe(201)
    const again = await close('2021-05-31')
    expect(again.json.details).toEqual({ obstacles: [{ code: 'closed_already' }] })

    expect((await reopen(null, union)).status).toBe(403)
    expect((await reopen('2021-05-31')).json.code).toBe('BOOKS_NOT_CLOSED')
    const opened = await reopen('2021-05-15')
    expect(opened.json).toMatchObject({ closedUntil: '2021-05-15', items: [{ reason: 'Bổ sung chứng từ tháng 5' }, { closedUntil: '2021-05-31' }] })
    expect([await toldTo(auditor, 'booksReopened'), await toldTo(union, 'booksReopened')]).toEqual([1, 1])
    expect((await receive('2021-05-16')).status).toBe(201)
    expect((await receive('2021-05-15')).status).toBe(409)
    await reopen(null)
  })

  test('waits for whoever is entering, and then counts what they entered', async () => {
    const until = '2021-05-10'
    const [entered, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const entering = api.db.$transaction(async (db) => {
      await makeDonation(db as never, { campaignId, fundId, amount: 9_000n, receivedOn: day('2021-05-05') })
      entered.resolve()
      await release.promise
    })
    await entered.promise
    // Without the lock the books would be closed over the money that is just coming in.
    expect((await auditor.call(ledgerClosings.check, { query: { until } })).json.obstacles).toEqual([])
    const closing = close(until)
    const waiting = () => api.db.$queryRaw<object[]>`SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`
    await vi.waitFor(async () => expect(await waiting()).toHaveLength(1), { timeout: 2_000 })
    release.resolve()
    await entering
    const refused = await closing
    expect([refused.status, refused.json.details]).toEqual([409, { obstacles: [{ code: 'not_counted', account: '111' }] }])
  })
})
