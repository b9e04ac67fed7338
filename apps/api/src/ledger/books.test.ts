import { createHash } from 'node:crypto'
import { disbursements } from '@chung-tay/contracts/ledger'
import { ledgerBooks } from '@chung-tay/contracts/ledger-books'
import { balanceCounts } from '@chung-tay/contracts/ledger-closing'
import { docxWords } from '@chung-tay/documents/opened'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation, makeDonor } from '@chung-tay/testing/donations'
import { makeFund } from '@chung-tay/testing/ledger'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let fundId: string
const day = (date: string) => new Date(`${date}T00:00:00Z`)
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  union = await api.person(['union'])
  const { id: campaignId } = await makeCampaign(api.db)
  fundId = (await makeFund(api.db, { name: 'Ủng hộ trẻ em khuyết tật' })).id
  const donorId = (await makeDonor(api.db, { name: '=HYPERLINK("x")' })).id
  await makeDonation(api.db, { campaignId, fundId, amount: 1_000_000n, receivedOn: day('2021-05-20') })
  await makeDonation(api.db, { campaignId, fundId, amount: 250_000n, receivedOn: day('2021-06-02'), donorId })
  await makeDonation(api.db, { campaignId, amount: 40_000n, receivedOn: day('2021-06-03') })
  const body = { kind: 'payment', purpose: 'gift', method: 'cash', fundId, amount: 300_000, payee: 'Cửa hàng Hồng Hà', paidOn: '2021-06-10' } as const
  expect((await union.call(disbursements.record, { params: { campaignId }, body })).status).toBe(201)
})
afterAll(() => api.stop())

const period = 'from=2021-06-01&to=2021-06-30'
const get = (url: string, cookie = union.cookie) => api.app.inject({ method: 'GET', url: `/api${url}`, headers: { cookie } })

describe('the printed books', () => {
  test('of cash: what there was, each movement with what was left, and what there is', async () => {
    const { statusCode, rawPayload } = await get(`${ledgerBooks.account.path}?${period}&account=111&fundId=${fundId}`)
    expect(statusCode).toBe(200)
    const words = docxWords(rawPayload)
    for (const line of [
      'SỔ QUỸ TIỀN MẶT',
      'Ủng hộ trẻ em khuyết tật',
      'Số dư đầu kỳ | 1.000.000',
      '250.000 |  | 1.250.000',
      'Cửa hàng Hồng Hà |  | 300.000 | 950.000',
      'Cộng phát sinh trong kỳ | 250.000 | 300.000',
      'Số dư cuối kỳ | 950.000',
    ])
      expect(words).toContain(line)
    // Of all funds the other one's money is in it, too.
    const all = docxWords((await get(`${ledgerBooks.account.path}?${period}&account=111`)).rawPayload)
    expect(all).toContain('Số dư cuối kỳ | 990.000')
  })

  test('of the journal: debit and credit to the đồng; both as PDF, too', async () => {
    const words = docxWords((await get(`${ledgerBooks.journal.path}?${period}`)).rawPayload)
    expect(words).toContain('Cộng | 590.000 | 590.000')
    for (const path of [
      `${ledgerBooks.accountPdf.path}?${period}&account=112`,
      `${ledgerBooks.journalPdf.path}?${period}`,
      `${ledgerBooks.dayPdf.path}?${period}`,
      `${ledgerBooks.fundPdf.path}?${period}&fundId=${fundId}`,
    ]) {
      const { statusCode, rawPayload } = await get(path)
      expect([statusCode, rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    }
  })

  test('of one fund: with the accounts on the other side, and what it is made of', async () => {
    const words = docxWords((await get(`${ledgerBooks.fund.path}?${period}&fundId=${fundId}`)).rawPayload)
    for (const line of [
      'SỔ CHI TIẾT QUỸ',
      'Số dư đầu kỳ | 1.000.000',
      ' | 111 | 511 | 250.000 |  | 1.250.000',
      ' | 111 | 611 |  | 300.000 | 950.000',
    ])
      expect(words).toContain(line)
    for (const line of ['Số dư cuối kỳ | 950.000', 'Trong đó: tiền mặt | 950.000', 'Trong đó: hiện vật trong kho | 0']) expect(words).toContain(line)
  })

  test('of the days: each added up, under the numbers of the vouchers', async () => {
    const words = docxWords((await get(`${ledgerBooks.day.path}?${period}`)).rawPayload)
    expect(words).toMatch(/10\/06\/2021 \| PC0001\/2021 \| Cửa hàng Hồng Hà \| Ủng hộ trẻ em khuyết tật \| Tiền mặt \| {2}\| 300.000/)
    for (const line of ['Cộng ngày 02/06/2021 | 250.000 | 0 | 1.250.000', 'Cộng ngày 10/06/2021 | 0 | 300.000 | 990.000'])
      expect(words).toContain(line)
  })

  test('begin a year with what the year before left', async () => {
    const next = 'from=2022-01-01&to=2022-12-31'
    for (const [path, account] of [
      [ledgerBooks.account.path, '&account=111'],
      [ledgerBooks.day.path, ''],
      [ledgerBooks.fund.path, `&fundId=${fundId}`],
    ] as const) {
      const closing = /(?:Số dư cuối kỳ|Cộng phát sinh trong kỳ \|[^|]*\|[^|]*) \| ([\d.]+)/.exec(
        docxWords((await get(`${path}?from=2021-01-01&to=2021-12-31${account}`)).rawPayload),
      )
      expect(closing?.[1]).toBeDefined()
      expect(docxWords((await get(`${path}?${next}${account}`)).rawPayload)).toContain(`Số dư đầu năm | ${closing?.[1]}`)
    }
  })

  test('for the auditors: tables with the digest of each, cells that no spreadsheet runs', async () => {
    await union.call(balanceCounts.record, { body: { account: '111', countedOn: '2021-06-15', counted: 990_000 } })
    const files = unzipSync((await get(`${ledgerBooks.audit.path}?${period}`)).rawPayload)
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
    const sums = text('SHA256SUMS.txt').trim().split('\n')
    expect(sums).toHaveLength(5)
    for (const sum of sums) {
      const [digest, name = ''] = sum.split('  ')
      expect(
        createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex'),
      ).toBe(digest)
    }
    const lines = text('so-nhat-ky.csv').trim().split('\r\n')
    expect(lines).toHaveLength(1 + 6)
    expect(lines.join('\n')).not.toMatch(/(^|,)=/m)
    expect(text('kiem-ke.csv')).toContain('990000,990000')
    expect(text('phep-kiem-tra.csv')).not.toContain('Sai')
  })

  test('are for who may read the ledger, in a period that is one', async () => {
    const head = await api.person(['unitHead'])
    const url = `${ledgerBooks.journal.path}?${period}`
    expect([(await get(url, head.cookie)).statusCode, (await get(url, '')).statusCode]).toEqual([403, 401])
    expect((await get(`${ledgerBooks.journal.path}?from=2021-07-01&to=2021-06-01`)).statusCode).toBe(400)
    const absent = await get(`${ledgerBooks.account.path}?${period}&account=111&fundId=${crypto.randomUUID()}`)
    expect(absent.statusCode).toBe(404)
  })
})
