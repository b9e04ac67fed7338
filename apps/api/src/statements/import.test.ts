import { bankLines } from '@chung-tay/contracts/bank-lines'
import { bankStatements } from '@chung-tay/contracts/bank-statements'
import { donations } from '@chung-tay/contracts/donations'
import { files } from '@chung-tay/contracts/files'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeFund } from '@chung-tay/testing/ledger'
import { csvOf, xlsxOf } from '@chung-tay/testing/statements/encode'
import {
  balance,
  credit,
  day,
  debit,
  june,
  letterhead,
  type Movement,
  reference,
  statementAccount,
  tableOf,
  text,
} from '@chung-tay/testing/statements/movements'
import { nastyFiles } from '@chung-tay/testing/statements/nasty'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let union: Person
let campaignId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'), { today: '2021-07-05' })
  union = await api.person(['union'])
  campaignId = (await makeCampaign(api.db)).id
})
afterAll(() => api.stop())

/** A fund with an account of its own, so that tests do not see each other's lines. */
let accounts = 0
const newAccount = async (): Promise<string> => {
  const account = `25002010${String(++accounts).padStart(5, '0')}`
  await makeFund(api.db, { bankBin: '970405', bankAccount: account, bankHolder: 'CONG DOAN' })
  return account
}

const upload = async (bytes: Buffer, name = 'sao-ke.xlsx', { cookie } = union) => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const encoded = new Response(form)
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/files',
    headers: { cookie, 'idempotency-key': crypto.randomUUID(), 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  })
  expect([name, answer.statusCode]).toEqual([name, 201])
  return files.upload.response.parse(answer.json()).id
}

const columns = [day('Ngày'), reference('Số CT'), debit('Nợ'), credit('Có'), balance('Số dư'), text('Nội dung')]
const fileOf = (account: string, movements: readonly Movement[] = june) => xlsxOf({ rows: [...letterhead(account), ...tableOf(columns, movements)] })

const check = async (fileId: string, query: object = {}) => union.call(bankStatements.check, { params: { campaignId }, query: { fileId, ...query } })
const take = async (bytes: Buffer, { account = null, name }: { account?: string | null; name?: string } = {}) =>
  union.call(bankStatements.import, { params: { campaignId }, body: { fileId: await upload(bytes, name), account } })
const linesOf = async (account: string) =>
  (await api.db.bankLine.findMany({ where: { account }, orderBy: [{ day: 'asc' }, { row: 'asc' }] })).map(
    ({ amount, direction, reference: number }) => [Number(amount), direction, number],
  )

