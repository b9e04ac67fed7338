import { bankLines } from '@chung-tay/contracts/bank-lines'
import { donations } from '@chung-tay/contracts/donations'
import { pledges } from '@chung-tay/contracts/pledges'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation, makePledge } from '@chung-tay/testing/donations'
import { makeFund } from '@chung-tay/testing/ledger'
import { makeBankLine, makeBankStatement } from '@chung-tay/testing/statements/lines'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let campaignId: string
let statementId: string
let fundId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
})
beforeEach(async () => {
  campaignId = (await makeCampaign(api.db)).id
  statementId = (await makeBankStatement(api.db, { campaignId, account: campaignId })).id
  fundId = (await makeFund(api.db)).id
})
afterAll(() => api.stop())

const newLine = (overrides: Parameters<typeof makeBankLine>[1] = {}) => makeBankLine(api.db, { statementId, ...overrides })
const newDebit = (amount = 500_000n) => newLine({ direction: 'debit', amount, day: new Date('2021-06-15'), text: 'Hoan tra' })
const get = async (id: string) => (await union.call(bankLines.get, { params: { id } })).json
const versionOf = async (id: string) => ({ version: (await get(id)).version })
const aside = async (id: string, body: object) => union.call(bankLines.putAside, { params: { id }, body: body as never }, await versionOf(id))
const resume = async (id: string) => union.call(bankLines.resume, { params: { id } }, await versionOf(id))
const sendBack = async (id: string, body: object) =>
  union.call(bankLines.return, { params: { id }, body: { reason: 'Chuyển nhầm', ...body } as never }, await versionOf(id))
const give = async (id: string, ...amounts: number[]) => {
  const parts = amounts.map((amount) => ({ kind: 'new' as const, donor: { kind: 'person' as const, name: 'Bà Sáu' }, fundId, amount }))
  return (await union.call(bankLines.match, { params: { id }, body: { parts } }, await versionOf(id))).json
}
const sums = async () => (await union.call(bankLines.list, { params: { campaignId }, query: {} })).json.sums
const gifts = async () =>
  (await union.call(donations.list, { params: { campaignId }, query: { sort: 'receiptNumber' } })).json.items.map(({ amount, status }) => [
    amount,
    status,
  ])

describe('set aside', () => {
  test('with a reason, and back again', async () => {
    const { id } = await newLine()
    expect((await aside(id, { reason: 'other' })).json).toMatchObject({ code: 'INVALID', fields: [{ path: 'note', code: 'required' }] })
    expect((await aside(id, { reason: 'wrongAccount', note: 'Của công ty bên cạnh' })).json).toMatchObject({
      status: 'setAside',
      setAsideReason: 'wrongAccount',
    })
    expect(await sums()).toMatchObject({ setAside: 500_000, waiting: 0, waitingCount: 0 })
    const tried = await union.call(bankLines.match, { params: { id }, body: { parts: [{ kind: 'donation', donationId: id }] } }, await versionOf(id))
    expect([tried.status, tried.json.code]).toEqual([409, 'TRANSITION_NOT_ALLOWED'])
    expect((await resume(id)).json).toMatchObject({ status: 'waiting', setAsideReason: null, note: '' })
    expect((await resume(id)).json.code).toBe('TRANSITION_NOT_ALLOWED')
  })

  test('what is left of a line that is a donation in part', async () => {
    const { id } = await newLine()
    await give(id, 200_000)
    expect((await aside(id, { reason: 'notDonation' })).json).toMatchObject({ status: 'setAside', allocated: 200_000 })
    expect(await sums()).toEqual({ credits: 500_000, matched: 200_000, setAside: 300_000, waiting: 0, waitingCount: 0 })
    expect((await resume(id)).json.status).toBe('partly')
  })
})

