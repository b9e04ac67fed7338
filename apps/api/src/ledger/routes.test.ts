import { donations } from '@chung-tay/contracts/donations'
import { files } from '@chung-tay/contracts/files'
import { disbursements, ledger } from '@chung-tay/contracts/ledger'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation } from '@chung-tay/testing/donations'
import { makeDisbursement, makeFund } from '@chung-tay/testing/ledger'
import { makePhoto } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { failingChecks } from '../gifts/test-goods.ts'
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
const failing = () => failingChecks(union)
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
