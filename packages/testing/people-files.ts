import type { Cell, Merge, SheetFile } from './workbook.ts'

/** The small department whose lists are written in every manner. */
export const unitsOfFiles = [
  { id: 'vp', name: 'Văn phòng Sở', shortName: 'Văn phòng' },
  { id: 'ql', name: 'Phòng Quản lý Khoa học', shortName: 'QLKH' },
  { id: 'tt', name: 'Trung tâm Ứng dụng Khoa học và Công nghệ', shortName: 'Trung tâm Ứng dụng' },
]
export const employeesOfFiles = [
  { id: 'duong', code: 'KH01', name: 'Nguyễn Thị Thuỳ Dương', unitId: 'vp' },
  { id: 'dat', code: 'KH02', name: 'Trần Văn Đạt', unitId: 'ql' },
  { id: 'hong', code: 'KH03', name: 'Đặng Thị Hồng', unitId: 'vp' },
  { id: 'huy', code: 'KH04', name: 'Lê Quang Huy', unitId: 'tt' },
  { id: 'huongVp', code: 'KH05', name: 'Nguyễn Thị Hương', unitId: 'vp' },
  { id: 'huongQl', code: 'KH06', name: 'Nguyễn Thị Hương', unitId: 'ql' },
  { id: 'hoa', code: 'KH07', name: 'Phạm Thị Hoà', unitId: 'tt' },
  { id: 'thang', code: 'KH08', name: 'Vũ Đức Thắng', unitId: 'ql' },
] as const
type EmployeeId = (typeof employeesOfFiles)[number]['id']
type Relation = 'mother' | 'father' | 'guardian'

export type FileChild = {
  name: string
  birthDate: string
  sex: 'female' | 'male'
  schoolLevel: 'preschool' | 'primary' | 'lowerSecondary' | null
  school: string
  className: string
  parents: readonly { id: EmployeeId; relation: Relation }[]
}

export const childrenOfFiles: readonly FileChild[] = [
  {
    name: 'Trần Gia Bảo',
    birthDate: '2014-09-12',
    sex: 'male',
    schoolLevel: 'primary',
    school: 'Trường Tiểu học Ngô Sĩ Liên',
    className: '1A4',
    parents: [
      { id: 'duong', relation: 'mother' },
      { id: 'dat', relation: 'father' },
    ],
  },
  {
    name: 'Trần Khánh Linh',
    birthDate: '2016-03-25',
    sex: 'female',
    schoolLevel: 'preschool',
    school: 'Trường Mầm non Hoa Sen',
    className: '5 tuổi B',
    parents: [
      { id: 'duong', relation: 'mother' },
      { id: 'dat', relation: 'father' },
    ],
  },
  {
    name: 'Lê Minh Anh',
    birthDate: '2012-11-30',
    sex: 'female',
    schoolLevel: 'primary',
    school: 'Trường TH Võ Thị Sáu',
    className: '3A2',
    parents: [
      { id: 'hong', relation: 'mother' },
      { id: 'huy', relation: 'father' },
    ],
  },
  {
    name: 'Phạm Đức Mạnh',
    birthDate: '2009-01-05',
    sex: 'male',
    schoolLevel: 'lowerSecondary',
    school: 'THCS Trần Phú',
    className: '6A1',
    parents: [{ id: 'hoa', relation: 'mother' }],
  },
  {
    name: 'Vũ Hải Đăng',
    birthDate: '2006-02-08',
    sex: 'male',
    schoolLevel: 'lowerSecondary',
    school: 'THCS Lê Quý Đôn',
    className: '9B',
    parents: [{ id: 'thang', relation: 'father' }],
  },
]

const person = (id: EmployeeId) => employeesOfFiles.find((one) => one.id === id) ?? employeesOfFiles[0]
const unitName = (unitId: string) => unitsOfFiles.find(({ id }) => id === unitId)?.name ?? ''
const relationText: Record<Relation, string> = { mother: 'Mẹ', father: 'Bố', guardian: 'Người giám hộ' }

