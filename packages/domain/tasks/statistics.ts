import type { IsoDate } from '../dates.ts'
import { type Dated, daysLate, type Tally, tally } from './lateness.ts'
import type { TaskStatus } from './transitions.ts'

/**
 * How a unit keeps its days. `onTimeRate` is whole per cent of what was accepted, rounded down, null while nothing was;
 * `delayDays` the sum over everything late, done or not; `longestDelay` the worst of them; `openLate` what is late and not accepted.
 */
export type Statistics = Tally & { onTimeRate: number | null; delayDays: number; longestDelay: number; openLate: number }

export const statisticsOf = (tasks: readonly (Dated & { status: TaskStatus })[], today: IsoDate): Statistics => {
  const sum = tally(tasks, today)
  const delays = tasks.map((task) => daysLate(task, today))
  return {
    ...sum,
    onTimeRate: sum.accepted === 0 ? null : Math.floor((sum.onTime * 100) / sum.accepted),
    delayDays: delays.reduce((total, days) => total + days, 0),
    longestDelay: Math.max(0, ...delays),
    openLate: tasks.filter((task, at) => task.status !== 'accepted' && (delays[at] ?? 0) > 0).length,
  }
}
