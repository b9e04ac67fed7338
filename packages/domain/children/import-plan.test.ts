import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GuardianLink } from './import-family.ts'
import type { KnownChild } from './import-match.ts'
import { peopleOf } from './import-parents.ts'
import { planImport, type RowAnswers } from './import-plan.ts'
import type { ParentSlot, WrittenChild, WrittenParent } from './import-row.ts'
import type { NumberedChildRow } from './import-table.ts'

const units = ['Văn phòng', 'Phòng Quản lý', 'Trung tâm'].map((name) => ({ id: name, name, shortName: name }))
const surnames = ['Nguyễn Thị', 'Trần Văn', 'Lê Thị', 'Phạm Văn', 'Vũ Thị', 'Đặng Văn']
const employees = surnames.map((surname, at) => ({
  id: `e${at}`,
  code: `CB${at}`,
  name: `${surname} ${['Hương', 'Đạt', 'Lan', 'Huy', 'Mai', 'Sơn'][at]}`,
  unitId: units[at % units.length]?.id ?? '',
  active: true,
}))
const people = peopleOf([...employees, { id: 'twin', code: 'CB9', name: 'Nguyễn Thị Hương', unitId: 'Trung tâm', active: true }], units)
const today = '2021-06-20'

const parent = (at: number, slot: ParentSlot = 'parent'): WrittenParent => ({
  slot,
  name: employees[at]?.name ?? '',
  code: '',
  unit: employees[at]?.unitId ?? '',
  shared: false,
  relation: at % 2 === 0 ? 'mother' : 'father',
})
const child = (change: Partial<WrittenChild> = {}): WrittenChild => ({
  name: 'Trần Gia Bảo',
  birthDate: '2014-09-12',
  birthSwapped: false,
  sex: 'male',
  schoolLevel: 'primary',
  school: 'TH Ngô Sĩ Liên',
  className: '1A',
  circumstances: null,
  parents: [parent(0)],
  ...change,
})
const row = (number: number, change: Partial<WrittenChild> = {}): NumberedChildRow => ({ row: number, child: child(change), problems: [], notes: [] })
const link = (at: number): GuardianLink => ({ employeeId: `e${at}`, relation: at % 2 === 0 ? 'mother' : 'father', sure: true })
const known = (change: Partial<KnownChild> = {}): KnownChild => ({
  id: 'known',
  version: 1,
  name: 'Trần Gia Bảo',
  birthDate: '2014-09-12',
  sex: 'male',
  schoolLevel: 'primary',
  school: 'TH Ngô Sĩ Liên',
  className: '1A',
  circumstances: '',
  guardians: [link(0)],
  active: true,
  merged: false,
  ...change,
})

const plan = (rows: NumberedChildRow[], children: KnownChild[] = [], answers: Record<number, RowAnswers> = {}) =>
  planImport({ rows, answers: new Map(Object.entries(answers).map(([at, one]) => [Number(at), one])), rule: 'ask', people, children, today })
const told = (...given: Parameters<typeof plan>) =>
  plan(...given).map((one) => (one.outcome === 'refused' ? one.problems.map(({ reason }) => reason) : one.outcome))

