import { setTimeout as wait } from 'node:timers/promises'
import type { NotificationData, NotificationKind } from '@chung-tay/contracts/notifications'
import { dayOf, toDbDate } from '@chung-tay/domain/dates'
import { makeDonor, makePledge } from '@chung-tay/testing/donations'
import { makeTask } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { digestQueue, mailQueue, startJobs } from '../jobs/jobs.ts'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'
import { claimDay, remind } from './remind.ts'
import { notify } from './service.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())
// Each test has its own people; whoever came before has nothing to say any more.
beforeEach(async () => {
  await api.db.user.updateMany({ data: { active: false } })
  await api.db.mail.deleteMany()
})

/** A moment on the department's wall. */
const at = (day: string, time = '08:00') => {
  const now = new Date(`${day}T${time}:00+07:00`)
  return { now: () => now, today: () => dayOf(now) }
}
const monday = '2021-06-21'
const job = (clock = at(monday)) => ({ ...api.services, clock, mails: true, baseUrl: 'http://localhost' })

/** A head with one late and one soon due task, and one that is far away. */
const headWithTasks = async (email = 'truong.phong@example.vn') => {
  const head = await api.person(['unitHead'])
  await api.db.employee.update({ where: { id: head.employee.id }, data: { email } })
  const unitId = head.employee.unitId
  await makeTask(api.db, { unitId, title: 'Treo băng rôn', dueOn: toDbDate('2021-06-18') })
  await makeTask(api.db, { unitId, title: 'Gửi danh sách trẻ em', dueOn: toDbDate('2021-06-23') })
  await makeTask(api.db, { unitId, title: 'Việc còn xa', dueOn: toDbDate('2021-06-30') })
  return head
}
const idle = async (email: string | null = 'can.bo@example.vn') => {
  const person = await api.person([])
  await api.db.employee.update({ where: { id: person.employee.id }, data: { email } })
  return person
}

const digestsOf = ({ userId }: Person) => api.db.notification.findMany({ where: { userId, kind: 'digest' }, orderBy: { id: 'asc' } })
const lettersTo = (to: string) => api.db.mail.findMany({ where: { to }, orderBy: { createdAt: 'asc' } })
const set = ({ userId }: Person, data: { mail?: boolean; hour?: number; quietDays?: number[] }) =>
  api.db.reminderSetting.upsert({ where: { userId }, create: { userId, ...data }, update: data })

const ofTask = { taskId: '0197a000-0000-7000-8000-000000000000', year: 2021, title: 'Treo khẩu hiệu', unitName: 'Phòng Quản lý', dueOn: '2021-06-30' }
let occasion = 0
const tell = <Kind extends NotificationKind>({ userId }: Person, kind: Kind, data: NotificationData[Kind], clock = at(monday, '06:00')) =>
  notify({ db: api.db, clock }, { userIds: [userId], kind, data, key: `${kind}:${++occasion}` })

