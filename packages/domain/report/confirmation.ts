import { DomainError } from '../errors.ts'
import { advance, type Transitions } from '../transitions.ts'
import { type IndicatorKey, indicatorKeys, indicators } from './indicators.ts'

export const confirmationStatuses = ['open', 'confirmed', 'returned', 'locked'] as const
export type ConfirmationStatus = (typeof confirmationStatuses)[number]
export type ConfirmationAction = 'confirm' | 'return' | 'lock' | 'except' | 'endException'

/** A unit's word on its figures. Returning what is locked opens it again. */
export const confirmationTransitions: Transitions<ConfirmationStatus, ConfirmationAction> = {
  open: { confirm: 'confirmed' },
  confirmed: { confirm: 'confirmed', return: 'returned', lock: 'locked' },
  returned: { confirm: 'confirmed' },
  // What an exception changed is confirmed anew, and stays locked.
  locked: { confirm: 'locked', return: 'returned', except: 'locked', endException: 'locked' },
}

export type LockState = { status: ConfirmationStatus; exceptionEnds: Date | null }

/** Whether the unit's records may change: always before the lock, afterwards while an exception runs. */
export const figuresOpen = ({ status, exceptionEnds }: LockState, now: Date): boolean =>
  status !== 'locked' || (exceptionEnds !== null && now < exceptionEnds)

/** @throws DomainError FIGURES_LOCKED */
export const requireFiguresOpen = (state: LockState, now: Date): void => {
  if (!figuresOpen(state, now)) throw new DomainError('FIGURES_LOCKED')
}

export const advanceConfirmation = (state: LockState, action: ConfirmationAction, now: Date): ConfirmationStatus => {
  const next = advance(confirmationTransitions, state.status, action)
  if (action === 'confirm') requireFiguresOpen(state, now)
  if (action === 'endException' && figuresOpen(state, now) === false) throw new DomainError('TRANSITION_NOT_ALLOWED', { from: state.status, action })
  return next
}

// What the office and the readers do, and the means of other figures, is no word of the unit's.
const notOfUnit: readonly IndicatorKey[] = ['taskChases', 'taskEscalations', 'noticesTold', 'noticesRead']

/** The figures that a unit answers for. */
export const unitKeys: readonly IndicatorKey[] = indicatorKeys.filter((key) => {
  const { by, kind } = indicators[key]
  return (by as readonly string[]).includes('unit') && kind !== 'rate' && !notOfUnit.includes(key)
})

/** No exception is longer than this, in hours. */
export const longestException = 720

/** The totals of a unit; what comes to nothing is left out. */
export type UnitFigures = { readonly [Key in IndicatorKey]?: number }
export type FigureChange = { key: IndicatorKey; confirmed: number; now: number }

/** What stands otherwise than the unit confirmed it: "+2". */
export const changesSince = (confirmed: UnitFigures, now: UnitFigures): FigureChange[] =>
  indicatorKeys.map((key) => ({ key, confirmed: confirmed[key] ?? 0, now: now[key] ?? 0 })).filter((change) => change.confirmed !== change.now)

/** Only what was confirmed and stands as it was confirmed is locked. @throws DomainError FIGURES_NOT_CONFIRMED */
export const requireLockable = (unitName: string, status: ConfirmationStatus, changes: readonly FigureChange[]): void => {
  if (status !== 'confirmed' || changes.length > 0) throw new DomainError('FIGURES_NOT_CONFIRMED', { unitName, status, changes: changes.length })
}
