import { hashPassword } from '@chung-tay/api/accounts/auth'
import type { Database } from '@chung-tay/db/database'
import { makeAccount } from '@chung-tay/testing/accounts'
import { makeAgency } from '@chung-tay/testing/agency'
import { makeCampaign } from '@chung-tay/testing/campaigns'
import { makeFund } from '@chung-tay/testing/ledger'
import pg from 'pg'
import { password } from './sign-in.ts'

export const donors = 2_000

/** All that is asked for while measuring. */
export type Filled = { campaignId: string; fundIds: string[]; donorIds: string[]; donationIds: string[]; userId: string }

const donorSql = `
  INSERT INTO "Donor" ("id", "kind", "name", "search", "anonymous", "updatedAt")
  SELECT uuidv7(), CASE WHEN i % 10 = 0 THEN 'organisation' ELSE 'person' END::"DonorKind", 'Nguyễn Văn Số ' || i, 'nguyen van so ' || i, i % 2 = 0, now()
  FROM generate_series(1, $1::int) i RETURNING "id"`

const donationSql = `
  INSERT INTO "Donation" ("id", "campaignId", "donorId", "fundId", "method", "amount", "receivedOn", "receiptYear", "receiptNumber", "note", "search",
    "createdById", "createdAt", "updatedAt")
  SELECT uuidv7(), $1, ($2::uuid[])[1 + i % cardinality($2::uuid[])], ($3::uuid[])[1 + i % cardinality($3::uuid[])],
    CASE WHEN i % 3 = 0 THEN 'transfer' ELSE 'cash' END::"DonationMethod", 10000 + i % 977 * 1000, date '2026-06-01' + i % 30, 2026, i, '',
    'nguyen van so ' || (1 + i % cardinality($2::uuid[])) || ' pt' || lpad(i::text, 4, '0') || '/2026 ', $4, now(), now()
  FROM generate_series(1, $5::int) i`

const entrySql = `
  INSERT INTO "JournalEntry" ("id", "campaignId", "year", "number", "kind", "enteredOn", "memo", "search", "sourceType", "sourceId", "createdById")
  SELECT uuidv7(), "campaignId", 2026, "receiptNumber", 'donation', "receivedOn", '', "search", 'Donation', "id", "createdById" FROM "Donation"`

const lineSql = `
  INSERT INTO "JournalLine" ("id", "entryId", "accountCode", "fundId", "debit", "credit")
  SELECT uuidv7(), e."id", side.account, d."fundId", d."amount" * side.debit, d."amount" * (1 - side.debit)
  FROM "JournalEntry" e JOIN "Donation" d ON d."id" = e."sourceId"
  CROSS JOIN LATERAL (VALUES (CASE d."method" WHEN 'cash' THEN '111' ELSE '112' END, 1), ('511', 0)) AS side(account, debit)`

const insertRows = async (owner: pg.Client, rows: number, campaignId: string, fundIds: string[], userId: string): Promise<string[]> => {
  // Looked at once for all, and not entry by entry: the check of each would be most of the time.
  await owner.query(`ALTER TABLE "JournalLine" DISABLE TRIGGER "JournalLine_balanced"`)
  await owner.query(`ALTER TABLE "JournalEntry" DISABLE TRIGGER "JournalEntry_has_lines"`)
  const made = await owner.query<{ id: string }>(donorSql, [donors])
  const donorIds = made.rows.map(({ id }) => id)
  await owner.query(donationSql, [campaignId, donorIds, fundIds, userId, rows])
  await owner.query(entrySql)
  await owner.query(lineSql)
  await owner.query(`INSERT INTO "Counter" VALUES ('receipt', 2026, $1), ('journal', 2026, $1)`, [rows])
  await owner.query(`ALTER TABLE "JournalLine" ENABLE TRIGGER "JournalLine_balanced"`)
  await owner.query(`ALTER TABLE "JournalEntry" ENABLE TRIGGER "JournalEntry_has_lines"`)
  await owner.query('VACUUM ANALYZE')
  return donorIds
}

/** So many donations with their entries, and the union's account `congdoan`. */
export const fill = async ({ prisma }: Database, ownerUrl: string, rows: number): Promise<Filled> => {
  await makeAgency(prisma)
  await prisma.agency.updateMany({ data: { publicYears: [2026] } })
  const userId = await makeAccount(prisma, { username: 'congdoan', name: 'Công đoàn', roles: ['union'], passwordHash: await hashPassword(password) })
  const campaignId = (await makeCampaign(prisma, { year: 2026 })).id
  const fundIds = [(await makeFund(prisma)).id, (await makeFund(prisma)).id, (await makeFund(prisma)).id]
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const donorIds = await insertRows(owner, rows, campaignId, fundIds, userId)
    const { rows: some } = await owner.query<{ id: string }>('SELECT "id" FROM "Donation" ORDER BY random() LIMIT 500')
    return { campaignId, fundIds, donorIds, donationIds: some.map(({ id }) => id), userId }
  } finally {
    await owner.end()
  }
}
