import { describe, expect, test } from 'vitest'
import { type EmployeeForImport, type NumberedRow, planImport } from './import-plan.ts'
import type { ImportedValues } from './import-row.ts'

const units = [
  { id: 'vp', name: 'Văn phòng Sở', shortName: 'Văn phòng', active: true },
  { id: 'ql', name: 'Phòng Quản lý Khoa học', shortName: 'QLKH', active: true },
  { id: 'cu', name: 'Phòng Kế hoạch cũ', shortName: 'KHC', active: false },
]
const known = (change: Partial<EmployeeForImport> = {}): EmployeeForImport => ({
  code: 'CB1',
  name: 'Lê Văn Ba',
  unitId: 'vp',
  position: 'Chuyên viên',
  kind: 'civilServant',
  email: null,
  phone: '0912345678',
  active: true,
  heads: [],
  ...change,
})
const row = (values: Partial<ImportedValues>, number = 5): NumberedRow => ({
  row: number,
  values: { code: 'CB1', name: 'Lê Văn Ba', unit: 'văn phòng', position: null, kind: 'civilServant', email: null, phone: null, ...values },
  problems: [],
})
const plan = (rows: NumberedRow[], employees: EmployeeForImport[] = []) => planImport(rows, units, employees)
const reasonsOf = (rows: NumberedRow[], employees: EmployeeForImport[] = []) =>
  plan(rows, employees).map((planned) => (planned.outcome === 'refused' ? planned.problems.map(({ reason }) => reason) : planned.outcome))

describe('what an import would do', () => {
  test('makes whom it does not know', () => {
    expect(plan([row({ unit: 'QLKH' })])).toMatchObject([{ row: 5, outcome: 'create', values: { code: 'CB1', unitId: 'ql', position: '' } }])
  })

  test('changes whom it knows by the code, and leaves what was empty', () => {
    const [planned] = plan([row({ name: 'Lê Văn Bốn', unit: null, kind: null })], [known()])
    expect(planned).toMatchObject({
      outcome: 'update',
      values: { unitId: 'vp', phone: '0912345678', position: 'Chuyên viên' },
      changes: [{ field: 'name', before: 'Lê Văn Ba', after: 'Lê Văn Bốn' }],
    })
  })

  test('sent again it changes nothing', () => {
    const [made] = plan([row({ phone: '0987654321' })])
    if (made?.outcome !== 'create') throw new Error('not made')
    expect(reasonsOf([row({ phone: '0987654321' })], [{ ...made.values, active: true, heads: [] }])).toEqual(['unchanged'])
  })

  test('the second row of a code is refused and names the first', () => {
    expect(plan([row({}), row({ name: 'Lê Văn Năm' }, 6)])).toMatchObject([
      { outcome: 'create' },
      { outcome: 'refused', problems: [{ reason: 'duplicate', row: 5 }] },
    ])
  })

  test.each<[string, Partial<ImportedValues>, EmployeeForImport[], string[]]>([
    ['an unknown unit', { unit: 'Phòng Lạ' }, [], ['unitUnknown']],
    ['a closed unit', { unit: 'KHC' }, [], ['unitClosed']],
    ['somebody new without name, unit and kind', { name: null, unit: null, kind: null }, [], ['nameMissing', 'unitMissing', 'kindMissing']],
    ['somebody who left', {}, [known({ active: false })], ['inactive']],
    ['a head who would leave the unit', { unit: 'QLKH' }, [known({ heads: [{ id: 'vp' }] })], ['stillHead']],
  ])('refuses %s', (_, values, employees, reasons) => {
    expect(reasonsOf([row(values)], employees)).toEqual([reasons])
  })

  test('a head within the own unit is changed like anybody', () => {
    expect(reasonsOf([row({ position: 'Trưởng phòng' })], [known({ heads: [{ id: 'vp' }] })])).toEqual(['update'])
  })
})
