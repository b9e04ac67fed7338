import { type PlanContent, planContent } from '@chung-tay/contracts/plan-versions'
import type { Prisma } from '@chung-tay/db/client'
import { cite } from '@chung-tay/documents/citation'
import { shortDate } from '@chung-tay/documents/long-date'
import type { OfficialDocument } from '@chung-tay/documents/model'
import { plan as planDocument } from '@chung-tay/documents/plan'
import { fromDbDate } from '@chung-tay/domain/dates'
import { agencyOn, dayOfYear, namesOfUnit, unitNamesOn } from '../agency/names.ts'
import type { Context, Db } from '../http/context.ts'

const shown = {
  legalBases: { orderBy: { sortOrder: 'asc' } },
  activities: {
    include: { units: { include: { unit: { select: { ...namesOfUnit, sortOrder: true } } } } },
    orderBy: [{ sortOrder: 'asc' }, { clause: 'asc' }],
  },
} as const satisfies Prisma.CampaignInclude

const load = (db: Db, id: string) => db.campaign.findUniqueOrThrow({ where: { id }, include: shown })

/** Everything the paper of the plan says now; a past year in the names of its time. */
export const loadPlanContent = async ({ db, clock }: Pick<Context, 'db' | 'clock'>, id: string): Promise<PlanContent> => {
  const row = await load(db, id)
  const day = dayOfYear(row.endsOn, clock.today())
  const unitsOf = (activity: (typeof row.activities)[number], part: 'lead' | 'support') =>
    activity.units
      .filter((one) => one.part === part)
      .toSorted((left, right) => left.unit.sortOrder - right.unit.sortOrder)
      .map(({ unit }) => unitNamesOn(unit, day).name)
  return planContent.parse({
    ...row,
    letterhead: await agencyOn(db, day),
    legalBases: row.legalBases.map((basis) => ({ ...basis, issuedOn: fromDbDate(basis.issuedOn) })),
    activities: row.activities.map((activity) => ({ ...activity, leads: unitsOf(activity, 'lead'), supports: unitsOf(activity, 'support') })),
    startsOn: fromDbDate(row.startsOn),
    endsOn: fromDbDate(row.endsOn),
    reportDueOn: fromDbDate(row.reportDueOn),
  })
}

const pointsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^[-–•+]\s*/u, '').trim())
    .filter((line) => line !== '')

type Activity = PlanContent['activities'][number]
const sentenceOf = ({ title, description }: Activity): string => description.replace(/\s+/g, ' ').trim() || title

const romanOf = (clause: string): string => clause.split('.')[0] ?? ''
const headings: Readonly<Record<string, string>> = { I: 'Mục đích, yêu cầu', III: 'Thời gian' }

/** Who does what, made of the units of part II where the plan has no part IV of its own. */
const organisationOf = ({ activities, recipientName, reportDueOn }: PlanContent): string[] => {
  const written = activities.filter(({ clause }) => romanOf(clause) === 'IV')
  if (written.length > 0) return written.map(sentenceOf)
  const units = [...new Set(activities.flatMap(({ leads, supports }) => [...leads, ...supports]))]
  const clausesOf = (unit: string, part: 'leads' | 'supports') =>
    activities.filter((activity) => activity[part].includes(unit)).map(({ clause }) => clause.split('.')[1] ?? clause)
  return [
    ...units.map((unit) => {
      const [leads, supports] = [clausesOf(unit, 'leads'), clausesOf(unit, 'supports')]
      const parts = [
        ...(leads.length > 0 ? [`chủ trì thực hiện nội dung ${leads.join(', ')} mục II`] : []),
        ...(supports.length > 0 ? [`phối hợp thực hiện nội dung ${supports.join(', ')} mục II`] : []),
      ]
      return `${unit} ${parts.join('; ')}.`
    }),
    `Các phòng, đơn vị báo cáo kết quả thực hiện về Văn phòng để tổng hợp, gửi ${recipientName} trước ngày ${shortDate(reportDueOn)}.`,
  ]
}

const furtherOf = ({ activities }: PlanContent) => {
  const others = Map.groupBy(
    activities.filter(({ clause }) => !['II', 'IV'].includes(romanOf(clause))),
    ({ clause }) => romanOf(clause),
  )
  return [...others].map(([roman, items]) => ({
    heading: headings[roman] ?? items[0]?.title ?? '',
    blocks: [{ type: 'numbers' as const, items: items.map(sentenceOf) }],
  }))
}

/** The paper of a plan. `number` is what the records desk gave, null while it has not. */
export const planPaper = (content: PlanContent, { number, issuedOn }: { number: string | null; issuedOn: string | null }): OfficialDocument => {
  const { letterhead, title, theme, preface, legalBases, recipients } = content
  const kind = /^(?:Sở|Ban|Cục|Chi cục|Trung tâm|Viện)(?= )/u.exec(letterhead.name)?.[0] ?? 'cơ quan'
  const bare = title.replace(/^(?:Kế hoạch\s+)?Tổ chức\s+/iu, '')
  return planDocument({
    agency: letterhead,
    campaign: { title: bare, theme: theme || null, guidance: legalBases },
    ...(preface !== '' && { introduction: preface }),
    number,
    issuedOn,
    expectedOn: `${content.year}-05`,
    purposes: pointsOf(content.purpose),
    requirements: pointsOf(content.requirements),
    activities: content.activities.filter(({ clause }) => romanOf(clause) === 'II').map(sentenceOf),
    period: { startsOn: content.startsOn, endsOn: content.endsOn },
    further: furtherOf(content),
    organisation: organisationOf(content),
    recipients: recipients.length > 0 ? recipients : [`Lãnh đạo ${kind}`, `Các phòng, đơn vị trực thuộc ${kind}`],
    ...(legalBases.length > 1 && preface !== '' && { legalBases: legalBases.map((basis) => `Căn cứ ${cite(basis)}`) }),
  })
}
