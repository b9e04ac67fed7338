import { audit } from '@chung-tay/contracts/audit'
import { employees } from '@chung-tay/contracts/employees'
import { files } from '@chung-tay/contracts/files'
import { makeEmployee, makeUnit, next } from '@chung-tay/testing/agency'
import { read, utils, write } from '@e965/xlsx'
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

describe('the import of employees', () => {
  test('a real list: titles, merged heads and units, NFD, a numbering row, headings of units', async () => {
    const office = await api.person(['office'])
    const unit = await makeUnit(api.db, { name: `Trung tâm Ứng dụng ${next()}` })
    const [one, two] = [`UD${next()}`, `UD${next()}`]
    const rows = [
      ['SỞ KHOA HỌC VÀ CÔNG NGHỆ'],
      ['DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC, NGƯỜI LAO ĐỘNG'],
      [],
      ['STT', 'Mã số', 'Họ và tên', null, 'Đơn vị công tác', 'Chức vụ', 'Công chức/viên chức/NLĐ', 'Số điện thoại'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
      ['I. Trung tâm Ứng dụng'],
      [1, one.toLowerCase(), 'Nguyễn Thị'.normalize('NFD'), ' Hồng ', unit.name.toUpperCase().normalize('NFD'), null, 'Viên  chức', 912345678],
      [2, two, 'Trần Văn', 'Đạt', null, 'Lái xe', 'người lao động', '0987.654.321'],
      ['Tổng cộng: 02 người'],
    ]
    const { json, fileId } = await check(
      office,
      bookOf(rows, [
        [3, 2, 3, 3],
        [6, 4, 7, 4],
        [5, 0, 5, 7],
      ]),
    )
    expect(json.counts).toEqual({ create: 2, update: 0, unchanged: 0, refused: 0 })
    expect(json.rows.map(({ row, code, name }) => [row, code, name])).toEqual([
      [7, one, 'Nguyễn Thị Hồng'],
      [8, two, 'Trần Văn Đạt'],
    ])
    expect(await api.db.employee.count({ where: { unitId: unit.id } })).toBe(0)
    const done = await office.call(employees.importRun, { body: { fileId } })
    expect([done.status, done.json]).toEqual([200, { counts: { create: 2, update: 0, unchanged: 0, refused: 0 }, refused: [] }])
    const { items } = (await office.call(employees.list, { query: { unitId: unit.id } })).json
    expect(items).toMatchObject([
      { code: two, name: 'Trần Văn Đạt', kind: 'worker', phone: '0987654321', position: 'Lái xe' },
      { code: one, name: 'Nguyễn Thị Hồng', kind: 'publicEmployee', phone: '0912345678', position: '' },
    ])
    expect((await office.call(employees.list, { query: { q: 'nguyen thi hong', unitId: unit.id } })).json.total).toBe(1)
    const history = await office.call(audit.history, { params: { subject: 'Employee', id: items[0]?.id ?? '' } })
    expect(history.json.items.map(({ action }) => action)).toEqual(['importEmployees'])
  })

  test('good rows go in, bad ones come back with their reasons, and sending again makes no doubles', async () => {
    const office = await api.person(['office'])
    const unit = await makeUnit(api.db)
    const known = await makeEmployee(api.db, { unitId: unit.id, phone: '0911111111' })
    const fresh = `MOI${next()}`
    const rows = [
      head,
      [known.code, 'Nguyễn Thị Thuỳ Linh', null, 'Phó Trưởng phòng', null, null, null],
      [fresh, 'Lê Văn Ba', unit.name, '', 'Công chức', 'ba@khcn.vn', '0912345678'],
      [fresh, 'Lê Văn Bốn', unit.name, '', 'Công chức', '', ''],
      [`SAI${next()}`, 'Lê Văn Năm', 'Phòng Không Có', '', 'thực tập', 'không có', '12'],
      ['', '=HYPERLINK("x")', '', '', '', '', ''],
    ]
    const { json, fileId } = await check(office, bookOf(rows))
    expect(json.rows.map(({ row, outcome, problems }) => [row, outcome, problems.map(({ reason }) => reason)])).toEqual([
      [2, 'update', []],
      [3, 'create', []],
      [4, 'refused', ['duplicate']],
      [5, 'refused', ['kindUnknown', 'emailInvalid', 'phoneInvalid', 'unitUnknown']],
      [6, 'refused', ['codeMissing', 'nameInvalid', 'unitMissing', 'kindMissing']],
    ])
    expect(json.rows[0]?.changes.map(({ field }) => field)).toEqual(['name', 'position'])
    const first = await office.call(employees.importRun, { body: { fileId } })
    expect(first.json.counts).toEqual({ create: 1, update: 1, unchanged: 0, refused: 3 })
    expect(await api.db.employee.findUnique({ where: { code: known.code } })).toMatchObject({
      name: 'Nguyễn Thị Thuỳ Linh',
      givenName: 'Linh',
      phone: '0911111111',
      version: 2,
    })
    const again = await office.call(employees.importRun, { body: { fileId } })
    expect(again.json.counts).toEqual({ create: 0, update: 0, unchanged: 2, refused: 3 })
    expect(await api.db.employee.count({ where: { code: fresh } })).toBe(1)

    const refused = await office.call(employees.importRefused, { query: { fileId, format: 'csv' } })
    const lines = String(refused.json).trim().split('\r\n')
    expect(lines).toHaveLength(4)
    expect(lines[1]).toContain('Mã đã có ở dòng trên: dòng 3')
    expect(lines[2]).toContain('Không có đơn vị này: Phòng Không Có')
    expect(lines[3]).toContain(`"'=HYPERLINK(""x"")"`)
    const book = await api.app.inject({
      url: `/api/employees/import/refused?fileId=${fileId}&format=xlsx`,
      headers: { cookie: office.cookie },
    })
    const sheet = read(book.rawPayload).Sheets.Sheet1 ?? {}
    expect(utils.sheet_to_json<string[]>(sheet, { header: 1 })[0]).toEqual([...head, 'Lý do chưa nhập được'])
  })

  test('twice at once makes everybody once', async () => {
    const office = await api.person(['office'])
    const unit = await makeUnit(api.db)
    const rows = Array.from({ length: 20 }, () => [`HAI${next()}`, 'Lê Văn Ba', unit.name, '', 'CC', '', ''])
    const fileId = await upload(office, bookOf([head, ...rows]))
    const answers = await Promise.all([1, 2, 3].map(() => office.call(employees.importRun, { body: { fileId } })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers.reduce((sum, { json }) => sum + json.counts.create, 0)).toBe(20)
    expect(await api.db.employee.count({ where: { unitId: unit.id } })).toBe(20)
  })

  test('4,000 rows are made and then changed within ten seconds', async () => {
    const office = await api.person(['office'])
    const unit = await makeUnit(api.db)
    const codes = Array.from({ length: 4_000 }, () => `LON${next()}`)
    const bytes = (position: string) => bookOf([head, ...codes.map((code) => [code, 'Nguyễn Thị Thuỳ Dương', unit.name, position, 'CC', '', ''])])
    for (const [position, counts] of [
      ['Chuyên viên', { create: 4_000, update: 0 }],
      ['Chuyên viên chính', { create: 0, update: 4_000 }],
    ] as const) {
      const fileId = await upload(office, bytes(position))
      const started = performance.now()
      const { status, json } = await office.call(employees.importRun, { body: { fileId } })
      expect(performance.now() - started).toBeLessThan(10_000)
      expect([status, json.counts]).toEqual([200, { ...counts, unchanged: 0, refused: 0 }])
    }
    expect(await api.db.employee.count({ where: { unitId: unit.id, position: 'Chuyên viên chính', version: 2 } })).toBe(4_000)
  })

  test('the template is read as it is, filled in', async () => {
    const office = await api.person(['office'])
    const unit = await makeUnit(api.db)
    const answer = await api.app.inject({ url: '/api/employees/import/template', headers: { cookie: office.cookie } })
    expect(answer.statusCode).toBe(200)
    const book = read(answer.rawPayload)
    expect(book.SheetNames).toEqual(['Danh sách', 'Hướng dẫn'])
    const sheet = book.Sheets['Danh sách'] ?? {}
    utils.sheet_add_aoa(sheet, [[`MAU${next()}`, 'Lê Văn Ba', unit.shortName, '', 'Công chức', '', '']], { origin: 'A2' })
    const filled = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
    expect((await check(office, filled)).json.counts).toMatchObject({ create: 1, refused: 0 })
  })
})
