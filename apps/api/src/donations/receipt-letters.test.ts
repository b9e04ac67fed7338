import { donations, donors } from '@chung-tay/contracts/donations'
import { receiptLetters } from '@chung-tay/contracts/receipt-letters'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeDonation, makeDonor } from '@chung-tay/testing/donations'
import { type MailServer, startMailServer } from '@chung-tay/testing/mail-server'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { createSendMail } from '../notifications/mail.ts'
import { sendLetters } from '../notifications/outbox.ts'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let server: MailServer
let union: Person
let campaignId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'), { mails: true })
  server = await startMailServer()
  union = await api.person(['union'])
  campaignId = (await makeCampaign(api.db, { year: 2021, status: 'running' })).id
})
afterAll(async () => {
  await server.close()
  await api.stop()
})

const given = async (email: string | null = 'nguoi.ung.ho@example.vn') => {
  const donorId = (await makeDonor(api.db, { name: 'Đặng Thị Hồng', email })).id
  return makeDonation(api.db, { campaignId, donorId, amount: 450_000n })
}
const mail = (id: string, key = crypto.randomUUID()) => union.call(receiptLetters.mail, { params: { id } }, { key })
const list = async (id: string) => (await union.call(receiptLetters.list, { params: { id } })).json
const send = () => sendLetters({ ...api.services, sendMail: createSendMail(server.url, 'Công đoàn Sở <cong.doan@example.vn>', { seconds: 5 }) })
const last = () => server.letters.at(-1)

test('a receipt goes to its giver as a PDF, once for each press, and who sent it stays known', async () => {
  const { id, receiptNumber } = await given()
  const key = crypto.randomUUID()
  const [first, again] = [await mail(id, key), await mail(id, key)]
  expect([first.status, first.json]).toMatchObject([201, { to: 'nguoi.ung.ho@example.vn', byName: union.employee.name, state: 'waiting' }])
  expect(again.json).toEqual(first.json)
  expect((await mail(id)).json).toMatchObject({ code: 'LETTER_REFUSED', details: { why: 'waits' } })
  expect(await api.db.mail.count({ where: { key: { startsWith: `receipt:${id}` } } })).toBe(1)
  expect(await send()).toEqual({ sent: 1, failed: 0 })
  expect(last()?.to).toEqual(['nguoi.ung.ho@example.vn'])
  const raw = last()?.text ?? ''
  expect(raw).toMatch(new RegExp(`Content-Type: application/pdf; name="?PT000${receiptNumber}-2021.pdf`))
  const [, encoded = ''] = /application\/pdf.*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/s.exec(raw) ?? []
  expect(Buffer.from(encoded, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  expect((await list(id)).items.map(({ state }) => state)).toEqual(['sent'])
  // The letter is deleted after a month.
  await api.db.mail.deleteMany()
  expect((await list(id)).items).toMatchObject([{ to: 'nguoi.ung.ho@example.vn', state: 'sent' }])
  expect((await mail(id)).status).toBe(201)
  expect((await list(id)).items.map(({ state }) => state)).toEqual(['waiting', 'sent'])
  await send()
})

test('twenty presses at once write one letter', async () => {
  const { id } = await given()
  const answers = await Promise.all(Array.from({ length: 20 }, () => mail(id)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  // Who comes second is told why; nobody waits for a connection that another one holds.
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
  expect((await list(id)).items).toHaveLength(1)
  await send()
})

test('that of a donation that was taken back says so', async () => {
  const { id } = await given()
  await union.call(donations.void, { params: { id }, body: { reason: 'Ghi nhầm số tiền' } }, { version: 1 })
  expect((await mail(id)).status).toBe(201)
  await send()
  expect(Buffer.from(/Subject: =\?UTF-8\?(?:B|Q)\?(.*?)\?=/i.exec(last()?.headers ?? '')?.[1] ?? '', 'utf8').length).toBeGreaterThan(0)
  const letter = await api.db.mail.findFirstOrThrow({ where: { key: { startsWith: `receipt:${id}` } } })
  expect(letter.subject).toMatch(/đã hủy$/)
  expect(letter.text).toContain('đã được hủy trong sổ')
})

test('without an address nothing is written; an employee is reached at work', async () => {
  const { id, donorId } = await given(null)
  expect((await mail(id)).json).toMatchObject({ code: 'LETTER_REFUSED', details: { why: 'no_address' } })
  await api.db.employee.update({ where: { id: union.employee.id }, data: { email: 'noi.lam.viec@example.vn' } })
  await api.db.donor.update({ where: { id: donorId }, data: { employeeId: union.employee.id } })
  expect(await list(id)).toMatchObject({ mailServer: true, address: 'noi.lam.viec@example.vn', items: [] })
  const { id: _, version, ...body } = (await union.call(donors.get, { params: { id: donorId } })).json
  await union
    .call(donors.update, { params: { id: donorId }, body: { ...body, email: 'khong phai thu' } }, { version })
    .then(({ status }) => expect(status).toBe(400))
  expect((await mail(id)).json.to).toBe('noi.lam.viec@example.vn')
})

test('only who records donations sends; without a mail server it says so', async () => {
  const { id } = await given()
  const auditor = await api.person(['auditor'])
  expect((await auditor.call(receiptLetters.mail, { params: { id } })).status).toBe(403)
  expect((await auditor.call(receiptLetters.list, { params: { id } })).status).toBe(200)
  const silent = await startTestApi(inject('testServer'))
  const person = await silent.person(['union'])
  const donation = await makeDonation(silent.db, { donorId: (await makeDonor(silent.db, { email: 'a@example.vn' })).id })
  const answer = await person.call(receiptLetters.mail, { params: { id: donation.id } })
  expect([answer.json, await silent.db.mail.count()]).toMatchObject([{ code: 'LETTER_REFUSED', details: { why: 'no_server' } }, 0])
  await silent.stop()
})