describe('the digest of a day', () => {
  test('names the parts of a task that were given to an employee, and only to them', async () => {
    const [head, employee] = [await headWithTasks(), await idle()]
    const task = await makeTask(api.db, { unitId: head.employee.unitId, title: 'Đi thăm hỏi', dueOn: toDbDate('2021-06-30') })
    const step = { taskId: task.id, assigneeId: employee.employee.id, dueOn: toDbDate('2021-06-20'), createdAt: new Date('2021-06-01T02:00:00Z') }
    await api.db.taskStep.create({ data: { ...step, title: 'Lập danh sách' } })
    await api.db.taskStep.create({ data: { ...step, title: 'Mua quà', doneAt: new Date('2021-06-19T02:00:00Z'), doneById: employee.userId } })
    await remind(job())
    const [digest] = await digestsOf(employee)
    expect(digest?.data).toMatchObject({ late: 1, soon: 0, tasks: [{ taskId: task.id, title: 'Lập danh sách', daysLate: 1 }] })
    expect((await digestsOf(head))[0]?.data).toMatchObject({ late: 1, soon: 1 })
  })

  test('reaches a person once, from several processes at once and again after a restart, with its letter', async () => {
    const head = await headWithTasks()
    await Promise.all([remind(job()), remind(job()), remind(job())])
    expect(await remind(job(at(monday, '15:45')))).toEqual({ told: 0, letters: 0 })
    const [digest, ...more] = await digestsOf(head)
    expect(more).toEqual([])
    expect(digest?.data).toMatchObject({
      day: monday,
      late: 1,
      soon: 1,
      tasks: [
        { title: 'Treo băng rôn', daysLate: 3 },
        { title: 'Gửi danh sách trẻ em', daysLate: 0 },
      ],
    })
    const [letter, ...others] = await lettersTo('truong.phong@example.vn')
    expect(others).toEqual([])
    expect(letter).toMatchObject({ key: `digest:${monday}:${head.userId}`, sentAt: null, attempts: 0 })
    expect(letter?.text).toContain('hạn 18/06/2021, trễ 3 ngày')
    await remind(job(at('2021-06-22')))
    expect(await digestsOf(head)).toHaveLength(2)
    expect(await lettersTo('truong.phong@example.vn')).toHaveLength(2)
  })

  test('the claim of a day is what makes it once: who looks first and writes then doubles it', async () => {
    const naive = async (userId: string) => {
      const row = await api.db.reminderSetting.findUnique({ where: { userId } })
      await wait(20)
      if (row?.remindedOn) return false
      await api.db.reminderSetting.update({ where: { userId }, data: { remindedOn: toDbDate(monday) } })
      return true
    }
    const winners = async (claim: (userId: string) => Promise<boolean>) => {
      const { userId } = await idle()
      await api.db.reminderSetting.create({ data: { userId } })
      return (await Promise.all([1, 2, 3].map(() => claim(userId)))).filter(Boolean).length
    }
    const guarded = (userId: string) => api.db.$transaction((db) => claimDay(db, userId, monday))
    expect([await winners(naive), await winners(guarded)]).toEqual([3, 1])
  })

  test.each<[string, { hour?: number; quietDays?: number[] }, string, string]>([
    ['before the hour', {}, monday, '06:59'],
    ['at night', {}, monday, '21:00'],
    ['on a Sunday', {}, '2021-06-20', '09:00'],
    ['before a later hour', { hour: 14 }, monday, '13:45'],
    ['on a quiet day of one’s own', { quietDays: [1] }, monday, '09:00'],
  ])('does not come %s', async (_, setting, day, time) => {
    const head = await headWithTasks()
    await set(head, setting)
    expect(await remind(job(at(day, time)))).toEqual({ told: 0, letters: 0 })
    expect(await digestsOf(head)).toEqual([])
  })

  test('with nothing to say the day is over, and its letter does not follow later', async () => {
    const person = await idle()
    expect(await remind(job())).toEqual({ told: 0, letters: 0 })
    await tell(person, 'taskAssigned', ofTask, at(monday, '09:00'))
    expect(await remind(job(at(monday, '09:15')))).toEqual({ told: 0, letters: 0 })
    expect(await remind(job(at('2021-06-22')))).toEqual({ told: 0, letters: 1 })
  })

  test('gathers what happened and was not read, once, and never names a child', async () => {
    const person = await idle()
    await tell(person, 'taskAssigned', ofTask)
    await tell(person, 'planSubmitted', { campaignId: ofTask.taskId, year: 2021, title: 'Tháng hành động' })
    await tell(person, 'nominationReturned', {
      nominationId: ofTask.taskId,
      year: 2021,
      childName: 'Đặng Gia Hân',
      unitName: 'Phòng Quản lý',
      reason: 'Giấy khen của cháu Hân bị mờ',
    })
    await tell(person, 'taskAccepted', { ...ofTask, title: 'Đã đọc rồi' })
    await api.db.notification.updateMany({ where: { userId: person.userId, kind: 'taskAccepted' }, data: { readAt: new Date() } })
    await tell(person, 'taskAssigned', { ...ofTask, title: 'Từ tháng trước' }, at('2021-05-20'))
    await api.db.notification.create({ data: { userId: person.userId, kind: 'fromAnotherVersion', data: {}, key: 'x' } })
    await remind(job())
    await remind(job(at('2021-06-22')))
    const [letter, ...more] = await lettersTo('can.bo@example.vn')
    expect(more).toEqual([])
    expect(letter?.subject).toBe('Tháng hành động vì trẻ em: 3 tin mới (21/06/2021)')
    expect(letter?.text).toContain('- Nhiệm vụ mới: Treo khẩu hiệu (Phòng Quản lý), hạn 30/06/2021')
    expect(letter?.text).toContain('- Kế hoạch năm 2021 chờ duyệt')
    for (const hidden of ['Hân', 'Đã đọc rồi', 'Từ tháng trước']) expect(letter?.text).not.toContain(hidden)
  })

  test('comes without a letter to who wants none or has no address, and when there is no mail server', async () => {
    const head = await headWithTasks()
    await set(head, { mail: false })
    const second = await headWithTasks('khac@example.vn')
    await api.db.employee.update({ where: { id: second.employee.id }, data: { email: null } })
    expect(await remind(job())).toEqual({ told: 2, letters: 0 })
    await headWithTasks('thu.ba@example.vn')
    expect(await remind({ ...job(), mails: false })).toEqual({ told: 1, letters: 0 })
    expect(await api.db.mail.count()).toBe(0)
  })

  test('says nothing of a closed year', async () => {
    const head = await api.person(['unitHead'])
    const task = await makeTask(api.db, { unitId: head.employee.unitId, dueOn: toDbDate('2021-06-01') })
    await api.db.campaign.update({ where: { id: task.campaignId }, data: { status: 'closed' } })
    expect(await remind(job())).toEqual({ told: 0, letters: 0 })
  })
})