/** One row: the child as its parent's line tells it. */
type Line = { child: FileChild; parent: FileChild['parents'][number]; number: number }
type Column = { head: string; over?: string; cell: (line: Line) => Cell }

const [year, month, day] = [(iso: string) => iso.slice(0, 4), (iso: string) => iso.slice(5, 7), (iso: string) => iso.slice(8)]
const born = ({ child }: Line) => child.birthDate
const vn = (iso: string, mark = '/') => [day(iso), month(iso), year(iso)].join(mark)

const c = {
  number: { head: 'STT', cell: ({ number }: Line) => number },
  name: { head: 'Họ tên con', cell: ({ child }: Line) => child.name },
  birth: { head: 'Ngày, tháng, năm sinh', cell: (line: Line) => vn(born(line)) },
  sex: { head: 'Giới tính', cell: ({ child }: Line) => (child.sex === 'male' ? 'Nam' : 'Nữ') },
  school: { head: 'Trường', cell: ({ child }: Line) => child.school },
  className: { head: 'Lớp', cell: ({ child }: Line) => child.className },
  parent: { head: 'Họ tên cán bộ', cell: ({ parent }: Line) => person(parent.id).name },
  code: { head: 'Mã cán bộ', cell: ({ parent }: Line) => person(parent.id).code },
  relation: { head: 'Quan hệ', cell: ({ parent }: Line) => relationText[parent.relation] },
  unit: { head: 'Đơn vị', cell: ({ parent }: Line) => unitName(person(parent.id).unitId) },
} satisfies Record<string, Column>

const parentOf =
  (relation: Relation, what: (id: EmployeeId) => Cell) =>
  ({ child }: Line): Cell => {
    const link = child.parents.find((one) => one.relation === relation)
    return link ? what(link.id) : null
  }
const nameOf = (id: EmployeeId) => person(id).name
const codeOf = (id: EmployeeId) => person(id).code
const unitOf = (id: EmployeeId) => unitName(person(id).unitId)

const both: Column[] = [
  { over: 'Mẹ', head: 'Họ và tên', cell: parentOf('mother', nameOf) },
  { over: 'Mẹ', head: 'Đơn vị công tác', cell: parentOf('mother', unitOf) },
  { over: 'Bố', head: 'Họ và tên', cell: parentOf('father', nameOf) },
  { over: 'Bố', head: 'Đơn vị công tác', cell: parentOf('father', unitOf) },
]
const plain: Column[] = [c.number, c.name, c.birth, c.sex, c.school, c.className, c.parent, c.relation, c.unit]
const instead = (column: Column, ...others: Column[]): Column[] => plain.flatMap((one) => (one === column ? others : [one]))
const withBirth = (head: string, cell: (iso: string) => Cell): Column[] => instead(c.birth, { head, cell: (line) => cell(born(line)) })

const first = (children: readonly FileChild[]): Line[] =>
  children.flatMap((child, at) => (child.parents[0] ? [{ child, parent: child.parents[0], number: at + 1 }] : []))
const eachParent = (children: readonly FileChild[]): Line[] =>
  children.flatMap((child) => child.parents.map((parent) => ({ child, parent, number: 0 }))).map((line, at) => ({ ...line, number: at + 1 }))

const titles: Cell[][] = [['UBND TỈNH BẮC GIANG'], ['SỞ KHOA HỌC VÀ CÔNG NGHỆ'], ['DANH SÁCH CON CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC'], []]

