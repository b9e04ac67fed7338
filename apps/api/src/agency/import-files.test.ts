import { findHeader } from '@chung-tay/domain/agency/import-header'
import { planImport } from '@chung-tay/domain/agency/import-plan'
import { holdsNobody, readRow } from '@chung-tay/domain/agency/import-row'
import { employeeFiles } from '@chung-tay/testing/employee-files'
import { unitsOfFiles } from '@chung-tay/testing/people-files'
import { workbookOf } from '@chung-tay/testing/workbook'
import { expect, test } from 'vitest'
import { readSpreadsheet } from '../files/spreadsheet.ts'

const units = unitsOfFiles.map((unit) => ({ ...unit, active: true }))

test.each(Object.entries(employeeFiles))('a list of employees, as true .xlsx: %s', (_, { sheet, expected }) => {
  const [read] = readSpreadsheet(workbookOf(sheet), 1000)
  const header = read && findHeader(read.heads)
  if (!read || !header) throw new Error('no header')
  const rows = read.rows.flatMap((cells, at) => (at <= header.at || holdsNobody(header, cells) ? [] : [{ row: at + 1, ...readRow(header, cells) }]))
  const plan = planImport(rows, units, [])
  const made = plan.flatMap((row) => (row.outcome === 'create' ? [row.values] : []))
  expect(made.map(({ code, name, unitId, kind, phone }) => ({ code, name, unitId, kind, phone }))).toEqual(expected.people)
  const refused = plan.flatMap((row) => (row.outcome === 'refused' ? [[row.code, row.problems.map(({ reason }) => reason)]] : []))
  expect(Object.fromEntries(refused)).toEqual(expected.refused ?? {})
})
