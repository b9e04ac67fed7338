import type { ChildImportRow, childrenImport } from '@chung-tay/contracts/children-import'
import type { ChildChange, ChildProblem, PlannedChild } from '@chung-tay/domain/children/import-plan'
import { formatDay } from '@chung-tay/domain/dates'
import type { z } from 'zod'
import type { Context, WriteContext } from '../http/context.ts'
import { cellsAt } from '../imports/sheets.ts'
import { type ChildPlan, guardianText, planOf } from './import-state.ts'
import { createChildren, updateChildren } from './import-write.ts'

type Checked = z.output<typeof childrenImport.check.response>
type Counts = Checked['counts']

const employeeCandidate = ({ employees }: ChildPlan, id: string) => {
  const employee = employees.get(id)
  return { id, name: employee?.name ?? '', detail: employee ? `${employee.code} – ${employee.unitName}` : '' }
}

const childCandidate = (plan: ChildPlan, id: string) => {
  const child = plan.children.get(id)
  const detail = child ? [formatDay(child.birthDate), ...child.guardians.map((link) => guardianText(plan, link))].join(', ') : ''
  return { id, name: child?.name ?? '', detail }
}

const presentProblem = (plan: ChildPlan, problem: ChildProblem): ChildImportRow['problems'][number] => {
  const ids = 'candidates' in problem ? problem.candidates : []
  const candidates = ids.map((id) => (problem.reason === 'looksLike' ? childCandidate(plan, id) : employeeCandidate(plan, id)))
  return {
    reason: problem.reason,
    ...('value' in problem && problem.value !== undefined && { value: problem.value }),
    ...('row' in problem && { row: problem.row }),
    ...('slot' in problem && { slot: problem.slot }),
    candidates,
  }
}

const presentChange = (plan: ChildPlan, change: ChildChange) =>
  change.field === 'guardians'
    ? {
        field: change.field,
        before: change.before && guardianText(plan, { employeeId: change.employeeId, relation: change.before }),
        after: guardianText(plan, { employeeId: change.employeeId, relation: change.after }),
      }
    : change

const present = (plan: ChildPlan, row: PlannedChild): ChildImportRow => ({
  row: row.row,
  name: row.child.name,
  birthDate: row.child.birthDate,
  sex: row.child.sex,
  guardians: row.guardians.map(({ employeeId, relation }) => {
    const employee = plan.employees.get(employeeId)
    return { name: employee?.name ?? '', unitName: employee?.unitName ?? '', relation }
  }),
  outcome: row.outcome,
  problems: row.outcome === 'refused' ? row.problems.map((problem) => presentProblem(plan, problem)) : [],
  notes: row.notes,
  changes: row.outcome === 'update' ? row.changes.map((change) => presentChange(plan, change)) : [],
  answered: plan.answered.has(row.row),
})

const countsOf = (rows: readonly PlannedChild[]): Counts => {
  const counts = { create: 0, update: 0, unchanged: 0, joined: 0, refused: 0 }
  for (const row of rows) counts[row.outcome] += 1
  return counts
}

const unreadOf = ({ table: { sheet, header } }: ChildPlan): string[] =>
  (sheet.heads[header.at] ?? []).filter(
    (text, column) =>
      text.trim() !== '' && !header.columns.has(column) && sheet.rows.some((cells, at) => at > header.at && (cells[column] ?? '').trim() !== ''),
  )

export const checkImport = async (context: Context, fileId: string): Promise<Checked> => {
  const plan = await planOf(context, fileId)
  const { table, planned, rule } = plan
  return {
    fileName: table.file.name,
    sheet: table.sheet.name,
    counts: countsOf(planned),
    rule,
    unread: unreadOf(plan).map((text) => text.slice(0, 60)),
    rows: planned.map((row) => present(plan, row)),
  }
}

/** Judged again within the transaction: what was shown before may have changed meanwhile. */
export const runImport = async (context: WriteContext, fileId: string): Promise<{ counts: Counts }> => {
  // Two imports of one list follow each other, and the second finds everybody there.
  await context.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('children'))`
  const plan = await planOf(context, fileId)
  const counts = countsOf(plan.planned)
  if (counts.create > 0) await createChildren(context, plan)
  if (counts.update > 0) await updateChildren(context, plan)
  await context.audit({ subject: 'File', id: fileId, after: { fileName: plan.table.file.name, ...counts } })
  return { counts }
}

/** The refused rows with their cells as they were sent. */
export const refusedRows = async (context: Context, fileId: string) => {
  const { table, planned } = await planOf(context, fileId)
  const cells = cellsAt(table.sheet)
  return {
    heading: cells(table.header.at),
    rows: planned.flatMap((row) => (row.outcome === 'refused' ? [{ cells: cells(row.row - 1), problems: row.problems }] : [])),
  }
}
