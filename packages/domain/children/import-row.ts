import { employeeCode } from '../agency/employee.ts'
import type { IsoDate } from '../dates.ts'
import { isName, personName, textsOf } from '../sheets/cells.ts'
import { wordsKey } from '../sheets/header.ts'
import { cleanText } from '../text.ts'
import type { Relation } from './guardians.ts'
import { type BirthOrder, type BirthReason, birthOrderOf, readBirth } from './import-birth.ts'
import type { ChildHeader } from './import-header.ts'
import type { ChildField } from './import-heading.ts'
import { readSchooling, type SchoolLevel } from './import-school.ts'

export type Sex = 'female' | 'male'

export const parentSlots = ['parent', 'father', 'mother'] as const
/** Whom a column of parents speaks of: an employee whose relation stands elsewhere, the father, the mother. */
export type ParentSlot = (typeof parentSlots)[number]

export type RowReason = BirthReason | 'nameMissing' | 'nameInvalid' | 'sexMissing' | 'sexUnclear' | 'tooLong' | 'relationUnknown'
export type RowProblem = { reason: RowReason; value?: string }

/** A parent as the row writes it; `shared` when the unit stands in a column for both. */
export type WrittenParent = { slot: ParentSlot; name: string; code: string; unit: string; shared: boolean; relation: Relation | null }

/** A row as it was read; null where the cell was empty or said nothing, which leaves what is known as it is. */
export type WrittenChild = {
  name: string
  birthDate: IsoDate | null
  birthSwapped: boolean
  sex: Sex | null
  schoolLevel: SchoolLevel | null
  school: string | null
  className: string | null
  circumstances: string | null
  parents: WrittenParent[]
}
export type ReadChildRow = { child: WrittenChild; problems: RowProblem[] }

const sexWords: Record<Sex, string> = { male: 'nam|trai|m|be trai|con trai|male', female: 'nu|gai|f|be gai|con gai|female' }
const sexOf = (text: string): Sex | null => {
  const key = wordsKey(text)
  return (['male', 'female'] as const).find((sex) => sexWords[sex].split('|').includes(key)) ?? null
}

const relationWords: Record<Relation, string> = {
  mother: 'me|ma|me de|con me|me ruot',
  father: 'bo|cha|ba|bo de|cha de|bo ruot',
  guardian: 'nguoi giam ho|giam ho|ong|ba noi|ba ngoai|ong noi|ong ngoai|co|di|chu|bac|cau|anh|chi|nguoi nuoi duong|me nuoi|bo nuoi|cha nuoi',
}
const relationOf = (text: string): Relation | null => {
  const key = wordsKey(text)
  return (Object.entries(relationWords) as [Relation, string][]).find(([, words]) => words.split('|').includes(key))?.[0] ?? null
}
/** "Con", "Con đẻ" tells of the child, not of the parent. */
const saysNothing = (text: string): boolean => /^(con.*|)$/.test(wordsKey(text))

type Text = (field: ChildField) => string

const birthCell = (text: Text): string => {
  const three = [text('birthDay'), text('birthMonth'), text('birthYear')]
  if (text('birthDate') !== '') return text('birthDate')
  if (three.every((part) => part !== '')) return three.join('/')
  return [text('male'), text('female')].find((cell) => /\d/.test(cell)) ?? (text('birthYear') || (text('age') === '' ? '' : `${text('age')} tuổi`))
}

const readSex = (text: Text): { sex: Sex | null; problems: RowProblem[] } => {
  const [told, male, female] = [text('sex'), text('male') !== '', text('female') !== '']
  const sex = sexOf(told) ?? (male === female ? null : male ? 'male' : 'female')
  if (sex !== null) return { sex, problems: [] }
  const unclear = told !== '' || (male && female)
  return { sex, problems: [unclear ? { reason: 'sexUnclear', ...(told !== '' && { value: told }) } : { reason: 'sexMissing' }] }
}

const parentsOf = (text: Text): WrittenParent[] => {
  const relation = relationOf(text('relation'))
  return parentSlots.flatMap((slot) => {
    const [written, told] = [text(`${slot}Name`), employeeCode(text(`${slot}Code`))]
    // A code in the column of names is a code: no name holds a figure.
    const isCode = told === '' && /^[\p{L}./-]{0,10}\d+$/u.test(employeeCode(written))
    const [name, code] = isCode ? ['', employeeCode(written)] : [personName(written), told]
    if (name === '' && code === '') return []
    const own = text(`${slot}Unit`)
    const shared = own === '' && slot !== 'parent'
    return [{ slot, name, code, unit: own || text('parentUnit'), shared, relation: slot === 'parent' ? relation : slot }]
  })
}

const limits = { name: 100, school: 200, className: 50, circumstances: 1000 } as const

const tooLong = (given: Partial<Record<keyof typeof limits, string | null>>): RowProblem[] =>
  (Object.keys(limits) as (keyof typeof limits)[])
    .filter((field) => (given[field] ?? '').length > limits[field])
    .map((field) => ({ reason: 'tooLong', value: (given[field] ?? '').slice(0, 60) }))

const nameProblems = (name: string): RowProblem[] => {
  if (name === '') return [{ reason: 'nameMissing' }]
  return isName(name) ? [] : [{ reason: 'nameInvalid', value: name.slice(0, 60) }]
}

const asPeopleWrite = (cell: string): string => cell.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1')

/** Reads one row under its header; `order` is that of its column of birth days. Who the parents are is not judged here. */
export const readRow = (header: ChildHeader, cells: readonly string[], order: BirthOrder, today: IsoDate): ReadChildRow => {
  const text = textsOf(header, cells)
  const name = personName(text('name') || `${text('familyName')} ${text('givenName')}`)
  const written = birthCell(text)
  const birth = readBirth(written, order, today)
  const { sex, problems: sexProblems } = readSex(text)
  const { level, school, className } = readSchooling({
    level: text('level'),
    school: text('school'),
    className: text('className'),
    schoolClass: text('schoolClass'),
  })
  const circumstances = cleanText(text('circumstances')) || null
  const relation = text('relation')
  return {
    child: {
      name,
      birthDate: 'day' in birth ? birth.day : null,
      birthSwapped: 'day' in birth && birth.swapped,
      sex,
      schoolLevel: level,
      school,
      className,
      circumstances,
      parents: parentsOf(text),
    },
    problems: [
      ...nameProblems(name),
      ...('reason' in birth ? [{ reason: birth.reason, ...(written !== '' && { value: asPeopleWrite(written).slice(0, 60) }) }] : []),
      ...sexProblems,
      ...(saysNothing(relation) || relationOf(relation) !== null ? [] : [{ reason: 'relationUnknown' as const, value: relation.slice(0, 60) }]),
      ...tooLong({ name, school, className, circumstances }),
    ],
  }
}

/** What a row says of the day of birth, wherever it says it. */
export const birthCellOf = (header: ChildHeader, cells: readonly string[]): string => birthCell(textsOf(header, cells))

/** The cells from which a column's order of day and month is told. */
export const orderOf = (header: ChildHeader, rows: readonly (readonly string[])[]): BirthOrder =>
  birthOrderOf(rows.map((cells) => birthCellOf(header, cells)).filter((cell) => cell !== ''))
