import { buffer } from 'node:stream/consumers'
import { audit } from '@chung-tay/contracts/audit'
import { children } from '@chung-tay/contracts/children'
import { childrenImport } from '@chung-tay/contracts/children-import'
import { imports } from '@chung-tay/contracts/imports'
import { addDays, formatDay } from '@chung-tay/domain/dates'
import { makeEmployee, makeUnit, next } from '@chung-tay/testing/agency'
import { makeChild } from '@chung-tay/testing/children'
import { childrenFiles, employeesOfFiles, unitsOfFiles } from '@chung-tay/testing/people-files'
import { type Cell, workbookOf } from '@chung-tay/testing/workbook'
import { read, utils, write } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { uploadBytes } from '../imports/test-upload.ts'
import { type Person, startTestApi, type TestApi } from '../test-api.ts'

let api: TestApi
let units: ReadonlyMap<string, string>
beforeAll(async () => {
  api = await startTestApi(inject('testServer'))
  const made = await Promise.all(unitsOfFiles.map(async ({ id, name, shortName }) => [id, (await makeUnit(api.db, { name, shortName })).id] as const))
  units = new Map(made)
  for (const { code, name, unitId } of employeesOfFiles) await makeEmployee(api.db, { code, name, unitId: units.get(unitId) ?? '' })
})
afterAll(() => api.stop())

type Union = Person
const head = ['STT', 'Họ tên con', 'Ngày sinh', 'Giới tính', 'Trường', 'Lớp', 'Họ tên cán bộ', 'Quan hệ', 'Đơn vị']
const upload = (union: Union, rows: readonly (readonly Cell[])[]) => uploadBytes(api, union, workbookOf({ rows }))
const check = async (union: Union, fileId: string) => (await union.call(childrenImport.check, { query: { fileId } })).json
const run = async (union: Union, fileId: string) => (await union.call(childrenImport.run, { body: { fileId } })).json
const outcomes = (rows: Awaited<ReturnType<typeof check>>['rows']) =>
  rows.map(({ row, outcome, problems }) => [row, outcome, ...problems.map(({ reason }) => reason)])
const guardiansOf = (name: string) =>
  api.db.guardian.findMany({
    where: { child: { name } },
    orderBy: { relation: 'asc' },
    select: { relation: true, employee: { select: { code: true } } },
  })

