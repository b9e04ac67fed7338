import { cleanText } from '../text.ts'
import type { Header } from './header.ts'

/** The texts of a row by field. Two columns under one heading are read together, left to right: family name and given name. */
export const textsOf = <Field extends string>({ columns }: Pick<Header<Field>, 'columns'>, cells: readonly string[]): ((field: Field) => string) => {
  const texts = new Map<Field, string>()
  for (const [column, field] of columns) texts.set(field, cleanText(`${texts.get(field) ?? ''} ${cells[column] ?? ''}`))
  return (field) => texts.get(field) ?? ''
}

const numbering = /^\(?([0-9]{1,2}|[a-z])\)?$/i

/** The cells of a row that hold anything, with their columns. */
export const filledOf = (cells: readonly string[]): { text: string; column: number }[] =>
  cells.map((text, column) => ({ text: cleanText(text), column })).filter(({ text }) => text !== '')

/**
 * Rows that hold nobody: empty ones, the numbering "(1) (2) (3)" under a header, and headings such as
 * "I. Văn phòng Sở" that stand alone in their row outside of the columns that name a person.
 */
export const holdsNobody = <Field extends string>(
  { columns }: Pick<Header<Field>, 'columns'>,
  cells: readonly string[],
  isOfPerson: (field: Field) => boolean,
): boolean => {
  const filled = filledOf(cells)
  if (filled.length === 0) return true
  if (filled.length > 1) return filled.every(({ text }) => numbering.test(text))
  const field = columns.get(filled[0]?.column ?? -1)
  return field === undefined || !isOfPerson(field)
}

/** A name that is typed in capitals throughout, as people write names: "NGUYỄN VĂN AN" → "Nguyễn Văn An". */
export const personName = (text: string): string => {
  const name = cleanText(text)
  if (name !== name.toLocaleUpperCase('vi') || name === name.toLocaleLowerCase('vi')) return name
  return name.toLocaleLowerCase('vi').replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'))
}

export const isName = (text: string): boolean => /^[\p{L}\p{M}' .-]+$/u.test(text)
