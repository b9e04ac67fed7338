import { findHeader } from '@chung-tay/domain/children/import-header'
import { peopleOf } from '@chung-tay/domain/children/import-parents'
import { type PlannedChild, planImport } from '@chung-tay/domain/children/import-plan'
import { readTable } from '@chung-tay/domain/children/import-table'
import { childrenFiles, employeesOfFiles, type FileChild, type PeopleFile, unitsOfFiles } from '@chung-tay/testing/people-files'
import { workbookOf } from '@chung-tay/testing/workbook'
import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../files/spreadsheet.ts'

const people = peopleOf(
  employeesOfFiles.map((employee) => ({ ...employee, active: true })),
  unitsOfFiles,
)
const today = '2021-06-20'

const planOf = ({ sheet, rule = 'ask' as const }: Omit<PeopleFile, 'rule'> & { rule?: 'ask' | 'middleName' | 'guardian' }): PlannedChild[] => {
  const [read] = readSpreadsheet(workbookOf(sheet), 1000)
  const header = read && findHeader(read.heads)
  if (!read || !header) throw new Error('no header')
  const rows = readTable(header, read.rows, { units: new Set(people.unitOf.keys()), today })
  return planImport({ rows, answers: new Map(), rule, people, children: [], today })
}

const made = (plan: readonly PlannedChild[]) =>
  plan.flatMap((row) => {
    if (row.outcome !== 'create') return []
    const { circumstances: _, ...values } = row.values
    return [{ ...values, parents: row.guardians.map(({ employeeId, relation }) => ({ id: employeeId, relation })).toSorted(byId) }]
  })
const byId = (left: { id: string }, right: { id: string }) => (left.id < right.id ? -1 : 1)
const byName = (left: { name: string }, right: { name: string }) => left.name.localeCompare(right.name, 'vi')
const sorted = (children: readonly FileChild[]) => children.map((child) => ({ ...child, parents: child.parents.toSorted(byId) })).toSorted(byName)

describe('a list of children, as true .xlsx', () => {
  test.each(Object.entries(childrenFiles))('%s', (_, file) => {
    const plan = planOf(file)
    expect(made(plan).toSorted(byName)).toEqual(sorted(file.expected.children))
    const refused = plan.flatMap((row) => (row.outcome === 'refused' ? [[row.child.name, row.problems.map(({ reason }) => reason)]] : []))
    expect(Object.fromEntries(refused)).toEqual(file.expected.refused ?? {})
    const notes = new Set(plan.flatMap((row) => row.notes.map(({ note }) => note)))
    expect([...notes].toSorted()).toEqual([...(file.expected.notes ?? [])].toSorted())
  })
})
