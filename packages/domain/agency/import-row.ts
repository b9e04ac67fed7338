import { isName, holdsNobody as isNobody, textsOf } from '../sheets/cells.ts'
import { wordsKey } from '../sheets/header.ts'
import { cleanText } from '../text.ts'
import { cleanPhone, type EmployeeKind, emailPattern, employeeCode, phonePattern } from './employee.ts'
import type { Header } from './import-header.ts'

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
      kind: kindOf.get(wordsKey(kind)) ?? null,
      email: orNull(text('email').toLowerCase()),
      phone: orNull(phone),
    },
    problems: [
      ...check(code, { missing: 'codeMissing', invalid: 'codeInvalid', valid: (given) => /^[\p{L}\d./_-]{1,30}$/u.test(given) }),
      ...check(name, { invalid: 'nameInvalid', valid: isName }),
      ...check(text('unit'), { invalid: 'unitUnknown', valid: anything }),
      ...check(text('position'), { invalid: 'tooLong', valid: anything }),
      ...check(kind, { invalid: 'kindUnknown', valid: (given) => kindOf.has(wordsKey(given)) }),
      ...check(text('email'), { invalid: 'emailInvalid', valid: (given) => emailPattern.test(given) }),
      ...check(phone, { invalid: 'phoneInvalid', valid: (given) => phonePattern.test(given) }),
    ],
  }
}

/** A heading of a unit, or any other row without a person. */
export const holdsNobody = (header: Header, cells: readonly string[]): boolean => isNobody(header, cells, (field) => field !== 'unit')