describe('what a row would do', () => {
  test('makes a child that is not known', () => {
    expect(plan([row(5)])).toMatchObject([{ row: 5, outcome: 'create', guardians: [{ employeeId: 'e0', relation: 'mother' }] }])
  })

  test('changes nothing of one that is', () => {
    expect(told([row(5)], [known()])).toEqual(['unchanged'])
  })

  test('changes what the row says otherwise, field by field, and leaves what it does not say', () => {
    const [planned] = plan([row(5, { className: '2A', school: null, name: 'Tran Gia Bao' })], [known()])
    expect(planned).toMatchObject({ outcome: 'update', changes: [{ field: 'className', before: '1A', after: '2A' }] })
  })

  test('adds the second parent', () => {
    const [planned] = plan([row(5, { parents: [parent(1)] })], [known()])
    expect(planned).toMatchObject({ outcome: 'update', changes: [{ field: 'guardians', employeeId: 'e1', before: null, after: 'father' }] })
  })

  test('the rows of both parents are one child', () => {
    const planned = plan([row(5), row(6, { parents: [parent(1)] })])
    expect(planned.map(({ outcome }) => outcome)).toEqual(['create', 'joined'])
    expect(planned[0]?.guardians.map(({ employeeId }) => employeeId)).toEqual(['e0', 'e1'])
  })

  test('the same name and day under another mother is asked about, and made when a person says so', () => {
    const other = { parents: [parent(2)] }
    expect(told([row(5, other)], [known()])).toEqual([['looksLike']])
    expect(told([row(5), row(6, other)])).toEqual(['create', ['looksLikeRow']])
    expect(plan([row(5, other)], [known()], { 5: { child: 'new' } })).toMatchObject([{ outcome: 'create', apartFrom: ['known'] }])
    expect(plan([row(5), row(6, other)], [], { 6: { child: 'new' } })).toMatchObject([{}, { outcome: 'create', apartFromRows: [5] }])
  })

  test('day and month exchanged is asked about, and changes the child that a person names', () => {
    const swapped = { birthDate: '2014-12-09' }
    expect(told([row(5, swapped)], [known()])).toEqual([['looksLike']])
    expect(plan([row(5, swapped)], [known()], { 5: { child: { is: 'known' } } })).toMatchObject([
      { outcome: 'update', changes: [{ field: 'birthDate', before: '2014-09-12', after: '2014-12-09' }] },
    ])
  })

  test('a third guardian is refused', () => {
    expect(told([row(5, { parents: [parent(0), parent(3)] })], [known({ guardians: [link(0), link(1)] })])).toEqual([['tooManyGuardians']])
  })

  test('a list from before a merge does not bring the second record back', () => {
    expect(plan([row(5, { className: '9A' })], [known({ merged: true })])).toMatchObject([{ outcome: 'unchanged', notes: [{ note: 'childMerged' }] }])
    expect(told([row(5)], [known({ id: 'gone', merged: true }), known()])).toEqual(['unchanged'])
  })

  test('a child who is no longer followed stays so', () => {
    expect(plan([row(5, { className: '9A' })], [known({ active: false })])).toMatchObject([
      { outcome: 'unchanged', notes: [{ note: 'childInactive' }] },
    ])
  })
})

describe('whose parents', () => {
  const nobody = { ...parent(0), name: 'Hoàng Thị Lạ' }
  const twin = { ...parent(0), unit: '' }
  test.each<[string, WrittenParent[], string[] | string]>([
    ['is nobody of the unit', [nobody], ['parentUnknown']],
    ['has a namesake and no unit', [twin], ['parentAmbiguous']],
    ['is in another unit', [{ ...parent(0), unit: 'Phòng Quản lý' }], ['parentElsewhere']],
    ['is not written', [], ['parentMissing']],
    ['is a mother who works elsewhere, and no one else', [{ ...nobody, slot: 'mother', unit: '' }], ['noEmployee']],
    ['has no relation', [{ ...parent(0), relation: null }], ['relationMissing']],
    ['has a code of nobody', [{ ...parent(0), code: 'CB77' }], ['codeUnknown']],
    ['has the code of another', [{ ...parent(0), code: 'CB3' }], ['codeOfAnother']],
    ['has a code and no name', [{ ...parent(0), code: 'CB0', name: '', unit: '' }], 'create'],
  ])('%s', (_, parents, expected) => {
    expect(told([row(5, { parents })])).toEqual([expected])
  })

  test('a person chooses among the candidates', () => {
    const asked = row(5, { parents: [twin] })
    const [planned] = plan([asked])
    expect(planned?.outcome === 'refused' && planned.problems).toMatchObject([{ slot: 'parent', candidates: ['e0', 'twin'] }])
    expect(plan([asked], [], { 5: { parent: 'twin' } })).toMatchObject([{ outcome: 'create', guardians: [{ employeeId: 'twin' }] }])
  })

  test('what a person adds answers what was missing', () => {
    const bare: NumberedChildRow = {
      ...row(5, { birthDate: null, sex: null, parents: [{ ...parent(0), relation: null }] }),
      problems: [{ reason: 'birthYearOnly', value: '2014' }, { reason: 'sexMissing' }],
    }
    expect(told([bare])).toEqual([['birthYearOnly', 'sexMissing', 'relationMissing']])
    const answer: RowAnswers = { birthDate: '2014-03-09', sex: 'female', relation: 'mother' }
    expect(plan([bare], [], { 5: answer })).toMatchObject([{ outcome: 'create', values: { birthDate: '2014-03-09', sex: 'female' } }])
    expect(told([bare], [], { 5: { ...answer, birthDate: '2031-01-01' } })).toEqual([['birthYearOnly']])
  })
})

