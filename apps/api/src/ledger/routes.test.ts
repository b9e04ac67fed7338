import { donations } from '@chung-tay/contracts/donations'
import { files } from '@chung-tay/contracts/files'
import { disbursements, ledger } from '@chung-tay/contracts/ledger'
import { appendOnly } from '@chung-tay/db/grants'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation, makeDonor } from '@chung-tay/testing/donations'
import { makeDisbursement, makeFund } from '@chung-tay/testing/ledger'
import { makePhoto } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Awaited<ReturnType<TestApi['person']>>
let campaignId: string
let fundId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
})
afterAll(() => api.stop())

const day = (date: string) => new Date(`${date}T00:00:00Z`)
/** A campaign and a fund that holds this much cash. */
const fresh = async (amount = 1_000_000n) => {
  campaignId = (await makeCampaign(api.db)).id
  fundId = (await makeFund(api.db)).id
  await makeDonation(api.db, { campaignId, fundId, amount, receivedOn: day('2021-06-01') })
}

type Body = Parameters<typeof union.call<typeof disbursements.record>>[1]['body']
const payment = (amount: number, more: object = {}): Body => ({
  ...{ kind: 'payment', purpose: 'gift', method: 'cash', fundId, amount, payee: 'Cửa hàng Hồng Hà', paidOn: '2021-06-12' },
  ...more,
})
const pay = (body: Body, person = union) => person.call(disbursements.record, { params: { campaignId }, body })
const voidIt = (id: string, version = 1) => union.call(disbursements.void, { params: { id }, body: { reason: 'Chi nhầm quỹ' } }, { version })
const failing = async () => (await union.call(ledger.checks, {})).json.checks.filter((check) => !check.ok)
const assets = async () => {
  const { funds } = (await union.call(ledger.balances, {})).json
  const accounts = funds.find((fund) => fund.fundId === fundId)?.accounts ?? []
  return Object.fromEntries(accounts.filter(({ balance }) => balance !== 0).map(({ account, balance }) => [account, balance]))
}

describe('who may', () => {
  beforeAll(() => fresh())

  test('pay: signed out 401, other roles 403, the union 201; the auditor reads', async () => {
    expect((await api.call(disbursements.record, { params: { campaignId }, body: payment(1000) })).status).toBe(401)
    for (const role of ['office', 'leadership', 'unitHead', 'auditor'] as const) {
      expect((await pay(payment(1000), await api.person([role]))).status, role).toBe(403)
    }
    const { json, status } = await pay(payment(1000))
    expect(status).toBe(201)
    const auditor = await api.person(['auditor'])
    expect((await auditor.call(disbursements.get, { params: { id: json.id } })).json.payee).toBe('Cửa hàng Hồng Hà')
    expect((await auditor.call(ledger.checks, {})).json.ok).toBe(true)
    const employee = await api.person()
    for (const contract of [ledger.checks, ledger.balances]) expect((await employee.call(contract, {})).status).toBe(403)
    expect((await employee.call(ledger.journal, { params: { campaignId }, query: {} })).status).toBe(403)
    expect((await union.call(disbursements.get, { params: { id: crypto.randomUUID() } })).status).toBe(404)
  })
})

