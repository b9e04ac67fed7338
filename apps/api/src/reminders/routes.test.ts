import { calendarFeeds, mails, reminders } from '@chung-tay/contracts/reminders'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { writeLetter } from '../notifications/outbox.ts'
import { startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

const body = { mail: false, hour: 14, quietDays: [6, 0, 3] }

describe('one’s own reminders', () => {
  test('are the usual ones until others are chosen, and each person’s own', async () => {
    const [person, other] = [await api.person([]), await api.person([])]
    await api.db.employee.update({ where: { id: person.employee.id }, data: { email: 'can.bo@example.vn' } })
    const usual = { mail: true, hour: 7, quietDays: [0, 6], email: 'can.bo@example.vn', mailServer: false, feedSince: null, version: 1 }
    expect((await person.call(reminders.get, {})).json).toEqual(usual)
    const chosen = { ...usual, mail: false, hour: 14, quietDays: [0, 3, 6], version: 2 }
    expect((await person.call(reminders.update, { body }, { version: 1 })).json).toEqual(chosen)
    expect((await person.call(reminders.get, {})).json).toEqual(chosen)
    expect((await other.call(reminders.get, {})).json).toMatchObject({ hour: 7, version: 1 })
    const entries = await api.db.auditEntry.findMany({ where: { subjectType: 'ReminderSetting', subjectId: person.userId } })
    expect(entries).toMatchObject([{ before: { hour: 7, quietDays: [0, 6] }, after: { hour: 14, quietDays: [0, 3, 6] } }])
  })

  test('two windows do not overwrite each other, from the first choice on', async () => {
    const person = await api.person([])
    const answers = await Promise.all([8, 9].map((hour) => person.call(reminders.update, { body: { ...body, hour } }, { version: 1 })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  test('the day that the digest was decided does not count as a choice', async () => {
    const person = await api.person([])
    await api.db.reminderSetting.create({ data: { userId: person.userId, remindedOn: new Date('2021-06-21') } })
    expect((await person.call(reminders.update, { body }, { version: 1 })).status).toBe(200)
  })

  test.each([{ hour: 21 }, { hour: -1 }, { quietDays: [7] }, { quietDays: [0.5] }])('refuse %o', async (wrong) => {
    const person = await api.person([])
    const { status, json } = await person.call(reminders.update, { body: { ...body, ...wrong } }, { version: 1 })
    expect([status, json.code]).toEqual([400, 'INVALID'])
  })

  test('nobody signed out has any', async () => {
    expect((await api.call(reminders.get, {})).status).toBe(401)
    expect((await api.call(reminders.update, { body }, { version: 1 })).status).toBe(401)
    expect((await api.call(calendarFeeds.make, {})).status).toBe(401)
    expect((await api.call(calendarFeeds.revoke, {})).status).toBe(401)
  })
})

describe('letters that could not be sent', () => {
  const failed = async (key: string, state: { failedAt?: Date; sentAt?: Date; error?: string | null }) => {
    await writeLetter({ db: api.db, clock: api.services.clock }, { key, to: 'sai@example.vn', subject: 'Nhắc việc', text: 'Nội dung riêng' })
    return api.db.mail.update({ where: { key }, data: { attempts: 6, error: '550 No such mailbox', ...state } })
  }

  test('are seen by the administrator without what they say, and tried once more', async () => {
    const admin = await api.person(['administrator'])
    const given = await failed('digest:2021-06-21:a', { failedAt: new Date() })
    const waiting = await failed('urgent:b', {})
    await failed('sent', { sentAt: new Date(), error: null })
    const { json } = await admin.call(mails.listUnsent, { query: {} })
    expect(json.items.map(({ id, kind, failedAt }) => [id, kind, failedAt !== null])).toEqual([
      [waiting.id, 'urgent', false],
      [given.id, 'digest', true],
    ])
    expect(JSON.stringify(json)).not.toContain('Nội dung riêng')
    const { json: retried } = await admin.call(mails.retry, { params: { id: given.id } })
    expect(retried).toMatchObject({ attempts: 0, failedAt: null })
    // One that still waits may be in another process's hands.
    expect((await admin.call(mails.retry, { params: { id: waiting.id } })).json.code).toBe('TRANSITION_NOT_ALLOWED')
  })

  test('concern nobody else', async () => {
    const { id } = await failed('digest:2021-06-22:a', { failedAt: new Date() })
    const office = await api.person(['office'])
    expect((await office.call(mails.listUnsent, { query: {} })).status).toBe(403)
    expect((await office.call(mails.retry, { params: { id } })).status).toBe(403)
    expect((await api.call(mails.listUnsent, { query: {} })).status).toBe(401)
    const auditor = await api.person(['auditor'])
    expect((await auditor.call(mails.retry, { params: { id } })).status).toBe(403)
  })
})
