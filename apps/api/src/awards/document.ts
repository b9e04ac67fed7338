import { awardLine } from '@chung-tay/contracts/awards'
import type { Prisma } from '@chung-tay/db/client'
import type { AwardDecisionInput } from '@chung-tay/documents/award-decision'
import { cite } from '@chung-tay/documents/citation'
import { shortDate } from '@chung-tay/documents/long-date'
import { signatureOf } from '@chung-tay/documents/signature'
import { fromDbDate } from '@chung-tay/domain/dates'
import { z } from 'zod'
import type { Context } from '../http/context.ts'

const text = z.string()

/** Everything that the paper says, as a signature freezes it; number and day stand in the record itself. */
const decisionWords = z.object({
  agency: z.object({ name: text, parentName: text, place: text, symbol: text, leaderTitle: text, leaderName: text }),
  schoolYear: text,
  legalBases: z.array(text),
  fundedBy: text,
  executors: z.array(text),
  recipients: z.array(text),
  signature: z.object({ authority: z.literal('KT.').optional(), onBehalfOf: text.optional(), title: text, name: text }).optional(),
})
export type DecisionWords = z.output<typeof decisionWords>

const snapshot = z.object({ words: decisionWords, awards: z.array(awardLine) })
export type DecisionSnapshot = z.output<typeof snapshot>

/** Reads back what a signature froze. */
export const readSnapshot = (stored: Prisma.JsonValue): DecisionSnapshot => snapshot.parse(stored)

const loadUnits = async ({ db }: Context) => {
  const units = await db.unit.findMany({ where: { active: true, kind: { in: ['office', 'union'] } }, orderBy: [{ sortOrder: 'asc' }, { id: 'asc' }] })
  const named = (kind: 'office' | 'union') => units.find((unit) => unit.kind === kind)?.name
  return { office: named('office'), union: named('union') }
}

type Loaded = { campaign: Prisma.CampaignGetPayload<{ include: { legalBases: true } }>; agency: DecisionWords['agency'] }

const planBasis = ({ campaign, agency }: Loaded): string[] => {
  if (campaign.planNumber === null) return []
  const number = campaign.planNumber.includes('/') ? campaign.planNumber : `${campaign.planNumber.padStart(2, '0')}/KH-${agency.symbol}`
  const day = campaign.planIssuedOn === null ? '' : ` ngày ${shortDate(fromDbDate(campaign.planIssuedOn))}`
  return [`Căn cứ Kế hoạch số ${number}${day} của ${agency.name} về việc tổ chức ${campaign.title}`]
}

/** The words around the list, out of the agency, the campaign and its units. */
export const loadWords = async (context: Context, campaignId: string): Promise<DecisionWords> => {
  const [campaign, agency, { office, union }] = await Promise.all([
    context.db.campaign.findUniqueOrThrow({
      where: { id: campaignId },
      include: { legalBases: { orderBy: [{ sortOrder: 'asc' }, { issuedOn: 'asc' }] } },
    }),
    context.db.agency.findFirstOrThrow(),
    loadUnits(context),
  ])
  return decisionWords.parse({
    agency,
    schoolYear: campaign.schoolYear,
    legalBases: [
      ...campaign.legalBases.map((basis) => `Căn cứ ${cite({ ...basis, issuedOn: fromDbDate(basis.issuedOn) })}`),
      ...planBasis({ campaign, agency }),
      ...(union === undefined ? [] : [`Theo đề nghị của ${union}`]),
    ],
    fundedBy: union === undefined ? `kinh phí khen thưởng năm ${campaign.year}` : `quỹ ${union} năm ${campaign.year}`,
    executors: [office, union].filter((name) => name !== undefined),
    recipients: ['Lãnh đạo cơ quan', 'Các phòng, đơn vị trực thuộc'],
  })
}

/** Who signs: the leader, or somebody of the board for the leader. */
export const loadSignature = async ({ db, actor }: Context, { agency }: DecisionWords): Promise<DecisionWords['signature']> => {
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId }, include: { employee: { select: { position: true } } } })
  return signatureOf(agency, { name: user.name, position: user.employee?.position ?? '' })
}

type Desk = Pick<AwardDecisionInput, 'number' | 'issuedOn' | 'expectedOn'>

export const documentInput = ({ words, awards }: DecisionSnapshot, desk: Desk): AwardDecisionInput => {
  const { signature, ...rest } = words
  if (!signature) return { ...rest, ...desk, awards }
  const { authority, onBehalfOf, title, name } = signature
  return { ...rest, ...desk, awards, signature: { title, name, ...(authority && { authority }), ...(onBehalfOf && { onBehalfOf }) } }
}