describe('a payment', () => {
  beforeEach(() => fresh())

  test('has a voucher number and a balanced entry, and lowers the fund', async () => {
    const { json } = await pay(payment(400_000, { purpose: 'event', memo: 'Thuê xe đi tham quan' }))
    expect(json.voucher).toMatch(/^PC\d{4}\/2021$/)
    const detail = (await union.call(disbursements.get, { params: { id: json.id } })).json
    expect(detail).toMatchObject({ amountInWords: 'Bốn trăm nghìn đồng', createdByName: union.employee.name, purpose: 'event' })
    expect(detail.entries[0]?.lines.map(({ account, debit, credit }) => [account, debit, credit])).toEqual([
      ['613', 400_000, 0],
      ['111', 0, 400_000],
    ])
    expect(await assets()).toEqual({ '111': 600_000, '511': 1_000_000, '613': 400_000 })
    expect(await failing()).toEqual([])
  })

  test('cannot be more than the fund has in that very place', async () => {
    const refused = await pay(payment(1_000_001))
    expect([refused.status, refused.json.code, refused.json.details]).toEqual([
      409,
      'FUND_OVERDRAWN',
      { balance: 1_000_000, wanted: 1_000_001, method: 'cash', field: 'amount' },
    ])
    expect((await pay(payment(1, { method: 'transfer' }))).json.details).toMatchObject({ balance: 0 })
    expect((await pay(payment(1_000_000))).status).toBe(201)
    expect((await pay(payment(1))).json.code).toBe('FUND_OVERDRAWN')
  })

  test('is refused with the place of what is wrong', async () => {
    const wrong = await pay(payment(0, { payee: '', paidOn: '2021-06-31' }))
    expect([wrong.status, wrong.json.fields?.map((field) => field.path).sort()]).toEqual([400, ['amount', 'paidOn', 'payee']])
    expect((await pay(payment(1, { paidOn: '2021-06-21' }))).json.fields).toEqual([{ path: 'paidOn', code: 'in_the_future' }])
    expect((await pay(payment(1, { decisionId: crypto.randomUUID() }))).json.fields?.[0]?.path).toBe('decisionId')
    expect((await pay(payment(1, { purpose: 'award', decisionId: crypto.randomUUID() }))).status).toBe(404)
    expect((await pay(payment(1, { purpose: 'fundTransfer' }))).status).toBe(400)
  })

  test('refused after its number was taken leaves no gap', async () => {
    const numberOf = async () => Number((await pay(payment(1))).json.voucher.slice(2, 6))
    const before = await numberOf()
    expect((await pay(payment(1, { fileIds: [crypto.randomUUID()] }))).json.code).toBe('FILE_NOT_YOURS')
    expect(await numberOf()).toBe(before + 1)
    expect(await failing()).toEqual([])
  })

  test('a transfer to the Fund needs its proof, which hangs on it', async () => {
    const transfer = {
      kind: 'transferOut' as const,
      method: 'cash' as const,
      fundId,
      amount: 700_000,
      payee: 'Quỹ Bảo trợ trẻ em tỉnh',
      paidOn: '2021-06-18',
    }
    expect((await pay(transfer)).json.code).toBe('EVIDENCE_REQUIRED')
    const proof = await makePhoto(api.db, union.userId)
    const { json, status } = await pay({ ...transfer, fileIds: [proof.id] })
    expect([status, json.purpose, json.kind]).toEqual([201, 'fundTransfer', 'transferOut'])
    const proofs = await union.call(files.list, { params: { subject: 'Disbursement', recordId: json.id } })
    expect(proofs.json.items.map((file) => file.id)).toEqual([proof.id])
    expect(await assets()).toMatchObject({ '111': 300_000, '615': 700_000 })
  })

  test('is taken back once, and the money is there again', async () => {
    const { json } = await pay(payment(1_000_000))
    const answers = await Promise.all(Array.from({ length: 8 }, () => voidIt(json.id)))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect((await voidIt(json.id, 2)).json.code).toBe('ALREADY_VOIDED')
    expect(await assets()).toEqual({ '111': 1_000_000, '511': 1_000_000 })
    const list = await union.call(disbursements.list, { params: { campaignId }, query: {} })
    expect(list.json).toMatchObject({ total: 1, amount: 0, voided: 1, voidedAmount: 1_000_000 })
    expect(await failing()).toEqual([])
  })
})

