import { employeesOfFiles, unitsOfFiles } from './people-files.ts'
import type { Cell, Merge, SheetFile } from './workbook.ts'

type Kind = 'civilServant' | 'publicEmployee' | 'worker'
type Listed = { code: string; name: string; unitId: string; kind: Kind; phone: string | null }

const kindNames: Record<Kind, string> = { civilServant: 'Công chức', publicEmployee: 'Viên chức', worker: 'Người lao động' }
const kindOf = (unitId: string): Kind => (unitId === 'tt' ? 'publicEmployee' : 'civilServant')

const people: readonly Listed[] = employeesOfFiles.map(({ code, name, unitId }, at) => ({
  code,
  name,
  unitId,
  kind: kindOf(unitId),
  phone: `091234500${at}`,
}))
const unitName = (id: string) => unitsOfFiles.find((unit) => unit.id === id)?.name ?? ''
const shortName = (id: string) => unitsOfFiles.find((unit) => unit.id === id)?.shortName ?? ''

type Column = { head: string; cell: (person: Listed, at: number) => Cell }
const number: Column = { head: 'STT', cell: (_, at) => at + 1 }
const code: Column = { head: 'Mã số', cell: (person) => person.code }
const name: Column = { head: 'Họ và tên', cell: (person) => person.name }
const unit: Column = { head: 'Đơn vị', cell: ({ unitId }) => unitName(unitId) }
const kind: Column = { head: 'Loại', cell: (person) => kindNames[person.kind] }
const phone: Column = { head: 'Điện thoại', cell: (person) => person.phone }
const plain = [number, code, name, unit, kind, phone]

const titles: Cell[][] = [['SỞ KHOA HỌC VÀ CÔNG NGHỆ'], ['DANH SÁCH CÁN BỘ'], []]
const rowsOf = (columns: readonly Column[]): Cell[][] => [
  ...titles,
  columns.map(({ head }) => head),
  ...people.map((person, at) => columns.map(({ cell }) => cell(person, at))),
]
const instead = (column: Column, ...others: Column[]) => plain.flatMap((one) => (one === column ? others : [one]))

/** What the reading must come to: who is made, and the reasons of the rows that are refused, by their codes. */
export type EmployeeFile = { sheet: SheetFile; expected: { people: readonly Listed[]; refused?: Readonly<Record<string, readonly string[]>> } }

const listed = (columns: readonly Column[], merges: readonly Merge[] = []): EmployeeFile => ({
  sheet: { rows: rowsOf(columns), merges },
  expected: { people },
})
const mapText = (file: EmployeeFile, change: (text: string) => string): EmployeeFile => ({
  ...file,
  sheet: { ...file.sheet, rows: file.sheet.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? change(cell) : cell))) },
})

/** The unit stands once, merged over its people. */
const mergedUnits = (): EmployeeFile => {
  const sorted = unitsOfFiles.flatMap(({ id }) => people.filter((person) => person.unitId === id))
  const rows = sorted.map((person, at) =>
    plain.map((column) => (column === unit && sorted[at - 1]?.unitId === person.unitId ? null : column.cell(person, at))),
  )
  const from = titles.length + 1
  const merges = unitsOfFiles.map(({ id }): Merge => {
    const first = sorted.findIndex((person) => person.unitId === id)
    return [from + first, 3, from + sorted.findLastIndex((person) => person.unitId === id), 3]
  })
  return { sheet: { rows: [...titles, plain.map(({ head }) => head), ...rows], merges }, expected: { people: sorted } }
}

const spoilt = (): EmployeeFile => {
  const wrong = new Map([
    ['KH02', instead(unit, { head: 'Đơn vị', cell: () => 'Phòng Không Có' })],
    ['KH03', instead(kind, { head: 'Loại', cell: () => 'thực tập' })],
    ['KH04', instead(phone, { head: 'Điện thoại', cell: () => '12 34' })],
    ['KH05', instead(name, { head: 'Họ và tên', cell: () => 'Nguyễn Thị Hương 2' })],
  ])
  const rows = people.map((person, at) => (wrong.get(person.code) ?? plain).map(({ cell }) => cell(person, at)))
  return {
    sheet: { rows: [...titles, plain.map(({ head }) => head), ...rows, rows[0] ?? []] },
    expected: {
      people: people.filter((person) => !wrong.has(person.code)),
      refused: { KH02: ['unitUnknown'], KH03: ['kindUnknown'], KH04: ['phoneInvalid'], KH05: ['nameInvalid'], KH01: ['duplicate'] },
    },
  }
}

/** Lists of employees as other offices would have written them. */
export const employeeFiles: Readonly<Record<string, EmployeeFile>> = {
  'a plain list': listed(plain),
  'letters and marks apart': mapText(listed(plain), (text) => text.normalize('NFD')),
  'spaces of every kind': mapText(listed(plain), (text) => ` ${text.replaceAll(' ', '\u00a0 ')}\u200b`),
  'headings with remarks and stars': mapText(listed(plain), (text) => text.replace(/^(Mã số|Họ và tên|Loại)$/, '$1 (*) (bắt buộc)')),
  'codes in small letters, with spaces': listed(
    instead(code, { head: 'Số hiệu', cell: (person) => ` ${person.code.toLowerCase().replace('kh', 'kh ')}` }),
  ),
  'telephones that lost their zero': listed(instead(phone, { head: 'SĐT', cell: (person) => Number(person.phone) })),
  'telephones with dots': listed(instead(phone, { head: 'Số ĐT', cell: (person) => person.phone?.replace(/(\d{4})(\d{3})/, '$1.$2.') ?? null })),
  'short names of units and abbreviated kinds': listed([
    number,
    code,
    name,
    { head: 'Phòng/Đơn vị', cell: ({ unitId }) => shortName(unitId).toUpperCase() },
    { head: 'CC/VC/NLĐ', cell: (person) => (person.kind === 'civilServant' ? 'CC' : 'vc') },
    phone,
  ]),
  'the name merged over two columns': listed(
    instead(
      name,
      { head: 'Họ và tên', cell: (person) => person.name.split(' ').slice(0, -1).join(' ') },
      { head: 'Họ và tên', cell: (person) => person.name.split(' ').at(-1) ?? '' },
    ),
    [[titles.length, 2, titles.length, 3]],
  ),
  'units merged over their people': mergedUnits(),
  'columns in another order, with others between': listed([phone, { head: 'Ghi chú', cell: () => 'x' }, kind, name, unit, code]),
  'rows that are wrong': spoilt(),
}