/** A sheet with the head in one row, or in two where a column has a heading over it and its neighbours. */
const sheetOf = (columns: readonly Column[], lines: readonly Line[], above: Cell[][] = []): SheetFile & { start: number } => {
  const body = lines.map((line) => columns.map(({ cell }) => cell(line)))
  if (columns.every(({ over }) => over === undefined)) {
    return { rows: [...above, columns.map(({ head }) => head), ...body], start: above.length + 1 }
  }
  const merges: Merge[] = []
  const at = above.length
  columns.forEach(({ over }, column) => {
    if (over === undefined) merges.push([at, column, at + 1, column])
    else if (columns[column - 1]?.over !== over) merges.push([at, column, at, columns.findLastIndex((one) => one.over === over)])
  })
  const upper = columns.map(({ over, head }, column) => (over === undefined ? head : columns[column - 1]?.over === over ? null : over))
  const lower = columns.map(({ over, head }) => (over === undefined ? null : head))
  return { rows: [...above, upper, lower, ...body], merges, start: at + 2 }
}

/** What the reading of a file must come to: the children made, and the reasons of the rows that are refused. */
export type ExpectedReading = { children: readonly FileChild[]; refused?: Readonly<Record<string, readonly string[]>>; notes?: readonly string[] }
export type PeopleFile = { sheet: SheetFile; expected: ExpectedReading; rule?: 'middleName' | 'guardian' }

const onlyFirst = childrenOfFiles.map((child) => ({ ...child, parents: child.parents.slice(0, 1) }))
const expectFirst: ExpectedReading = { children: onlyFirst }
const expectBoth: ExpectedReading = { children: childrenOfFiles }
const listed = (columns: readonly Column[], expected: ExpectedReading = expectFirst, above: Cell[][] = titles): PeopleFile => ({
  sheet: sheetOf(columns, first(childrenOfFiles), above),
  expected,
})
const all = (reason: string): ExpectedReading => ({
  children: [],
  refused: Object.fromEntries(childrenOfFiles.map(({ name }) => [name, [reason]])),
})
const without = (...names: string[]) => onlyFirst.filter(({ name }) => !names.includes(name))

const mapText = ({ sheet, ...file }: PeopleFile, change: (text: string) => string): PeopleFile => ({
  ...file,
  sheet: { ...sheet, rows: sheet.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? change(cell) : cell))) },
})
const unmarked = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

/** An American Excel took every day it could for a month, and left the others as text. */
const americanised = (iso: string): Cell => (Number(day(iso)) <= 12 ? { day: `${year(iso)}-${day(iso)}-${month(iso)}` } : vn(iso))
const more = (name: string, birthDate: string): FileChild => ({
  name,
  birthDate,
  sex: 'male',
  schoolLevel: 'primary',
  school: 'Trường TH Võ Thị Sáu',
  className: '2B',
  parents: [{ id: 'thang', relation: 'father' }],
})

const bySection = (): PeopleFile => {
  const columns = plain.filter((column) => column !== c.unit)
  const lines = first(childrenOfFiles)
  const rows = unitsOfFiles.flatMap(({ id, name }, at): Cell[][] => {
    const own = lines.filter(({ parent }) => person(parent.id).unitId === id)
    return [
      [null, `${['I', 'II', 'III'][at]}. ${name.toUpperCase()} (${own.length} cháu)`],
      ...own.map((line) => columns.map(({ cell }) => cell(line))),
    ]
  })
  return { sheet: { rows: [...titles, columns.map(({ head }) => head), ...rows] }, expected: { ...expectFirst, notes: ['unitFromHeading'] } }
}

const onceForSiblings = (merged: boolean): PeopleFile => {
  const file = sheetOf(plain, first(childrenOfFiles), titles)
  const own = [0, 6, 7, 8]
  // The second child stands beside the same parent, who is written once.
  const rows = file.rows.map((cells, at) => (at === file.start + 1 ? cells.map((cell, column) => (own.includes(column) ? null : cell)) : cells))
  const merges = merged ? own.map((column): Merge => [file.start, column, file.start + 1, column]) : []
  return { sheet: { rows, merges }, expected: { ...expectFirst, ...(!merged && { notes: ['parentFromAbove'] }) } }
}

