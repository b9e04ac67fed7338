import { calendarFeeds } from '@chung-tay/contracts/reminders'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeNomination } from '@chung-tay/testing/awards'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeChild } from '@chung-tay/testing/children'
import { makeEvent } from '@chung-tay/testing/events'
import { makeTask } from '@chung-tay/testing/tasks'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'
import { writeCalendar } from './calendar.ts'
import { hashOf } from './service.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

const makeFeed = async (person: Person): Promise<string> => (await person.call(calendarFeeds.make, {})).json.path
const get = (url: string, headers: Record<string, string> = {}) => api.app.inject({ method: 'GET', url, headers })
const eventsOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
const titles = async (person: Person) => eventsOf((await get(await makeFeed(person))).body).map(({ summary }) => summary)
const running = (year: number) => makeCampaign(api.db, { year, status: 'running' })
let year = 2030

/** What the office wrote: commas, semicolons, marks and a line that is longer than iCalendar allows. */
const title = 'Tuyên truyền, phổ biến Luật Trẻ em; kỹ năng phòng, chống xâm hại, bạo lực và tai nạn thương tích cho trẻ em'
const instructions = 'Treo băng rôn tại trụ sở;\nchụp ảnh, gửi kèm \\ ghi rõ ngày'

const headWithTask = async () => {
  const head = await api.person(['unitHead'])
  const campaign = await running(++year)
  const task = await makeTask(api.db, {
    campaignId: campaign.id,
    unitId: head.employee.unitId,
    title,
    instructions,
    dueOn: toDbDate('2021-06-30'),
    version: 3,
    createdAt: new Date('2021-05-24T02:30:00Z'),
    updatedAt: new Date('2021-06-02T03:00:00Z'),
  })
  return { head, task }
}

describe('the calendar of a person', () => {
  test('is iCalendar as calendars read it: whole days, stable names, counted changes, a call the day before', async () => {
    const { head, task } = await headWithTask()
    const { body, headers, statusCode } = await get(await makeFeed(head))
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    const calendar = new ICAL.Component(ICAL.parse(body))
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Ho_Chi_Minh')
    const [event, ...more] = eventsOf(body)
    expect(more).toEqual([])
    expect(event).toMatchObject({ uid: `task-${task.id}@chung-tay`, summary: `Hạn: ${title}`, sequence: 2 })
    expect(event?.description).toContain(instructions)
    expect([event?.startDate.isDate, event?.startDate.toString(), event?.endDate.toString()]).toEqual([true, '2021-06-30', '2021-07-01'])
    const property = (name: string) => event?.component.getFirstPropertyValue(name)?.toString()
    expect([property('last-modified'), property('dtstamp')]).toEqual(['2021-06-02T03:00:00Z', '2021-06-02T03:00:00Z'])
    expect(property('url')).toMatch(new RegExp(`/${year}/tasks/${task.id}$`))
    const alarm = event?.component.getFirstSubcomponent('valarm')
    // Seven in the morning of the day before.
    expect([alarm?.getFirstPropertyValue('action'), alarm?.getFirstPropertyValue('trigger')?.toString()]).toEqual(['DISPLAY', '-PT17H'])
  })

  test('keeps to RFC 5545: CRLF, lines of at most 75 octets that never cut a letter, text escaped', async () => {
    const { body } = await get(await makeFeed((await headWithTask()).head))
    expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(body.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
    const lines = body.split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.some((line) => line.startsWith(' '))).toBe(true)
    const unfolded = body.replaceAll('\r\n ', '')
    expect(unfolded).toContain(`SUMMARY:Hạn: ${title.replaceAll(',', '\\,').replaceAll(';', '\\;')}`)
    expect(unfolded).toContain('Treo băng rôn tại trụ sở\\;\\nchụp ảnh\\, gửi kèm \\\\ ghi rõ ngày')
    for (const required of ['UID', 'DTSTAMP', 'DTSTART;VALUE=DATE', 'SEQUENCE', 'LAST-MODIFIED']) expect(unfolded).toContain(`\r\n${required}:`)
  })

  test('with nothing in it is a calendar too, and one of hundreds is whole', async () => {
    const entry = { day: '2021-06-30', text: 'BEGIN:VEVENT\r\nEND:VEVENT', place: '', link: 'http://localhost', alarm: true, changes: 0 }
    const entries = Array.from({ length: 450 }, (_, at) => ({
      ...entry,
      uid: `${at}@test`,
      title: `Việc ${at}`,
      createdAt: new Date(0),
      changedAt: new Date(0),
    }))
    const read = async (some: typeof entries) => eventsOf(await writeCalendar({ name: 'Lịch', alarmHour: 7, entries: some }))
    expect(await read([])).toEqual([])
    expect((await read(entries)).map(({ uid }) => uid)).toEqual(entries.map(({ uid }) => uid))
  })

  test('is unchanged until something changes, and says so', async () => {
    const { head, task } = await headWithTask()
    const path = await makeFeed(head)
    const first = await get(path)
    const etag = String(first.headers.etag)
    const again = await get(path, { 'if-none-match': etag })
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', etag])
    await api.db.task.update({ where: { id: task.id }, data: { dueOn: toDbDate('2021-07-02'), version: { increment: 1 } } })
    const changed = await get(path, { 'if-none-match': etag })
    expect(changed.statusCode).toBe(200)
    expect(eventsOf(changed.body)[0]).toMatchObject({ uid: `task-${task.id}@chung-tay`, sequence: 3 })
  })
})

