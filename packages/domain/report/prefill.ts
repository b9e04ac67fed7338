import type { IsoDate } from '../dates.ts'
import { type Figure, labelOf } from './figures.ts'
import type { IndicatorKey } from './indicators.ts'

export type ActivityKind = 'communication' | 'donation' | 'gift' | 'award' | 'movement' | 'organisation'

export type PrefillInput = {
  agencyName: string
  campaign: { title: string; schoolYear: string; planNumber: string | null; planIssuedOn: IsoDate | null }
  activities: readonly { clause: string; kind: ActivityKind; title: string }[]
  tasks: readonly { clause: string; unitName: string; title: string; dueOn: IsoDate; accepted: boolean; result: string }[]
  figures: readonly Figure[]
  /** What units said when they confirmed their figures; empty where they said nothing. */
  words: readonly { unitName: string; difficulties: string; proposals: string }[]
}

export type Prefilled = { key: string; level: 1 | 2; heading: string; text: string }

const numbers = new Intl.NumberFormat('vi-VN')
// Papers write counts below ten with a zero, so that no digit can be put before them.
const count = (value: number): string => (value > 0 && value < 10 ? `0${value}` : numbers.format(value))
const money = (value: number): string => `${numbers.format(value)} đồng`

/** 20/5/2021: papers put a zero before a day below ten and before January and February, not before other months. */
const paperDay = (day: IsoDate): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`
}

/** `a, b và c` */
const listed = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} và ${parts.at(-1) ?? ''}`)

