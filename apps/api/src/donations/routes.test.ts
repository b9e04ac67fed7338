import { audit } from '@chung-tay/contracts/audit'
import { donations, donors } from '@chung-tay/contracts/donations'
import { funds } from '@chung-tay/contracts/funds'
import { ledger } from '@chung-tay/contracts/ledger'
import { docxWords } from '@chung-tay/documents/opened'
import { abilityFor } from '@chung-tay/domain/access/abilities'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation, makeDonor } from '@chung-tay/testing/donations'
import { makeDisbursement, makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { scope } from '../http/scope.ts'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'
import { reachOf } from './queries.ts'

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

describe('who may', () => {
  beforeAll(fresh)

  test('record: signed out 401, other roles 403, the union 201, an absent campaign 404', async () => {
    expect((await api.call(donations.record, { params: { campaignId }, body: cash(1000) })).status).toBe(401)
    for (const role of ['office', 'leadership', 'unitHead', 'auditor', 'administrator'] as const) {
      expect((await record(cash(1000), await api.person([role]))).status, role).toBe(403)
    }
    expect((await record(cash(1000))).status).toBe(201)
    const absent = await union.call(donations.record, { params: { campaignId: crypto.randomUUID() }, body: cash(1000) })
    expect(absent.status).toBe(404)
  })

  test('an employee sees the own donations alone, in list, sums, record and receipt', async () => {
    const [mine, other] = [await api.person(), await api.person(['unitHead'])]
    const donor = await makeDonor(api.db, { name: mine.employee.name, employeeId: mine.employee.id })
    const own = await makeDonation(api.db, { campaignId, fundId, donorId: donor.id, amount: 300_000n })
    const seen = await list({}, mine)
    expect([seen.json.items.map((item) => item.id), seen.json.total, seen.json.amount]).toEqual([[own.id], 1, 300_000])
    expect((await list({}, other)).json).toMatchObject({ items: [], total: 0, amount: 0, nextCursor: null })
    for (const contract of [donations.get, donations.receipt]) {
      expect((await mine.call(contract, { params: { id: own.id } })).status).toBe(200)
      expect((await other.call(contract, { params: { id: own.id } })).status).toBe(404)
    }
    expect((await mine.call(donations.figures, { params: { campaignId } })).status).toBe(403)
    expect((await mine.call(funds.list, { query: {} })).json.items.every((fund) => fund.balance === null)).toBe(true)
    expect((await mine.call(donors.list, { query: {} })).status).toBe(403)
  })

  test('the hand-written scope says what the rules say', () => {
    const actor = { userId: 'u', name: '', employeeId: 'e', unitId: 'a', headedUnitIds: ['a'] }
    const both = (roles: Parameters<typeof abilityFor>[0]['roles']) => {
      const ability = abilityFor({ ...actor, roles })
      return [reachOf({ ability }), scope({ ability }, 'read', 'Donation')]
    }
    expect(both(['union'])).toEqual(['all', {}])
    expect(both(['employee', 'auditor'])).toEqual(['all', {}])
    expect(both(['employee'])).toEqual([['e'], { OR: [{ donor: { is: { employeeId: 'e' } } }] }])
  })
})

describe('a donation of money', () => {
  beforeAll(fresh)

  test('has a number, words, a balanced entry and a history', async () => {
    const { json } = await record(cash(1_234_567, { note: 'Ủng hộ   trẻ em khuyết tật' }))
    expect(json).toMatchObject({ amount: 1_234_567, status: 'recorded', version: 1, note: 'Ủng hộ trẻ em khuyết tật', donor: { anonymous: true } })
    expect(json.receipt).toMatch(/^PT\d{4}\/2021$/)
    const detail = (await union.call(donations.get, { params: { id: json.id } })).json
    expect(detail.amountInWords).toBe('Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng')
    expect(detail.entries.map((entry) => entry.lines.map(({ account, debit, credit }) => [account, debit, credit]))).toEqual([
      [
        ['111', 1_234_567, 0],
        ['511', 0, 1_234_567],
      ],
    ])
    const history = await union.call(audit.history, { params: { subject: 'Donation', id: json.id } })
    expect(history.json.items.map((entry) => entry.action)).toEqual(['recordDonation'])
  })

  test('a known giver is taken from the book, an employee has one entry in it', async () => {
    const { employee } = await api.person()
    const donor = { kind: 'person' as const, name: employee.name, employeeId: employee.id }
    const [first, second] = [await record(cash(10_000, { donor })), await record(cash(20_000, { donor }))]
    expect(first.json.donor.id).toBe(second.json.donor.id)
    const known = await record(cash(5_000, { donor: { kind: 'known', id: first.json.donor.id } }))
    expect(known.json.donor.name).toBe(employee.name)
    expect((await record(cash(5_000, { donor: { kind: 'known', id: crypto.randomUUID() } }))).status).toBe(404)
  })

  test('is refused with the place of what is wrong', async () => {
    const wrong = await record(cash(-5, { donor: { kind: 'person', name: ' ' }, receivedOn: '2021-02-30' }))
    expect([wrong.status, wrong.json.fields?.map((field) => field.path).sort()]).toEqual([400, ['amount', 'donor.name', 'receivedOn']])
    const future = await record(cash(5, { receivedOn: '2021-06-21' }))
    expect(future.json.fields).toEqual([{ path: 'receivedOn', code: 'in_the_future' }])
    const closed = await makeFund(api.db, { active: false })
    expect((await record(cash(5, { fundId: closed.id }))).json.code).toBe('FUND_INACTIVE')
    expect((await record(cash(5, { fundId: crypto.randomUUID() }))).status).toBe(404)
    const { id } = await makeCampaign(api.db, { status: 'closed' })
    expect((await union.call(donations.record, { params: { campaignId: id }, body: cash(5) })).json.code).toBe('CAMPAIGN_CLOSED')
  })

  test('20 at once get 20 consecutive numbers, and the entries too', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => record(cash(1000 + index))))
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 201))
    const numbers = answers.map(({ json }) => Number(json.receipt.slice(2, 6))).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => (numbers[0] ?? 0) + index))
    expect(await checks()).toEqual([])
  })
})

