import type { children } from '@chung-tay/contracts/children'
import { type Known, likelyPairs, likelyScore, likenessOf, swapDayAndMonth } from '@chung-tay/domain/children/duplicates'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import type { Context } from '../http/context.ts'
import { scope } from '../http/scope.ts'
import { type ChildRow, presentChild, shown, standing } from './present.ts'

type Asked = z.output<typeof children.duplicates.query>

/** A person works through the first hundred; the rest follows. */
const mostPairs = 100

const knownOf = (row: ChildRow): Known => ({
  id: row.id,
  name: row.name,
  birthDate: fromDbDate(row.birthDate),
  guardianIds: row.guardians.map(({ employeeId }) => employeeId),
  unitIds: row.guardians.map(({ employee }) => employee.unitId),
  notSameAs: row.notSameAs,
})

const unitIdsOf = async (context: Context, employeeIds: readonly string[]): Promise<string[]> => {
  const rows = await context.db.employee.findMany({ where: { id: { in: [...employeeIds] } }, select: { unitId: true } })
  return rows.map(({ unitId }) => unitId)
}

// Only who shares the day of birth, the name or a parent can be likely: the three are indexed.
const candidatesFor = (context: Context, { name, birthDate, guardianIds = [], exceptId }: Asked) => {
  const days = [birthDate, swapDayAndMonth(birthDate) ?? birthDate].map(toDbDate)
  return context.db.child.findMany({
    where: {
      AND: [
        standing,
        scope(context, 'create', 'Child'),
        exceptId === undefined ? {} : { id: { not: exceptId }, NOT: { notSameAs: { has: exceptId } } },
        { OR: [{ birthDate: { in: days } }, { search: foldText(name) }, { guardians: { some: { employeeId: { in: guardianIds } } } }] },
      ],
    },
    include: shown,
  })
}

/** Who may already be the child that is being entered, within what the person may enter. */
export const findDuplicates = async (context: Context, asked: Asked) => {
  const guardianIds = asked.guardianIds ?? []
  const [rows, unitIds, itself] = await Promise.all([
    candidatesFor(context, asked),
    unitIdsOf(context, guardianIds),
    asked.exceptId === undefined ? null : context.db.child.findUnique({ where: { id: asked.exceptId }, select: { notSameAs: true } }),
  ])
  const entered = { name: asked.name, birthDate: asked.birthDate, guardianIds, unitIds }
  const items = rows
    .filter(({ id }) => !itself?.notSameAs.includes(id))
    .map((row) => ({ ...likenessOf(entered, knownOf(row)), child: presentChild(context, row) }))
    .filter(({ score }) => score >= likelyScore)
    .toSorted((left, right) => right.score - left.score)
  return { items: items.slice(0, 10) }
}

export const listDuplicatePairs = async (context: Context) => {
  const rows = await context.db.child.findMany({ where: { AND: [{ active: true, ...standing }, scope(context, 'update', 'Child')] }, include: shown })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const items = likelyPairs(rows.map(knownOf))
    .slice(0, mostPairs)
    .flatMap(({ firstId, secondId, ...likeness }) => {
      const [first, second] = [byId.get(firstId), byId.get(secondId)]
      return first && second ? [{ ...likeness, first: presentChild(context, first), second: presentChild(context, second) }] : []
    })
  return { items }
}