const sentence = (text: string): string => {
  const trimmed = text.trim().replace(/[;,\s]+$/u, '')
  return trimmed === '' || /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`
}

const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

/** Figures by name, nought when there is no such line. */
const read = (figures: readonly Figure[]) => {
  const value = (key: IndicatorKey, breakdown: string | null = null) =>
    figures.find((figure) => figure.key === key && figure.breakdown === breakdown)?.value ?? 0
  const parts = (key: IndicatorKey, dimension: string) =>
    figures.filter((figure) => figure.key === key && figure.breakdown?.startsWith(`${dimension}:`) && figure.value !== 0)
  return { value, parts }
}
type Read = ReturnType<typeof read>

const direction = ({ agencyName, campaign, tasks }: PrefillInput): string => {
  const number = campaign.planNumber && ` số ${campaign.planNumber}`
  const issued = campaign.planIssuedOn && ` ngày ${paperDay(campaign.planIssuedOn)}`
  const plan = `${agencyName} đã ban hành Kế hoạch${number ?? ''}${issued ?? ''} tổ chức ${campaign.title}`
  const units = new Set(tasks.map((task) => task.unitName)).size
  return tasks.length === 0 ? `${plan}.` : `${plan}, giao ${count(tasks.length)} nhiệm vụ cho ${count(units)} phòng, đơn vị thực hiện.`
}

const incidents = (number: number): string =>
  number === 0 ? 'không xảy ra sự cố mất an toàn' : `xảy ra ${count(number)} sự cố, đã được xử lý theo quy định`

const communication = ({ value, parts }: Read): string => {
  const kinds = parts('publications', 'kind').map((part) => `${count(part.value)} ${lowered(labelOf(part))}`)
  const channels = parts('publications', 'channel').map((part) => (part.breakdown === 'channel:zalo' ? labelOf(part) : lowered(labelOf(part))))
  const published = kinds.length === 0 ? '' : `Đã đăng tải ${listed(kinds)} trên ${listed(channels)}.`
  const reach = value('reach') === 0 ? '' : `Các hoạt động tuyên truyền tiếp cận ${count(value('reach'))} lượt người.`
  const cost = value('sessionCost') > 0 ? `, kinh phí ${money(value('sessionCost'))}` : ''
  const sessions =
    value('sessionsHeld') === 0
      ? ''
      : `Đã tổ chức ${count(value('sessionsHeld'))} buổi tuyên truyền, tập huấn với ${count(value('sessionReach'))} lượt người dự${cost}; ${incidents(value('sessionIncidents'))}.`
  return [published, sessions, reach].filter(Boolean).join(' ') || 'Chưa ghi nhận sản phẩm tuyên truyền được đăng tải.'
}

/** What the budget and the union put in beside what was given. */
const ownMeans = ({ value }: Read): string => {
  const sources = [
    ['ngân sách nhà nước', 'source:budget'],
    ['kinh phí công đoàn', 'source:union'],
  ] as const
  const parts = sources.flatMap(([name, breakdown]) => {
    const sum = value('moneyReceived', breakdown) + value('inKindReceived', breakdown)
    return sum > 0 ? [`${name} ${money(sum)}`] : []
  })
  return parts.length > 0 ? `Kinh phí bố trí thêm: ${listed(parts)}.` : ''
}

/** Without what the budget and the union put in. */
const givenOf = ({ value }: Read, key: 'moneyReceived' | 'inKindReceived'): number =>
  value(key) - value(key, 'source:budget') - value(key, 'source:union')

const received = (figures: Read): string => {
  const { value, parts } = figures
  const [cash, goods] = [givenOf(figures, 'moneyReceived'), givenOf(figures, 'inKindReceived')]
  const givers = [
    value('givers', 'giver:person') > 0 ? `${count(value('givers', 'giver:person'))} cá nhân` : '',
    value('givers', 'giver:organisation') > 0 ? `${count(value('givers', 'giver:organisation'))} tổ chức` : '',
  ].filter(Boolean)
  const gifts = [cash > 0 ? `số tiền ${money(cash)}` : '', goods > 0 ? `hiện vật trị giá ${money(goods)}` : ''].filter(Boolean)
  if (givers.length === 0 || gifts.length === 0) return 'Chưa ghi nhận đóng góp.'
  const funds = parts('moneyReceived', 'fund').map((part) => `${labelOf(part)} ${money(part.value)}`)
  // The funds hold what came from everywhere: their parts add up to the sum that was given only when nothing else came in.
  const byFund = funds.length > 1 && cash === value('moneyReceived') ? `, trong đó bằng tiền: ${funds.join('; ')}` : ''
  return `Tiếp nhận đóng góp tự nguyện của ${listed(givers)} với ${listed(gifts)}${byFund}.`
}

const donation = (figures: Read): string => {
  const { value } = figures
  const lines = [
    received(figures),
    ownMeans(figures),
    value('transferredOut') > 0 ? `Đã chuyển Quỹ ${money(value('transferredOut'))}.` : '',
    value('moneySpent') > 0 ? `Đã chi ${money(value('moneySpent'))}.` : '',
    value('moneyReceived') > 0 ? `Số dư còn lại ${money(value('balance'))}.` : '',
  ]
  return lines.filter(Boolean).join(' ')
}

const gift = ({ value, parts }: Read): string => {
  const female = value('childrenGifted', 'sex:female')
  const girls = female > 0 ? ` (trong đó có ${count(female)} cháu gái)` : ''
  const given =
    value('childrenGifted') > 0
      ? `Đã tặng ${count(value('giftsHandedOut'))} suất quà cho ${count(value('childrenGifted'))} cháu${girls} là con cán bộ, công chức, viên chức, người lao động, tổng trị giá ${money(value('giftValue'))}.`
      : 'Chưa ghi nhận suất quà được trao.'
  const kinds = parts('eventsHeld', 'event').map((part) => `${lowered(labelOf(part))} ${count(part.value)}`)
  const cost = value('eventCost') > 0 ? `, kinh phí ${money(value('eventCost'))}` : ''
  const held =
    kinds.length > 0
      ? `Tổ chức ${count(value('eventsHeld'))} hoạt động (${kinds.join('; ')}) với ${count(value('eventParticipants'))} lượt người tham gia, trong đó có ${count(value('eventChildren'))} lượt trẻ em${cost}; ${incidents(value('eventIncidents'))}.`
      : ''
  return [given, held].filter(Boolean).join(' ')
}

const award = ({ value, parts }: Read, schoolYear: string): string => {
  const total = value('childrenCommended')
  if (total === 0) return `Chưa ghi nhận trẻ em được khen thưởng năm học ${schoolYear}.`
  const tiers = parts('childrenCommended', 'tier').map((part) => `${count(part.value)} cháu đạt ${labelOf(part)}`)
  const levels = parts('childrenCommended', 'level').map((part) => `${lowered(labelOf(part))} ${count(part.value)} cháu`)
  const byTier = tiers.length > 0 ? `, gồm ${listed(tiers)},` : ''
  const byLevel = levels.length > 0 ? `; theo cấp học: ${levels.join(', ')}` : ''
  return `Đã tuyên dương, khen thưởng ${count(total)} cháu có thành tích học tập cao năm học ${schoolYear}${byTier} với tổng số tiền ${money(value('awardMoney'))}${byLevel}.`
}

const movement = ({ value }: Read): string => {
  if (value('movementEvents') === 0) return 'Chưa ghi nhận hoạt động phong trào của các đơn vị.'
  const cost = value('movementCost') > 0 ? `, kinh phí ${money(value('movementCost'))}` : ''
  return `Các đơn vị đã tổ chức ${count(value('movementEvents'))} hoạt động với ${count(value('movementParticipants'))} lượt người tham gia, ${count(value('movementChildren'))} lượt trẻ em được thụ hưởng${cost}; ${incidents(value('movementIncidents'))}.`
}

const figuresOf = (kind: ActivityKind, figures: Read, schoolYear: string): string => {
  const sentences: Record<ActivityKind, () => string> = {
    communication: () => communication(figures),
    donation: () => donation(figures),
    gift: () => gift(figures),
    award: () => award(figures, schoolYear),
    movement: () => movement(figures),
    organisation: () => '',
  }
  return sentences[kind]()
}

/** What the units reported and the office accepted, a dash each. */
const unitResults = (tasks: PrefillInput['tasks']): string[] =>
  tasks
    .filter((task) => task.accepted && task.result.trim() !== '')
    .map((task) => `- ${task.unitName}: ${sentence(task.result.replace(/\s*\n\s*-?\s*/gu, '; '))}`)

const assessment = ({ value }: Read, tasks: PrefillInput['tasks']): string => {
  if (tasks.length === 0) return 'Chưa có nhiệm vụ nào được giao.'
  const done = value('tasksOnTime') + value('tasksLate')
  const open = tasks.filter((task) => !task.accepted)
  const late = value('tasksLate') > 0 ? `, trong đó ${count(value('tasksLate'))} nhiệm vụ hoàn thành sau thời hạn` : ''
  const lead = `Các phòng, đơn vị đã hoàn thành ${count(done)}/${count(tasks.length)} nhiệm vụ được giao${late}.`
  if (open.length === 0) return lead
  const names = open.map((task) => `- ${task.unitName}: ${task.title} (thời hạn ${paperDay(task.dueOn)}).`)
  return [lead, `Còn ${count(open.length)} nhiệm vụ chưa hoàn thành:`, ...names].join('\n')
}

/** A dash for each unit that said something. */
const said = (words: PrefillInput['words'], part: 'difficulties' | 'proposals'): string[] =>
  words.filter((word) => word[part].trim() !== '').map((word) => `- ${word.unitName}: ${sentence(word[part].replace(/\s*\n\s*-?\s*/gu, '; '))}`)

const headingOf = (title: string): string => title.trim().replace(/[.;,\s]+$/u, '')

/** The report's narrative as the records tell it: sentences out of the figures, then what each unit reported. */
export const prefill = (input: PrefillInput): Prefilled[] => {
  const figures = read(input.figures)
  const ofClause = (clause: string) => unitResults(input.tasks.filter((task) => task.clause === clause))
  const organised = input.activities.filter((activity) => activity.kind === 'organisation').flatMap((activity) => ofClause(activity.clause))
  const results = input.activities.filter((activity) => activity.kind !== 'organisation')
  return [
    { key: 'direction', level: 1, heading: 'Công tác chỉ đạo, triển khai', text: [direction(input), ...organised].join('\n') },
    { key: 'results', level: 1, heading: 'Kết quả thực hiện', text: '' },
    ...results.map(({ clause, kind, title }) => ({
      key: `results:${clause}`,
      level: 2 as const,
      heading: headingOf(title),
      text: [figuresOf(kind, figures, input.campaign.schoolYear), ...ofClause(clause)].join('\n'),
    })),
    {
      key: 'assessment',
      level: 1,
      heading: 'Đánh giá chung, khó khăn, vướng mắc',
      text: [assessment(figures, input.tasks), ...said(input.words, 'difficulties')].join('\n'),
    },
    { key: 'proposals', level: 1, heading: 'Đề xuất, kiến nghị', text: said(input.words, 'proposals').join('\n') || 'Không.' },
  ]
}

/** Only a clause of part II stands a level below its part's heading. */
export const levelOf = (key: string): 1 | 2 => (key.startsWith('results:') ? 2 : 1)
