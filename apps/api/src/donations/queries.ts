import type { DonationDetail, DonationRecord, donations } from '@chung-tay/contracts/donations'
import { Prisma } from '@chung-tay/db/client'
import { numberLabel } from '@chung-tay/domain/ledger/numbers'
import { moneyInWords } from '@chung-tay/domain/money'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import type { Context, Db } from '../http/context.ts'
import { orderOf } from '../http/pages.ts'
import { select } from '../http/sql.ts'
import { type EntryRow, entriesJson, presentEntry } from '../ledger/queries.ts'

const { sql, raw, empty } = Prisma

/** Whose donations may be read: of everybody, or of these employees alone. */
type Reach = 'all' | string[]

const ownerOf = (conditions: unknown): string => {
  const { donor } = conditions as { donor?: { is?: { employeeId?: unknown } } }
  // A rule of a new shape must not pass for one that is understood.
  if (typeof donor?.is?.employeeId !== 'string') throw new Error('a rule for donations that this SQL does not know')
  return donor.is.employeeId
}

/** The person's rules for SQL; their two shapes stand in `domain/access/abilities.ts`, and a test compares this with Prisma's filter. */
export const reachOf = ({ ability }: Pick<Context, 'ability'>): Reach => {
  const rules = ability.rulesFor('read', 'Donation')
  if (rules.some((rule) => rule.inverted)) throw new Error('a rule for donations that this SQL does not know')
  return rules.some((rule) => rule.conditions === undefined) ? 'all' : rules.map((rule) => ownerOf(rule.conditions))
}

const within = (reach: Reach) =>
  reach === 'all' ? empty : sql`AND d."donorId" IN (SELECT o."id" FROM "Donor" o WHERE o."employeeId" = ANY (${reach}::uuid[]))`

export type ListQuery = z.output<typeof donations.list.query>

const filterOf = (reach: Reach, campaignId: string, query: ListQuery) => sql`
  d."campaignId" = ${campaignId}::uuid ${within(reach)}
  ${query.fundId === undefined ? empty : sql`AND d."fundId" = ${query.fundId}::uuid`}
  ${query.donorId === undefined ? empty : sql`AND d."donorId" = ${query.donorId}::uuid`}
  ${query.method === undefined ? empty : sql`AND d."method" = ${query.method}::"DonationMethod"`}
  ${query.status === undefined ? empty : sql`AND d."status" = ${query.status}::"RecordStatus"`}
  ${query.from === undefined ? empty : sql`AND d."receivedOn" >= ${query.from}::date`}
  ${query.to === undefined ? empty : sql`AND d."receivedOn" <= ${query.to}::date`}
  ${query.q ? sql`AND d."search" LIKE ${`%${escapeLike(foldText(query.q))}%`}` : empty}`

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** What each order goes by; it ends in the id, so that no two rows are equal. */
const keys = { receivedOn: ['receivedOn', 'id'], receiptNumber: ['receiptYear', 'receiptNumber', 'id'], amount: ['amount', 'id'] } as const
type Column = keyof typeof keys

const keyOf = (column: Column) => raw(keys[column].map((name) => `"${name}"`).join(', '))
const orderBy = (table: 'd' | 'page', column: Column, direction: 'asc' | 'desc') =>
  raw(keys[column].map((name) => `${table}."${name}" ${direction}`).join(', '))

const after = ({ cursor, sort }: ListQuery) => {
  if (cursor === undefined) return empty
  const { column, direction } = orderOf(sort)
  return sql`AND (${keyOf(column)}) ${raw(direction === 'asc' ? '>' : '<')} (SELECT ${keyOf(column)} FROM "Donation" WHERE "id" = ${cursor}::uuid)`
}

const sums = (count: Prisma.Sql, amount: Prisma.Sql) => sql`
  coalesce(sum(${count}), 0)::int AS total,
  coalesce(sum(${count}) FILTER (WHERE d."status" = 'voided'), 0)::int AS "voided",
  coalesce(sum(${amount}) FILTER (WHERE d."status" = 'recorded'), 0)::bigint AS "standing",
  coalesce(sum(${amount}) FILTER (WHERE d."status" = 'voided'), 0)::bigint AS "reversed"`