const namesakes = (withUnit: boolean): PeopleFile => {
  const child: FileChild = { ...more('Ngô Bảo Nam', '2013-05-20'), parents: [{ id: 'huongQl', relation: 'mother' }] }
  const columns = withUnit ? plain : plain.filter((column) => column !== c.unit)
  const lines = [...first(childrenOfFiles), { child, parent: { id: 'huongQl', relation: 'mother' }, number: 6 } satisfies Line]
  return {
    sheet: sheetOf(columns, lines, titles),
    expected: withUnit ? { children: [...onlyFirst, child] } : { children: onlyFirst, refused: { 'Ngô Bảo Nam': ['parentAmbiguous'] } },
  }
}

const printed = (): PeopleFile => {
  const file = sheetOf(plain, first(childrenOfFiles), titles)
  const head = file.rows[file.start - 1] ?? []
  const [top, bottom] = [file.rows.slice(0, file.start + 3), file.rows.slice(file.start + 3)]
  const foot: Cell[][] = [
    [null, 'Tổng cộng: 05 cháu'],
    [null, null, null, null, null, null, 'Bắc Giang, ngày 20 tháng 5 năm 2021'],
    [null, 'NGƯỜI LẬP BIỂU', null, null, null, null, 'CHỦ TỊCH CÔNG ĐOÀN'],
    [null, 'Nguyễn Văn Chiến', null, null, null, null, 'Trần Thị Minh Nguyệt'],
  ]
  const numbering = head.map((_, at) => `(${at + 1})`)
  return {
    sheet: { rows: [...file.rows.slice(0, file.start), numbering, ...top.slice(file.start), head, ...bottom, ...foot] },
    expected: expectFirst,
  }
}

const spoilt = (): PeopleFile => {
  const days = ['31/02/2014', '25/03/2036', '30/11/1972', 'tháng 5', '08/02/2006']
  const lines = first(childrenOfFiles)
  const columns = instead(c.birth, { head: 'Ngày sinh', cell: ({ number }) => days[number - 1] ?? '' })
  return {
    sheet: sheetOf(columns, lines, titles),
    expected: {
      children: onlyFirst.slice(4),
      refused: {
        'Trần Gia Bảo': ['birthInvalid'],
        'Trần Khánh Linh': ['birthInFuture'],
        'Lê Minh Anh': ['birthTooOld'],
        'Phạm Đức Mạnh': ['birthInvalid'],
      },
    },
  }
}

