import { bankLines } from '@chung-tay/contracts/bank-lines'
import { donations } from '@chung-tay/contracts/donations'
import { balanceCounts, ledgerClosings } from '@chung-tay/contracts/ledger-closing'
import { pledges } from '@chung-tay/contracts/pledges'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation, makePledge } from '@chung-tay/testing/donations'
import { makeFund } from '@chung-tay/testing/ledger'
import { makeBankLine } from '@chung-tay/testing/statements/lines'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let colleague: typeof union
let campaignId: string
let fundId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  colleague = await api.person(['union'])
  fundId = (await makeFund(api.db)).id
})
beforeEach(async () => {
  campaignId = (await makeCampaign(api.db)).id
})
afterAll(() => api.stop())

type Overrides = Parameters<typeof makeBankLine>[1]
const newLine = (overrides: Overrides = {}) => makeBankLine(api.db, { campaignId, ...overrides })
const newPledge = (amount = 500_000n) => makePledge(api.db, { campaignId, fundId, amount })
const get = async (id: string) => (await union.call(bankLines.get, { params: { id } })).json
const pledgeOf = async (id: string) => (await union.call(pledges.get, { params: { id } })).json
const match = async (id: string, parts: object[], { by = union, version }: { by?: typeof union; version?: number } = {}) =>
  by.call(bankLines.match, { params: { id }, body: { parts } as never }, { version: version ?? (await get(id)).version })
const sums = async () => (await union.call(bankLines.list, { params: { campaignId }, query: {} })).json.sums
const received = async () => (await union.call(donations.list, { params: { campaignId }, query: {} })).json

describe('a line that waits', () => {
  test('is suggested with its reasons, and taken as suggested it keeps the pledge by a donation with its receipt', async () => {
    const pledge = await newPledge()
    const line = await newLine({ text: `IBFT ${pledge.reference.toLowerCase()}-ung ho`, amount: 500_000n })
    const { suggestions } = await get(line.id)
    expect(suggestions).toMatchObject([
      { reasons: ['reference', 'amount'], certain: true, parts: [{ kind: 'pledge', id: pledge.id, label: pledge.reference, left: 500_000 }] },
    ])
    expect((await received()).total).toBe(0)
    const { status, json } = await match(line.id, [{ kind: 'pledge', pledgeId: pledge.id, amount: 500_000 }])
    expect([status, json.status, json.allocated, json.suggestions, json.decidedByName]).toEqual([200, 'matched', 500_000, [], union.employee.name])
    expect(json.parts).toMatchObject([{ amount: 500_000, made: true, pledge: { reference: pledge.reference } }])
    expect(await pledgeOf(pledge.id)).toMatchObject({ status: 'kept', donations: [{ receivedOn: '2021-06-10', receipt: json.parts[0]?.receipt }] })
    const { json: donation } = await union.call(donations.get, { params: { id: json.parts[0]?.donationId ?? '' } })
    expect(donation).toMatchObject({
      method: 'transfer',
      bankLine: { id: line.id, day: '2021-06-10' },
      entries: [{ lines: [{ account: '112' }, { account: '511' }] }],
    })
  })

  test('is split over pledges and a gift without one; what is left stays in sight', async () => {
    const [one, two] = [await newPledge(200_000n), await newPledge(200_000n)]
    const line = await newLine({ amount: 1_000_000n })
    const parts = [
      { kind: 'pledge', pledgeId: one.id, amount: 200_000 },
      { kind: 'pledge', pledgeId: two.id, amount: 350_000 },
      { kind: 'new', donor: { kind: 'person', name: 'Bà Sáu' }, fundId, amount: 150_000 },
    ]
    const { json } = await match(line.id, parts)
    expect([json.status, json.allocated, json.parts.map(({ amount }) => amount)]).toEqual(['partly', 700_000, [200_000, 350_000, 150_000]])
    expect(await sums()).toEqual({ credits: 1_000_000, matched: 700_000, setAside: 0, waiting: 300_000, waitingCount: 1 })
    // More than was pledged counts all the same.
    expect(await pledgeOf(two.id)).toMatchObject({ received: 350_000, status: 'kept' })
    const more = await match(line.id, [{ kind: 'pledge', pledgeId: one.id, amount: 300_001 }])
    expect([more.status, more.json.code, more.json.details]).toEqual([422, 'BANK_LINE_EXCEEDED', { rest: 300_000, wanted: 300_001 }])
    expect((await match(line.id, [{ kind: 'pledge', pledgeId: one.id, amount: 300_000 }])).json.status).toBe('matched')
  })

  test('of several for one pledge, the second is suggested for what is left', async () => {
    const pledge = await newPledge()
    const [first, second] = [await newLine({ amount: 200_000n }), await newLine({ amount: 300_000n, text: pledge.reference })]
    await match(first.id, [{ kind: 'pledge', pledgeId: pledge.id, amount: 200_000 }])
    expect(await pledgeOf(pledge.id)).toMatchObject({ status: 'partly', received: 200_000 })
    expect((await get(second.id)).suggestions[0]).toMatchObject({ certain: true, parts: [{ left: 300_000 }] })
    await match(second.id, [{ kind: 'pledge', pledgeId: pledge.id, amount: 300_000 }])
    expect(await pledgeOf(pledge.id)).toMatchObject({ status: 'kept', received: 500_000 })
  })

  test('that was recorded by hand before is linked: the donation is there once', async () => {
    const donation = await makeDonation(api.db, {
      campaignId,
      fundId,
      method: 'transfer',
      receivedOn: new Date('2021-06-09'),
      createdById: union.userId,
    })
    const [line, other] = [await newLine(), await newLine()]
    expect((await get(line.id)).suggestions).toMatchObject([{ reasons: ['amount', 'near'], parts: [{ kind: 'donation', id: donation.id }] }])
    const { json } = await match(line.id, [{ kind: 'donation', donationId: donation.id }])
    expect([json.status, json.parts[0]?.made, (await received()).total]).toEqual(['matched', false, 1])
    expect((await match(other.id, [{ kind: 'donation', donationId: donation.id }])).json.code).toBe('DONATION_LINKED')
    // Taken back, it stays a donation: it was not recorded from the line.
    const back = await union.call(bankLines.unmatch, { params: { id: line.id }, body: { reason: 'Nhầm dòng' } }, { version: json.version })
    expect([back.json.status, (await received()).items[0]?.status]).toEqual(['waiting', 'recorded'])
  })

  test('is not matched by money that went out, nor by who only reads', async () => {
    const pledge = await newPledge()
    const debit = await newLine({ direction: 'debit' })
    expect((await match(debit.id, [{ kind: 'pledge', pledgeId: pledge.id, amount: 1 }])).json.code).toBe('TRANSITION_NOT_ALLOWED')
    const office = await api.person(['office'])
    expect((await match((await newLine()).id, [{ kind: 'pledge', pledgeId: pledge.id, amount: 1 }], { by: office })).status).toBe(403)
    expect((await office.call(bankLines.get, { params: { id: debit.id } })).status).toBe(200)
  })
})

