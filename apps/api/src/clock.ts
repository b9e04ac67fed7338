import { dayOf, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import type { Clock } from './http/context.ts'

/** The real time; or, for the sample, the same hour on the day that the sample plays. */
export const createClock = (sampleDay?: IsoDate): Clock => {
  const shift = sampleDay === undefined ? 0 : toDbDate(sampleDay).getTime() - toDbDate(dayOf(new Date())).getTime()
  const now = () => new Date(Date.now() + shift)
  return { now, today: () => dayOf(now()) }
}
