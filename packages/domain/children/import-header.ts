import { findHeader as find, type Header } from '../sheets/header.ts'
import { type ChildField, type Heading, recogniseHeading } from './import-heading.ts'

export type ChildHeader = Header<ChildField>

type Column = [at: number, field: ChildField]

const namesOfPeople: readonly ChildField[] = ['parentName', 'fatherName', 'motherName']

/** Beside a column of its own for the child, "Họ và tên" is the employee's. */
const settlePersons = (columns: ReadonlyMap<number, Heading>): Column[] => {
  const has = new Set(columns.values())
  const person: ChildField = has.has('name') || (has.has('familyName') && has.has('givenName')) ? 'parentName' : 'name'
  return [...columns].map(([at, field]) => [at, field === 'person' ? person : field])
}

/** "Ngày, tháng, năm" in three columns: without marks the year reads like the boys' column. */
const settleYear = (columns: readonly Column[]): Column[] => {
  const has = new Set(columns.map(([, field]) => field))
  const inThree = has.has('birthDay') && has.has('birthMonth') && !has.has('female')
  return columns.map(([at, field]) => [at, inThree && field === 'male' ? 'birthYear' : field])
}

const nearest = (columns: readonly Column[], at: number, fields: readonly ChildField[]): Column | undefined => {
  const before = columns.filter(([column, field]) => column < at && fields.includes(field))
  return before.at(-1) ?? columns.find(([column, field]) => column > at && fields.includes(field))
}

/** Several columns "Đơn vị" belong each to the person before it; a single one is everybody's. */
const settleOwners = (columns: readonly Column[]): Column[] => {
  const owned = (field: 'parentUnit' | 'parentCode') => columns.filter(([, one]) => one === field).length > 1
  return columns.map(([at, field]) => {
    if ((field !== 'parentUnit' && field !== 'parentCode') || !owned(field)) return [at, field]
    const owner = nearest(columns, at, namesOfPeople)?.[1]
    const slot = owner === 'fatherName' ? 'father' : owner === 'motherName' ? 'mother' : 'parent'
    return [at, `${slot}${field === 'parentUnit' ? 'Unit' : 'Code'}` as ChildField]
  })
}

const once: readonly ChildField[] = ['birthDate', 'birthYear', 'sex', 'age', 'male', 'female']

/** Where parents' days of birth stand under the same words, the child's are those after the child's name. */
const settleTwice = (columns: readonly Column[]): Column[] => {
  const name = columns.find(([, field]) => field === 'name' || field === 'familyName')?.[0] ?? -1
  return columns.filter(([at, field]) => {
    if (!once.includes(field)) return true
    const alike = columns.filter(([, other]) => other === field).map(([column]) => column)
    return at === (alike.find((column) => column > name) ?? alike[0])
  })
}

const values: ReadonlySet<string> = new Set(['nam', 'nu', 'trai', 'gai', 'bo', 'me', 'cha', 'ba', 'con', 'be'])

/** The header of a list of children, with every column's meaning settled by its neighbours. */
export const findHeader = (rows: readonly (readonly string[])[]): ChildHeader | null => {
  const header = find<Heading>(rows, recogniseHeading, (key) => values.has(key))
  if (!header) return null
  return { at: header.at, columns: new Map(settleTwice(settleOwners(settleYear(settlePersons(header.columns))))) }
}

export type MissingField = 'name' | 'parentName' | 'birthDate'

/** What a list of children cannot do without, as far as the header lacks it. A year or an age is read too, and asked about row by row. */
export const missingFields = ({ columns }: ChildHeader): MissingField[] => {
  const has = (...fields: ChildField[]) => fields.some((field) => [...columns.values()].includes(field))
  const named = has('name') || (has('familyName') && has('givenName'))
  return [
    ...(named ? [] : ['name' as const]),
    ...(has('birthDate', 'birthYear', 'age', 'male') ? [] : ['birthDate' as const]),
    ...(has('parentName', 'parentCode', 'fatherName', 'fatherCode', 'motherName', 'motherCode') ? [] : ['parentName' as const]),
  ]
}