describe('void', () => {
  beforeEach(fresh)

  test('keeps the number and both entries, with the reason; a second one is refused', async () => {
    const { json } = await record(cash(250_000))
    expect((await voidIt(json.id, 7)).json.code).toBe('STALE')
    expect((await voidIt(json.id, 1, ' ')).status).toBe(400)
    const voided = await voidIt(json.id)
    expect(voided.json).toMatchObject({ status: 'voided', voidReason: 'Ghi nhầm người nộp', receipt: json.receipt, version: 2 })
    expect((await voidIt(json.id, 2)).json.code).toBe('ALREADY_VOIDED')
    const { entries } = (await union.call(donations.get, { params: { id: json.id } })).json
    expect(entries.map(({ kind, reversesId }) => [kind, reversesId])).toEqual([
      ['donation', null],
      ['reversal', entries[0]?.id],
    ])
    expect(entries[0]?.reversedById).toBe(entries[1]?.id)
    expect((await list()).json).toMatchObject({ total: 1, amount: 0, voided: 1, voidedAmount: 250_000 })
    expect(await checks()).toEqual([])
  })

  test('of money that was spent is refused with what is left', async () => {
    const { json } = await record(cash(100_000))
    await api.db.$transaction((tx) => makeDisbursement(tx, { campaignId, fundId, amount: 60_000n }))
    const refused = await voidIt(json.id)
    expect([refused.status, refused.json.code, refused.json.details]).toEqual([
      409,
      'FUND_OVERDRAWN',
      { balance: 40_000, wanted: 100_000, method: 'cash' },
    ])
  })

  test('at once by ten is done once', async () => {
    const { json } = await record(cash(1_000))
    const answers = await Promise.all(Array.from({ length: 10 }, () => voidIt(json.id)))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(await api.db.journalEntry.count({ where: { sourceId: json.id } })).toBe(2)
  })
})

describe('the receipt', () => {
  beforeAll(fresh)

  test('is a Word file with number, giver, amount in words, and the reason when voided', async () => {
    const { json } = await record(cash(2_000_005_000))
    const textOf = async () => {
      const response = await api.app.inject({ url: `/api/donations/${json.id}/receipt.docx`, headers: { cookie: union.cookie } })
      expect(response.headers['content-disposition']).toContain(json.receipt.replace('/', '-'))
      return docxWords(response.rawPayload)
    }
    const text = await textOf()
    for (const part of [json.receipt, 'Đặng Thị Hồng', '2.000.005.000 đồng', 'Hai tỷ không trăm linh năm nghìn đồng']) expect(text).toContain(part)
    expect(text).not.toContain('ĐÃ HỦY')
    await voidIt(json.id)
    expect(await textOf()).toContain('ĐÃ HỦY – Ghi nhầm người nộp')
  })
})