describe('the import of children', () => {
  test('real files one after the other make each child once, with both parents', async () => {
    const union = await api.person(['union'])
    const kinds = [
      'units as headings between the rows',
      'swapped by an American Excel',
      'letters and marks apart',
      'headings in two rows, merged over their columns',
      'two parents of two units on two rows',
      'parents merged over their children',
      'both parents by their codes',
    ]
    for (const kind of kinds) {
      const file = childrenFiles[kind]
      if (!file) throw new Error(kind)
      const fileId = await uploadBytes(api, union, workbookOf(file.sheet))
      expect((await check(union, fileId)).counts.refused, kind).toBe(0)
      await run(union, fileId)
      const again = await check(union, fileId)
      expect([again.counts.create, again.counts.update], kind).toEqual([0, 0])
    }
    expect(await api.db.child.count({ where: { name: 'Trần Gia Bảo' } })).toBe(1)
    const made = await api.db.child.findFirstOrThrow({ where: { name: 'Trần Gia Bảo' } })
    expect(made).toMatchObject({ sex: 'male', schoolLevel: 'primary', className: '1A4', givenName: 'Bảo', search: 'tran gia bao' })
    expect(made.birthDate.toISOString()).toBe('2014-09-12T00:00:00.000Z')
    expect(await guardiansOf('Trần Gia Bảo')).toEqual([
      { relation: 'father', employee: { code: 'KH02' } },
      { relation: 'mother', employee: { code: 'KH01' } },
    ])
    const history = await union.call(audit.history, { params: { subject: 'Child', id: made.id } })
    expect(history.json.items.map(({ action }) => action)).toEqual(['importChildren', 'importChildren'])
  })

  test('what lacks something waits for a person, and the rest goes in', async () => {
    const union = await api.person(['union'])
    const fileId = await upload(union, [
      ...[[], ['DANH SÁCH']],
      head,
      [1, 'Ngô Bảo Châu', '5 tuổi', 'Nữ', 'MN Hoa Sen', 'Lá 2', 'Nguyễn Thị Hương', 'Mẹ', ''],
      [2, 'Ngô Bảo Khanh', '20/10/2013', '', 'TH Võ Thị Sáu', '2B', 'Đặng Thị Hồng', '', 'Văn phòng'],
      [3, 'Ngô Bảo Long', '21/10/2011', 'Nam', 'TH Võ Thị Sáu', '4B', 'Đặng Thị Hồng', 'Mẹ', 'Văn phòng'],
    ])
    const first = await check(union, fileId)
    expect(outcomes(first.rows)).toEqual([
      [4, 'refused', 'birthAgeOnly', 'parentAmbiguous'],
      [5, 'refused', 'sexMissing'],
      [6, 'create'],
    ])
    const candidates = first.rows[0]?.problems[1]?.candidates ?? []
    expect(candidates.map(({ detail }) => detail)).toEqual(['KH05 – Văn phòng Sở', 'KH06 – Phòng Quản lý Khoa học'])
    expect((await run(union, fileId)).counts).toEqual({ create: 1, update: 0, unchanged: 0, joined: 0, refused: 2 })

    const refused = String((await union.call(childrenImport.refused, { query: { fileId, format: 'csv' } })).json)
      .trim()
      .split('\r\n')
    expect(refused).toHaveLength(3)
    expect(refused[1]).toContain('Mới có tuổi, cần đủ ngày, tháng, năm sinh: 5 tuổi; Có nhiều cán bộ cùng họ tên: Nguyễn Thị Hương')

    const answers = [
      { row: 4, answer: { birthDate: '2016-02-03' } },
      { row: 5, answer: { sex: 'male' as const } },
    ]
    expect((await union.call(childrenImport.answer, { body: { fileId, rows: answers } })).status).toBe(200)
    await union.call(childrenImport.answer, { body: { fileId, rows: [{ row: 4, answer: { parent: candidates[1]?.id ?? null } }] } })
    expect(outcomes((await check(union, fileId)).rows)).toEqual([
      [4, 'create'],
      [5, 'create'],
      [6, 'unchanged'],
    ])
    await run(union, fileId)
    expect(await guardiansOf('Ngô Bảo Châu')).toEqual([{ relation: 'mother', employee: { code: 'KH06' } }])

    // The same file from another desk asks nothing again.
    const colleague = await api.person(['union'])
    const [file] = await api.db.file.findMany({ where: { id: fileId } })
    const again = await uploadBytes(api, colleague, await buffer(api.services.files.open(file?.sha256 ?? '')), 'lan-hai.xlsx')
    expect((await check(colleague, again)).counts).toEqual({ create: 0, update: 0, unchanged: 3, joined: 0, refused: 0 })
  })

  test('relations that the list does not tell are asked, or told for the whole list', async () => {
    const union = await api.person(['union'])
    const fileId = await upload(union, [
      ['Họ tên con', 'Ngày sinh', 'Giới tính', 'Cán bộ', 'Đơn vị'],
      ['Đỗ Tuệ Nhi', '1/6/2012', 'Nữ', 'Nguyễn Thị Hương', 'QLKH'],
    ])
    expect(outcomes((await check(union, fileId)).rows)).toEqual([[2, 'create']])
    await api.db.guardian.deleteMany({ where: { employee: { code: 'KH06' } } })
    expect(outcomes((await check(union, fileId)).rows)).toEqual([[2, 'refused', 'relationMissing']])
    await union.call(childrenImport.answer, { body: { fileId, rows: [], rule: 'middleName' } })
    const ruled = await check(union, fileId)
    expect([ruled.rule, ruled.rows[0]?.guardians, ruled.rows[0]?.notes]).toEqual([
      'middleName',
      [{ name: 'Nguyễn Thị Hương', unitName: 'Phòng Quản lý Khoa học', relation: 'mother' }],
      [{ note: 'relationByName', value: 'mother' }],
    ])
  })

  test('a child that looks like one who is known is asked about', async () => {
    const union = await api.person(['union'])
    const dat = await api.db.employee.findUniqueOrThrow({ where: { code: 'KH02' } })
    const known = await makeChild(api.db, { name: 'Trần Nhật Minh', guardians: [{ employeeId: dat.id, relation: 'father' }] })
    const rows = [head, [1, 'TRẦN NHẬT MINH', '03/09/2014', 'Nam', '', '', 'Trần Văn Đạt', 'Bố', 'QLKH']]
    const fileId = await upload(union, rows)
    const { rows: checked } = await check(union, fileId)
    expect(checked[0]?.problems).toMatchObject([{ reason: 'looksLike', candidates: [{ id: known.id, detail: '09/03/2014, Trần Văn Đạt (bố)' }] }])
    await union.call(childrenImport.answer, { body: { fileId, rows: [{ row: 2, answer: { child: known.id } }] } })
    expect((await check(union, fileId)).rows[0]?.changes).toEqual([{ field: 'birthDate', before: '2014-03-09', after: '2014-09-03' }])
    await union.call(childrenImport.answer, { body: { fileId, rows: [{ row: 2, answer: { child: 'new' } }] } })
    await run(union, fileId)
    const made = await api.db.child.findMany({ where: { name: 'Trần Nhật Minh' } })
    expect(made).toHaveLength(2)
    expect(made.find(({ id }) => id !== known.id)?.notSameAs).toEqual([known.id])
  })

  test('headings nobody knows are told once, and remembered', async () => {
    const union = await api.person(['union'])
    const heads = ['Số', 'Bé', 'Chào đời', 'Phái của bé', 'Thân nhân', 'Là gì của bé', 'Phòng nào']
    const rows = (name: string) => [heads, [1, name, '05/05/2015', 'Nữ', 'Phạm Thị Hoà', 'Mẹ', 'Trung tâm Ứng dụng']]
    const fileId = await upload(union, rows('Vũ Hà An'))
    const unread = await union.call(childrenImport.check, { query: { fileId } })
    expect([unread.status, unread.json.code]).toEqual([422, 'IMPORT_UNREADABLE'])
    const { json } = await union.call(childrenImport.columns, { query: { fileId } })
    expect([json.at, json.rows[0]]).toEqual([0, heads])
    const fields = [null, 'name', 'birthDate', 'sex', 'parentName', 'relation', 'parentUnit'] as const
    const mapped = await union.call(childrenImport.mapping, { body: { fileId, at: 0, fields: [...fields] } })
    expect(mapped.json.fields).toEqual(fields)
    expect(outcomes((await check(union, fileId)).rows)).toEqual([[2, 'create']])

    const colleague = await api.person(['union'])
    const another = await upload(colleague, [['DANH SÁCH'], ...rows('Vũ Hà My')])
    expect(outcomes((await check(colleague, another)).rows)).toEqual([[3, 'create']])
  })

  test('cells that were pasted are a file like any other', async () => {
    const union = await api.person(['union'])
    const text = [head, ['1', 'Lê Tú Anh', '07/08/2013', 'Nữ', '"TH ""Võ Thị Sáu"""', '2B', 'Lê Quang Huy', 'Bố', 'Trung tâm Ứng dụng']]
      .map((cells) => cells.join('\t'))
      .join('\r\n')
    const pasted = await union.call(imports.paste, { body: { text } })
    expect(pasted.status).toBe(201)
    const { rows } = await check(union, pasted.json.id)
    expect(outcomes(rows)).toEqual([[2, 'create']])
    const nothing = await union.call(imports.paste, { body: { text: 'Kính gửi các đồng chí' } })
    expect([nothing.status, nothing.json.code]).toEqual([422, 'IMPORT_UNREADABLE'])
  })

  test('twice at once makes everybody once', async () => {
    const union = await api.person(['union'])
    const rows = Array.from({ length: 20 }, (_, at) => [
      at + 1,
      `Hoàng ${'ABCDEGHIKLMNOPQRSTUV'[at]}n`,
      `${at + 1}/6/2012`,
      'Nam',
      '',
      '',
      'Vũ Đức Thắng',
      'Bố',
      '',
    ])
    const fileId = await upload(union, [head, ...rows])
    const refused = (await check(union, fileId)).counts.refused
    const answers = await Promise.all([1, 2, 3].map(() => union.call(childrenImport.run, { body: { fileId } })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await api.db.child.count({ where: { name: { startsWith: 'Hoàng ' } } })).toBe(20 - refused)
  })

  test('only the union imports, and only its own file', async () => {
    const union = await api.person(['union'])
    const fileId = await upload(union, [head])
    const others: [Pick<Union, 'call'>, number][] = [
      [api, 401],
      [await api.person(['office']), 403],
      [await api.person(['employee']), 403],
      [await api.person(['union']), 404],
    ]
    for (const [caller, status] of others) {
      expect((await caller.call(childrenImport.check, { query: { fileId } })).status).toBe(status)
      expect((await caller.call(childrenImport.run, { body: { fileId } })).status).toBe(status)
      expect((await caller.call(childrenImport.answer, { body: { fileId, rows: [] } })).status).toBe(status)
      expect((await caller.call(childrenImport.columns, { query: { fileId } })).status).toBe(status)
      expect((await caller.call(childrenImport.mapping, { body: { fileId, at: 0, fields: ['name'] } })).status).toBe(status)
      expect((await caller.call(childrenImport.refused, { query: { fileId, format: 'csv' } })).status).toBe(status)
    }
  })

  test('the template is read as it is, filled in', async () => {
    const union = await api.person(['union'])
    const answer = await api.app.inject({ url: '/api/children/import/template', headers: { cookie: union.cookie } })
    const book = read(answer.rawPayload)
    const sheet = book.Sheets['Danh sách'] ?? {}
    utils.sheet_add_aoa(sheet, [[1, 'Lê Mẫu Đơn', '09/03/2014', 'Nữ', 'TH A', '1A', 'kh04', '', 'Bố', '', 'Cận nghèo']], { origin: 'A2' })
    const fileId = await uploadBytes(api, union, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
    const { rows, unread } = await check(union, fileId)
    expect([outcomes(rows), unread]).toEqual([[[2, 'create']], []])
  })
})

test('1,000 rows are checked, made and changed within ten seconds each', async () => {
  const union = await api.person(['union'])
  const unit = await makeUnit(api.db)
  const parents = await Promise.all(Array.from({ length: 500 }, () => makeEmployee(api.db, { unitId: unit.id, name: `Lê Thị Lan ${next()}` })))
  const surnames = ['Đinh Ngọc', 'Lý Bảo', 'Hứa Thanh', 'Mạc Quỳnh', 'Cao Tuệ', 'Tô Khánh', 'Kiều Gia', 'Phùng Nhật', 'Lục Đăng', 'Thái Phương']
  const middles = ['Xuân', 'Hải', 'Kim', 'Đức', 'Mỹ', 'Trọng', 'Cẩm', 'Bích', 'Vĩnh', 'Quốc']
  const givens = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Huyền', 'Khôi', 'Lâm', 'Thắng', 'Vượng']
  const nameOf = (at: number) => [surnames[at % 10], middles[Math.floor(at / 10) % 10], givens[(at + Math.floor(at / 100)) % 10]].join(' ')
  const file = (className: string) =>
    upload(union, [
      ['Họ tên con', 'Ngày sinh', 'Giới tính', 'Lớp', 'Mã cán bộ', 'Quan hệ'],
      ...Array.from({ length: 1_000 }, (_, at) => [
        nameOf(at),
        formatDay(addDays('2006-01-01', at * 5)),
        at % 2 === 0 ? 'Nam' : 'Nữ',
        className,
        parents[Math.floor(at / 2)]?.code ?? '',
        'Mẹ',
      ]),
    ])
  const timed = async <Answer>(work: Promise<Answer>) => {
    const started = performance.now()
    const answer = await work
    const took = performance.now() - started
    expect(took).toBeLessThan(10_000)
    return answer
  }
  const made = await file('1A')
  const checked = await timed(check(union, made))
  expect(checked.counts).toEqual({ create: 1_000, update: 0, unchanged: 0, joined: 0, refused: 0 })
  expect((await timed(run(union, made))).counts.create).toBe(1_000)
  expect((await timed(run(union, await file('2A')))).counts.update).toBe(1_000)
  const first = await union.call(children.list, { query: { q: 'dinh ngoc xuan an', unitId: unit.id, limit: 5 } })
  expect(first.json.items[0]).toMatchObject({ className: '2A', version: 2 })
})
