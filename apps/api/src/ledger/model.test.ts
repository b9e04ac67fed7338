import { donations } from '@chung-tay/contracts/donations'
import { disbursements, ledger } from '@chung-tay/contracts/ledger'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeGiftKind } from '@chung-tay/testing/gifts'
import { makeFund } from '@chung-tay/testing/ledger'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
})
afterAll(() => api.stop())

type Place = 'cash' | 'transfer' | 'inKind'
type Step = { do: 'give' | 'pay'; fund: number; place: Place; amount: number } | { do: 'voidGift' | 'voidPayment'; which: number }
type Kept = { id: string; fund: number; place: Place; amount: number; version: number }

const places = fc.constantFrom<Place[]>('cash', 'transfer', 'inKind')
const amounts = fc.integer({ min: 1, max: 1000 })
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('give' as const), fund: fc.nat(1), place: places, amount: amounts }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('pay' as const),
        fund: fc.nat(1),
        place: fc.constantFrom<Place[]>('cash', 'transfer'),
        amount: amounts,
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom<('voidGift' | 'voidPayment')[]>('voidGift', 'voidPayment'), which: fc.nat(20) }) },
  ),
  { minLength: 5, maxLength: 25 },
)

/** What the ledger should hold, kept by the simplest means there is. */
const createModel = () => {
  const balances = [0, 1].map((): Record<Place, number> => ({ cash: 0, transfer: 0, inKind: 0 }))
  const change = ({ fund, place }: Pick<Kept, 'fund' | 'place'>, amount: number): boolean => {
    const balance = balances[fund]
    if (!balance || balance[place] + amount < 0) return false
    balance[place] += amount
    return true
  }
  return { balances, change, gifts: [] as Kept[], payments: [] as Kept[] }
}

const accounts: Record<Place, string> = { cash: '111', transfer: '112', inKind: '152' }

const play = async (sequence: readonly Step[]) => {
  const { id: campaignId } = await makeCampaign(api.db)
  const funds = [(await makeFund(api.db)).id, (await makeFund(api.db)).id]
  const giftKindId = (await makeGiftKind(api.db, { stockOnHand: 0 })).id
  const model = createModel()
  const fundOf = (index: number) => funds[index] ?? ''

  const give = async ({ fund, place, amount }: { fund: number; place: Place; amount: number }) => {
    const shared = { donor: { kind: 'person' as const, name: 'Lê Văn Tám' }, fundId: fundOf(fund), receivedOn: '2021-06-10' }
    const body =
      place === 'inKind'
        ? { method: place, items: [{ giftKindId, quantity: 1, unitValue: amount }], ...shared }
        : { method: place, amount, ...shared }
    const { json, status } = await union.call(donations.record, { params: { campaignId }, body })
    expect(status).toBe(201)
    model.change({ fund, place }, amount)
    model.gifts.push({ id: json.id, fund, place, amount, version: 1 })
  }
  const pay = async ({ fund, place, amount }: { fund: number; place: Place; amount: number }) => {
    if (place === 'inKind') return
    const body = {
      kind: 'payment',
      purpose: 'support',
      method: place,
      fundId: fundOf(fund),
      amount,
      payee: 'Gia đình cháu Nam',
      paidOn: '2021-06-11',
    } as const
    const { json, status } = await union.call(disbursements.record, { params: { campaignId }, body })
    expect(status).toBe(model.change({ fund, place }, -amount) ? 201 : 409)
    if (status === 201) model.payments.push({ id: json.id, fund, place, amount, version: 1 })
  }
  const takeBack = async (kept: Kept[], which: number, contract: typeof donations.void | typeof disbursements.void, sign: 1 | -1) => {
    const record = kept[which % Math.max(kept.length, 1)]
    if (!record) return
    const { status } = await union.call(contract, { params: { id: record.id }, body: { reason: 'Ghi nhầm' } }, { version: record.version })
    const done = record.version === 1 && model.change(record, sign * record.amount)
    expect(status).toBe(done ? 200 : 409)
    if (done) record.version = 2
  }

  for (const step of sequence) {
    if ('fund' in step) await (step.do === 'give' ? give(step) : pay(step))
    else if (step.do === 'voidGift') await takeBack(model.gifts, step.which, donations.void, -1)
    else await takeBack(model.payments, step.which, disbursements.void, 1)
  }

  const balances = (await union.call(ledger.balances, {})).json.funds
  funds.forEach((fundId, index) => {
    const known = balances.find((fund) => fund.fundId === fundId)?.accounts ?? []
    for (const place of ['cash', 'transfer', 'inKind'] as const) {
      expect(known.find(({ account }) => account === accounts[place])?.balance).toBe(model.balances[index]?.[place])
    }
  })
  expect((await union.call(ledger.checks, {})).json.checks.filter((check) => !check.ok)).toEqual([])
  const standing = model.gifts.filter((gift) => gift.version === 1)
  const { json } = await union.call(donations.list, { params: { campaignId }, query: { status: 'recorded' } })
  expect([json.total, json.amount]).toEqual([standing.length, standing.reduce((sum, gift) => sum + gift.amount, 0)])
}

test('whatever is given, paid and taken back: the balances are the model’s, nothing is below zero, no number is missing', async () => {
  await fc.assert(fc.asyncProperty(steps, play), { numRuns: 15 })
}, 60_000)

test('the same at once: sums, balances and numbers hold whoever comes first', async () => {
  const { id: campaignId } = await makeCampaign(api.db)
  const { id: fundId } = await makeFund(api.db)
  const shared = { fundId, method: 'cash' as const }
  const give = (amount: number) =>
    union.call(donations.record, {
      params: { campaignId },
      body: { ...shared, amount, donor: { kind: 'person', name: 'Lê Văn Tám' }, receivedOn: '2021-06-10' },
    })
  const pay = (amount: number) =>
    union.call(disbursements.record, {
      params: { campaignId },
      body: { ...shared, kind: 'payment', purpose: 'other', amount, payee: 'Cửa hàng', paidOn: '2021-06-11' },
    })
  const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => (index % 3 === 0 ? pay(50 + index) : give(20 + index))))
  expect(answers.filter(({ status }) => status !== 201 && status !== 409)).toEqual([])
  expect((await union.call(ledger.checks, {})).json.ok).toBe(true)
})
