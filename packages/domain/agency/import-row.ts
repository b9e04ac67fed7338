import { cleanText, foldText } from '../text.ts'
import { cleanPhone, type EmployeeKind, emailPattern, employeeCode, phonePattern } from './employee.ts'
import type { Header, ImportField } from './import-header.ts'

export type ImportReason =
  | 'codeMissing'
  | 'codeInvalid'
  | 'nameMissing'
  | 'nameInvalid'
  | 'unitMissing'
  | 'unitUnknown'
  | 'unitClosed'
  | 'kindMissing'
  | 'kindUnknown'
  | 'emailInvalid'
  | 'phoneInvalid'
  | 'tooLong'
  | 'duplicate'
  | 'inactive'
  | 'stillHead'

/** Why a row is refused; `value` is what stood in the cell, `row` the earlier row of the same code. */
export type ImportProblem = { reason: ImportReason; value?: string; row?: number }

/** A row as it was read; null where the cell was empty, which leaves a known employee's value as it is. */
export type ImportedValues = {
  code: string
  name: string | null
  unit: string | null
  position: string | null
  kind: EmployeeKind | null
  email: string | null
  phone: string | null
}
export type ReadRow = { values: ImportedValues; problems: ImportProblem[] }

const kinds: Record<EmployeeKind, string> = {
  civilServant: 'cong chuc|cc|can bo|can bo cong chuc|cbcc',
  publicEmployee: 'vien chuc|vc',
  worker: 'nguoi lao dong|nld|lao dong|ld|hop dong|hd|hop dong lao dong|hdld|lao dong hop dong|nhan vien hop dong',
}
const kindOf = new Map(Object.entries(kinds).flatMap(([kind, words]) => words.split('|').map((word) => [word, kind as EmployeeKind] as const)))

const kindKey = (text: string): string =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Two columns under one heading are read together, left to right: family name and given name. */
const textsOf = ({ columns }: Header, cells: readonly string[]): ((field: ImportField) => string) => {
  const texts = new Map<ImportField, string>()
  for (const [column, field] of columns) {
    const parts = [texts.get(field) ?? '', cells[column] ?? '']
    texts.set(field, cleanText(parts.join(' ')))
  }
  return (field) => texts.get(field) ?? ''
}

type Check = { field: string; missing?: ImportReason; invalid: ImportReason; valid: (text: string) => boolean }

const check = (text: string, { missing, invalid, valid }: Omit<Check, 'field'>): ImportProblem[] => {
  if (text === '') return missing === undefined ? [] : [{ reason: missing }]
  if (text.length > 200) return [{ reason: 'tooLong', value: text.slice(0, 60) }]
  return valid(text) ? [] : [{ reason: invalid, value: text }]
}

const anything = () => true
const orNull = (text: string): string | null => (text === '' ? null : text)

/** Reads one row under its header. What only the records know (unit, code already there) is not judged here. */
export const readRow = (header: Header, cells: readonly string[]): ReadRow => {
  const text = textsOf(header, cells)
  const code = employeeCode(text('code'))
  const name = text('name') || cleanText(`${text('familyName')} ${text('givenName')}`)
  const phone = cleanPhone(text('phone'))
  const kind = text('kind')
  return {
    values: {
      code,
      name: orNull(name),
      unit: orNull(text('unit')),
      position: orNull(text('position')),
      kind: kindOf.get(kindKey(kind)) ?? null,
      email: orNull(text('email').toLowerCase()),
      phone: orNull(phone),
    },
    problems: [
      ...check(code, { missing: 'codeMissing', invalid: 'codeInvalid', valid: (given) => /^[\p{L}\d./_-]{1,30}$/u.test(given) }),
      ...check(name, { invalid: 'nameInvalid', valid: (given) => /^[\p{L}\p{M}' .-]+$/u.test(given) }),
      ...check(text('unit'), { invalid: 'unitUnknown', valid: anything }),
      ...check(text('position'), { invalid: 'tooLong', valid: anything }),
      ...check(kind, { invalid: 'kindUnknown', valid: (given) => kindOf.has(kindKey(given)) }),
      ...check(text('email'), { invalid: 'emailInvalid', valid: (given) => emailPattern.test(given) }),
      ...check(phone, { invalid: 'phoneInvalid', valid: (given) => phonePattern.test(given) }),
    ],
  }
}

const numbering = /^\(?([0-9]{1,2}|[a-z])\)?$/i

/**
 * Rows that hold nobody: empty ones, the numbering "(1) (2) (3)" under a header, and headings such as
 * "I. Văn phòng Sở" that stand alone in their row outside of the columns of code and name.
 */
export const holdsNobody = ({ columns }: Header, cells: readonly string[]): boolean => {
  const filled = cells.map((text, column) => ({ text: cleanText(text), column })).filter(({ text }) => text !== '')
  if (filled.length === 0) return true
  if (filled.length > 1) return filled.every(({ text }) => numbering.test(text))
  const field = columns.get(filled[0]?.column ?? -1)
  return field === undefined || field === 'unit'
}
