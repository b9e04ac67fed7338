import { unitKey } from '../agency/unit.ts'
import type { IsoDate } from '../dates.ts'
import { filledOf, holdsNobody, textsOf } from '../sheets/cells.ts'
import type { ChildHeader } from './import-header.ts'
import type { ChildField } from './import-heading.ts'
import { birthCellOf, orderOf, type ReadChildRow, readRow } from './import-row.ts'

export type TableNote = 'unitFromHeading' | 'parentFromAbove'
/** `row` is the number the spreadsheet shows at its edge. */
export type NumberedChildRow = ReadChildRow & { row: number; notes: TableNote[] }

const ofPeople: readonly ChildField[] = ['name', 'familyName', 'givenName', 'birthDate', 'parentName', 'fatherName', 'motherName']
const ofParents: readonly ChildField[] = ['parentName', 'parentCode', 'fatherName', 'fatherCode', 'motherName', 'motherCode']

/** "I. Văn phòng Sở", "1) VĂN PHÒNG SỞ (12 cháu)": the unit of the rows below. */
const withoutNumeral = (text: string): string => text.replace(/\([^)]*\)/g, ' ').replace(/^\s*([IVXLC]{1,5}|[A-Z]|\d{1,2})\s*[.):-]\s*/u, '')
const headingUnit = (text: string): string => unitKey(withoutNumeral(text))

/** A total is no child: "Tổng cộng: 12 cháu". */
const isTotal = (cells: readonly string[]): boolean => /^(tong( cong| so)?|cong)\b/.test(unitKey(filledOf(cells)[0]?.text ?? ''))

const isHeadingAgain = (header: ChildHeader, cells: readonly string[], heads: readonly string[]): boolean => {
  const texts = [...header.columns.keys()].map((column) => [unitKey(cells[column] ?? ''), unitKey(heads[column] ?? '')] as const)
  return texts.some(([text]) => text !== '') && texts.every(([text, head]) => text === head)
}

type Lines = { cells: readonly string[]; row: number; unit: string | null }[]

/** The rows that hold a child, each with the unit whose heading stands over it. */
const linesOf = (header: ChildHeader, rows: readonly (readonly string[])[], units: ReadonlySet<string>): Lines => {
  const lines: Lines = []
  let unit: string | null = null
  let ended = false
  rows.forEach((cells, at) => {
    if (at <= header.at) return
    const filled = filledOf(cells)
    const heading = filled.filter(({ column }) => header.columns.get(column) !== 'number')
    const [first] = heading.length === 1 ? heading : []
    if (first && units.has(headingUnit(first.text))) {
      unit = withoutNumeral(first.text)
      return
    }
    const total = isTotal(cells)
    ended ||= total
    // An employee without a child, and what stands under the total: the day, and the names of those who sign.
    const empty = birthCellOf(header, cells) === '' && (ended || !hasName(header, cells))
    const nobody = total || empty || holdsNobody(header, cells, (field) => ofPeople.includes(field))
    if (!nobody && !isHeadingAgain(header, cells, rows[header.at] ?? [])) lines.push({ cells, row: at + 1, unit })
  })
  return lines
}

const hasName = (header: ChildHeader, cells: readonly string[]): boolean => {
  const text = textsOf(header, cells)
  return text('name') !== '' || text('familyName') !== '' || text('givenName') !== ''
}

const has = (header: ChildHeader, field: ChildField) => [...header.columns.values()].includes(field)

/** The second child of a parent who is written once, beside the first: no number, no parent, no unit. */
const continues = (header: ChildHeader, cells: readonly string[]): boolean => {
  if (!has(header, 'number')) return false
  const text = textsOf(header, cells)
  return (['number', 'parentUnit', ...ofParents] as const).every((field) => text(field) === '') && hasName(header, cells)
}

const withUnit = ({ child, ...read }: ReadChildRow, unit: string | null): { read: ReadChildRow; taken: boolean } => {
  const taken = unit !== null && child.parents.some((parent) => parent.unit === '')
  const parents = child.parents.map((parent) => (parent.unit === '' ? { ...parent, unit: unit ?? '' } : parent))
  return { read: { ...read, child: { ...child, parents } }, taken }
}

/**
 * Every child of a sheet under its header, with what stands over it or beside the row above taken into account.
 * `units` are the keys (`unitKey`) of the names by which the department's units are called.
 */
export const readTable = (
  header: ChildHeader,
  rows: readonly (readonly string[])[],
  { units, today }: { units: ReadonlySet<string>; today: IsoDate },
): NumberedChildRow[] => {
  const lines = linesOf(header, rows, units)
  const order = orderOf(
    header,
    lines.map(({ cells }) => cells),
  )
  let before: NumberedChildRow | undefined
  return lines.map(({ cells, row, unit }) => {
    const { read, taken } = withUnit(readRow(header, cells, order, today), unit)
    const carried = read.child.parents.length === 0 && before !== undefined && continues(header, cells)
    const parents = carried && before ? before.child.parents : read.child.parents
    const notes: TableNote[] = [...(taken ? ['unitFromHeading' as const] : []), ...(carried ? ['parentFromAbove' as const] : [])]
    before = { row, ...read, child: { ...read.child, parents }, notes }
    return before
  })
}