/** What the records hold once a plan is carried out. */
const after = (children: readonly KnownChild[], planned: ReturnType<typeof plan>): KnownChild[] => {
  const next = new Map(children.map((one) => [one.id, one]))
  for (const one of planned) {
    if (one.outcome === 'create') {
      const id = `${one.values.name} ${one.values.birthDate}`
      next.set(id, { ...one.values, id, version: 1, active: true, merged: false, guardians: one.guardians })
    }
    if (one.outcome === 'update') {
      const added = one.changes.flatMap((change) =>
        change.field === 'guardians' ? [{ employeeId: change.employeeId, relation: change.after, sure: true }] : [],
      )
      const kept = one.known.guardians.filter(({ employeeId }) => !added.some((other) => other.employeeId === employeeId))
      next.set(one.known.id, { ...one.known, ...one.values, guardians: [...kept, ...added] })
    }
  }
  return [...next.values()]
}

const contentOf = (children: readonly KnownChild[]) =>
  children
    .map(({ guardians, version: _, ...rest }) => ({
      ...rest,
      guardians: guardians.map(({ employeeId, relation }) => `${employeeId} ${relation}`).toSorted(),
    }))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))

const names = ['Trần Gia Bảo', 'Lê Khánh Linh', 'Phạm Đức Mạnh', 'Vũ Hải Đăng', 'Nguyễn Ngọc Diệp', 'Bùi Quỳnh Anh', 'Đỗ Tùng Lâm']
const days = ['2014-09-12', '2012-11-30', '2009-01-05', '2016-03-25']
type Way = 'both' | 'mother' | 'father' | 'apart' | 'twice'

const families = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom(...names),
    birthDate: fc.constantFrom(...days),
    mother: fc.constantFrom(0, 2, 4),
    father: fc.constantFrom(1, 3, 5),
    way: fc.constantFrom<Way>('both', 'mother', 'father', 'apart', 'twice'),
    fields: fc.record({ className: fc.option(fc.constantFrom('1A', '3A2')), school: fc.option(fc.constantFrom('TH A', 'TH B')) }),
  }),
  { selector: ({ name, birthDate }) => `${name} ${birthDate}`, maxLength: 12 },
)

const rowsOf = (drawn: { name: string; birthDate: string; mother: number; father: number; way: Way; fields: Partial<WrittenChild> }[]) =>
  drawn.flatMap(({ name, birthDate, mother, father, way, fields }) => {
    const line = (...parents: WrittenParent[]): Partial<WrittenChild> => ({ name, birthDate, ...fields, parents })
    if (way === 'both') return [line(parent(mother, 'mother'), parent(father, 'father'))]
    if (way === 'apart') return [line(parent(mother)), line(parent(father))]
    const one = line(parent(way === 'father' ? father : mother))
    return way === 'twice' ? [one, one] : [one]
  })

const numbered = (lines: readonly Partial<WrittenChild>[]) => lines.map((line, at) => row(at + 2, line))

test('sent twice is sent once', () => {
  fc.assert(
    fc.property(families, fc.func(fc.boolean()), (drawn, keep) => {
      const rows = numbered(rowsOf(drawn))
      const first = plan(rows, after([], plan(rows.filter(({ row: number }) => keep(number)))))
      const there = after(after([], plan(rows.filter(({ row: number }) => keep(number)))), first)
      const again = plan(rows, there)
      expect(again.filter(({ outcome }) => outcome === 'create' || outcome === 'update')).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('two parts in any order are the whole', () => {
  fc.assert(
    fc.property(families, fc.infiniteStream(fc.boolean()), (drawn, sides) => {
      const lines = rowsOf(drawn)
      const whole = plan(numbered(lines))
      // What a person must look at comes out as that person says, and not by itself.
      fc.pre(whole.every(({ outcome }) => outcome !== 'refused'))
      const left: Partial<WrittenChild>[] = []
      const right: Partial<WrittenChild>[] = []
      for (const line of lines) (sides.next().value ? left : right).push(line)
      const inOrder = (one: typeof left, two: typeof left) => {
        const there = after([], plan(numbered(one)))
        return contentOf(after(there, plan(numbered(two), there)))
      }
      const expected = contentOf(after([], whole))
      expect(inOrder(left, right)).toEqual(expected)
      expect(inOrder(right, left)).toEqual(expected)
    }),
    { numRuns: 150 },
  )
})
