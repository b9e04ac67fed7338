import { createHash } from 'node:crypto'
import { access, rename, utimes, writeFile } from 'node:fs/promises'
import { addDays, toDbDate } from '@chung-tay/domain/dates'
import { makePhoto } from '@chung-tay/testing/tasks'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startTestApi, type TestApi, testDay } from '../test-api.ts'
import { keepFilesTidy, sheetDays, sheetTypes, uploadDays } from './upkeep.ts'

let api: TestApi
let userId: string
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  userId = (await api.person()).userId
})
afterAll(() => api.stop())

const hours = 3_600_000
const pathOf = (sha256: string) => {
  const stream = api.services.files.open(sha256).on('error', () => {})
  stream.destroy()
  return String(stream.path)
}
const isThere = (sha256: string) =>
  access(pathOf(sha256)).then(
    () => true,
    () => false,
  )
/** Bytes as they lie on the disk since so many hours. */
const put = async (words: string, age: number) => {
  const sha256 = await api.services.files.put(Buffer.from(words))
  const then = new Date(Date.now() - age * hours)
  await utimes(pathOf(sha256), then, then)
  return sha256
}

test('bytes to which nothing refers go after a day, and nothing younger', async () => {
  const [orphan, fresh, used] = [await put('không ai nhắc đến', 25), await put('đang tải lên', 23), await put('minh chứng', 900)]
  await makePhoto(api.db, userId, { sha256: used, subjectType: 'Task', subjectId: crypto.randomUUID() })
  expect(await keepFilesTidy(api.services)).toEqual({ uploads: 0, files: 1 })
  expect([await isThere(orphan), await isThere(fresh), await isThere(used)]).toEqual([false, true, true])
})

test('bytes that are put again while they are swept stay', async () => {
  const words = 'cùng một tệp'
  const sha256 = await put(words, 50)
  let asked = 0
  const swept = await api.services.files.sweep(new Date(Date.now() - 24 * hours), async (one) => {
    // The upload comes between the first look and the removal.
    if (one !== sha256) return true
    if (asked++ === 0) await api.services.files.put(Buffer.from(words))
    return false
  })
  expect([swept, asked, await isThere(sha256)]).toEqual([0, 1, true])
  // Once it was moved aside, the upload writes it anew.
  await put(words, 50)
  asked = 0
  await api.services.files.sweep(new Date(Date.now() - 24 * hours), async (one) => {
    if (one !== sha256) return true
    if (asked++ === 1) await api.services.files.put(Buffer.from(words))
    return false
  })
  expect([asked, await isThere(sha256)]).toEqual([2, true])
})

test('what a crash left half written goes after a day, and what is being written stays', async () => {
  const beside = `${pathOf(await put('trọn vẹn', 1))}.${crypto.randomUUID()}`
  const isLeft = async (age: number) => {
    await writeFile(beside, 'nửa ch')
    const then = new Date(Date.now() - age * hours)
    await utimes(beside, then, then)
    await keepFilesTidy(api.services)
    return access(beside).then(
      () => true,
      () => false,
    )
  }
  expect([await isLeft(23), await isLeft(25)]).toEqual([true, false])
})

test('what a crash left aside comes back if a record has come to need it', async () => {
  const sha256 = await put('về lại chỗ cũ', 30)
  await rename(pathOf(sha256), `${pathOf(sha256)}.swept`)
  await makePhoto(api.db, userId, { sha256, subjectType: 'Task', subjectId: crypto.randomUUID() })
  await keepFilesTidy(api.services)
  expect(await isThere(sha256)).toBe(true)
})

test('lists that were read in, and uploads of no record, are forgotten in their time', async () => {
  const [sheet = ''] = sheetTypes
  const make = async (words: string, mediaType: string, age: number, subjectId?: string) => {
    const sha256 = createHash('sha256').update(words).digest('hex')
    await put(words, 24 * (age + 2))
    const belongs = subjectId === undefined ? {} : { subjectType: 'Task', subjectId }
    await makePhoto(api.db, userId, { sha256, mediaType, createdAt: toDbDate(addDays(testDay, -age)), ...belongs })
    await api.db.importAnswer.create({ data: { sha256, row: 0, answer: {}, updatedAt: toDbDate(addDays(testDay, -age)) } })
    return sha256
  }
  const all = [
    await make('danh sách cũ', sheet, sheetDays + 1),
    await make('danh sách mới', sheet, sheetDays - 1),
    await make('ảnh bỏ dở', 'image/png', uploadDays + 1),
    await make('ảnh đang chờ', 'image/png', sheetDays + 1),
    await make('sao kê đã lưu', sheet, 400, crypto.randomUUID()),
  ]
  await keepFilesTidy(api.services)
  const kept = [false, true, false, true, true]
  expect(await Promise.all(all.map(isThere))).toEqual(kept)
  const answers = await api.db.importAnswer.findMany({ where: { sha256: { in: all } } })
  expect(all.map((sha256) => answers.some((one) => one.sha256 === sha256))).toEqual(kept)
})
