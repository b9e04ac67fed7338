import type { NominationStatus } from '../awards/status.ts'
import type { IsoDate } from '../dates.ts'
import { DomainError } from '../errors.ts'
import type { GiftListStatus } from '../gifts/list-status.ts'
import type { ConsentPurpose } from './consent.ts'
import { maxGuardians, type Relation } from './guardians.ts'

/** What of a child a person chooses from the two records. */
export const mergeFields = ['name', 'birthDate', 'sex', 'schoolLevel', 'school', 'className', 'circumstances'] as const
export type MergeField = (typeof mergeFields)[number]
/** The record that stays, or the one that is gone afterwards. */
export const mergeSides = ['kept', 'gone'] as const
export type MergeSide = (typeof mergeSides)[number]
export type MergeChoice = Record<MergeField, MergeSide>

/** Why a line gives nothing whose child has the gift, or is to get it, under the other record. */
export const surplusReason = 'Hồ sơ trùng, đã gộp'

type Described = Record<MergeField, string | null>

const marks = (text: string) => text.normalize('NFD').length

/** The side proposed for each field: what says more. A name with its marks says more than one without; between equals the record that stays. */
export const proposeChoice = (kept: Described, gone: Described): MergeChoice => {
  const weigh = (field: MergeField, value: string | null) => (field === 'name' ? marks(value ?? '') : (value ?? '') === '' ? 0 : 1)
  const side = (field: MergeField): MergeSide => (weigh(field, gone[field]) > weigh(field, kept[field]) ? 'gone' : 'kept')
  return Object.fromEntries(mergeFields.map((field) => [field, side(field)])) as MergeChoice
}

export type MergeConsent = { id: string; purpose: ConsentPurpose; givenOn: IsoDate; withdrawnOn: IsoDate | null }
/** `gift` names campaign and kind: a child gets it once, on whatever list. */
export type MergeLine = {
  id: string
  listId: string
  gift: string
  listName: string
  listStatus: GiftListStatus
  excluded: boolean
  handedOut: boolean
}
export type MergeNomination = { id: string; campaignId: string; year: number; status: NominationStatus }
export type MergeRecord = {
  guardians: readonly { employeeId: string; relation: Relation }[]
  consents: readonly MergeConsent[]
  lines: readonly MergeLine[]
  nominations: readonly MergeNomination[]
}

/** What the child got under both records: both stay as they are, for the stock and the signed list say so. */
export type Twice = { gifts: string[]; awards: number[] }

/** Ids of what goes over to the record that stays; `excludeIds` are lines that give no second gift. */
export type MergePlan = {
  guardians: { employeeId: string; relation: Relation }[]
  consentIds: string[]
  lineIds: string[]
  excludeIds: string[]
  nominationIds: string[]
  twice: Twice
}

const refuse = (why: string, details: object = {}) => new DomainError('MERGE_REFUSED', { why, ...details })

const guardiansOf = (kept: MergeRecord, gone: MergeRecord) => {
  const known = new Set(kept.guardians.map(({ employeeId }) => employeeId))
  const guardians = [...kept.guardians, ...gone.guardians.filter(({ employeeId }) => !known.has(employeeId))]
  if (guardians.length > maxGuardians) throw refuse('guardians', { max: maxGuardians })
  return guardians
}

const latest = (days: readonly IsoDate[]) => days.toSorted().at(-1) ?? ''

/** A merge brings no consent back to life that was withdrawn after the other record's was given. */
const requireNoContradiction = (left: MergeRecord, right: MergeRecord) => {
  for (const { purpose, givenOn } of left.consents.filter(({ withdrawnOn }) => withdrawnOn === null)) {
    const others = right.consents.filter((consent) => consent.purpose === purpose)
    const withdrawn = others.flatMap(({ withdrawnOn }) => withdrawnOn ?? [])
    if (others.length > 0 && withdrawn.length === others.length && latest(withdrawn) >= givenOn) throw refuse('consent', { purpose })
  }
}

const consentIdsOf = (kept: MergeRecord, gone: MergeRecord) => {
  requireNoContradiction(kept, gone)
  requireNoContradiction(gone, kept)
  const inForce = new Set(kept.consents.flatMap(({ purpose, withdrawnOn }) => (withdrawnOn === null ? [purpose] : [])))
  // One consent is in force for a purpose; the second stays as evidence where it was given.
  return gone.consents.filter(({ purpose, withdrawnOn }) => withdrawnOn !== null || !inForce.has(purpose)).map(({ id }) => id)
}

const isSecond = (own: MergeLine, line: MergeLine) => own.gift === line.gift && !own.excluded && !line.excluded

const shared = (kept: MergeRecord, gone: MergeRecord) =>
  gone.lines.flatMap((line) => {
    const own = kept.lines.find(({ listId }) => listId === line.listId) ?? kept.lines.find((other) => isSecond(other, line))
    return own ? [{ own, line }] : []
  })

/** On one list the line that was handed out stays, the other gives nothing. Who has none yet gets one, under the record that stays. */
const surplusOf = ({ own, line }: { own: MergeLine; line: MergeLine }): MergeLine[] => {
  if (own.listStatus === 'closed' || (own.handedOut && line.handedOut)) return []
  const surplus = line.handedOut && !own.handedOut ? own : line
  const other = surplus === own ? line : own
  return surplus.excluded || (other.excluded && !other.handedOut) ? [] : [surplus]
}

const nominationsOf = (kept: MergeRecord, gone: MergeRecord) => {
  const ids: string[] = []
  const awards: number[] = []
  for (const { id, campaignId, year, status } of gone.nominations) {
    const own = kept.nominations.find((nomination) => nomination.campaignId === campaignId)
    if (!own) ids.push(id)
    else if (status === 'decided' && own.status === 'decided') awards.push(year)
    // A person decides which of two nominations is meant; what was turned down stays where it is.
    else if (status !== 'rejected') throw refuse('nominations', { year })
  }
  return { ids, awards }
}

/**
 * What a merge moves and what it leaves.
 * @throws DomainError MERGE_REFUSED with { why }: 'guardians' { max }, 'consent' { purpose }, 'nominations' { year }
 */
export const planMerge = (kept: MergeRecord, gone: MergeRecord): MergePlan => {
  const pairs = shared(kept, gone)
  const nominations = nominationsOf(kept, gone)
  return {
    guardians: guardiansOf(kept, gone),
    consentIds: consentIdsOf(kept, gone),
    lineIds: gone.lines.filter((line) => !pairs.some((pair) => pair.line === line)).map(({ id }) => id),
    excludeIds: pairs.flatMap(surplusOf).map(({ id }) => id),
    nominationIds: nominations.ids,
    twice: { gifts: pairs.filter(({ own, line }) => own.handedOut && line.handedOut).map(({ line }) => line.listName), awards: nominations.awards },
  }
}