describe('payments at once', () => {
  test('of a fund that has enough for five: five are paid, the others learn what is left', async () => {
    await fresh(1_000_000n)
    const answers = await Promise.all(Array.from({ length: 20 }, () => pay(payment(200_000))))
    const paid = answers.filter((answer) => answer.status === 201)
    expect(paid).toHaveLength(5)
    expect(answers.filter((answer) => answer.status !== 201).every(({ json }) => json.code === 'FUND_OVERDRAWN' && json.details?.balance === 0)).toBe(
      true,
    )
    expect(await assets()).toEqual({ '511': 1_000_000, '611': 1_000_000 })
    expect(await failing()).toEqual([])
  })

  // The control: without the lock all would read the same balance; the sum kept beside the lines is what stops them then.
  test('are stopped by the database even where nobody looked before', async () => {
    await fresh(1_000_000n)
    const unlooked = await Promise.allSettled(
      Array.from({ length: 12 }, () => api.db.$transaction((tx) => makeDisbursement(tx, { campaignId, fundId, amount: 300_000n }))),
    )
    expect(unlooked.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect(await failing()).toEqual([])
  })

  test('and one that takes the donation back: the fund is never below zero', async () => {
    await fresh(500_000n)
    const { json } = await union.call(donations.list, { params: { campaignId }, query: {} })
    const donation = json.items[0]?.id ?? ''
    const [voided, paid] = await Promise.all([
      union.call(donations.void, { params: { id: donation }, body: { reason: 'Ghi trùng' } }, { version: 1 }),
      pay(payment(500_000)),
    ])
    expect([
      [200, 409],
      [409, 201],
    ]).toContainEqual([voided.status, paid.status])
    expect(await failing()).toEqual([])
  })
})

describe('the journal', () => {
  beforeAll(async () => {
    await fresh()
    await pay(payment(300_000, { payee: 'Nhà sách Thiên Đức', memo: 'Mua vở' }))
    const { json } = await pay(payment(100_000))
    await voidIt(json.id)
  })
  const journal = async (query: object) => (await union.call(ledger.journal, { params: { campaignId }, query })).json

  test('lists the latest first, filtered by kind, account, day and words without marks', async () => {
    expect((await journal({})).items.map((entry) => entry.kind)).toEqual(['reversal', 'payment', 'payment', 'donation'])
    expect(await journal({ kind: 'payment' })).toMatchObject({ total: 2, debit: 400_000, credit: 400_000 })
    expect(await journal({ account: '111' })).toMatchObject({ total: 4, debit: 1_100_000, credit: 400_000 })
    expect(await journal({ account: '511', fundId })).toMatchObject({ total: 1, credit: 1_000_000 })
    expect((await journal({ q: 'thien duc' })).total).toBe(1)
    expect((await journal({ to: '2021-06-01' })).total).toBe(1)
    expect(await journal({ fundId: crypto.randomUUID() })).toMatchObject({ total: 0, debit: 0, credit: 0 })
  })

  test('leads from a record to its entries and from an entry to its record', async () => {
    const [reversal] = (await journal({})).items
    const ofRecord = await journal({ sourceId: reversal?.sourceId })
    expect(ofRecord.items.map((entry) => entry.id)).toEqual([reversal?.id, reversal?.reversesId])
  })

  test('the statement of the fund runs from the opening to the closing balance, page by page', async () => {
    const statement = async (query: object) => (await union.call(ledger.statement, { params: { id: fundId }, query })).json
    const whole = await statement({ from: '2021-06-02' })
    expect(whole).toMatchObject({ opening: 1_000_000, received: 100_000, paid: 400_000, closing: 700_000, total: 3 })
    expect(whole.items.map(({ received, paid, balance }) => [received, paid, balance])).toEqual([
      [0, 300_000, 700_000],
      [0, 100_000, 600_000],
      [100_000, 0, 700_000],
    ])
    const first = await statement({ from: '2021-06-02', limit: 2 })
    const second = await statement({ from: '2021-06-02', limit: 2, cursor: first.nextCursor })
    expect([...first.items, ...second.items]).toEqual(whole.items)
    expect(await statement({ from: '2021-06-21' })).toMatchObject({ items: [], opening: 700_000, closing: 700_000, total: 0 })
    expect(await statement({ account: '112' })).toMatchObject({ items: [], opening: 0, closing: 0 })
    expect((await union.call(ledger.statement, { params: { id: crypto.randomUUID() }, query: {} })).status).toBe(404)
  })

  test('is exported', async () => {
    const url = `/api/campaigns/${campaignId}/journal/export?format=csv&kind=donation`
    const lines = (await api.app.inject({ url, headers: { cookie: union.cookie } })).body.trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain(',111,511,')
  })
})

describe('nobody can change what was entered', () => {
  beforeAll(() => fresh())

  test.each(appendOnly)('%s: the application may neither change nor delete', async (table) => {
    for (const statement of [`UPDATE "${table}" SET "id" = "id"`, `DELETE FROM "${table}"`]) {
      await expect(api.db.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/)
    }
  })

  test('an entry that does not balance, or has no lines, is not committed', async () => {
    const donor = await makeDonor(api.db)
    const entry = { campaignId, year: 2021, kind: 'donation', enteredOn: day('2021-06-01'), memo: '', search: '', createdById: donor.id } as const
    const source = { sourceType: 'Donation', sourceId: donor.id }
    const lines = [
      { accountCode: '111', fundId, debit: 10n },
      { accountCode: '511', fundId, credit: 9n },
    ]
    const one = api.db.$transaction((tx) => tx.journalEntry.create({ data: { ...entry, ...source, number: 9001, lines: { create: lines } } }))
    await expect(one).rejects.toThrow(/not balanced|balanced/)
    const none = api.db.$transaction((tx) => tx.journalEntry.create({ data: { ...entry, ...source, number: 9002 } }))
    await expect(none).rejects.toThrow(/no lines|has_lines/)
    expect(await failing()).toEqual([])
  })

  test('each check finds the fault that it names', async () => {
    const names = async () => (await failing()).map((check) => check.name)
    await api.db.$executeRaw`UPDATE "Donation" SET "amount" = "amount" + 1 WHERE "campaignId" = ${campaignId}::uuid`
    expect(await names()).toEqual(['donationsMatchIncome'])
    await api.db.$executeRaw`UPDATE "Donation" SET "amount" = "amount" - 1 WHERE "campaignId" = ${campaignId}::uuid`
    await api.db.$executeRaw`UPDATE "FundBalance" SET "debit" = "debit" + 1 WHERE "fundId" = ${fundId}::uuid AND "accountCode" = '111'`
    expect(await names()).toEqual(['balancesMatchLines'])
    await api.db.$executeRaw`UPDATE "FundBalance" SET "debit" = "debit" - 1 WHERE "fundId" = ${fundId}::uuid AND "accountCode" = '111'`
    await api.db.$executeRaw`UPDATE "DonationTotal" SET "count" = "count" + 1 WHERE "campaignId" = ${campaignId}::uuid`
    expect(await names()).toEqual(['totalsMatchDonations'])
    await api.db.$executeRaw`UPDATE "DonationTotal" SET "count" = "count" - 1 WHERE "campaignId" = ${campaignId}::uuid`
    await api.db.$executeRaw`UPDATE "Donation" SET "receiptNumber" = "receiptNumber" + 5 WHERE "campaignId" = ${campaignId}::uuid`
    expect(await names()).toEqual(['numbersWithoutGaps'])
    await api.db.$executeRaw`UPDATE "Donation" SET "receiptNumber" = "receiptNumber" - 5 WHERE "campaignId" = ${campaignId}::uuid`
    expect(await names()).toEqual([])
  })
})
