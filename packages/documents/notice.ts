import { frameOf, type Issue } from './frame.ts'
import { type Annex, type Block, numberAnnexes, type OfficialDocument, paragraph } from './model.ts'

export type NoticeInput = Issue & {
  /** `Về việc …` or what it makes known. */
  subject: string
  body: readonly Block[]
  /** Instead of `… thông báo để các phòng, đơn vị và cá nhân liên quan biết, thực hiện.` */
  closing?: string
  annexes?: readonly Omit<Annex, 'numeral'>[]
}

/** THÔNG BÁO: makes known inside the agency, addressed to nobody by name. */
export const notice = (input: NoticeInput): OfficialDocument => ({
  ...frameOf('notice', input),
  subject: input.subject,
  body: [...input.body, paragraph(input.closing ?? `${input.agency.name} thông báo để các phòng, đơn vị và cá nhân liên quan biết, thực hiện.`)],
  annexes: numberAnnexes(input.annexes ?? []),
})
