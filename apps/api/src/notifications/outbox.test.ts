import { setTimeout as wait } from 'node:timers/promises'
import { type MailServer, startMailServer } from '@chung-tay/testing/mail-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi } from '../test-api.ts'
import { createSendMail, type SendMail } from './mail.ts'
import { sendLetters, writeLetter } from './outbox.ts'

let api: TestApi
let mail: MailServer
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())
beforeEach(async () => {
  await api.db.mail.deleteMany()
  mail = await startMailServer()
})
afterEach(() => mail.close())

const start = new Date('2021-06-21T01:00:00Z')
/** So many minutes later. */
const clockAt = (minutes = 0) => ({ now: () => new Date(start.getTime() + minutes * 60_000), today: () => '2021-06-21' })
const smtp = () => createSendMail(mail.url, 'Văn phòng Sở <van.thu@example.vn>', { seconds: 1 })
const send = (minutes = 0, sendMail: SendMail = smtp()) => sendLetters({ ...api.services, clock: clockAt(minutes), sendMail })
const write = (key: string, to = 'truong.phong@example.vn') =>
  writeLetter({ db: api.db, clock: clockAt() }, { key, to, subject: `Nhắc việc: ${key}`, text: 'Kính gửi Trưởng phòng,\n\nCòn 2 nhiệm vụ trễ hạn.' })
const kept = (key: string) => api.db.mail.findUniqueOrThrow({ where: { key } })

test('a letter goes out by SMTP, in Vietnamese, once', async () => {
  expect([await write('a'), await write('a')]).toEqual([1, 0])
  expect(await send()).toEqual({ sent: 1, failed: 0 })
  expect(await send(60)).toEqual({ sent: 0, failed: 0 })
  expect(mail.letters).toHaveLength(1)
  expect(mail.letters[0]).toMatchObject({ to: ['truong.phong@example.vn'], messageId: expect.stringMatching(/^<[0-9a-f]{40}@example\.vn>$/) })
  expect(mail.letters[0]?.text).toContain('Còn 2 nhiệm vụ trễ hạn.')
  expect(mail.letters[0]?.headers).toMatch(/^Auto-Submitted: auto-generated$/im)
  expect(await kept('a')).toMatchObject({ sentAt: clockAt().now(), attempts: 1, error: null })
})

const keys = Array.from({ length: 12 }, (_, at) => `race-${at}`)

test('three processes send each letter exactly once', async () => {
  for (const key of keys) await write(key)
  const sums = await Promise.all([send(), send(), send()])
  expect(sums.reduce((sum, { sent }) => sum + sent, 0)).toBe(keys.length)
  expect(mail.letters).toHaveLength(keys.length)
  expect(new Set(mail.letters.map(({ messageId }) => messageId)).size).toBe(keys.length)
})

test('without the claim, three processes send doubles', async () => {
  for (const key of keys) await write(key)
  const sendMail = smtp()
  const naive = async () => {
    for (const letter of await api.db.mail.findMany({ where: { sentAt: null } })) {
      await sendMail(letter)
      await api.db.mail.update({ where: { id: letter.id }, data: { sentAt: start } })
    }
  }
  await Promise.all([naive(), naive(), naive()])
  expect(mail.letters.length).toBeGreaterThan(keys.length)
})

test('a refused address is tried again after pauses, then given up, and holds nobody else up', async () => {
  mail.behave((to) => (to.startsWith('sai') ? 'refuse' : 'take'))
  await write('refused', 'sai.dia.chi@example.vn')
  await write('good')
  expect(await send()).toEqual({ sent: 1, failed: 1 })
  expect(await kept('refused')).toMatchObject({ attempts: 1, sentAt: null, failedAt: null, error: expect.stringContaining('No such mailbox') })
  expect(await send(0.5)).toEqual({ sent: 0, failed: 0 })
  for (const minutes of [1, 6, 21, 81, 321]) expect(await send(minutes)).toEqual({ sent: 0, failed: 1 })
  expect(await kept('refused')).toMatchObject({ attempts: 6, sentAt: null, failedAt: clockAt(321).now() })
  expect(await send(10_000)).toEqual({ sent: 0, failed: 0 })
})

test('a server that hangs ends the round in time; the letter goes when it is well again', async () => {
  mail.behave(() => 'hang')
  await write('first')
  await write('second')
  const begun = Date.now()
  expect(await send()).toEqual({ sent: 0, failed: 1 })
  expect(Date.now() - begun).toBeLessThan(5_000)
  mail.behave(() => 'take')
  expect(await send(1)).toEqual({ sent: 2, failed: 0 })
  expect(mail.letters).toHaveLength(2)
})

test('no server at all keeps the letters', async () => {
  await write('kept')
  await mail.close()
  expect(await send()).toEqual({ sent: 0, failed: 1 })
  expect((await kept('kept')).error).toMatch(/ECONNREFUSED|refused/i)
  mail = await startMailServer()
  expect(await send(1)).toEqual({ sent: 1, failed: 0 })
})

test('a letter whose taking was never heard of goes again under the same Message-ID', async () => {
  mail.behave(() => 'drop')
  await write('twice')
  expect(await send()).toEqual({ sent: 0, failed: 1 })
  mail.behave(() => 'take')
  expect(await send(1)).toEqual({ sent: 1, failed: 0 })
  expect(mail.letters).toHaveLength(2)
  expect(new Set(mail.letters.map(({ messageId }) => messageId)).size).toBe(1)
})

test('what a process held when it died is sent by another when the lease has run out, and not before', async () => {
  await write('orphan')
  const died = send(0, () => new Promise<void>(() => {}))
  await expect.poll(async () => (await kept('orphan')).attempts).toBe(1)
  expect(await send(4)).toEqual({ sent: 0, failed: 0 })
  expect(await send(5)).toEqual({ sent: 1, failed: 0 })
  expect(await Promise.race([died, wait(10, 'still held')])).toBe('still held')
})

test('what was sent is kept for a month', async () => {
  await write('old')
  await send()
  await send(29 * 24 * 60)
  expect(await api.db.mail.count()).toBe(1)
  await send(31 * 24 * 60)
  expect(await api.db.mail.count()).toBe(0)
})
