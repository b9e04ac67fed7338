import type { stockIssues } from '@chung-tay/contracts/purchases'
import { Prisma } from '@chung-tay/db/client'
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
import { closedUntil } from '../ledger/closing.ts'
import { takeNumbers } from '../ledger/queries.ts'
import { openCampaign, postEntry } from '../ledger/service.ts'
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
  const [day, closed] = [fromDbDate(movedOn), await closedUntil(db)]
  return closed !== null && day <= closed ? clock.today() : day
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

type Voucher = {
  id: string
  campaignId: string
  giftListId?: string
  giftKindId: string
  issuedOn: IsoDate
  loss: boolean
  /** Below zero what came back. */
  quantity: number
  taken: readonly Taken[]
  told: string
}

/** The next voucher, with its entry as far as the goods were on the books; `value` in whole đồng, below zero what came back. */
const writeVoucher = async (context: WriteContext, { taken, told, issuedOn, ...voucher }: Voucher): Promise<{ number: string; value: number }> => {
  const { id, campaignId, loss, quantity } = voucher
  const year = numberingYear(issuedOn)
  const { issue } = await takeNumbers(context.db, year, ['issue'])
  const value = Math.sign(quantity) * worthOf(taken)
  const made = { createdById: context.actor.userId, createdAt: context.clock.now() }
  await context.db.stockIssue.create({ data: { ...voucher, ...made, year, number: issue, issuedOn: toDbDate(issuedOn), value: BigInt(value) } })
  const number = numberLabel('issue', year, issue)
  const kind = quantity < 0 ? 'goodsReceipt' : 'goodsIssue'
  const entry = { campaignId, kind, enteredOn: issuedOn, memo: `${number} ${told}`, sourceType: 'StockIssue', sourceId: id } as const
  const postings = issuePostings(taken, { loss, back: quantity < 0 })
  if (postings.length > 0) await postEntry(context, { ...entry, postings })
  return { number, value }
}

const issueBatch = async (context: WriteContext, campaignId: string, batch: Batch): Promise<number> => {
  const [id, issuedOn] = [newId(), await dayFor(context, batch.movedOn)]
  const taken = await takenFor(context, id, batch)
  const { giftListId, giftListName, giftKindId, giftKindName, loss, quantity } = batch
  const told = `${giftListName}: ${quantity} ${giftKindName}`
  const { number, value } = await writeVoucher(context, { id, campaignId, giftListId, giftKindId, issuedOn, loss, quantity, taken, told })
  await context.db.stockSettlement.createMany({ data: batch.movementIds.map((movementId) => ({ movementId, issueId: id })) })
  await context.audit({ subject: 'StockMovement', id, after: { number, issuedOn, giftListName, quantity, value } })
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
  const voucher = { id, campaignId: campaign.id, giftKindId, issuedOn: movedOn, loss: true, quantity, taken, told: `Hao hụt: ${reason}` }
  return (await writeVoucher(context, voucher)).value
}

/** @throws DomainError NOTHING_TO_ISSUE */
export const issueStock = async (context: WriteContext, campaignId: string) => {
  await openCampaign(context, campaignId)
  const done = await issueHandOuts(context, campaignId)
  if (done.issued === 0) throw new DomainError('NOTHING_TO_ISSUE')
  return done
}

export const listPending = async (context: Context, campaignId: string) => {
  found(await context.db.campaign.findFirst({ where: { AND: [{ id: campaignId }, scope(context, 'read', 'Campaign')] }, select: { id: true } }))
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
