import { frameOf, type Issue } from './frame.ts'
import { type Annex, type Block, numberAnnexes, type OfficialDocument, paragraph } from './model.ts'

export type SubmissionInput = Issue & {
  /** Who decides, e.g. `Giám đốc Sở Khoa học và Công nghệ`. */
  addressees: readonly string[]
  /** `Về việc …` or what it asks for. */
  subject: string
  legalBases?: readonly string[]
  body: readonly Block[]
  /** Instead of `… kính trình … xem xét, quyết định.` */
  closing?: string
  annexes?: readonly Omit<Annex, 'numeral'>[]
}

/** TỜ TRÌNH: asks somebody for a decision. */
export const submission = (input: SubmissionInput): OfficialDocument => ({
  ...frameOf('submission', input),
  subject: input.subject,
  addressees: input.addressees,
  legalBases: input.legalBases ?? [],
  body: [...input.body, paragraph(input.closing ?? `${input.agency.name} kính trình ${input.addressees.join(', ')} xem xét, quyết định.`)],
  annexes: numberAnnexes(input.annexes ?? []),
})
