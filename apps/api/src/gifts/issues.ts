import type { stockIssues } from '@chung-tay/contracts/purchases'
import { Prisma } from '@chung-tay/db/client'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { fromDbDate, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { type Taken, worthOf } from '@chung-tay/domain/gifts/lots'
import { numberingYear, numberLabel } from '@chung-tay/domain/ledger/numbers'
import { issuePostings } from '@chung-tay/domain/ledger/postings'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { newId } from '../http/ids.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { takeNumbers } from '../ledger/queries.ts'
import { postEntry } from '../ledger/service.ts'
import { holdLots, putBack, takeLots } from './lots.ts'

type Batch = {
  giftListId: string
  giftListName: string
  fundId: string | null
  giftKindId: string
  giftKindName: string
  movedOn: Date
  loss: boolean
  /** Handed out less what came back. */
  quantity: number
  movementIds: string[]
}

/** Movements of hand-outs that the books do not know yet, by list, gift and day. */
const batchesOf = (db: Db, campaignId: string, giftListId?: string): Promise<Batch[]> => db.$queryRaw<Batch[]>`
  SELECT list."id" AS "giftListId", list."name" AS "giftListName", list."fundId", kind."id" AS "giftKindId", kind."name" AS "giftKindName",
    move."movedOn", move."kind" = 'loss' AS loss, (-sum(move."quantity"))::int AS quantity, array_agg(move."id") AS "movementIds"
  FROM "StockMovement" move
  JOIN (SELECT "id", "lineId" FROM "HandOut" UNION ALL SELECT "id", "lineId" FROM "UndoneHandOut") given ON given."id" = move."sourceId"
  JOIN "GiftListLine" line ON line."id" = given."lineId"
  JOIN "GiftList" list ON list."id" = line."giftListId"
  JOIN "GiftKind" kind ON kind."id" = move."giftKindId"
  WHERE move."sourceType" = 'HandOut' AND list."campaignId" = ${campaignId}::uuid
    AND ${giftListId === undefined ? Prisma.sql`true` : Prisma.sql`list."id" = ${giftListId}::uuid`}
    AND NOT EXISTS (SELECT FROM "StockSettlement" settled WHERE settled."movementId" = move."id")
  GROUP BY list."id", kind."id", move."movedOn", 7 ORDER BY move."movedOn", list."name", 7`

/** The day of the batch, or today where the books are closed already: an entry never goes beneath a closing. */
export const dayFor = async ({ db, clock }: WriteContext, movedOn: Date): Promise<IsoDate> => {
  const last = await db.ledgerClosing.findFirst({ orderBy: { sequence: 'desc' }, select: { closedUntil: true } })
  return last?.closedUntil && movedOn <= last.closedUntil ? clock.today() : fromDbDate(movedOn)
}

const takenFor = async (context: WriteContext, id: string, batch: Batch): Promise<Taken[]> => {
  const source = { sourceType: 'StockIssue', sourceId: id }
  if (batch.quantity >= 0) return takeLots(context, { ...batch, on: fromDbDate(batch.movedOn) }, source)
  const { giftListId, giftKindId, loss } = batch
  const earlier = await context.db.stockIssue.findMany({ where: { giftListId, giftKindId, loss }, select: { id: true } })
  return putBack(
    context,
    -batch.quantity,
    earlier.map((one) => one.id),
    source,
  )
}

const issueBatch = async (context: WriteContext, campaignId: string, batch: Batch): Promise<number> => {
  const [id, issuedOn] = [newId(), await dayFor(context, batch.movedOn)]
  const taken = await takenFor(context, id, batch)
  const value = Math.sign(batch.quantity) * worthOf(taken)
  const year = numberingYear(issuedOn)
  const { issue } = await takeNumbers(context.db, year, ['issue'])
  const { giftListId, giftKindId, loss, quantity } = batch
  const made = { createdById: context.actor.userId, createdAt: context.clock.now() }
  await context.db.stockIssue.create({
    data: {
      ...{ id, campaignId, giftListId, giftKindId, year, number: issue, loss, quantity },
      issuedOn: toDbDate(issuedOn),
      value: BigInt(value),
      ...made,
    },
  })
  await context.db.stockSettlement.createMany({ data: batch.movementIds.map((movementId) => ({ movementId, issueId: id })) })
  const postings = issuePostings(taken, { loss, back: quantity < 0 })
  const memo = `${numberLabel('issue', year, issue)} ${batch.giftListName}: ${quantity} ${batch.giftKindName}`
  const kind = quantity < 0 ? 'goodsReceipt' : 'goodsIssue'
  if (postings.length > 0) await postEntry(context, { campaignId, kind, enteredOn: issuedOn, memo, sourceType: 'StockIssue', sourceId: id, postings })
  const after = { number: numberLabel('issue', year, issue), issuedOn, giftListName: batch.giftListName, quantity, value }
  await context.audit({ subject: 'StockMovement', id, after })
  return value
}

/** A voucher for each list and day; hand-outs that desks make meanwhile come onto the next one. */
export const issueHandOuts = async (context: WriteContext, campaignId: string, giftListId?: string) => {
  await holdLots(context.db)
  const batches = await batchesOf(context.db, campaignId, giftListId)
  let value = 0
  for (const batch of batches) value += await issueBatch(context, campaignId, batch)
  return { issued: batches.length, value }
}

type Loss = { giftKindId: string; quantity: number; movedOn: IsoDate; reason: string }

/** What was lost of goods on the books is an expense of whose they were, in whole đồng; goods that are on no books are only counted. */
export const issueLoss = async (context: WriteContext, { giftKindId, quantity, movedOn, reason }: Loss): Promise<number> => {
  await holdLots(context.db)
  const id = newId()
  const taken = await takeLots(context, { giftKindId, quantity, fundId: null, on: movedOn }, { sourceType: 'StockIssue', sourceId: id }, quantity)
  if (taken.length === 0) return 0
  const year = numberingYear(movedOn)
  const campaign = found(
    (await context.db.campaign.findFirst({ where: { year } })) ?? (await context.db.campaign.findFirst({ orderBy: { year: 'desc' } })),
  )
  const { issue } = await takeNumbers(context.db, year, ['issue'])
  const made = { createdById: context.actor.userId, createdAt: context.clock.now() }
  const numbered = { id, campaignId: campaign.id, giftKindId, year, number: issue, issuedOn: toDbDate(movedOn) }
  await context.db.stockIssue.create({ data: { ...numbered, loss: true, quantity, value: BigInt(worthOf(taken)), ...made } })
  const postings = issuePostings(taken, { loss: true, back: false })
  const memo = `${numberLabel('issue', year, issue)} Hao hụt: ${reason}`
  const entry = { campaignId: campaign.id, kind: 'goodsIssue', enteredOn: movedOn, memo, sourceType: 'StockIssue', sourceId: id } as const
  if (postings.length > 0) await postEntry(context, { ...entry, postings })
  return worthOf(taken)
}

const openCampaignOf = async (context: Context, campaignId: string) =>
  found(await context.db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] } }))

