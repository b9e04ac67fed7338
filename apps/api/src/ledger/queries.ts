import type { JournalEntryRecord } from '@chung-tay/contracts/ledger'
import { Prisma } from '@chung-tay/db/client'
import type { LedgerFigures } from '@chung-tay/domain/ledger/checks'
import { numberLabel, type Series } from '@chung-tay/domain/ledger/numbers'
import type { AccountCode, Posting } from '@chung-tay/domain/ledger/postings'
import { foldText } from '@chung-tay/domain/text'
import type { Db } from '../http/context.ts'
import { newId } from '../http/ids.ts'

/** Takes the next number of each series. Its row stays locked until the record that bears the number is committed: take it late. */
export const takeNumbers = async <S extends Series>(db: Db, year: number, series: readonly S[]): Promise<Record<S, number>> => {
  // Everybody locks in the same order.
  const names = [...series].sort()
  const rows = await db.$queryRaw<{ name: S; value: number }[]>`
    INSERT INTO "Counter" AS counter ("name", "year", "value") SELECT name, ${year}::int, 1 FROM unnest(${names}::text[]) AS name
    ON CONFLICT ("name", "year") DO UPDATE SET "value" = counter."value" + 1 RETURNING "name", "value"`
  return Object.fromEntries(rows.map(({ name, value }) => [name, value])) as Record<S, number>
}

export type NewEntry = {
  campaignId: string
  kind: JournalEntryRecord['kind']
  enteredOn: string
  memo: string
  sourceType: string
  sourceId: string
  reversesId?: string
  postings: readonly Posting[]
}

/** An entry and its lines in one round trip. */
export const insertEntry = async (db: Db, entry: NewEntry, { year, number, createdById, createdAt }: EntryMark): Promise<void> => {
  const id = newId()
  const column = <T>(pick: (posting: Posting) => T) => entry.postings.map(pick)
  await db.$executeRaw`
    WITH entry AS (
      INSERT INTO "JournalEntry" ("id", "campaignId", "year", "number", "kind", "enteredOn", "memo", "search",
        "sourceType", "sourceId", "reversesId", "createdById", "createdAt")
      VALUES (${id}::uuid, ${entry.campaignId}::uuid, ${year}::int, ${number}::int, ${entry.kind}::"EntryKind", ${entry.enteredOn}::date, ${entry.memo},
        ${foldText(`${numberLabel('journal', year, number)} ${entry.memo}`)}, ${entry.sourceType}, ${entry.sourceId}::uuid, ${entry.reversesId ?? null}::uuid, ${createdById}::uuid, ${createdAt})
    )
    INSERT INTO "JournalLine" ("id", "entryId", "accountCode", "fundId", "debit", "credit")
    SELECT line.id, ${id}::uuid, line.account, line.fund, line.debit, line.credit
    FROM unnest(${column(newId)}::uuid[], ${column((line) => line.account)}::text[], ${column((line) => line.fundId)}::uuid[],
      ${column((line) => line.debit)}::bigint[], ${column((line) => line.credit)}::bigint[]) AS line(id, account, fund, debit, credit)`
}

type EntryMark = { year: number; number: number; createdById: string; createdAt: Date }

/** Whoever takes money out of a fund waits here for the one before; those who only add to it do not. */
export const lockFund = async (db: Db, fundId: string, account: AccountCode): Promise<number | undefined> => {
  const locked = await db.$queryRaw<object[]>`SELECT "id" FROM "Fund" WHERE "id" = ${fundId}::uuid FOR NO KEY UPDATE`
  if (locked.length === 0) return undefined
  // A statement of its own: it sees what was committed while the lock was waited for.
  const [row] = await db.$queryRaw<{ balance: bigint }[]>`
    SELECT "debit" - "credit" AS balance FROM "FundBalance" WHERE "fundId" = ${fundId}::uuid AND "accountCode" = ${account}`
  return Number(row?.balance ?? 0)
}