describe('a match that was a mistake', () => {
  test('is taken back: its donation is voided with the reason, the number stays, the line waits again', async () => {
    const pledge = await newPledge()
    const line = await newLine()
    const { json } = await match(line.id, [{ kind: 'pledge', pledgeId: pledge.id, amount: 500_000 }])
    const back = await union.call(bankLines.unmatch, { params: { id: line.id }, body: { reason: 'Nhầm người' } }, { version: json.version })
    expect([back.status, back.json.status, back.json.allocated, back.json.parts]).toEqual([200, 'waiting', 0, []])
    expect((await received()).items).toMatchObject([{ status: 'voided', voidReason: 'Nhầm người', receipt: json.parts[0]?.receipt }])
    expect(await pledgeOf(pledge.id)).toMatchObject({ status: 'open', received: 0 })
    expect((await match(line.id, [{ kind: 'pledge', pledgeId: pledge.id, amount: 500_000 }])).json.status).toBe('matched')
  })

  test('and voided on the page of donations, it lets the line go just the same', async () => {
    const pledge = await newPledge()
    const line = await newLine()
    const { json } = await match(line.id, [{ kind: 'pledge', pledgeId: pledge.id, amount: 500_000 }])
    await union.call(donations.void, { params: { id: json.parts[0]?.donationId ?? '' }, body: { reason: 'Ghi nhầm' } }, { version: 1 })
    expect(await get(line.id)).toMatchObject({ status: 'waiting', allocated: 0, parts: [] })
  })

  test('one part of several goes alone', async () => {
    const pledge = await newPledge()
    const line = await newLine()
    const { json } = await match(line.id, [
      { kind: 'pledge', pledgeId: pledge.id, amount: 200_000 },
      { kind: 'pledge', pledgeId: pledge.id, amount: 300_000 },
    ])
    const body = { reason: 'Nhầm số tiền', partId: json.parts[0]?.id ?? null }
    const back = await union.call(bankLines.unmatch, { params: { id: line.id }, body }, { version: json.version })
    expect([back.json.status, back.json.allocated]).toEqual(['partly', 300_000])
  })
})

