import type { Transitions } from '../transitions.ts'

export const eventKinds = ['session', 'outing', 'entertainment', 'sport', 'culture', 'ceremony', 'movement'] as const
export type EventKind = (typeof eventKinds)[number]

export const eventStatuses = ['planned', 'held', 'cancelled'] as const
export type EventStatus = (typeof eventStatuses)[number]
export type EventAction = 'revise' | 'hold' | 'cancel' | 'attach'

/** Figures of a held event may be put right by holding it again; a cancelled one stays as it is. */
export const eventTransitions: Transitions<EventStatus, EventAction> = {
  planned: { revise: 'planned', hold: 'held', cancel: 'cancelled', attach: 'planned' },
  held: { hold: 'held', attach: 'held' },
  cancelled: {},
}
