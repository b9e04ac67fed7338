import { createServer, type Server } from 'node:net'
import { notifications } from '@chung-tay/contracts/notifications'
import { toDbDate } from '@chung-tay/domain/dates'
import { makeTask } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { digestQueue, startJobs } from '../jobs/jobs.ts'
import { startTestApi, type TestApi } from '../test-api.ts'
import { sendDigests } from './digest.ts'
import { createSendMail } from './mail.ts'
import { notify } from './service.ts'

type Person = Awaited<ReturnType<TestApi['person']>>

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

const data = { taskId: '0197a000-0000-7000-8000-000000000000', year: 2021, title: 'Treo băng rôn', unitName: 'Phòng Quản lý', dueOn: '2021-06-30' }
const tell = (person: Person, key: string) =>
  notify({ db: api.db, clock: api.services.clock }, { userIds: [person.userId], kind: 'taskAssigned', data, key })
const inbox = async (person: Person, query: object = {}) => (await person.call(notifications.list, { query })).json

describe('notifications', () => {
  test('are one’s own, the newest first, and read one by one or all at once', async () => {
    const [mine, other] = [await api.person([]), await api.person([])]
    expect((await api.call(notifications.list, { query: {} })).status).toBe(401)
    for (const key of ['a', 'b', 'c']) await tell(mine, key)
    const { items, unread, total } = await inbox(mine)
    expect([items.length, total, unread]).toEqual([3, 3, 3])
    expect(items[0]).toMatchObject({ kind: 'taskAssigned', data: { title: 'Treo băng rôn' }, readAt: null })
    expect((await inbox(other)).total).toBe(0)

    const params = { id: items[0]?.id ?? '' }
    expect((await api.call(notifications.read, { params })).status).toBe(401)
    expect((await other.call(notifications.read, { params })).status).toBe(404)
    expect((await mine.call(notifications.read, { params })).status).toBe(200)
    expect((await mine.call(notifications.read, { params })).status).toBe(200)
    expect(await inbox(mine, { unread: 'true' })).toMatchObject({ total: 2, unread: 2 })
    expect((await other.call(notifications.readAll, {})).json).toEqual({ read: 0 })
    expect((await mine.call(notifications.readAll, {})).json).toEqual({ read: 2 })
    expect((await inbox(mine)).unread).toBe(0)
  })

  test('the same occasion is told once, whoever tells it at the same time', async () => {
    const person = await api.person([])
    const told = await Promise.all(Array.from({ length: 10 }, () => tell(person, 'once')))
    expect(told.flat()).toEqual([person.userId])
    expect((await inbox(person)).total).toBe(1)
  })

  test('one of an unknown form does not hide the others', async () => {
    const person = await api.person([])
    await tell(person, 'known')
    await api.db.notification.create({ data: { userId: person.userId, kind: 'fromAnotherVersion', data: {}, key: 'x' } })
    expect((await inbox(person)).items).toHaveLength(1)
  })
})

/** A head with one late and one soon due task, and a task of nobody’s concern. */
const headWithTasks = async (email: string | null = null) => {
  const head = await api.person(['unitHead'])
  await api.db.employee.update({ where: { id: head.employee.id }, data: { email } })
  const unitId = head.employee.unitId
  await makeTask(api.db, { unitId, title: 'Treo băng rôn', dueOn: toDbDate('2021-06-18') })
  await makeTask(api.db, { unitId, title: 'Gửi danh sách trẻ em', dueOn: toDbDate('2021-06-22') })
  await makeTask(api.db, { unitId, title: 'Việc còn xa', dueOn: toDbDate('2021-06-30') })
  return head
}

const digestsOf = async (person: Person) => (await inbox(person)).items.filter(({ kind }) => kind === 'digest')
const job = () => ({ ...api.services, sendMail: null, baseUrl: 'http://localhost' })

