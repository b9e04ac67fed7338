import { audit } from '@chung-tay/contracts/audit'
import { donations, donors, funds } from '@chung-tay/contracts/donations'
import { ledger } from '@chung-tay/contracts/ledger'
import { abilityFor } from '@chung-tay/domain/access/abilities'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation, makeDonor, makeVoidedDonation } from '@chung-tay/testing/donations'
import { makeGiftKind } from '@chung-tay/testing/gifts'
import { makeDisbursement, makeFund } from '@chung-tay/testing/ledger'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { scope } from '../http/scope.ts'
import { startTestApi, type TestApi } from '../test-api.ts'
import { reachOf } from './queries.ts'

let api: TestApi
let union: Awaited<ReturnType<TestApi['person']>>
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

const kindless = () => ({ method: 'inKind' as const, donor: hong, fundId, receivedOn: '2021-06-10' })

describe('goods', () => {
  beforeAll(fresh)
  const give = (giftKindId: string, quantity: number) =>
    union.call(donations.record, { params: { campaignId }, body: { ...kindless(), items: [{ giftKindId, quantity, unitValue: 150_000 }] } })
  const onHand = async (id: string) => (await api.db.giftKind.findUniqueOrThrow({ where: { id } })).stockOnHand

  test('enter the stock with their value, and leave it again when voided', async () => {
    const kind = await makeGiftKind(api.db, { stockOnHand: 0 })
    const { json, status } = await give(kind.id, 4)
    expect([status, json.amount, await onHand(kind.id)]).toEqual([201, 600_000, 4])
    const detail = (await union.call(donations.get, { params: { id: json.id } })).json
    expect(detail.items).toEqual([{ giftKindId: kind.id, name: kind.name, measure: 'phần', quantity: 4, unitValue: 150_000 }])
    expect(detail.entries[0]?.lines.map((line) => line.account)).toEqual(['152', '512'])
    expect((await voidIt(json.id)).json.status).toBe('voided')
    expect(await onHand(kind.id)).toBe(0)
    const moves = await api.db.stockMovement.findMany({ where: { giftKindId: kind.id }, orderBy: { createdAt: 'asc' } })
    expect(moves.map(({ kind: why, quantity, balance }) => [why, quantity, balance])).toEqual([
      ['donation', 4, 4],
      ['donationReversal', -4, 0],
    ])
    expect(await checks()).toEqual([])
  })

  test('that were given to children already cannot go back', async () => {
    const kind = await makeGiftKind(api.db, { stockOnHand: 0 })
    const { json } = await give(kind.id, 4)
    await api.db.giftKind.update({ where: { id: kind.id }, data: { stockOnHand: 3 } })
    const refused = await voidIt(json.id)
    expect([refused.status, refused.json.code, refused.json.details]).toEqual([409, 'STOCK_SHORT', { name: kind.name, onHand: 3, wanted: 4 }])
    expect((await union.call(donations.get, { params: { id: json.id } })).json.status).toBe('recorded')
  })

  test('are named once, and are worth something', async () => {
    const kind = await makeGiftKind(api.db)
    const item = { giftKindId: kind.id, quantity: 1, unitValue: 0 }
    const refuse = async (items: object[]) =>
      (await union.call(donations.record, { params: { campaignId }, body: { ...kindless(), items } as never })).json.fields
    expect(await refuse([item, { ...item, unitValue: 5 }])).toEqual([{ path: 'items', code: 'duplicate' }])
    expect(await refuse([item])).toEqual([{ path: 'items', code: 'value_out_of_range' }])
    expect((await refuse([{ ...item, quantity: 0 }]))?.map((field) => field.path)).toEqual(['items.0.quantity', 'items'])
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

describe('the receipt', () => {
  beforeAll(fresh)

  test('is a Word file with number, giver, amount in words, and the reason when voided', async () => {
    const { json } = await record(cash(2_000_005_000))
    const textOf = async () => {
      const response = await api.app.inject({ url: `/api/donations/${json.id}/receipt.docx`, headers: { cookie: union.cookie } })
      expect(response.headers['content-disposition']).toContain(json.receipt.replace('/', '-'))
      const document = unzipSync(response.rawPayload)['word/document.xml']
      return new TextDecoder().decode(document).replace(/<[^>]+>/g, '')
    }
    const text = await textOf()
    for (const part of [json.receipt, 'Đặng Thị Hồng', '2.000.005.000 đồng', 'Hai tỷ không trăm linh năm nghìn đồng']) expect(text).toContain(part)
    expect(text).not.toContain('ĐÃ HỦY')
    await voidIt(json.id)
    expect(await textOf()).toContain('ĐÃ HỦY – Ghi nhầm người nộp')
  })
})

describe('funds and givers', () => {
  beforeAll(fresh)
  const input = (name: string) => ({ code: name.slice(-8), name, description: '', active: true, sortOrder: 1 })

  test('the union opens and renames a fund; others do not; twice the same name is refused', async () => {
    const body = input('Ủng hộ trẻ em khuyết tật 2021')
    expect((await (await api.person(['office'])).call(funds.create, { body })).status).toBe(403)
    const made = await union.call(funds.create, { body })
    expect([made.status, made.json.balance]).toEqual([201, { cash: 0, bank: 0, goods: 0 }])
    expect((await union.call(funds.create, { body })).json.code).toBe('DUPLICATE')
    const renamed = await union.call(funds.update, { params: { id: made.json.id }, body: { ...body, active: false } }, { version: 1 })
    expect(renamed.json).toMatchObject({ active: false, version: 2 })
    expect((await union.call(funds.list, { query: { active: 'true' } })).json.items.map((fund) => fund.id)).not.toContain(made.json.id)
  })

  test('the balance is that of the journal', async () => {
    await record(cash(700))
    await record(cash(50, { method: 'transfer' }))
    const { items } = (await union.call(funds.list, { query: {} })).json
    expect(items.find((fund) => fund.id === fundId)?.balance).toEqual({ cash: 700, bank: 50, goods: 0 })
  })

  test('a giver is found without marks, and a new name is found in old donations', async () => {
    const { json } = await record(cash(1000, { donor: { kind: 'organisation', name: 'Công ty TNHH Đại Phát', phone: '0912 345 678' } }))
    const search = async (q: string) => (await union.call(donors.list, { query: { q } })).json.items
    expect((await search('dai phat')).map((donor) => donor.id)).toEqual([json.donor.id])
    expect(await search('0912 345')).toHaveLength(1)
    const [donor] = await search('dai phat')
    const body = { kind: 'organisation' as const, name: 'Công ty Cổ phần Đại Lộc', phone: null, address: '', anonymous: false, employeeId: null }
    const changed = await union.call(donors.update, { params: { id: donor?.id ?? '' }, body }, { version: 1 })
    expect(changed.json).toMatchObject({ anonymous: false, version: 2 })
    expect((await list({ q: 'dai loc' })).json.items.map((item) => item.receipt)).toEqual([json.receipt])
    expect((await list({ q: 'dai phat' })).json.total).toBe(0)
    expect((await list({ q: json.receipt.toLowerCase() })).json.total).toBe(1)
    expect((await list()).json.total).toBe((await list({ from: '2000-01-01' })).json.total)
  })
})
