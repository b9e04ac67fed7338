import { accounts } from '@chung-tay/contracts/accounts'
import { files, maxFileSize } from '@chung-tay/contracts/files'
import { next } from '@chung-tay/testing/agency'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let admin: Person
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  admin = await api.person(['administrator'])
})
afterAll(() => api.stop())

const post = (payload: string | Buffer, headers: Record<string, string> = {}, url = '/api/accounts') =>
  api.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { cookie: admin.cookie, 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/json', ...headers },
  })

const boundary = 'xxchungtayxx'
const multipart = (name: string, bytes: Buffer) =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
const upload = (name: string, bytes: Buffer, cookie = admin.cookie) =>
  post(multipart(name, bytes), { 'content-type': `multipart/form-data; boundary=${boundary}`, cookie }, '/api/files')

describe('hostile input is refused with a code', () => {
  test.each([
    ['malformed JSON', '{"name":', 400, 'INVALID'],
    ['JSON that is no object', '[1,2]', 400, 'INVALID'],
    ['wrong types', '{"name":1,"username":[],"roles":"x","employeeId":7}', 400, 'INVALID'],
    ['nothing', '', 400, 'INVALID'],
    ['prototype keys', '{"__proto__":{"x":1}}', 400, 'INVALID'],
    ['a body beyond the limit', `{"name":"${'x'.repeat(3_000_000)}"}`, 413, 'TOO_LARGE'],
  ])('%s', async (_, payload, status, code) => {
    const answer = await post(payload)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  test('another media type', async () => {
    expect((await post('<x/>', { 'content-type': 'text/xml' })).json().code).toBe('UNSUPPORTED_MEDIA_TYPE')
  })

  test('a foreign origin changes nothing', async () => {
    const answer = await post('{}', { origin: 'https://elsewhere.example' })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'FORBIDDEN'])
  })

  test('an id that is none, and one with a NUL', async () => {
    for (const id of ['1', '%00', '..%2f..%2fetc']) {
      const answer = await api.app.inject({ url: `/api/accounts/${id}`, headers: { cookie: admin.cookie } })
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
    }
  })

  test('NFD text is kept composed, NUL bytes are dropped, marks do not matter to the search', async () => {
    const username = `nfd${next()}`
    const made = await admin.call(accounts.create, {
      body: { name: `${'Đặng Thị Hồng'.normalize('NFD')}\u0000`, username, roles: ['union'], employeeId: null },
    })
    expect(made.json.account?.name).toBe('Đặng Thị Hồng')
  })
})

describe('files', () => {
  test('a photo loses its metadata and is read back by its owner alone', async () => {
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c00' } })
      .withExif({ IFD0: { Copyright: 'Bac Giang' } })
      .jpeg()
      .toBuffer()
    expect(photo.includes('Bac Giang')).toBe(true)
    const answer = await upload('Ảnh minh chứng.jpg', photo)
    expect([answer.statusCode, answer.json().mediaType, answer.json().name]).toEqual([201, 'image/jpeg', 'Ảnh minh chứng.jpg'])
    const { id } = answer.json()
    const own = await api.app.inject({ url: `/api/files/${id}`, headers: { cookie: admin.cookie } })
    expect([own.statusCode, own.rawPayload.includes('Bac Giang')]).toEqual([200, false])
    const other = await api.person(['office'])
    expect((await other.call(files.download, { params: { fileId: id } })).status).toBe(404)
  })

  test('what the bytes are counts, not the name', async () => {
    const answer = await upload('bang-chung.pdf', Buffer.from('<script>alert(1)</script>'))
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
  })

  test('a file beyond the limit is refused', async () => {
    expect((await upload('to.png', Buffer.alloc(maxFileSize + 1))).json().code).toBe('TOO_LARGE')
  })
})
