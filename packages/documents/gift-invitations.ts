import { showGiftCode } from '@chung-tay/domain/gifts/code'
import { enumeration } from './citation.ts'
import { millimetres, textWidth } from './layout/page.ts'
import type { Columns, Drawn, Line, Paper } from './layout/paper.ts'
import { sideBySide } from './layout/table.ts'
import { capitals, centered, line } from './layout/text.ts'
import type { Agency, PartialDate } from './model.ts'
import { qrPicture } from './qr-picture.ts'

/** One family: a single code serves all of its children, since the desk hands out to a whole family. */
export type InvitedFamily = { unitName: string; parentNames: readonly string[]; childNames: readonly string[]; code: string }

export type GiftInvitationsInput = {
  agency: Agency
  /** The list's name, e.g. `Quà Tết thiếu nhi 1-6 năm 2021`. */
  occasion: string
  gift: string
  /** As the union writes it: `08 giờ 00, thứ Ba ngày 01/6/2021`. */
  time: string
  venue: string
  on: PartialDate
  /** In the order to be printed, unit by unit, so that each unit's are one pile. */
  families: readonly InvitedFamily[]
}

const code = { side: 32, column: millimetres(40) }

const field = (label: string, value: string): Line => line([{ text: `${label}: ` }, { text: value, bold: true }], { size: 12, after: 2 })

const words = ({ agency, occasion, gift, time, venue }: GiftInvitationsInput, family: InvitedFamily): Line[] => [
  line(capitals(agency.parentName ?? ''), { size: 11 }),
  line(capitals(agency.name), { size: 11, bold: true, after: 4 }),
  line('GIẤY MỜI NHẬN QUÀ', { size: 14, bold: true }),
  line(occasion, { size: 12, italic: true, after: 4 }),
  field('Kính mời gia đình', `${enumeration(family.parentNames) || 'các cháu'} – ${family.unitName}`),
  field(family.childNames.length > 1 ? `Nhận quà cho ${family.childNames.length} cháu` : 'Nhận quà cho cháu', enumeration(family.childNames)),
  field('Quà', gift),
  field('Thời gian', time),
  field('Địa điểm', venue),
]

/** One slip, which stays on one page. */
const slip = async (input: GiftInvitationsInput, family: InvitedFamily): Promise<Columns> => {
  const mark = [
    await qrPicture(family.code, code.side),
    centered(showGiftCode(family.code), { size: 13, bold: true, before: 2 }),
    centered('Đưa mã này khi đến nhận. Nhận thay: cho biết họ tên, quan hệ với cháu.', { size: 11, italic: true, before: 2 }),
  ]
  return sideBySide([textWidth.portrait - code.column, code.column], [[words(input, family).filter(({ runs }) => runs[0]?.text !== ''), mark]])
}

const cut: readonly Drawn[] = [line('', { size: 6 }), { type: 'rule', left: 0, right: 0, dashed: true }, line('', { size: 6 })]

/** GIẤY MỜI NHẬN QUÀ: slips to cut apart, ready for `toDocx` and `toPdf`. */
export const giftInvitationsPaper = async (input: GiftInvitationsInput): Promise<Paper> => {
  const slips: Drawn[] = []
  for (const [index, family] of input.families.entries()) slips.push(...(index > 0 ? cut : []), await slip(input, family))
  return {
    properties: { title: `Giấy mời nhận quà – ${input.occasion}`, creator: input.agency.name, issuedOn: input.on },
    sheets: [{ orientation: 'portrait', drawn: slips }],
  }
}
