import { daysBetween, type IsoDate } from '../dates.ts'
import { daysLate, isLate } from '../tasks/lateness.ts'
import { type TaskStatus, waitsForUnit } from '../tasks/transitions.ts'

/** How many days ahead a deadline is called to mind. */
export const soonDays = 3

export type DigestPerson = { employeeId: string; headedUnitIds: readonly string[] }
export type DigestTask = { unitId: string; assigneeId: string | null; status: TaskStatus; dueOn: IsoDate; submittedOn: IsoDate | null }
export type Digest<Task> = { late: (Task & { daysLate: number })[]; soon: (Task & { daysLeft: number })[] }

const concerns = ({ employeeId, headedUnitIds }: DigestPerson, { assigneeId, unitId }: DigestTask): boolean =>
  assigneeId === employeeId || headedUnitIds.includes(unitId)

const byDeadline = (left: DigestTask, right: DigestTask): number => (left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : 0)

/** What a person has to be reminded of today: own tasks and those of headed units, late or due within `soonDays`. Null when nothing is. */
export const digestOf = <Task extends DigestTask>(person: DigestPerson, tasks: readonly Task[], today: IsoDate): Digest<Task> | null => {
  const open = tasks.filter((task) => waitsForUnit(task.status) && concerns(person, task)).toSorted(byDeadline)
  const late = open.filter((task) => isLate(task, today)).map((task) => ({ ...task, daysLate: daysLate(task, today) }))
  const soon = open
    .map((task) => ({ ...task, daysLeft: daysBetween(today, task.dueOn) }))
    .filter(({ daysLeft }) => daysLeft >= 0 && daysLeft <= soonDays)
  return late.length + soon.length === 0 ? null : { late, soon }
}