/** The kept sums know campaign, fund, method and status; whatever else is asked is added up from the rows. */
const totalsOf = (reach: Reach, campaignId: string, query: ListQuery) =>
  reach === 'all' && !query.q && query.donorId === undefined && query.from === undefined && query.to === undefined
    ? sql`SELECT ${sums(sql`d."count"`, sql`d."amount"`)} FROM "DonationTotal" d WHERE ${filterOf(reach, campaignId, query)}`
    : sql`SELECT ${sums(sql`1`, sql`d."amount"`)} FROM "Donation" d WHERE ${filterOf(reach, campaignId, query)}`

const columns = sql`
  d."id", d."receiptYear", d."receiptNumber", d."receivedOn", d."donorId", o."kind" AS "donorKind", o."name" AS "donorName", o."anonymous",
  d."fundId", f."name" AS "fundName", d."method", d."source", d."amount", d."note", d."status", d."voidReason", d."version"`

const named = sql`JOIN "Donor" o ON o."id" = d."donorId" JOIN "Fund" f ON f."id" = d."fundId"`

export type DonationRow = {
  id: string
  receiptYear: number
  receiptNumber: number
  receivedOn: string
  donorId: string
  donorKind: DonationRecord['donor']['kind']
  donorName: string
  anonymous: boolean
  fundId: string
  fundName: string
  method: DonationRecord['method']
  source: DonationRecord['source']
  amount: number
  note: string
  status: DonationRecord['status']
  voidReason: string | null
  version: number
}
type ListRow = DonationRow & { total: number; voided: number; standing: number; reversed: number }

export const presentDonation = (row: DonationRow): DonationRecord => ({
  id: row.id,
  receipt: numberLabel('receipt', row.receiptYear, row.receiptNumber),
  receivedOn: row.receivedOn,
  donor: { id: row.donorId, kind: row.donorKind, name: row.donorName, anonymous: row.anonymous },
  fundId: row.fundId,
  fundName: row.fundName,
  method: row.method,
  source: row.source,
  amount: row.amount,
  note: row.note,
  status: row.status,
  voidReason: row.voidReason,
  version: row.version,
})

// The limit stands in the text: as a parameter it is unknown to a plan that is kept, and every call would be planned anew.
const listSql = (reach: Reach, campaignId: string, query: ListQuery) => {
  const { column, direction } = orderOf(query.sort)
  return sql`
    SELECT page.*, totals.* FROM (${totalsOf(reach, campaignId, query)}) totals
    LEFT JOIN (
      SELECT ${columns} FROM (
        SELECT d.* FROM "Donation" d WHERE ${filterOf(reach, campaignId, query)} ${after(query)}
        ORDER BY ${orderBy('d', column, direction)} LIMIT ${raw(String(query.limit + 1))}
      ) d ${named}
    ) page ON true ORDER BY ${orderBy('page', column, direction)}`
}

/** A page of donations with the sums of the whole filter, in one statement. */
export const listDonations = async (context: Context, campaignId: string, query: ListQuery) => {
  const rows = await select<ListRow>(context.database, listSql(reachOf(context), campaignId, query))
  const { total = 0, voided = 0, standing = 0, reversed = 0 } = rows[0] ?? {}
  // Sums alone, in a row without a donation, when the page is empty.
  const shown = rows.filter(({ id }) => id !== null).slice(0, query.limit)
  return {
    items: shown.map(presentDonation),
    total,
    nextCursor: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
    amount: standing,
    voided,
    voidedAmount: reversed,
  }
}

type DetailRow = DonationRow & {
  campaignId: string
  createdAt: Date
  createdByName: string | null
  voidedAt: Date | null
  pledge: DonationDetail['pledge']
  bankLine: DonationDetail['bankLine']
  items: DonationDetail['items']
  entries: EntryRow[]
}

