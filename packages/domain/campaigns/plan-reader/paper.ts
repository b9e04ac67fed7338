import type { ActivityKind, UnitPart } from '../../activities/clause.ts'
import type { IsoDate } from '../../dates.ts'

/** A paragraph of a Word file as it is seen. `numeral` is what Word numbers it with by itself ("II.", "a)", "-"); `cell` stands in a table. */
export type PaperParagraph = { text: string; numeral: string | null; bold: boolean; cell: boolean }

/** What a piece of the paper became. */
export const pieceRoles = [
  'motto',
  'rule',
  'parent',
  'agency',
  'number',
  'place',
  'kind',
  'title',
  'basis',
  'preface',
  'heading',
  'theme',
  'purpose',
  'requirements',
  'activity',
  'period',
  'organisation',
  'closing',
  'recipients',
  'archive',
  'signerTitle',
  'signer',
] as const
export type PieceRole = (typeof pieceRoles)[number]

/** A paragraph, or a part of one where several stand in it. `role` null: not understood. `clause` for activities and organisation. */
export type ReadPiece = { paragraph: number; label: string; text: string; role: PieceRole | null; clause: string | null }

export type ReadUnit = { id: string; name: string; shortName: string; kind: 'leadership' | 'office' | 'division' | 'subordinate' | 'union' }

/** `unclear`: words that name a unit the department does not have, or more than one. */
export type ReadActivity = {
  clause: string
  kind: ActivityKind | null
  title: string
  description: string
  units: { unitId: string; part: UnitPart }[]
  unclear: string[]
}
export type ReadTask = { clause: string; title: string; instructions: string; unitIds: string[]; unclear: string[]; dueOn: IsoDate | null }
/** What the paper does not say is empty. */
export type ReadBasis = { kind: string; number: string; issuedOn: IsoDate | null; issuer: string; subject: string }

/** What a plan on paper proposes; empty or null where the paper says nothing. */
export type PlanProposal = {
  letterhead: { parent: string; agency: string; number: string; place: string; issuedOn: IsoDate | null }
  year: number | null
  schoolYear: string
  title: string
  theme: string
  preface: string
  legalBases: ReadBasis[]
  /** One point a line. */
  purpose: string
  requirements: string
  activities: ReadActivity[]
  startsOn: IsoDate | null
  endsOn: IsoDate | null
  reportDueOn: IsoDate | null
  recipientName: string
  tasks: ReadTask[]
  recipients: string[]
  signer: { title: string; name: string }
}

/** The same text letter by letter without marks and capitals: what is found in it stands at the same place in the text. */
export const flat = (text: string): string =>
  [...text].map((letter) => (letter.length > 1 ? letter : (letter.normalize('NFD')[0] ?? letter).replace(/[đĐ]/, 'd').toLowerCase())).join('')

/** For comparing words: without marks, capitals and punctuation. */
export const keyOf = (text: string): string =>
  flat(text.normalize('NFC'))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Whether all its letters are capitals. */
export const isCapital = (text: string): boolean => /\p{Lu}.*\p{Lu}/su.test(text) && !/\p{Ll}/u.test(text)
