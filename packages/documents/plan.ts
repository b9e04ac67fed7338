import type { IsoDate } from '@chung-tay/domain/dates'
import { cite, type LegalBasis } from './citation.ts'
import { frameOf, type Issue } from './frame.ts'
import { shortDate } from './long-date.ts'
import { type Block, bold, dashes, heading, type Item, numbers, type OfficialDocument, paragraph, type Run } from './model.ts'

export type PlanInput = Issue & {
  /** `title` is the month's full name, e.g. `Tháng hành động vì trẻ em năm 2021`. */
  campaign: { title: string; theme: string | null; guidance: readonly LegalBasis[] }
  /** Instead of the sentence made of guidance, title and theme. */
  introduction?: string
  purposes: readonly Item[]
  requirements: readonly Item[]
  /** The clauses of part II in their order, without numerals. */
  activities: readonly Item[]
  /** A sentence of the department's own, or the days it is made of. */
  period: string | { startsOn: IsoDate; endsOn: IsoDate }
  /** Parts between the period and the organisation of work, such as `Kinh phí thực hiện`. */
  further?: readonly { heading: string; blocks: readonly Block[] }[]
  /** Who does what, without numerals. */
  organisation: readonly Item[]
  /** `Căn cứ …` in italics above the text, where the department writes them so. */
  legalBases?: readonly string[]
}

const bareTheme = (theme: string): string => theme.trim().replace(/^[“"]|[”"]$/gu, '')

// A letter is received, anything else (a law, a plan of the province) carried out.
const guided = (agency: string, guidance: readonly LegalBasis[]): string => {
  if (guidance.length === 0) return ''
  const cited = guidance.map(cite).join('; ')
  return guidance.every(({ kind }) => /^công văn/iu.test(kind)) ? `${agency} nhận được ${cited}, ` : `Thực hiện ${cited}, `
}

/** The theme stands out wherever the sentence has it in quotes. */
const withTheme = (sentence: string, theme: string | null): Run[] => {
  const quoted = theme === null ? '' : `“${bareTheme(theme)}”`
  const [before = '', ...after] = quoted === '' ? [sentence] : sentence.split(quoted)
  if (after.length === 0) return [{ text: before }]
  return [{ text: before }, { ...bold(quoted), italic: true }, { text: after.join(quoted) }]
}

const introduction = ({ agency, campaign, introduction: own }: PlanInput): Block => {
  const themed = campaign.theme ? ` với chủ đề “${bareTheme(campaign.theme)}” cụ thể như sau:` : ' cụ thể như sau:'
  const sentence = own ?? `${guided(agency.name, campaign.guidance)}${agency.name} xây dựng Kế hoạch tổ chức ${campaign.title}${themed}`
  return paragraph(...withTheme(sentence, campaign.theme))
}

const listed = (title: string, items: readonly Item[]): Block[] => (items.length === 0 ? [] : [heading(2, title), dashes(items)])

const purposes = (input: PlanInput): Block[] => {
  const parts = [...listed('Mục đích', input.purposes), ...listed('Yêu cầu', input.requirements)]
  return parts.length === 0 ? [] : [heading(1, 'Mục đích, yêu cầu'), ...parts]
}

const part = (title: string, items: readonly Item[]): Block[] => (items.length === 0 ? [] : [heading(1, title), numbers(items)])

/** `Thời gian thực hiện từ ngày 01/6/2021 đến ngày 30/6/2021` */
export const periodSentence = ({ startsOn, endsOn }: { startsOn: IsoDate; endsOn: IsoDate }): string =>
  `Thời gian thực hiện từ ngày ${shortDate(startsOn)} đến ngày ${shortDate(endsOn)}`

/** KẾ HOẠCH Tổ chức Tháng hành động: purpose, activities, period and who does what. */
export const plan = (input: PlanInput): OfficialDocument => {
  const { agency, campaign, period, further = [] } = input
  return {
    ...frameOf('plan', input),
    subject: `Tổ chức ${campaign.title}`,
    legalBases: input.legalBases ?? [],
    body: [
      introduction(input),
      ...purposes(input),
      ...part('Nội dung hoạt động', input.activities),
      heading(1, 'Thời gian'),
      paragraph(typeof period === 'string' ? period : `${periodSentence(period)}.`),
      ...further.flatMap(({ heading: title, blocks }) => [heading(1, title), ...blocks]),
      ...part('Tổ chức thực hiện', input.organisation),
      paragraph(`Trên đây là Kế hoạch thực hiện ${campaign.title} của ${agency.name}.`),
    ],
  }
}
