import type { IsoDate } from '../dates.ts'
import { DomainError } from '../errors.ts'
import type { Transitions } from '../transitions.ts'

export const publicationKinds = ['news', 'article', 'slogan', 'message'] as const
export type PublicationKind = (typeof publicationKinds)[number]

export const channels = ['website', 'zalo', 'facebook', 'press', 'loudspeaker', 'noticeBoard', 'other'] as const
export type Channel = (typeof channels)[number]

export type PublicationStatus = 'planned' | 'published' | 'withdrawn'
export type PublicationAction = 'update' | 'publish' | 'withdraw'

/** What was withdrawn stays as it was: its history answers for it. */
export const publicationTransitions: Transitions<PublicationStatus, PublicationAction> = {
  planned: { update: 'planned', publish: 'published', withdraw: 'withdrawn' },
  published: { update: 'published', withdraw: 'withdrawn' },
  withdrawn: {},
}

const online: readonly Channel[] = ['website', 'zalo', 'facebook', 'press']

/** Whether a link leads to the piece, so that it proves the publication by itself. */
export const isOnline = (channel: Channel): boolean => online.includes(channel)

/**
 * A published piece must be provable: by a captured file, or by its link on a channel that anybody can open.
 * @throws DomainError EVIDENCE_REQUIRED with { channel, link } (`link`: whether a link would do)
 */
export const requireProof = ({ channel, url, files }: { channel: Channel; url: string | null; files: number }): void => {
  if (files > 0 || (url !== null && isOnline(channel))) return
  throw new DomainError('EVIDENCE_REQUIRED', { channel, link: isOnline(channel) })
}

/** Planned for a day that has passed. On the day itself there is still time. */
export const isOverdue = ({ status, plannedOn }: { status: PublicationStatus; plannedOn: IsoDate }, today: IsoDate): boolean =>
  status === 'planned' && plannedOn < today