describe('the daily digest', () => {
  test('reaches a person once a day, from several processes at once and again after a restart', async () => {
    const head = await headWithTasks()
    await Promise.all([sendDigests(job()), sendDigests(job()), sendDigests(job())])
    expect(await sendDigests(job())).toEqual({ told: 0, mailed: 0 })
    const digests = await digestsOf(head)
    expect(digests).toHaveLength(1)
    expect(digests[0]?.data).toMatchObject({
      day: '2021-06-20',
      late: 1,
      soon: 1,
      tasks: [
        { title: 'Treo băng rôn', daysLate: 2 },
        { title: 'Gửi danh sách trẻ em', daysLate: 0 },
      ],
    })
    const tomorrow = { now: () => new Date('2021-06-21T01:00:00Z'), today: () => '2021-06-21' }
    await sendDigests({ ...job(), clock: tomorrow })
    expect(await digestsOf(head)).toHaveLength(2)
  })

  test('says nothing to whom nothing concerns, and nothing of a closed year', async () => {
    const idle = await api.person(['unitHead'])
    const task = await makeTask(api.db, { unitId: idle.employee.unitId, dueOn: toDbDate('2021-06-01') })
    await api.db.campaign.update({ where: { id: task.campaignId }, data: { status: 'closed' } })
    await sendDigests(job())
    expect(await digestsOf(idle)).toHaveLength(0)
  })

  test('goes out as a letter by SMTP too, and a refused letter stops nobody', async () => {
    const [first, second] = [await headWithTasks('tu.choi@example.vn'), await headWithTasks('truong.phong@example.vn')]
    const { letters, port, close } = await startMailServer((to) => !to.includes('tu.choi'))
    const sum = await sendDigests({ ...job(), sendMail: createSendMail(`smtp://127.0.0.1:${port}`, 'van.thu@example.vn') })
    await close()
    expect(sum.mailed).toBe(1)
    expect([(await digestsOf(first)).length, (await digestsOf(second)).length]).toEqual([1, 1])
    const body = plainOf(letters[0] ?? '')
    expect(letters).toHaveLength(1)
    expect(body).toContain('- Treo băng rôn')
    expect(body).toContain('hạn 18/06/2021, trễ 2 ngày')
  })

  test('runs through the queue, and stops in good order', async () => {
    const head = await headWithTasks()
    const { boss, stop } = await startJobs(api.services, { sendMail: null, baseUrl: 'http://localhost' })
    try {
      expect((await boss.getSchedules(digestQueue))[0]).toMatchObject({ cron: '30 7 * * *', timezone: 'Asia/Ho_Chi_Minh' })
      const id = (await boss.send(digestQueue)) ?? ''
      await vi.waitFor(async () => expect((await boss.findJobs(digestQueue, { id }))[0]?.state).toBe('completed'), { timeout: 15_000, interval: 100 })
    } finally {
      await stop()
    }
    expect(await digestsOf(head)).toHaveLength(1)
  })
})

/** A letter's text out of its quoted-printable form. */
const plainOf = (letter: string): string => {
  const escaped = letter.slice(letter.indexOf('\r\n\r\n')).replaceAll('=\r\n', '').replaceAll('%', '%25')
  return decodeURIComponent(escaped.replace(/=([0-9A-F]{2})/g, '%$1'))
}

/** The least of a mail server: takes letters for those it accepts, over a real socket. */
const startMailServer = async (accepts: (to: string) => boolean) => {
  const letters: string[] = []
  const server: Server = createServer((socket) => {
    let letter: string | null = null
    const answer = (line: string) => {
      if (/^RCPT/i.test(line)) return accepts(line) ? '250 ok' : '550 no such mailbox'
      if (/^DATA/i.test(line)) return '354 go on'
      return /^QUIT/i.test(line) ? '221 bye' : '250 ok'
    }
    socket.on('error', () => {})
    socket.write('220 test\r\n')
    let rest = ''
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1')
      if (letter !== null) {
        letter += rest
        rest = ''
        if (!letter.endsWith('\r\n.\r\n')) return
        letters.push(letter.slice(0, -5))
        letter = null
        socket.write('250 taken\r\n')
        return
      }
      const lines = rest.split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (/^DATA/i.test(line)) letter = ''
        socket.write(`${answer(line)}\r\n`)
      }
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { letters, port, close: () => new Promise<void>((done) => server.close(() => done())) }
}
