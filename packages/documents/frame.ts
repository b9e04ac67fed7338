import type { IsoDate } from '@chung-tay/domain/dates'
import { type Agency, type DocumentKind, type OfficialDocument, type PartialDate, type Signature, symbolOf } from './model.ts'

/** The issuing agency with what its papers need; `leaderTitle` in running-text case, e.g. `Giám đốc`. */
export type Letterhead = Agency & { place: string; symbol: string; leaderTitle: string; leaderName: string }

/** What every document of the records desk has, whatever it says. */
export type Issue = {
  agency: Letterhead
  number: string | null
  issuedOn: IsoDate | null
  /** Shown while the document is undated: `2021` or `2021-06`. */
  expectedOn: PartialDate
  /** Without dash or stop; `Như trên` and the filing line are the layout's. */
  recipients: readonly string[]
  /** What stands after `Lưu:`; `VT, VP` when left out. */
  filing?: string
  /** When somebody signs for the leader. */
  signature?: Signature
}

export const defaultFiling = 'VT, VP'

type Frame = Pick<
  OfficialDocument,
  'kind' | 'agency' | 'symbol' | 'number' | 'place' | 'issuedOn' | 'addressees' | 'legalBases' | 'recipients' | 'filing' | 'signature' | 'annexes'
>

/** Head and foot of a document; addressees, legal bases and annexes are none until the kind says so. */
export const frameOf = (kind: DocumentKind, { agency, number, issuedOn, expectedOn, recipients, filing, signature }: Issue): Frame => ({
  kind,
  agency: { name: agency.name, parentName: agency.parentName },
  symbol: symbolOf(kind, agency.symbol),
  number,
  place: agency.place,
  issuedOn: issuedOn ?? expectedOn,
  addressees: [],
  legalBases: [],
  recipients,
  filing: filing ?? defaultFiling,
  signature: signature ?? { title: agency.leaderTitle, name: agency.leaderName },
  annexes: [],
})
