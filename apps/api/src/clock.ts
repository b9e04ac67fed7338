import { dayOf, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import type { Clock } from './http/context.ts'

export type SettableClock = Clock & {
  /** From now on the program lives on this day, at the real hour: the sample has its own June. */
  play: (day: IsoDate) => void
}

/** The real time, until a sample sets it. */
export const createClock = (sampleDay?: IsoDate): SettableClock => {
  let shift = 0
  const play = (day: IsoDate) => {
    shift = toDbDate(day).getTime() - toDbDate(dayOf(new Date())).getTime()
  }
  if (sampleDay !== undefined) play(sampleDay)
  const now = () => new Date(Date.now() + shift)
  return { now, today: () => dayOf(now()), play }
}
