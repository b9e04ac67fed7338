import { addDays, type IsoDate } from '../dates.ts'
import { type Dated, isLate } from './lateness.ts'
import type { TaskStatus } from './transitions.ts'

export const buckets = ['late', 'today', 'week', 'later', 'waiting'] as const
/** How one sorts one's own work: late, due today, within seven days, later; and what now waits for others. */
export type Bucket = (typeof buckets)[number]

/** Null for what is done. */
export const bucketOf = (task: Dated & { status: TaskStatus }, today: IsoDate): Bucket | null => {
  if (task.status === 'accepted') return null
  if (task.status === 'submitted') return 'waiting'
  if (isLate(task, today)) return 'late'
  if (task.dueOn === today) return 'today'
  return task.dueOn <= addDays(today, 7) ? 'week' : 'later'
}
