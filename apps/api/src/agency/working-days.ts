import type { WorkingDay } from '@chung-tay/contracts/agency'
import { holidaysOf, type SetDays } from '@chung-tay/domain/calendar/working-days'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { found } from '../http/scope.ts'

/** What the agency has set of the days from one on, for whoever counts working days. */
export const setDaysFrom = async (db: Db, day: string): Promise<SetDays> => {
  const rows = await db.setDay.findMany({ where: { day: { gte: toDbDate(day) } } })
  return new Map(rows.map((row) => [fromDbDate(row.day), row.working]))
}

export const listWorkingDays = async ({ db }: Pick<Context, 'db'>, year: number): Promise<{ items: WorkingDay[] }> => {
  const rows = await db.setDay.findMany({ where: { day: { gte: toDbDate(`${year}-01-01`), lte: toDbDate(`${year}-12-31`) } } })
  const items = new Map<string, WorkingDay>()
  for (const { day, name, instead } of holidaysOf(year)) items.set(day, { day, working: false, note: null, holiday: name, instead })
  for (const { day, working, note } of rows) {
    const key = fromDbDate(day)
    items.set(key, { ...(items.get(key) ?? { day: key, holiday: null, instead: false }), working, note })
  }
  return { items: [...items.values()].toSorted((left, right) => (left.day < right.day ? -1 : 1)) }
}

const yearOf = (day: string) => Number(day.slice(0, 4))

export const setWorkingDay = async (context: WriteContext, { day, ...data }: { day: string; working: boolean; note: string }) => {
  const key = { day: toDbDate(day) }
  const before = await context.db.setDay.findUnique({ where: key, select: { working: true, note: true } })
  await context.db.setDay.upsert({ where: key, create: { ...key, ...data }, update: data })
  await context.audit({ subject: 'Agency', id: '1', before: before && { day, ...before }, after: { day, ...data } })
  return listWorkingDays(context, yearOf(day))
}

export const clearWorkingDay = async (context: WriteContext, day: string) => {
  const key = { day: toDbDate(day) }
  const before = found(await context.db.setDay.findUnique({ where: key, select: { working: true, note: true } }))
  await context.db.setDay.delete({ where: key })
  await context.audit({ subject: 'Agency', id: '1', before: { day, ...before } })
  return listWorkingDays(context, yearOf(day))
}
