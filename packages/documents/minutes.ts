import type { IsoDate } from '@chung-tay/domain/dates'
import { frameOf, type Issue } from './frame.ts'
import { longDate } from './long-date.ts'
import { type Annex, type Block, dashes, numberAnnexes, type OfficialDocument, paragraph } from './model.ts'

/** Who sat there in which office, e.g. `Phó Giám đốc Sở` and `Lê An`. */
export type Attendant = { name: string; position: string }

export type MinutesInput = Omit<Issue, 'issuedOn' | 'expectedOn' | 'signature'> & {
  /** `Họp xét khen thưởng …` */
  subject: string
  heldOn: IsoDate
  /** `08:30`, in 24 hours. */
  startedAt: string
  endedAt: string
  venue: string
  chair: Attendant
  secretary: Attendant
  participants: readonly Attendant[]
  absent?: readonly Attendant[]
  /** The course of the meeting: opinions, votes, what was concluded. */
  body: readonly Block[]
  annexes?: readonly Omit<Annex, 'numeral'>[]
}

const clock = (time: string): string => {
  const [hours = '', minutes = ''] = time.split(':')
  return `${hours.padStart(2, '0')} giờ ${minutes.padStart(2, '0')} phút`
}

const person = ({ name, position }: Attendant): string => (position === '' ? `Ông/bà ${name}` : `Ông/bà ${name} - ${position}`)

const listed = (label: string, people: readonly Attendant[]): Block[] =>
  people.length === 0
    ? []
    : [paragraph(label), dashes(people.map((attendant, index) => `${person(attendant)}${index === people.length - 1 ? '.' : ';'}`))]

/** BIÊN BẢN of a meeting, signed by chair and secretary. */
export const minutes = (input: MinutesInput): OfficialDocument => {
  const { heldOn, chair, secretary, absent = [] } = input
  return {
    ...frameOf('minutes', { filing: 'VT, hồ sơ', ...input, issuedOn: heldOn, expectedOn: heldOn }),
    subject: input.subject,
    body: [
      paragraph(`Thời gian bắt đầu: ${clock(input.startedAt)}, ${longDate(heldOn)}.`),
      paragraph(`Địa điểm: ${input.venue}.`),
      ...listed('Thành phần tham dự:', input.participants),
      ...listed('Vắng mặt:', absent),
      paragraph(`Chủ trì (chủ tọa): ${person(chair)}.`),
      paragraph(`Thư ký (người ghi biên bản): ${person(secretary)}.`),
      paragraph('Nội dung (theo diễn biến cuộc họp):'),
      ...input.body,
      paragraph(`Cuộc họp kết thúc vào ${clock(input.endedAt)}, ${longDate(heldOn)}.`),
    ],
    signature: { title: 'Chủ tọa', name: chair.name },
    secretary: { title: 'Thư ký', name: secretary.name },
    annexes: numberAnnexes(input.annexes ?? []),
  }
}