describe('what stands in it', () => {
  test('own tasks and parts, those of headed units, events and, for who sends it, the report; the office sees all', async () => {
    const { id: campaignId } = await running(++year)
    const [head, employee, office, leader] = [
      await api.person(['unitHead']),
      await api.person([]),
      await api.person(['office']),
      await api.person(['leadership']),
    ]
    const { unitId } = head.employee
    const given = await makeTask(api.db, { campaignId, unitId, title: 'Giao cho cán bộ', assigneeId: employee.employee.id })
    await makeTask(api.db, { campaignId, unitId, title: 'Của đơn vị' })
    await makeTask(api.db, { campaignId, title: 'Của đơn vị khác' })
    const submission = { submittedOn: toDbDate('2021-06-10'), submittedAt: new Date('2021-06-10T02:00:00Z') }
    await makeTask(api.db, { campaignId, unitId, title: 'Đã xong', status: 'accepted', ...submission })
    await makeTask(api.db, { campaignId, unitId, title: 'Đã gửi', status: 'submitted', ...submission })
    const step = { taskId: given.id, dueOn: toDbDate('2021-06-25'), createdAt: new Date('2021-06-01T02:00:00Z') }
    await api.db.taskStep.create({ data: { ...step, title: 'In tờ rơi', assigneeId: employee.employee.id } })
    await api.db.taskStep.create({ data: { ...step, title: 'Việc của người khác', assigneeId: head.employee.id } })
    await makeEvent(api.db, { campaignId, name: 'Tham quan bảo tàng', status: 'planned' })
    const ofThisTest = async (person: Person) => {
      const known = ['Giao cho', 'Của đơn vị', 'Đã xong', 'Đã gửi', 'In tờ rơi', 'Việc của', 'Tham quan', `năm ${year}`]
      return (await titles(person)).filter((one) => known.some((word) => one.includes(word))).sort()
    }
    const report = `Hạn gửi báo cáo kết quả Tháng hành động vì trẻ em năm ${year}`
    expect(await ofThisTest(employee)).toEqual(['Hạn: Giao cho cán bộ', 'Hạn: In tờ rơi', 'Tham quan bảo tàng'])
    expect(await ofThisTest(head)).toEqual(
      ['Hạn: Của đơn vị', 'Hạn: Giao cho cán bộ', 'Hạn: Việc của người khác', 'Tham quan bảo tàng', 'Đã báo cáo: Đã gửi'].sort(),
    )
    expect(await ofThisTest(leader)).toEqual([report, 'Tham quan bảo tàng'].sort())
    expect(await ofThisTest(office)).toEqual(
      [report, 'Hạn: Của đơn vị', 'Hạn: Của đơn vị khác', 'Hạn: Giao cho cán bộ', 'Tham quan bảo tàng', 'Đã báo cáo: Đã gửi'].sort(),
    )
  })

  test('an event that was called off stays, and says so', async () => {
    const { id: campaignId } = await running(++year)
    await makeEvent(api.db, { campaignId, name: 'Đi bơi', status: 'cancelled' })
    await makeEvent(api.db, { campaignId, name: 'Đi bảo tàng', status: 'planned' })
    const { body } = await get(await makeFeed(await api.person(['office'])))
    const entryOf = (name: string) => body.split('BEGIN:VEVENT').find((entry) => entry.includes(`SUMMARY:${name}`))
    expect(entryOf('Đi bơi')).toContain('STATUS:CANCELLED')
    expect(entryOf('Đi bảo tàng')).not.toContain('STATUS:CANCELLED')
  })

  test('nothing of a draft or a closed year, and never a child’s name', async () => {
    const office = await api.person(['office', 'union'])
    const child = await makeChild(api.db, { name: 'Đặng Gia Hân Thư' })
    await makeNomination(api.db, { childId: child.id, submittedById: office.userId })
    for (const status of ['draft', 'closed'] as const) {
      const { id: campaignId } = await makeCampaign(api.db, { year: ++year, status })
      await makeTask(api.db, { campaignId, title: `Việc của năm ${status}` })
    }
    const { body } = await get(await makeFeed(office))
    const unfolded = body.replaceAll('\r\n ', '')
    for (const hidden of ['Gia Hân', 'Việc của năm']) expect(unfolded).not.toContain(hidden)
  })
})