describe('a statement', () => {
  test('is looked at before anything is written, and then waits line by line', async () => {
    const account = await newAccount()
    const fileId = await upload(fileOf(account))
    const { status, json } = await check(fileId)
    expect([status, json.account, json.counts]).toEqual([200, account, { new: 8, known: 0, unclear: 0, ignored: 6 }])
    expect([json.from, json.to, json.credits, json.debits]).toEqual([
      '2021-06-01',
      '2021-06-30',
      { count: 6, amount: 14_299_257 },
      { count: 2, amount: 8_011_000 },
    ])
    expect(await linesOf(account)).toEqual([])
    const made = await union.call(bankStatements.import, { params: { campaignId }, body: { fileId, account: null } })
    expect([made.status, made.json.added, made.json.known]).toEqual([201, 8, 0])
    const list = (await union.call(bankLines.list, { params: { campaignId }, query: { statementId: made.json.id } })).json
    expect(list.sums).toEqual({ credits: 14_299_257, matched: 0, setAside: 0, waiting: 14_299_257, waitingCount: 6 })
    expect(list.items.every((line) => line.status === 'waiting')).toBe(true)
    // Nothing counts as received before somebody has said what it is.
    expect((await union.call(donations.list, { params: { campaignId }, query: {} })).json.total).toBe(0)
  })

  test('that is the very same file says so and adds nothing', async () => {
    const account = await newAccount()
    await take(fileOf(account))
    const again = await take(fileOf(account), { name: 'ten-khac.xlsx' })
    expect([again.status, again.json.code]).toEqual([409, 'STATEMENT_KNOWN'])
    const { json } = await check(await upload(fileOf(account)))
    expect(json.imported).toMatchObject({ byName: union.employee.name })
    expect(await linesOf(account)).toHaveLength(8)
  })

  test('that overlaps adds the new lines alone, also out of another program', async () => {
    const account = await newAccount()
    await take(fileOf(account, june.slice(0, 5)))
    const csv = Buffer.from(
      csvOf(
        [
          ...letterhead(account),
          ...tableOf([day('Ngày'), debit('Nợ'), credit('Có'), text('Diễn giải', (words) => words.slice(0, 20))], june.slice(2)),
        ],
        ';',
      ),
    )
    const { json } = await check(await upload(csv, 'sao-ke.csv'))
    expect(json.counts).toMatchObject({ new: 3, known: 3 })
    expect((await take(csv, { name: 'sao-ke.csv' })).json).toMatchObject({ added: 3, known: 3 })
    expect(await linesOf(account)).toHaveLength(8)
  })

  test('taken in by twenty at once is there once', async () => {
    const account = await newAccount()
    const ids = await Promise.all(Array.from({ length: 20 }, (_, at) => upload(fileOf(account, at % 2 === 0 ? june : june.slice(at % 4)))))
    const answers = await Promise.all(
      ids.map((fileId) => union.call(bankStatements.import, { params: { campaignId }, body: { fileId, account: null } })),
    )
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0)
    expect(await linesOf(account)).toHaveLength(8)
  })

  test('of somebody else’s account is refused, a silent one asks for the account', async () => {
    const strange = await take(fileOf('999900001111'))
    expect([strange.status, strange.json.code, strange.json.details]).toEqual([409, 'BANK_ACCOUNT_UNKNOWN', { account: '999900001111' }])
    const account = await newAccount()
    const silent = xlsxOf({ rows: tableOf(columns) })
    const { json } = await check(await upload(silent))
    expect([json.account, json.accounts.map((one) => one.account)]).toEqual([null, expect.arrayContaining([account])])
    expect((await take(silent)).json).toMatchObject({ code: 'INVALID', fields: [{ path: 'account', code: 'required' }] })
    expect((await take(silent, { account: '123' })).json.code).toBe('BANK_ACCOUNT_UNKNOWN')
    expect((await take(silent, { account })).json).toMatchObject({ added: 8, account })
  })

  test('is none without a head, and a text that is no table is not even taken', async () => {
    const answer = await take(xlsxOf({ rows: [['Kính gửi'], ['Danh sách', 'Họ và tên']] }))
    expect([answer.status, answer.json.code, answer.json.details]).toEqual([422, 'IMPORT_UNREADABLE', { problem: 'statement' }])
  })

  test('is taken in by the union alone; who reads the books sees it, the file too', async () => {
    const account = await newAccount()
    const { json: statement } = await take(fileOf(account))
    for (const role of ['office', 'auditor', 'leadership'] as const) {
      const person = await api.person([role])
      const list = await person.call(bankStatements.list, { params: { campaignId }, query: {} })
      expect([role, list.status, list.json.items.some(({ id }) => id === statement.id)]).toEqual([role, 200, true])
      const file = await person.call(files.download, { params: { fileId: statement.fileId ?? '' } })
      expect([role, file.status]).toEqual([role, 200])
      const fileId = await upload(fileOf(account), 'a.xlsx', person)
      expect((await person.call(bankStatements.import, { params: { campaignId }, body: { fileId, account: null } })).status).toBe(403)
    }
    const head = await api.person(['unitHead'])
    expect((await head.call(bankLines.list, { params: { campaignId }, query: {} })).status).toBe(403)
    expect((await head.call(files.download, { params: { fileId: statement.fileId ?? '' } })).status).toBe(404)
  })

  test('keeps its lines as the bank told them: the program may not change or delete one', async () => {
    const account = await newAccount()
    await take(fileOf(account))
    await expect(api.db.bankLine.updateMany({ where: { account }, data: { amount: 1 } })).rejects.toThrow()
    await expect(api.db.bankLine.deleteMany({ where: { account } })).rejects.toThrow()
  })
})

test('the nastiest come through the door as they are', async () => {
  await makeFund(api.db, { bankBin: '970405', bankAccount: statementAccount, bankHolder: 'CONG DOAN' })
  const nasty = nastyFiles().filter((_, at) => at % 4 === 0 || at > 36)
  for (const { title, file, fileName, expected, unclear } of nasty) {
    const fileId = await upload(file, fileName)
    const { status, json } = await check(fileId, { account: statementAccount })
    const rows = json.rows?.filter(({ outcome }) => outcome === 'new')
    expect([title, status, rows?.length, json.counts?.unclear]).toEqual([title, 200, expected.length, unclear.length])
  }
})

test('a thousand lines are read and taken in fast', async () => {
  const account = await newAccount()
  const many = Array.from({ length: 1_000 }, (_, at): Movement => {
    const one = june[at % june.length] as Movement
    return {
      ...one,
      direction: 'credit',
      day: `2021-06-${String(1 + Math.floor(at / 40)).padStart(2, '0')}`,
      reference: `FT${at}`,
      balance: 1_000_000 + at,
    }
  })
  const file = fileOf(account, many)
  const started = performance.now()
  const fileId = await upload(file)
  const { json } = await check(fileId)
  const checked = performance.now()
  const made = await union.call(bankStatements.import, { params: { campaignId }, body: { fileId, account: null } })
  const ended = performance.now()
  expect([json.counts.new, made.json.added]).toEqual([1_000, 1_000])
  console.info(`1.000 lines: upload and check ${Math.round(checked - started)} ms, import ${Math.round(ended - checked)} ms`)
  expect(ended - started).toBeLessThan(10_000)
})
