import type { EmployeeKind } from './employee.ts'
import type { ImportedValues, ImportProblem, ReadRow } from './import-row.ts'
import { unitKey } from './unit.ts'

export type UnitForImport = { id: string; name: string; shortName: string; active: boolean }

export type EmployeeForImport = {
  code: string
  name: string
  unitId: string
  position: string
  kind: EmployeeKind
  email: string | null
  phone: string | null
  active: boolean
  /** Units this person heads. */
  heads: readonly { id: string }[]
}

/** Everything of an employee that a spreadsheet may set. */
export type EmployeeValues = Omit<EmployeeForImport, 'active' | 'heads'>
export type ImportChange = { field: keyof EmployeeValues; before: string | null; after: string | null }

export type PlannedRow = { row: number; code: string; name: string } & (
  | { outcome: 'refused'; problems: ImportProblem[] }
  | { outcome: 'create'; values: EmployeeValues }
  | { outcome: 'update'; values: EmployeeValues; changes: ImportChange[] }
  | { outcome: 'unchanged' }
)

export type NumberedRow = ReadRow & { row: number }

const unitsByKey = (units: readonly UnitForImport[]): ReadonlyMap<string, UnitForImport> =>
  new Map([...units.map((unit) => [unitKey(unit.shortName), unit] as const), ...units.map((unit) => [unitKey(unit.name), unit] as const)])

const unitProblems = (text: string | null, unit: UnitForImport | undefined): ImportProblem[] => {
  if (text === null) return []
  if (!unit) return [{ reason: 'unitUnknown', value: text }]
  return unit.active ? [] : [{ reason: 'unitClosed', value: unit.name }]
}

const forCreation = (values: ImportedValues): ImportProblem[] => [
  ...(values.name === null ? [{ reason: 'nameMissing' as const }] : []),
  ...(values.unit === null ? [{ reason: 'unitMissing' as const }] : []),
  ...(values.kind === null ? [{ reason: 'kindMissing' as const }] : []),
]

const forUpdate = (known: EmployeeForImport, unit: UnitForImport | undefined): ImportProblem[] => [
  ...(known.active ? [] : [{ reason: 'inactive' as const }]),
  ...(unit && known.heads.some((headed) => headed.id !== unit.id) ? [{ reason: 'stillHead' as const }] : []),
]

const valuesOf = (given: ImportedValues, unit: UnitForImport | undefined, known: EmployeeForImport | undefined): EmployeeValues => ({
  code: given.code,
  name: given.name ?? known?.name ?? '',
  unitId: unit?.id ?? known?.unitId ?? '',
  position: given.position ?? known?.position ?? '',
  kind: given.kind ?? known?.kind ?? 'worker',
  email: given.email ?? known?.email ?? null,
  phone: given.phone ?? known?.phone ?? null,
})

const changesOf = (known: EmployeeForImport, values: EmployeeValues): ImportChange[] =>
  (['name', 'unitId', 'position', 'kind', 'email', 'phone'] as const)
    .filter((field) => known[field] !== values[field])
    .map((field) => ({ field, before: known[field], after: values[field] }))

// A wrong kind is told once, not also as missing.
const withoutEcho = (problems: ImportProblem[]): ImportProblem[] =>
  problems.filter(({ reason }) => reason !== 'kindMissing' || !problems.some((other) => other.reason === 'kindUnknown'))

/**
 * What each row would do: make an employee, change the one of the same code, change nothing, or be refused with every reason.
 * The first row of a code stands; a later one is refused.
 */
export const planImport = (rows: readonly NumberedRow[], units: readonly UnitForImport[], employees: readonly EmployeeForImport[]): PlannedRow[] => {
  const unitOf = unitsByKey(units)
  const knownOf = new Map(employees.map((employee) => [employee.code, employee]))
  const firstRowOf = new Map<string, number>()
  return rows.map(({ row, values, problems }) => {
    const known = knownOf.get(values.code)
    const unit = values.unit === null ? undefined : unitOf.get(unitKey(values.unit))
    const first = firstRowOf.get(values.code)
    if (values.code !== '' && first === undefined) firstRowOf.set(values.code, row)
    const all = withoutEcho([
      ...problems,
      ...unitProblems(values.unit, unit),
      ...(known ? forUpdate(known, unit) : forCreation(values)),
      ...(first === undefined ? [] : [{ reason: 'duplicate' as const, row: first }]),
    ])
    const head = { row, code: values.code, name: values.name ?? known?.name ?? '' }
    if (all.length > 0) return { ...head, outcome: 'refused', problems: all }
    const next = valuesOf(values, unit, known)
    if (!known) return { ...head, outcome: 'create', values: next }
    const changes = changesOf(known, next)
    return changes.length > 0 ? { ...head, outcome: 'update', values: next, changes } : { ...head, outcome: 'unchanged' }
  })
}