describe('the address', () => {
  const wrong = '/api/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics'
  const refusalOf = async (path: string) => {
    const { statusCode, body, headers } = await get(path)
    return { statusCode, body: body.replace(/"(instance|requestId|id)":"[^"]*"/g, ''), type: headers['content-type'] }
  }

  test('is random, kept as a hash alone, and told once even to who repeats the request', async () => {
    const person = await api.person([])
    const key = crypto.randomUUID()
    const [first, second] = [await person.call(calendarFeeds.make, {}, { key }), await person.call(calendarFeeds.make, {}, { key })]
    const tokenOf = (path: string) => /^\/api\/calendar\/([\w-]{43})\.ics$/.exec(path)?.[1] ?? ''
    expect([first.status, second.status]).toEqual([201, 201])
    expect(tokenOf(first.json.path)).not.toBe(tokenOf(second.json.path))
    const row = await api.db.calendarFeed.findUniqueOrThrow({ where: { userId: person.userId } })
    expect(row.tokenHash).toBe(hashOf(tokenOf(second.json.path)))
    const dump = JSON.stringify([await api.db.idempotencyKey.findMany(), await api.db.auditEntry.findMany(), row], (_, part) =>
      typeof part === 'bigint' ? String(part) : part,
    )
    for (const { json } of [first, second]) expect(dump).not.toContain(tokenOf(json.path))
  })

  test('made anew or revoked, of a closed account, or guessed: always the same 404', async () => {
    const person = await api.person([])
    const old = await makeFeed(person)
    const current = await makeFeed(person)
    expect((await get(current)).statusCode).toBe(200)
    const guessed = await refusalOf(wrong)
    expect(guessed.statusCode).toBe(404)
    expect(await refusalOf(old)).toEqual(guessed)
    expect((await person.call(calendarFeeds.revoke, {})).status).toBe(200)
    expect((await person.call(calendarFeeds.revoke, {})).status).toBe(200)
    expect(await refusalOf(current)).toEqual(guessed)
    const leaver = await api.person([])
    const left = await makeFeed(leaver)
    await api.db.user.update({ where: { id: leaver.userId }, data: { active: false } })
    expect(await refusalOf(left)).toEqual(guessed)
  })

  test('is limited: many attempts from one address are refused', async () => {
    const answers = await Promise.all(Array.from({ length: 130 }, () => get(wrong)))
    expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThan(0)
    expect(answers.every(({ statusCode }) => statusCode === 404 || statusCode === 429)).toBe(true)
  })
})
