import { daysBetween, type IsoDate } from '../dates.ts'
import type { TaskStatus } from './transitions.ts'

/** `submittedOn` is the day of the submission that stands; a returned task has none. */
export type Dated = { dueOn: IsoDate; submittedOn: IsoDate | null }

/** Whole days after the deadline: until the submission that stands, else until today. 0 is in time. */
export const daysLate = ({ dueOn, submittedOn }: Dated, today: IsoDate): number => Math.max(0, daysBetween(dueOn, submittedOn ?? today))

/** Late stays late after it is accepted, since it is measured by the day of the submission. */
export const isLate = (task: Dated, today: IsoDate): boolean => (task.submittedOn ?? today) > task.dueOn

export type Tally = {
  total: number
  accepted: number
  /** Accepted without being late. */
  onTime: number
  /** Late, whether accepted or still open. */
  late: number
  /** Not accepted yet. */
  open: number
}

const nothing: Tally = { total: 0, accepted: 0, onTime: 0, late: 0, open: 0 }

export const tally = (tasks: readonly (Dated & { status: TaskStatus })[], today: IsoDate): Tally =>
  tasks.reduce((sum, task) => {
    const accepted = task.status === 'accepted' ? 1 : 0
    const late = isLate(task, today) ? 1 : 0
    return {
      total: sum.total + 1,
      accepted: sum.accepted + accepted,
      onTime: sum.onTime + (accepted && !late ? 1 : 0),
      late: sum.late + late,
      open: sum.open + (1 - accepted),
    }
  }, nothing)

/** One tally for each unit that has a task. */
export const tallyByUnit = <Task extends Dated & { status: TaskStatus; unitId: string }>(
  tasks: readonly Task[],
  today: IsoDate,
): Map<string, Tally> => new Map([...Map.groupBy(tasks, ({ unitId }) => unitId)].map(([unitId, own]) => [unitId, tally(own, today)]))
