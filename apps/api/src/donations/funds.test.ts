import { donations, donors } from '@chung-tay/contracts/donations'
import { funds } from '@chung-tay/contracts/funds'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeFund } from '@chung-tay/testing/ledger'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
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

const fresh = async () => {
  campaignId = (await makeCampaign(api.db)).id
  fundId = (await makeFund(api.db)).id
}

const hong = { kind: 'person', name: 'Đặng Thị Hồng' } as const
const cash = (amount: number, more: object = {}) => ({ method: 'cash' as const, amount, donor: hong, fundId, receivedOn: '2021-06-10', ...more })
const record = (body: ReturnType<typeof cash>, person = union) => person.call(donations.record, { params: { campaignId }, body })
const list = (query: object = {}, person = union) => person.call(donations.list, { params: { campaignId }, query })

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

  test('an account to transfer to is whole or there is none', async () => {
    const body = { ...input('Quỹ có tài khoản nhận chuyển khoản'), bankBin: '970436', bankAccount: '0123456789', bankHolder: 'Công đoàn Sở' } as const
    const half = await union.call(funds.create, { body: { ...body, bankAccount: null } })
    expect([half.status, half.json.fields]).toMatchObject([400, [{ path: 'bankAccount', code: 'required' }]])
    expect((await union.call(funds.create, { body: { ...body, bankBin: '123456' } as never })).json.fields?.[0]?.path).toBe('bankBin')
    const made = await union.call(funds.create, { body })
    expect(made.json).toMatchObject({ bankBin: '970436', bankAccount: '0123456789', bankHolder: 'Công đoàn Sở' })
    await expect(api.db.fund.update({ where: { id: made.json.id }, data: { bankHolder: null } })).rejects.toThrow(/Fund_bank_whole/)
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
    const { id: _, version: __, ...found } = (await union.call(donors.get, { params: { id: json.donor.id } })).json
    const body = { ...found, name: 'Công ty Cổ phần Đại Lộc', phone: null, anonymous: false }
    const changed = await union.call(donors.update, { params: { id: donor?.id ?? '' }, body }, { version: 1 })
    expect(changed.json).toMatchObject({ anonymous: false, version: 2 })
    expect((await list({ q: 'dai loc' })).json.items.map((item) => item.receipt)).toEqual([json.receipt])
    expect((await list({ q: 'dai phat' })).json.total).toBe(0)
    expect((await list({ q: json.receipt.toLowerCase() })).json.total).toBe(1)
    expect((await list()).json.total).toBe((await list({ from: '2000-01-01' })).json.total)
  })
})
