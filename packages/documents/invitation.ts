import { frameOf, type Issue } from './frame.ts'
import { type Block, dashes, type OfficialDocument, paragraph } from './model.ts'

export type InvitationInput = Issue & {
  /** What is held, after `dự`: `Lễ tuyên dương, khen thưởng con cán bộ …` */
  occasion: string
  guests: readonly string[]
  chair: string
  /** `08 giờ 00 phút, ngày 28 tháng 6 năm 2021` */
  time: string
  venue: string
  /** What the guests are asked for, one sentence each. */
  requests?: readonly string[]
}

const invited = (agency: string, guests: readonly string[]): Block[] => {
  const lead = `${agency} trân trọng kính mời`
  if (guests.length === 1) return [paragraph(`${lead}: ${guests[0]}.`)]
  return [paragraph(`${lead}:`), dashes(guests.map((guest, index) => `${guest}${index === guests.length - 1 ? '.' : ';'}`))]
}

/** GIẤY MỜI to a meeting or ceremony. */
export const invitation = (input: InvitationInput): OfficialDocument => ({
  ...frameOf('invitation', input),
  subject: `Dự ${input.occasion}`,
  body: [
    ...invited(input.agency.name, input.guests),
    paragraph(`Tới dự: ${input.occasion}.`),
    paragraph(`Chủ trì: ${input.chair}.`),
    paragraph(`Thời gian: ${input.time}.`),
    paragraph(`Địa điểm: ${input.venue}.`),
    ...(input.requests ?? []).map((request) => paragraph(request)),
    paragraph('Rất mong sự có mặt của Quý đại biểu.'),
  ],
  recipients: ['Như thành phần mời', ...input.recipients],
})