describe('two at once', () => {
  test('who take one line: the first has it, the second sees who', async () => {
    const pledge = await newPledge()
    const line = await newLine()
    const { version } = await get(line.id)
    const people = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? union : colleague))
    const answers = await Promise.all(people.map((by) => match(line.id, [{ kind: 'pledge', pledgeId: pledge.id, amount: 500_000 }], { by, version })))
    const won = answers.filter(({ status }) => status === 200)
    expect(won).toHaveLength(1)
    const lost = answers.filter(({ status }) => status !== 200)
    expect(new Set(lost.map(({ json }) => json.code))).toEqual(new Set(['BANK_LINE_DONE']))
    expect(lost[0]?.json.details).toMatchObject({ by: won[0]?.json.decidedByName, status: 'matched' })
    expect([(await received()).total, (await pledgeOf(pledge.id)).received]).toEqual([1, 500_000])
  })

  test('a double press is one match', async () => {
    const pledge = await newPledge()
    const line = await newLine()
    const body = { parts: [{ kind: 'pledge' as const, pledgeId: pledge.id, amount: 500_000 }] }
    const press = () => union.call(bankLines.match, { params: { id: line.id }, body }, { version: 1, key: `press-${line.id}` })
    const answers = await Promise.all([press(), press(), press()])
    const late = await press()
    expect([late.status, answers.some(({ status }) => status === 200), (await received()).total]).toEqual([200, true, 1])
  })

  test('who link one donation to two lines: the database lets one', async () => {
    const donation = await makeDonation(api.db, { campaignId, fundId, method: 'transfer', createdById: union.userId })
    const lines = await Promise.all(Array.from({ length: 6 }, () => newLine()))
    const answers = await Promise.all(lines.map(({ id }) => match(id, [{ kind: 'donation', donationId: donation.id }], { version: 1 })))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('the database refuses what no line holds, and a status that does not follow', async () => {
    const line = await newLine()
    const write = (data: object) => api.db.bankLineState.update({ where: { lineId: line.id }, data })
    const decided = { decidedById: union.userId, decidedAt: new Date() }
    await expect(write({ ...decided, allocated: 500_001, status: 'matched' })).rejects.toThrow(/allocated_within/)
    await expect(write({ ...decided, allocated: 400_000, status: 'matched' })).rejects.toThrow(/status_follows/)
    await expect(write({ allocated: 500_000, status: 'matched' })).rejects.toThrow(/decided_by_somebody/)
  })
})

describe('all that is certain', () => {
  const certain = async () => {
    const pledge = await newPledge()
    return { pledge, line: await newLine({ text: `ck ${pledge.reference}` }) }
  }
  const accept = (lines: { id: string; version: number }[], by = union) =>
    by.call(bankLines.matchCertain, { params: { campaignId }, body: { lines } })

  test('is matched together; what is not certain, or was touched meanwhile, is left', async () => {
    const [one, two, touched] = [await certain(), await certain(), await certain()]
    const unsure = await newLine({ text: 'DANG THI HONG' })
    await match(touched.line.id, [{ kind: 'pledge', pledgeId: touched.pledge.id, amount: 1 }])
    const lines = [one.line, two.line, touched.line, unsure].map(({ id }) => ({ id, version: 1 }))
    const { status, json } = await accept(lines)
    expect([status, json]).toEqual([200, { matched: 2, skipped: 2 }])
    expect(await sums()).toMatchObject({ matched: 1_000_001, waitingCount: 2 })
    expect((await get(unsure.id)).status).toBe('waiting')
  })

  test('two lines with one reference: only the first is certain', async () => {
    const { pledge, line } = await certain()
    const second = await newLine({ text: `lan 2 ${pledge.reference}` })
    const { json } = await accept([line, second].map(({ id }) => ({ id, version: 1 })))
    expect([json, (await pledgeOf(pledge.id)).received]).toEqual([{ matched: 1, skipped: 1 }, 500_000])
  })

  test('pressed by two at once is done once', async () => {
    const made = [await certain(), await certain(), await certain()]
    const lines = made.map(({ line }) => ({ id: line.id, version: 1 }))
    const answers = await Promise.all([accept(lines), accept(lines.toReversed(), colleague)])
    expect((await received()).total).toBe(3)
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

test('books that are closed are not written into', async () => {
  const pledge = await newPledge()
  const line = await newLine({ day: new Date('2021-06-03') })
  const [cash, bank] = await Promise.all(
    (['111', '112'] as const).map(async (account) => {
      const { _sum } = await api.db.journalLine.aggregate({
        where: { accountCode: account, entry: { enteredOn: { lte: new Date('2021-06-05') } } },
        _sum: { debit: true, credit: true },
      })
      return { account, counted: Number((_sum.debit ?? 0n) - (_sum.credit ?? 0n)) }
    }),
  )
  for (const count of [cash, bank]) await union.call(balanceCounts.record, { body: { countedOn: '2021-06-05', note: '', ...count } as never })
  expect((await union.call(ledgerClosings.close, { body: { until: '2021-06-05' } })).status).toBe(201)
  const answer = await match(line.id, [{ kind: 'pledge', pledgeId: pledge.id, amount: 500_000 }])
  expect([answer.status, answer.json.code]).toEqual([409, 'BOOKS_CLOSED'])
  expect(await get(line.id)).toMatchObject({ status: 'waiting', version: 1 })
})