describe('a pledge', () => {
  const due = async (person: Person, overrides: object = {}) => {
    const { id } = await makeDonor(api.db, { name: person.employee.name, employeeId: person.employee.id })
    const expectedOn = toDbDate('2021-06-20')
    return makePledge(api.db, { donorId: id, expectedOn, remind: true, ...overrides })
  }
  const toldOf = ({ userId }: Person) => api.db.notification.findMany({ where: { userId, kind: 'pledgeDue' } })

  test('is called to mind once, on the first working day from its own on, with a letter', async () => {
    const person = await idle()
    const { id, reference } = await due(person)
    await remind(job(at('2021-06-18')))
    expect(await toldOf(person)).toEqual([])
    await Promise.all([remind(job()), remind(job())])
    await remind(job(at('2021-06-22')))
    expect(await toldOf(person)).toMatchObject([{ data: { pledgeId: id, reference, expectedOn: '2021-06-20' } }])
    const [letter, ...more] = await lettersTo('can.bo@example.vn')
    expect(more).toEqual([])
    expect(letter?.text).toContain(`mã ${reference}`)
  })

  test.each([
    ['whose giver did not ask', { remind: false }],
    ['that was kept', { status: 'kept', received: 500_000n }],
    ['that was withdrawn', { status: 'withdrawn', withdrawReason: 'Đổi ý' }],
  ])('%s is called to nobody’s mind', async (_, overrides) => {
    const person = await idle()
    await due(person, overrides)
    expect(await remind(job())).toEqual({ told: 0, letters: 0 })
  })
})

describe('what cannot wait', () => {
  const returned = (person: Person, title: string, time = '09:05') =>
    tell(person, 'taskReturned', { ...ofTask, title, reason: 'Bổ sung ảnh' }, at(monday, time))

  test('goes in the next round within one’s hours, all of it in one letter, each once from three processes', async () => {
    const person = await idle()
    await remind(job())
    await returned(person, 'Treo băng rôn')
    await returned(person, 'Tặng quà 1/6')
    await tell(person, 'taskAssigned', { ...ofTask, title: 'Chờ đến mai' }, at(monday, '09:05'))
    const sums = await Promise.all([1, 2, 3].map(() => remind(job(at(monday, '09:15')))))
    expect(sums.reduce((sum, { letters }) => sum + letters, 0)).toBe(1)
    const [letter, ...more] = await lettersTo('can.bo@example.vn')
    expect(more).toEqual([])
    expect(letter?.subject).toBe('Tháng hành động vì trẻ em: 2 việc cần xử lý ngay')
    expect(letter?.text).toContain('- Báo cáo bị trả lại: Treo băng rôn. Lý do: Bổ sung ảnh')
    expect(letter?.text).not.toContain('Chờ đến mai')
    expect(await remind(job(at(monday, '09:30')))).toEqual({ told: 0, letters: 0 })
  })

  test('of the night stands in the morning’s digest, and not in a letter of its own', async () => {
    const person = await idle()
    await remind(job())
    await returned(person, 'Gửi lúc khuya', '20:50')
    expect(await remind(job(at(monday, '21:15')))).toEqual({ told: 0, letters: 0 })
    expect(await remind(job(at('2021-06-22', '07:00')))).toEqual({ told: 0, letters: 1 })
    expect(await lettersTo('can.bo@example.vn')).toMatchObject([{ key: `digest:2021-06-22:${person.userId}` }])
  })

  test('is not sent to who asked for no letters', async () => {
    const person = await idle()
    await set(person, { mail: false })
    await returned(person, 'Treo băng rôn')
    expect(await remind(job(at(monday, '09:15')))).toEqual({ told: 0, letters: 0 })
  })
})

test('runs through the queues, and stops in good order', async () => {
  const head = await headWithTasks()
  const sent: string[] = []
  const services = { ...api.services, clock: at(monday) }
  const sendMail = async ({ to }: { to: string }) => void sent.push(to)
  const { boss, stop } = await startJobs(services, { sendMail, baseUrl: 'http://localhost' })
  const run = async (queue: string) => {
    const id = (await boss.send(queue)) ?? ''
    await vi.waitFor(async () => expect((await boss.findJobs(queue, { id }))[0]?.state).toBe('completed'), { timeout: 15_000, interval: 100 })
  }
  try {
    expect((await boss.getSchedules(digestQueue))[0]).toMatchObject({ cron: '*/15 * * * *', timezone: 'Asia/Ho_Chi_Minh' })
    await run(digestQueue)
    await run(mailQueue)
  } finally {
    await stop()
  }
  expect(await digestsOf(head)).toHaveLength(1)
  expect(sent).toEqual(['truong.phong@example.vn'])
})