/** Lists of children as other offices would have written them, each with what its reading must come to. */
export const childrenFiles: Readonly<Record<string, PeopleFile>> = {
  'a plain list': listed(plain, expectFirst, []),
  'titles of the page over the head': listed(plain),
  'headings in two rows, merged over their columns': {
    sheet: sheetOf([c.number, c.name, c.birth, c.sex, c.school, c.className, ...both], first(childrenOfFiles), titles),
    expected: expectBoth,
  },
  'letters and marks apart': mapText(listed(plain), (text) => text.normalize('NFD')),
  'everything in capitals': {
    ...mapText(listed(plain), (text) => text.toLocaleUpperCase('vi')),
    expected: {
      children: onlyFirst.map((child) => ({
        ...child,
        school: child.school.toLocaleUpperCase('vi'),
        className: child.className.toLocaleUpperCase('vi'),
      })),
    },
  },
  'spaces of every kind': mapText(listed(plain), (text) => ` ${text.replaceAll(' ', '\u00a0 ')}\u200b `),
  'without any mark': {
    ...mapText(listed(plain), unmarked),
    expected: {
      children: onlyFirst.map((child) => ({
        ...child,
        name: unmarked(child.name),
        school: unmarked(child.school),
        className: unmarked(child.className),
      })),
    },
  },
  'parents merged over their children': onceForSiblings(true),
  'parents written once': onceForSiblings(false),
  'units as headings between the rows': bySection(),
  'days that the sheet itself keeps': listed(withBirth('Ngày sinh', (iso) => ({ day: iso }))),
  'days that lost their format': listed(withBirth('Ngày sinh', (iso) => ({ day: iso, serial: true }))),
  'dd-mm-yy': listed(withBirth('Ngày sinh', (iso) => vn(iso, '-').replace(/-\d\d(\d\d)$/, '-$1'))),
  'd.m.yyyy': listed(withBirth('Sinh ngày', (iso) => `${Number(day(iso))}.${Number(month(iso))}.${year(iso)}`)),
  'days with spaces': listed(withBirth('Ngày sinh', (iso) => vn(iso, ' / '))),
  'days in words': listed(withBirth('Ngày sinh', (iso) => `ngày ${day(iso)} tháng ${Number(month(iso))} năm ${year(iso)}`)),
  'days in figures alone': listed(withBirth('Ngày sinh', (iso) => Number(`${day(iso)}${month(iso)}${year(iso)}`))),
  'yyyy-mm-dd typed': listed(withBirth('Ngày sinh', (iso) => iso)),
  'the whole column mm/dd/yyyy': listed(
    withBirth('Ngày sinh', (iso) => `${month(iso)}/${day(iso)}/${year(iso)}`),
    { ...expectFirst, notes: ['birthSwapped'] },
  ),
  'swapped by an American Excel': {
    sheet: sheetOf(
      withBirth('Ngày sinh', americanised),
      first([...childrenOfFiles, more('Vũ Minh Quân', '2013-07-04'), more('Vũ Minh Tú', '2010-10-21')]),
      titles,
    ),
    expected: { children: [...onlyFirst, more('Vũ Minh Quân', '2013-07-04'), more('Vũ Minh Tú', '2010-10-21')], notes: ['birthSwapped'] },
  },
  'a column that contradicts itself': {
    sheet: sheetOf(
      instead(c.birth, { head: 'Ngày sinh', cell: ({ child, number }) => (number === 3 ? '11/30/2012' : vn(child.birthDate)) }),
      first(childrenOfFiles),
      titles,
    ),
    expected: {
      children: onlyFirst.filter(({ name }) => ['Trần Khánh Linh', 'Lê Minh Anh'].includes(name)),
      refused: { 'Trần Gia Bảo': ['birthAmbiguous'], 'Phạm Đức Mạnh': ['birthAmbiguous'], 'Vũ Hải Đăng': ['birthAmbiguous'] },
      notes: ['birthSwapped'],
    },
  },
  'a year instead of a day': listed(
    withBirth('Năm sinh', (iso) => Number(year(iso))),
    all('birthYearOnly'),
  ),
  'an age instead of a day': listed(
    withBirth('Tuổi', (iso) => 2021 - Number(year(iso))),
    all('birthAgeOnly'),
  ),
  '"5 tuổi" among the days': listed(
    withBirth('Ngày sinh', (iso) => (iso.startsWith('2016') ? '5 tuổi' : vn(iso))),
    { children: without('Trần Khánh Linh'), refused: { 'Trần Khánh Linh': ['birthAgeOnly'] } },
  ),
  'months without a day': listed(
    withBirth('Ngày sinh', (iso) => `${Number(month(iso))}/${year(iso)}`),
    all('birthMonthOnly'),
  ),
  'days that are none': spoilt(),
  'crosses under Nam and Nữ': listed(
    instead(
      c.sex,
      { over: 'Giới tính', head: 'Nam', cell: ({ child }) => (child.sex === 'male' ? 'x' : null) },
      { over: 'Giới tính', head: 'Nữ', cell: ({ child }) => (child.sex === 'female' ? 'X' : null) },
    ),
  ),
  'days of birth under Nam and Nữ': listed(
    instead(
      c.birth,
      { over: 'Ngày sinh', head: 'Nam', cell: (line) => (line.child.sex === 'male' ? vn(born(line)) : null) },
      { over: 'Ngày sinh', head: 'Nữ', cell: (line) => (line.child.sex === 'female' ? vn(born(line)) : null) },
    ).filter((column) => column !== c.sex),
  ),
  'day, month and year in three columns': listed(
    instead(
      c.birth,
      { over: 'Ngày sinh', head: 'Ngày', cell: (line) => Number(day(born(line))) },
      { over: 'Ngày sinh', head: 'Tháng', cell: (line) => Number(month(born(line))) },
      { over: 'Ngày sinh', head: 'Năm', cell: (line) => Number(year(born(line))) },
    ),
  ),
  'the name in two columns': listed(
    instead(
      c.name,
      { head: 'Họ đệm', cell: ({ child }) => child.name.split(' ').slice(0, -1).join(' ') },
      { head: 'Tên gọi', cell: ({ child }) => child.name.split(' ').at(-1) ?? '' },
    ),
  ),
  'two parents of two units on two rows': {
    sheet: sheetOf(plain, eachParent(childrenOfFiles), titles),
    expected: { ...expectBoth, notes: ['joinsRow'] },
  },
  'both parents by their codes': listed(
    [
      c.name,
      c.birth,
      c.sex,
      c.school,
      c.className,
      { head: 'Mã cán bộ của bố', cell: parentOf('father', codeOf) },
      { head: 'Mã cán bộ của mẹ', cell: parentOf('mother', (id) => codeOf(id).toLowerCase()) },
    ],
    expectBoth,
  ),
  'the employee first, the child under its own heading': listed([
    c.number,
    { head: 'Họ và tên', cell: c.parent.cell },
    { head: 'Phòng/Đơn vị', cell: ({ parent }) => unitsOfFiles.find(({ id }) => id === person(parent.id).unitId)?.shortName ?? '' },
    c.name,
    c.birth,
    c.sex,
    { head: 'Học lớp, trường', cell: ({ child }) => `${child.className}, ${child.school}` },
    c.relation,
  ]),
  'days of birth of parent and child under one word': listed([
    c.number,
    c.parent,
    { head: 'Ngày sinh', cell: () => '15/08/1985' },
    c.unit,
    c.name,
    { head: 'Ngày sinh', cell: c.birth.cell },
    c.sex,
    c.school,
    { head: 'Lớp', cell: ({ child }) => `Lớp ${child.className}` },
    c.relation,
  ]),
  'a father who works elsewhere': listed(
    [
      c.name,
      c.birth,
      c.sex,
      c.school,
      c.className,
      { head: 'Họ tên mẹ', cell: parentOf('mother', nameOf) },
      { head: 'Đơn vị của mẹ', cell: parentOf('mother', unitOf) },
      { head: 'Họ tên bố', cell: ({ child }) => (child.parents[0]?.relation === 'father' ? nameOf('thang') : 'Hoàng Văn Tự') },
      { head: 'Nơi công tác của bố', cell: ({ child }) => (child.parents[0]?.relation === 'father' ? unitOf('thang') : 'Công ty May 10') },
    ],
    { ...expectFirst, notes: ['notEmployee'] },
  ),
  'namesakes told apart by the unit': namesakes(true),
  'namesakes without a unit': namesakes(false),
  'no relation, asked': listed(
    plain.filter((column) => column !== c.relation),
    all('relationMissing'),
  ),
  'no relation, told by the middle name': {
    ...listed(
      plain.filter((column) => column !== c.relation),
      {
        children: onlyFirst.map((child) =>
          child.name === 'Vũ Hải Đăng' ? { ...child, parents: [{ id: 'thang' as const, relation: 'guardian' as const }] } : child,
        ),
        notes: ['relationByName'],
      },
    ),
    rule: 'middleName',
  },
  'printed over two pages, with a total and signatures': printed(),
  'employees without a child between the others': {
    sheet: {
      rows: [...sheetOf(plain, first(childrenOfFiles), titles).rows, [6, null, null, null, null, null, 'Lê Quang Huy', null, 'Trung tâm Ứng dụng']],
    },
    expected: expectFirst,
  },
}
