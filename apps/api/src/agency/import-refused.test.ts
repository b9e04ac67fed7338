import { deflateRawSync } from 'node:zlib'
import { employees } from '@chung-tay/contracts/employees'
import { files } from '@chung-tay/contracts/files'
import { utils, write } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
})
afterAll(() => api.stop())

type Office = Person
type Merge = [row: number, column: number, endRow: number, endColumn: number]
const bookOf = (rows: (string | number | null)[][], merges: Merge[] = []): Buffer => {
  const sheet = utils.aoa_to_sheet(rows)
  sheet['!merges'] = merges.map(([r, c, endRow, endColumn]) => ({ s: { r, c }, e: { r: endRow, c: endColumn } }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Danh sách')
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
}

const send = async ({ cookie }: Office, bytes: Buffer, name = 'danh-sach.xlsx') => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const encoded = new Response(form)
  return api.app.inject({
    method: 'POST',
    url: '/api/files',
    headers: { cookie, 'idempotency-key': crypto.randomUUID(), 'content-type': encoded.headers.get('content-type') ?? '' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  })
}

const upload = async (office: Office, bytes: Buffer): Promise<string> => files.upload.response.parse((await send(office, bytes)).json()).id
const head = ['Mã', 'Họ và tên', 'Đơn vị', 'Chức vụ', 'Loại', 'Email', 'Điện thoại']
const check = async (office: Office, bytes: Buffer) => {
  const fileId = await upload(office, bytes)
  return { fileId, ...(await office.call(employees.importCheck, { query: { fileId } })) }
}

describe('what is no list', () => {
  test.each<[string, Buffer, number, string]>([
    ['without a header', bookOf([['Lê Văn Ba', 'Văn phòng']]), 422, 'IMPORT_UNREADABLE'],
    ['without the code', bookOf([['Họ và tên', 'Đơn vị']]), 422, 'IMPORT_UNREADABLE'],
    ['too long', bookOf([head, ...Array.from({ length: 5_001 }, (_, at) => [`X${at}`, 'Lê Ba', 'VP'])]), 422, 'IMPORT_UNREADABLE'],
  ])('%s', async (_, bytes, status, code) => {
    const { json, ...answer } = await check(await api.person(['office']), bytes)
    expect([answer.status, json.code]).toEqual([status, code])
  })

  test('a file that unpacks to gigabytes is refused and harms nobody', async () => {
    const office = await api.person(['office'])
    const bomb = packed(bookOf([head]), Buffer.alloc(200 * 1024 * 1024, 0x20))
    const sent = await send(office, bomb)
    expect(sent.statusCode).toBe(201)
    const answer = await office.call(employees.importCheck, { query: { fileId: (sent.json() as { id: string }).id } })
    expect([answer.status, answer.json.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
  })

  test('text under the name of a spreadsheet is not even stored', async () => {
    expect((await send(await api.person(['office']), Buffer.from('a,b,c'))).statusCode).toBe(415)
  })

  test('only the office imports, and only its own file', async () => {
    const office = await api.person(['office'])
    const fileId = await upload(office, bookOf([head]))
    const others: [Pick<Office, 'call'>, number][] = [
      [api, 401],
      [await api.person(['union']), 403],
      [await api.person(['office']), 404],
    ]
    for (const [caller, status] of others) {
      expect((await caller.call(employees.importCheck, { query: { fileId } })).status).toBe(status)
      expect((await caller.call(employees.importRun, { body: { fileId } })).status).toBe(status)
      expect((await caller.call(employees.importRefused, { query: { fileId, format: 'csv' } })).status).toBe(status)
    }
    expect((await api.call(employees.importTemplate, {})).status).toBe(401)
  })
})

/** A workbook with one more part that is small as it is sent. */
const packed = (book: Buffer, content: Buffer): Buffer => {
  const end = book.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const directory = book.readUInt32LE(end + 16)
  const name = Buffer.from('xl/media/image1.bin')
  const data = deflateRawSync(content)
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(100, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(data.length, 20)
  entry.writeUInt32LE(100, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(directory, 42)
  const entries = Buffer.concat([book.subarray(directory, end), entry, name])
  const tail = Buffer.from(book.subarray(end))
  tail.writeUInt16LE(tail.readUInt16LE(8) + 1, 8)
  tail.writeUInt16LE(tail.readUInt16LE(10) + 1, 10)
  tail.writeUInt32LE(entries.length, 12)
  tail.writeUInt32LE(directory + local.length + name.length + data.length, 16)
  return Buffer.concat([book.subarray(0, directory), local, name, data, entries, tail])
}