/** @throws DomainError NOTHING_TO_ISSUE */
export const issueStock = async (context: WriteContext, campaignId: string) => {
  requireOpen((await openCampaignOf(context, campaignId)).status)
  const done = await issueHandOuts(context, campaignId)
  if (done.issued === 0) throw new DomainError('NOTHING_TO_ISSUE')
  return done
}

export const listPending = async (context: Context, campaignId: string) => {
  await openCampaignOf(context, campaignId)
  const batches = await batchesOf(context.db, campaignId)
  return { items: batches.map(({ movementIds: _, fundId: __, giftKindId: ___, movedOn, ...batch }) => ({ ...batch, movedOn: fromDbDate(movedOn) })) }
}

export const listIssues = (context: Context, campaignId: string, query: z.output<typeof stockIssues.list.query>) => {
  const where: Prisma.StockIssueWhereInput = {
    AND: [{ campaignId }, query.q ? { giftList: { name: { contains: query.q, mode: 'insensitive' } } } : {}],
  }
  const { direction } = orderOf(query.sort)
  const include = { giftList: { select: { name: true } }, giftKind: { select: { name: true, measure: true } } }
  return page(
    query,
    async (window) => {
      const orderBy = [{ year: direction }, { number: direction }, { id: direction }]
      const rows = await context.db.stockIssue.findMany({ where, include, orderBy, ...window })
      const names = await namesOfUsers(
        context.db,
        rows.map(({ createdById }) => createdById),
      )
      return rows.map((row) => ({ ...row, byName: names.get(row.createdById) ?? '' }))
    },
    () => context.db.stockIssue.count({ where }),
    ({ id, year, number, issuedOn, giftListId, giftList, giftKind, loss, quantity, value, byName, createdAt }) => ({
      ...{ id, giftListId, loss, quantity, byName, createdAt },
      number: numberLabel('issue', year, number),
      issuedOn: fromDbDate(issuedOn),
      giftListName: giftList?.name ?? null,
      giftKindName: giftKind.name,
      measure: giftKind.measure,
      value: Number(value),
    }),
  )
}
