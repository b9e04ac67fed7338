import { disbursements, ledger } from '@chung-tay/contracts/ledger'
import { appendOnly } from '@chung-tay/db/grants'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation, makeDonor } from '@chung-tay/testing/donations'
import { makeGiftKind } from '@chung-tay/testing/gifts'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
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

  test('so do those of goods, and of counts of the stock', async () => {
    const names = async () => (await failing()).map((check) => check.name)
    const { id: giftKindId } = await makeGiftKind(api.db, { stockOnHand: 0 })
    await makeDonation(api.db, { campaignId, fundId, items: [{ giftKindId, quantity: 4, unitValue: 50_000 }] })
    const lotOf = (data: object) => api.db.stockLot.updateMany({ where: { giftKindId }, data })
    const stock = (by: number) => api.db.giftKind.update({ where: { id: giftKindId }, data: { stockOnHand: { increment: by } } })
    const made = { createdById: crypto.randomUUID(), createdAt: new Date() }
    const move = async (quantity: number, source: object = {}) => {
      const { stockOnHand: balance } = await stock(quantity)
      await api.db.stockMovement.create({
        data: { giftKindId, kind: 'adjustment', quantity, balance, movedOn: day('2021-06-20'), ...source, ...made },
      })
    }
    expect(await names()).toEqual([])

    await lotOf({ left: 3 })
    expect(await names()).toEqual(['goodsMatchLots', 'lotsMatchStock'])
    await lotOf({ left: 4, fundId: (await makeFund(api.db)).id })
    expect(await names()).toEqual(['lotsMatchStock'])
    await lotOf({ fundId })
    await move(-1)
    expect(await names()).toEqual(['lotsMatchStock'])
    await move(1)
    await stock(1)
    expect(await names()).toEqual(['stockMatchesMovements'])
    await stock(-1)

    const ended = { status: 'finished', year: 2021, postedOn: day('2021-06-20'), endedById: made.createdById, endedAt: made.createdAt } as const
    const count = (number: number, counted: number) => {
      const line = { giftKindId, position: 0, bookedAtStart: 4, valueAtStart: 200_000n, booked: 4, counted, reason: 'Vỡ' }
      return api.db.stockCount.create({ data: { countedOn: day('2021-06-20'), number, ...ended, ...made, lines: { create: line } } })
    }
    const { id: sourceId } = await count(2, 5)
    expect(await names()).toEqual(['stockMatchesMovements', 'numbersWithoutGaps'])
    await move(1, { sourceType: 'StockCount', sourceId })
    expect(await names()).toEqual(['numbersWithoutGaps'])
    await count(1, 4)
    expect(await names()).toEqual([])
  })
})