describe('money that was sent back', () => {
  test('of a line that waited: nothing was recorded, it is set aside', async () => {
    const [line, debit] = [await newLine(), await newDebit()]
    expect((await get(debit.id)).returnables).toMatchObject([{ lineId: line.id, amount: 500_000 }])
    expect((await sendBack(debit.id, { kind: 'line', lineId: line.id })).json).toMatchObject({ status: 'matched', returns: { lineId: line.id } })
    expect(await get(line.id)).toMatchObject({ status: 'setAside', setAsideReason: 'returned', returnedBy: { lineId: debit.id, day: '2021-06-15' } })
    expect(await gifts()).toEqual([])
    expect((await resume(line.id)).json.code).toBe('TRANSITION_NOT_ALLOWED')
    expect((await resume(debit.id)).json).toMatchObject({ status: 'waiting', returns: null })
    expect(await get(line.id)).toMatchObject({ status: 'waiting', returnedBy: null })
  })

  test('of a line that was received: its donation is voided by a reversal', async () => {
    const [line, debit] = [await newLine(), await newDebit()]
    await give(line.id, 500_000)
    expect((await sendBack(debit.id, { kind: 'line', lineId: line.id })).status).toBe(200)
    expect(await gifts()).toEqual([[500_000, 'voided']])
    expect(await get(line.id)).toMatchObject({ status: 'setAside', allocated: 0, setAsideReason: 'returned' })
  })

  test('of one gift out of a split transfer, the others stand', async () => {
    const [line, debit] = [await newLine(), await newDebit(200_000n)]
    await give(line.id, 300_000, 200_000)
    await sendBack(debit.id, { kind: 'line', lineId: line.id })
    expect(await gifts()).toEqual([
      [300_000, 'recorded'],
      [200_000, 'voided'],
    ])
    expect(await get(line.id)).toMatchObject({ status: 'setAside', allocated: 300_000 })
  })

  test('that meets no sum of it changes nothing', async () => {
    const [line, debit] = [await newLine(), await newDebit(123_000n)]
    await give(line.id, 500_000)
    const answer = await sendBack(debit.id, { kind: 'line', lineId: line.id })
    expect([answer.status, answer.json.code, answer.json.details]).toEqual([422, 'RETURN_DOES_NOT_FIT', { amount: 500_000, rest: 0 }])
    expect([await gifts(), (await get(debit.id)).status]).toEqual([[[500_000, 'recorded']], 'waiting'])
  })

  test('of a donation that was recorded by hand', async () => {
    const donation = await makeDonation(api.db, { campaignId, fundId, method: 'transfer', createdById: union.userId })
    const pledge = await makePledge(api.db, { campaignId, fundId, donorId: donation.donorId })
    const debit = await newDebit()
    expect((await get(debit.id)).returnables).toMatchObject([{ donationId: donation.id }])
    expect((await sendBack(debit.id, { kind: 'donation', donationId: donation.id })).json).toMatchObject({
      status: 'matched',
      returns: { donationId: donation.id },
    })
    expect(await gifts()).toEqual([[500_000, 'voided']])
    expect((await union.call(pledges.get, { params: { id: pledge.id } })).json.received).toBe(0)
  })

  test('is said of money that went out alone, and once', async () => {
    const [line, other, debit] = [await newLine(), await newLine(), await newDebit()]
    expect((await sendBack(other.id, { kind: 'line', lineId: line.id })).json.code).toBe('TRANSITION_NOT_ALLOWED')
    await sendBack(debit.id, { kind: 'line', lineId: line.id })
    expect((await sendBack(debit.id, { kind: 'line', lineId: other.id })).json.code).toBe('TRANSITION_NOT_ALLOWED')
    expect((await sendBack((await newDebit()).id, {})).json.code).toBe('INVALID')
  })
})

test('whatever people do, every đồng of the statement is matched, set aside or waits, and the books say what is matched', async () => {
  const step = fc.record({
    line: fc.nat({ max: 3 }),
    act: fc.constantFrom('give', 'aside', 'resume', 'unmatch', 'return'),
    amount: fc.constantFrom(1, 100, 200, 300),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), async (steps) => {
      campaignId = (await makeCampaign(api.db)).id
      statementId = (await makeBankStatement(api.db, { campaignId })).id
      const lines = [await newLine({ amount: 300n }), await newLine({ amount: 200n }), await newLine({ amount: 100n }), await newDebit(200n)]
      for (const { line: at, act, amount } of steps) {
        const id = lines[at]?.id ?? ''
        if (act === 'give') await give(id, amount)
        if (act === 'aside') await aside(id, { reason: 'notDonation' })
        if (act === 'resume') await resume(id)
        if (act === 'unmatch') await union.call(bankLines.unmatch, { params: { id }, body: { reason: 'Nhầm' } }, await versionOf(id))
        if (act === 'return') await sendBack(lines[3]?.id ?? '', { kind: 'line', lineId: id })
        const now = await sums()
        expect(now.matched + now.setAside + now.waiting).toBe(now.credits)
        const { json } = await union.call(donations.list, { params: { campaignId }, query: {} })
        expect(json.amount).toBe(now.matched)
      }
    }),
    { numRuns: 8 },
  )
}, 60_000)
