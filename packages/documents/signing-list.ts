import { head } from './layout/head.ts'
import { textWidth } from './layout/page.ts'
import type { Paper } from './layout/paper.ts'
import { type Signer, signaturePlaces } from './layout/signature-places.ts'
import { signedTable } from './layout/table.ts'
import { capitals, centered, evenTitle, line } from './layout/text.ts'
import { longDate } from './long-date.ts'
import type { Agency, Cell, Column, PartialDate, Row } from './model.ts'
import { formatMoney, inWords } from './money.ts'

/**
 * Rows of one unit without their running number; `title` is the line over them, e.g. `Văn phòng Sở: 10 suất quà`.
 * `numbers` are those that the rows keep whenever the list is printed.
 */
export type SigningGroup = { title: string; rows: readonly (readonly Cell[])[]; numbers?: readonly (number | null)[] }

export type SigningList = {
  agency: Agency & { place: string }
  /** In running-text case, e.g. `Danh sách ký nhận quà`. */
  title: string
  occasion: string
  /** Sentences beneath the occasion: what is given, who is on the list. */
  under?: readonly string[]
  /** Without the running number, which comes first; the last one is signed in. */
  columns: readonly Column[]
  groups: readonly SigningGroup[]
  /** `label` over all columns but the last `span`, which bear `text`. */
  total: { label: string; text: string; span: number }
  /** Whole đồng, written out beneath the table. */
  sum: { label: string; amount: number }
  /** The day of signing, or its month when it is still open. */
  on: PartialDate
  /** From left to right. */
  signers: readonly Signer[]
}

// A signature needs about a centimetre.
const rowHeight = 10

const numberedRows = ({ columns, groups, total }: SigningList): Row[] => {
  let position = 0
  const rows = groups.flatMap(({ title, rows: members, numbers }): Row[] => [
    { cells: [{ text: title, span: columns.length + 1, align: 'left' }], emphasis: 'group' },
    ...members.map((cells, at): Row => {
      position += 1
      return { cells: [String(numbers?.[at] ?? position), ...cells] }
    }),
  ])
  const sum: Row = {
    cells: [
      { text: total.label, span: columns.length + 1 - total.span, align: 'center' },
      { text: total.text, span: total.span, align: 'left' },
    ],
    emphasis: 'total',
  }
  return [...rows, sum]
}

/** Brings rows of one unit together under the unit's first place. */
export const byUnit = <Member extends { unitName: string }>(members: readonly Member[]): [string, Member[]][] => {
  const units = new Map<string, Member[]>()
  for (const member of members) units.set(member.unitName, [...(units.get(member.unitName) ?? []), member])
  return [...units]
}

/** A list in landscape, unit by unit, with a place for each signature: the paper for when there is no network. */
export const signingList = (list: SigningList): Paper => {
  const { agency, title, occasion, under = [], sum, on, signers } = list
  const columns = [{ title: 'TT', share: 10, align: 'center' as const }, ...list.columns]
  return {
    properties: { title: `${title} ${occasion}`, creator: agency.name, issuedOn: on },
    sheets: [
      {
        orientation: 'landscape',
        drawn: [
          head(agency, '', null, textWidth.landscape),
          centered(capitals(title), { bold: true }),
          evenTitle(occasion, { size: 14, bold: true, after: under.length === 0 ? 12 : 2 }, textWidth.landscape),
          ...under.map((text, at) => centered(text, { size: 13, italic: true, after: at === under.length - 1 ? 12 : 2 })),
          signedTable({ type: 'table', rowHeight, columns, rows: numberedRows(list) }, textWidth.landscape),
          line([{ text: `${sum.label}: ${formatMoney(sum.amount)} ` }, { text: inWords(sum.amount), italic: true }], {
            size: 13,
            before: 6,
            after: 6,
            keepNext: true,
          }),
          line(`${agency.place}, ${longDate(on)}`, { size: 13, italic: true, align: 'right', after: 6, keepNext: true }),
          ...(signers.length > 0 ? [signaturePlaces(signers, textWidth.landscape)] : []),
        ],
      },
    ],
  }
}