const detailSql = (reach: Reach, id: string) => sql`
  SELECT ${columns}, d."campaignId", d."createdAt", d."voidedAt", (SELECT u."name" FROM "User" u WHERE u."id" = d."createdById") AS "createdByName",
    (SELECT json_build_object('id', p."id", 'reference', p."reference") FROM "Pledge" p WHERE p."id" = d."pledgeId") AS pledge,
    (SELECT json_build_object('id', l."id", 'day', l."day") FROM "BankLinePart" b JOIN "BankLine" l ON l."id" = b."lineId"
     WHERE b."donationId" = d."id" AND NOT b."released") AS "bankLine",
    (SELECT coalesce(json_agg(json_build_object('giftKindId', i."giftKindId", 'name', k."name", 'measure', k."measure", 'quantity', i."quantity",
       'unitValue', i."unitValue") ORDER BY k."name"), '[]')
     FROM "DonationItem" i JOIN "GiftKind" k ON k."id" = i."giftKindId" WHERE i."donationId" = d."id") AS items,
    ${entriesJson('Donation', sql`d."id"`)} AS entries
  FROM "Donation" d ${named} WHERE d."id" = ${id}::uuid ${within(reach)}`

/** One donation with everything its page shows, in one statement; undefined outside of the person's scope. */
export const findDonation = async (context: Context, id: string): Promise<DonationDetail | undefined> => {
  const [row] = await select<DetailRow>(context.database, detailSql(reachOf(context), id))
  return (
    row && {
      ...presentDonation(row),
      campaignId: row.campaignId,
      createdAt: row.createdAt,
      createdByName: row.createdByName ?? '',
      voidedAt: row.voidedAt,
      pledge: row.pledge,
      bankLine: context.ability.can('read', 'BankLine') ? row.bankLine : null,
      amountInWords: moneyInWords(row.amount),
      items: row.items,
      entries: row.entries.map(presentEntry),
    }
  )
}

/** What stands, by fund and method, from the kept sums; and how many gave. */
export const donationFigures = async ({ database }: Pick<Context, 'database'>, campaignId: string) => {
  const [rows, givers] = await Promise.all([
    select<{ fundId: string; fundName: string; method: DonationRecord['method']; count: number; amount: number }>(
      database,
      sql`SELECT t."fundId", f."name" AS "fundName", t."method", sum(t."count")::int AS "count", sum(t."amount")::bigint AS "amount"
        FROM "DonationTotal" t JOIN "Fund" f ON f."id" = t."fundId"
        WHERE t."campaignId" = ${campaignId}::uuid AND t."status" = 'recorded' AND t."count" > 0
        GROUP BY t."fundId", f."sortOrder", f."name", t."method" ORDER BY f."sortOrder", f."name", t."method"`,
    ),
    select<{ person: number; organisation: number }>(
      database,
      sql`SELECT count(*) FILTER (WHERE o."kind" = 'person')::int AS person, count(*) FILTER (WHERE o."kind" = 'organisation')::int AS organisation
        FROM "Donor" o WHERE EXISTS (SELECT FROM "Donation" d WHERE d."donorId" = o."id" AND d."campaignId" = ${campaignId}::uuid AND d."status" = 'recorded'
          AND d."source" = 'donation')`,
    ),
  ])
  return { sums: rows, givers: givers[0] ?? { person: 0, organisation: 0 } }
}

export type NewDonation = {
  id: string
  campaignId: string
  donorId: string
  fundId: string
  method: DonationRecord['method']
  source: DonationRecord['source']
  amount: number
  receivedOn: string
  receiptYear: number
  receiptNumber: number
  note: string
  pledgeId: string | null
  search: string
  createdById: string
  createdAt: Date
  items: readonly { giftKindId: string; quantity: number; unitValue: number }[]
}

/** The donation and its goods, within the caller's transaction. */
export const insertDonation = async (db: Db, row: NewDonation): Promise<void> => {
  await db.$executeRaw`
    INSERT INTO "Donation" ("id", "campaignId", "donorId", "fundId", "method", "source", "amount", "receivedOn", "receiptYear", "receiptNumber", "note",
      "pledgeId", "search", "createdById", "createdAt", "updatedAt")
    VALUES (${row.id}::uuid, ${row.campaignId}::uuid, ${row.donorId}::uuid, ${row.fundId}::uuid, ${row.method}::"DonationMethod", ${row.source}::"MoneySource",
      ${row.amount}::bigint, ${row.receivedOn}::date, ${row.receiptYear}::int, ${row.receiptNumber}::int, ${row.note}, ${row.pledgeId}::uuid, ${row.search},
      ${row.createdById}::uuid, ${row.createdAt}, ${row.createdAt})`
  if (row.items.length > 0) await db.donationItem.createMany({ data: row.items.map((item) => ({ ...item, donationId: row.id })) })
}
