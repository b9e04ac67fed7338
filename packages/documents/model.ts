import type { IsoDate } from '@chung-tay/domain/dates'
import type { Picture } from './layout/paper.ts'

/** The kinds of administrative document the department issues. */
export type DocumentKind = 'report' | 'plan' | 'decision' | 'submission' | 'notice' | 'minutes' | 'invitation'

/** Name in running text and the abbreviation that opens the symbol (Nghị định 30/2020/NĐ-CP, annex III). */
export const documentKinds: Record<DocumentKind, { name: string; abbreviation: string }> = {
  report: { name: 'Báo cáo', abbreviation: 'BC' },
  plan: { name: 'Kế hoạch', abbreviation: 'KH' },
  decision: { name: 'Quyết định', abbreviation: 'QĐ' },
  submission: { name: 'Tờ trình', abbreviation: 'TTr' },
  notice: { name: 'Thông báo', abbreviation: 'TB' },
  minutes: { name: 'Biên bản', abbreviation: 'BB' },
  invitation: { name: 'Giấy mời', abbreviation: 'GM' },
}

/** `symbolOf('report', 'KHCN')` → `BC-KHCN`. */
export const symbolOf = (kind: DocumentKind, agencySymbol: string): string => `${documentKinds[kind].abbreviation}-${agencySymbol}`

/** Both names in running-text case; capitals are the layout's business. */
export type Agency = { parentName: string | null; name: string }

/** `YYYY-MM-DD`, or only `YYYY-MM` or `YYYY` while the records desk has not dated the document yet. */
export type PartialDate = IsoDate

/** KT. signs for the head as deputy, TL. by order, TUQ. by delegation, Q. is acting. */
export type Authority = 'KT.' | 'TL.' | 'TUQ.' | 'Q.'

/** `onBehalfOf` is the post signed for: KT. GIÁM ĐỐC above PHÓ GIÁM ĐỐC. Acting heads (Q.) and heads themselves leave it out. */
export type Signature = { authority?: Authority; onBehalfOf?: string; title: string; name: string }

export type Run = { text: string; bold?: boolean; italic?: boolean }
export type Alignment = 'left' | 'center' | 'right'

/** `share` is the part of the table's width, relative to the other columns. */
export type Column = { title: string; share: number; align: Alignment }
/** `span` counts the columns a cell takes; a picture stands under the text. */
export type Cell = string | { text: string; span: number; align?: Alignment; picture?: Picture | undefined }
/** A group's line is bold and stays with the row after it; a total is bold. */
export type Row = { cells: readonly Cell[]; emphasis?: 'group' | 'total' }

export type Heading = { type: 'heading'; level: 1 | 2 | 3; text: string }
export type Paragraph = { type: 'paragraph'; runs: readonly Run[] }
/** A line of a list, plain or with bold and italic parts. */
export type Item = string | readonly Run[]
export type DashList = { type: 'dashes'; items: readonly Item[] }
/** Items carry no numeral: they are counted one level below the heading over them. */
export type NumberList = { type: 'numbers'; items: readonly Item[] }
/** `rowHeight` is the least height of a row in millimetres, for rows that are signed. */
export type Table = { type: 'table'; columns: readonly Column[]; rows: readonly Row[]; rowHeight?: number }

/** Headings carry no numeral: the layout counts I., 1., a). */
export type Block = Heading | Paragraph | DashList | NumberList | Table

/** `numeral` is null for an only annex, which the decree leaves unnumbered. */
export type Annex = { numeral: string | null; title: string; landscape: boolean; blocks: readonly Block[] }

export type OfficialDocument = {
  kind: DocumentKind
  agency: Agency
  /** `BC-KHCN` */
  symbol: string
  /** Null leaves the place before the stroke blank. */
  number: string | null
  place: string
  issuedOn: PartialDate
  subject: string
  /** The post that decides, e.g. `Giám đốc Sở Khoa học và Công nghệ`; stands above the legal bases of a decision. */
  issuer?: string
  addressees: readonly string[]
  legalBases: readonly string[]
  body: readonly Block[]
  /** Without dash or stop; `Như trên` and the filing line are the layout's. */
  recipients: readonly string[]
  /** What stands after `Lưu:`, e.g. `VT, VP`. */
  filing: string
  signature: Signature
  /** Who signs minutes beside their chair. */
  secretary?: Signature
  annexes: readonly Annex[]
}

export const heading = (level: 1 | 2 | 3, text: string): Heading => ({ type: 'heading', level, text })

export const paragraph = (...runs: readonly (string | Run)[]): Paragraph => ({
  type: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
})

export const dashes = (items: readonly Item[]): DashList => ({ type: 'dashes', items })
export const numbers = (items: readonly Item[]): NumberList => ({ type: 'numbers', items })

export const runsOf = (item: Item): readonly Run[] => (typeof item === 'string' ? [{ text: item }] : item)

export const bold = (text: string): Run => ({ text, bold: true })
export const italic = (text: string): Run => ({ text, italic: true })

/** Numbers the annexes with Roman numerals when there is more than one. */
export const numberAnnexes = (annexes: readonly Omit<Annex, 'numeral'>[]): Annex[] =>
  annexes.map((annex, index) => ({ ...annex, numeral: annexes.length > 1 ? roman(index + 1) : null }))

const romanSteps: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 1 to 89, which no document exceeds. */
export const roman = (value: number): string => {
  const step = romanSteps.find(([worth]) => worth <= value)
  return step ? step[1] + roman(value - step[0]) : ''
}
