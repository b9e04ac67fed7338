import { addDays, type IsoDate } from '../dates.ts'

/** The first day that may be asked for or granted: later than the deadline, and not over yet. */
export const firstDayOfExtension = (dueOn: IsoDate, today: IsoDate): IsoDate => {
  const next = addDays(dueOn, 1)
  return next > today ? next : today
}

type Dated = { dueOn: IsoDate; firstDueOn: IsoDate | null }

/** The deadline that was given first stays known, however often it is extended. */
export const extend = ({ dueOn, firstDueOn }: Dated, granted: IsoDate): Dated => ({ dueOn: granted, firstDueOn: firstDueOn ?? dueOn })