/** The entries of a record as JSON, the first to the last: a part of a larger select. */
export const entriesJson = (sourceType: string, sourceId: Prisma.Sql) => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('id', e."id", 'year', e."year", 'number', e."number", 'enteredOn', e."enteredOn", 'kind', e."kind",
     'memo', e."memo", 'sourceType', e."sourceType", 'sourceId', e."sourceId", 'reversesId', e."reversesId",
     'reversedById', (SELECT r."id" FROM "JournalEntry" r WHERE r."reversesId" = e."id"), 'lines', ${linesJson}) ORDER BY e."year", e."number"), '[]')
   FROM "JournalEntry" e WHERE e."sourceType" = ${sourceType} AND e."sourceId" = ${sourceId})`

const linesJson = Prisma.sql`
  (SELECT json_agg(json_build_object('account', l."accountCode", 'accountName', a."name", 'fundId', l."fundId", 'fundName', f."name",
     'debit', l."debit", 'credit', l."credit") ORDER BY l."debit" = 0, l."accountCode")
   FROM "JournalLine" l JOIN "LedgerAccount" a ON a."code" = l."accountCode" JOIN "Fund" f ON f."id" = l."fundId" WHERE l."entryId" = e."id")`

export type EntryRow = Omit<JournalEntryRecord, 'number'> & { year: number; number: number }

export const presentEntry = ({ year, number, ...entry }: EntryRow): JournalEntryRecord => ({ ...entry, number: numberLabel('journal', year, number) })

export type StatementRow = {
  id: string
  entryId: string
  number: number
  year: number
  enteredOn: string
  kind: JournalEntryRecord['kind']
  memo: string
  account: AccountCode
  sourceType: string
  sourceId: string
  received: number
  paid: number
  balance: number
  opening: number
  total: number
  allReceived: number
  allPaid: number
}

type StatementQuery = {
  account?: '111' | '112' | undefined
  from?: string | undefined
  to?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** A page of a fund's money with the balance after each line; one row of sums alone when the period has no lines. */
export const statementSql = (fundId: string, { account, from, to, cursor, limit }: StatementQuery) => Prisma.sql`
  WITH money AS (
    SELECT l."id", l."debit", l."credit", l."accountCode", e."kind" = 'opening' AND e."enteredOn" = ${from ?? null}::date AS carried, e."id" AS "entryId", e."year", e."number", e."enteredOn", e."kind", e."memo", e."sourceType", e."sourceId"
    FROM "JournalLine" l JOIN "JournalEntry" e ON e."id" = l."entryId"
    WHERE l."fundId" = ${fundId}::uuid AND l."accountCode" = ANY (${account === undefined ? ['111', '112'] : [account]}::text[])
      AND (${to ?? null}::date IS NULL OR e."enteredOn" <= ${to ?? null}::date)
  ), opening AS (
    SELECT coalesce(sum("debit" - "credit"), 0)::bigint AS opening FROM money WHERE "enteredOn" < ${from ?? null}::date OR carried
  ), period AS (
    SELECT *, (sum("debit" - "credit") OVER (ORDER BY "enteredOn", "year", "number", "id") + (SELECT opening FROM opening))::bigint AS balance
    FROM money WHERE ${from ?? null}::date IS NULL OR ("enteredOn" >= ${from ?? null}::date AND NOT carried)
  ), sums AS (
    SELECT (SELECT opening FROM opening) AS opening, count(*)::int AS total,
      coalesce(sum("debit"), 0)::bigint AS "allReceived", coalesce(sum("credit"), 0)::bigint AS "allPaid" FROM period
  )
  SELECT p."id", p."entryId", p."number", p."year", p."enteredOn", p."kind", p."memo", p."accountCode" AS account, p."sourceType", p."sourceId",
    p."debit" AS received, p."credit" AS paid, p.balance, sums.*
  FROM sums LEFT JOIN (
    SELECT * FROM period
    WHERE ${cursor ?? null}::uuid IS NULL OR ("enteredOn", "year", "number", "id") > (SELECT c."enteredOn", c."year", c."number", c."id" FROM period c WHERE c."id" = ${cursor ?? null}::uuid)
    ORDER BY "enteredOn", "year", "number", "id" LIMIT ${limit + 1}
  ) p ON true ORDER BY p."enteredOn", p."year", p."number", p."id"`

export type FigureRow = Record<keyof LedgerFigures, bigint>

const gapsOf = (table: Prisma.Sql, year: Prisma.Sql, number: Prisma.Sql) =>
  Prisma.sql`(SELECT coalesce(sum(last - many), 0) FROM (SELECT max(${number}) AS last, count(${number}) AS many FROM ${table} GROUP BY ${year}) series)`

/** Every figure straight from the rows, never from what is kept beside them. */
export const figuresSql = Prisma.sql`
  SELECT sums.debit, sums.credit,
    (SELECT count(*) FROM (SELECT FROM "JournalLine" GROUP BY "entryId", "fundId" HAVING sum("debit") <> sum("credit")) entries) AS "unbalancedEntries",
    (SELECT count(*) FROM (SELECT FROM "JournalLine" WHERE "accountCode" IN ('111', '112', '152')
       GROUP BY "fundId", "accountCode" HAVING sum("debit") < sum("credit")) balances) AS "negativeBalances",
    (SELECT count(*) FROM (SELECT "fundId", "accountCode", sum("debit") AS debit, sum("credit") AS credit FROM "JournalLine" GROUP BY 1, 2) real
       FULL JOIN "FundBalance" kept USING ("fundId", "accountCode")
       WHERE (coalesce(real.debit, 0), coalesce(real.credit, 0)) IS DISTINCT FROM (coalesce(kept."debit", 0), coalesce(kept."credit", 0))) AS "wrongBalances",
    (SELECT coalesce(sum("amount"), 0) FROM "Donation" WHERE "status" = 'recorded') AS donations,
    sums.income,
    (SELECT coalesce(sum("amount"), 0) FROM "Disbursement" WHERE "status" = 'recorded') AS disbursements,
    sums.expense,
    (SELECT coalesce(sum("cash" + "bank"), 0) FROM "OpeningBalance" WHERE "status" = 'recorded')
      + (SELECT coalesce(sum("value"), 0) FROM "OpeningStock" WHERE "status" = 'recorded') AS openings,
    sums.equity, sums.goods,
    (SELECT coalesce(sum("left" * "unitValue"), 0) FROM "StockLot") AS lots,
    (SELECT count(*) FROM (SELECT FROM "StockLot" lot LEFT JOIN "StockLotMove" move ON move."lotId" = lot."id"
         GROUP BY lot."id" HAVING lot."left" <> lot."quantity" + coalesce(sum(move."quantity"), 0)) lots)
      + (SELECT count(*) FROM (SELECT "fundId", sum("debit" - "credit") AS value FROM "JournalLine" WHERE "accountCode" = '152' GROUP BY 1) goods
         FULL JOIN (SELECT "fundId", sum("left" * "unitValue") AS value FROM "StockLot" GROUP BY 1) lots USING ("fundId")
         WHERE coalesce(goods.value, 0) <> coalesce(lots.value, 0))
      + (SELECT count(*) FROM "GiftKind" kind JOIN (SELECT "giftKindId", sum("left") AS held FROM "StockLot" GROUP BY 1) lots ON lots."giftKindId" = kind."id"
         WHERE lots.held > kind."stockOnHand" - (SELECT coalesce(sum(move."quantity"), 0) FROM "StockMovement" move
           WHERE move."giftKindId" = kind."id" AND move."sourceType" = 'HandOut'
             AND NOT EXISTS (SELECT FROM "StockSettlement" settled WHERE settled."movementId" = move."id"))) AS "wrongLots",
    (SELECT count(*) FROM "GiftKind" kind
       LEFT JOIN (SELECT "giftKindId", sum("quantity") AS moved FROM "StockMovement" GROUP BY 1) moves ON moves."giftKindId" = kind."id"
       WHERE kind."stockOnHand" <> coalesce(moves.moved, 0))
      + (SELECT count(*) FROM "StockCountLine" line JOIN "StockCount" counting ON counting."id" = line."countId" AND counting."status" = 'finished'
         LEFT JOIN "StockMovement" move ON move."sourceType" = 'StockCount' AND move."sourceId" = counting."id" AND move."giftKindId" = line."giftKindId"
         WHERE line."counted" - line."booked" <> coalesce(move."quantity", 0)) AS "wrongStock",
    (SELECT count(*) FROM (SELECT "campaignId", "fundId", "method", "source", "status", count(*) AS many, sum("amount") AS amount
       FROM "Donation" GROUP BY 1, 2, 3, 4, 5) real
       FULL JOIN "DonationTotal" kept USING ("campaignId", "fundId", "method", "source", "status")
       WHERE (coalesce(real.many, 0), coalesce(real.amount, 0)) IS DISTINCT FROM (coalesce(kept."count", 0), coalesce(kept."amount", 0))) AS "wrongTotals",
    ${gapsOf(Prisma.sql`"Donation"`, Prisma.sql`"receiptYear"`, Prisma.sql`"receiptNumber"`)}
      + ${gapsOf(Prisma.sql`"Disbursement"`, Prisma.sql`"voucherYear"`, Prisma.sql`"voucherNumber"`)}
      + ${gapsOf(Prisma.sql`"StockIssue"`, Prisma.sql`"year"`, Prisma.sql`"number"`)}
      + ${gapsOf(Prisma.sql`"StockCount"`, Prisma.sql`"year"`, Prisma.sql`"number"`)}
      + ${gapsOf(Prisma.sql`"JournalEntry"`, Prisma.sql`"year"`, Prisma.sql`"number"`)} AS gaps,
    (SELECT count(*) FROM (SELECT "id", "status" FROM "Donation" UNION ALL SELECT "id", "status" FROM "Disbursement"
       UNION ALL SELECT "id", "status" FROM "OpeningBalance" UNION ALL SELECT "id", "status" FROM "OpeningStock") record
       LEFT JOIN (SELECT "sourceId", count(*) FILTER (WHERE "reversesId" IS NULL) AS made, count("reversesId") AS reversed
         FROM "JournalEntry" WHERE "sourceType" IN ('Donation', 'Disbursement', 'OpeningBalance', 'OpeningStock') GROUP BY 1) posted ON posted."sourceId" = record."id"
       WHERE coalesce(made, 0) <> 1 OR coalesce(reversed, 0) <> (record."status" = 'voided')::int) AS unposted
  FROM (SELECT coalesce(sum("debit"), 0) AS debit, coalesce(sum("credit"), 0) AS credit,
      coalesce(sum("credit" - "debit") FILTER (WHERE "accountCode" IN ('511', '512')), 0) AS income,
      coalesce(sum("debit" - "credit") FILTER (WHERE ("accountCode" LIKE '61%' OR "accountCode" = '152') AND e."sourceType" = 'Disbursement'), 0) AS expense,
      coalesce(sum("debit" - "credit") FILTER (WHERE "accountCode" = '152'), 0) AS goods,
      coalesce(sum("credit" - "debit") FILTER (WHERE "accountCode" = '411'), 0) AS equity
    FROM "JournalLine" l JOIN "JournalEntry" e ON e."id" = l."entryId") sums`
