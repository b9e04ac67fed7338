// The same work by Fastify and pg alone, with prepared statements: nobody is asked who they are, nothing is validated.
// `report` is what a program without kept sums would do: add up the rows.
import { randomUUID } from 'node:crypto'
import { moneyInWords } from '@chung-tay/domain/money'
import Fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL, max: 10 })
pg.types.setTypeParser(20, Number)
pg.types.setTypeParser(1082, (text) => text)

const columns = `d."id", d."receiptYear", d."receiptNumber", d."receivedOn", d."donorId", o."kind" AS "donorKind", o."name" AS "donorName", o."anonymous",
  d."fundId", f."name" AS "fundName", d."method", d."source", d."amount", d."note", d."status", d."voidReason", d."version"`
const joins = `JOIN "Donor" o ON o."id" = d."donorId" JOIN "Fund" f ON f."id" = d."fundId"`

const pageOf = (filter: string) => `
  SELECT ${columns} FROM (SELECT * FROM "Donation" d WHERE ${filter} ORDER BY d."receivedOn" DESC, d."id" DESC LIMIT 51) d ${joins}
  ORDER BY d."receivedOn" DESC, d."id" DESC`

const sums = (count: string) => `sum(${count})::int AS total, coalesce(sum(d."amount") FILTER (WHERE d."status" = 'recorded'), 0)::bigint AS amount,
  coalesce(sum(d."amount") FILTER (WHERE d."status" = 'voided'), 0)::bigint AS "voidedAmount"`

const listSql = `SELECT page.*, totals.* FROM (SELECT ${sums('d."count"')} FROM "DonationTotal" d WHERE d."campaignId" = $1) totals
  LEFT JOIN (${pageOf('d."campaignId" = $1')}) page ON true`
const searchSql = `SELECT page.*, totals.* FROM (SELECT ${sums('1')} FROM "Donation" d WHERE d."campaignId" = $1 AND d."search" LIKE $2) totals
  LEFT JOIN (${pageOf('d."campaignId" = $1 AND d."search" LIKE $2')}) page ON true`

const readSql = `
  SELECT ${columns}, d."campaignId", d."createdAt", d."voidedAt", u."name" AS "createdByName",
    (SELECT coalesce(json_agg(json_build_object('giftKindId', i."giftKindId", 'name', k."name", 'measure', k."measure", 'quantity', i."quantity",
       'unitValue', i."unitValue")), '[]') FROM "DonationItem" i JOIN "GiftKind" k ON k."id" = i."giftKindId" WHERE i."donationId" = d."id") AS items,
    (SELECT json_agg(json_build_object('id', e."id", 'year', e."year", 'number', e."number", 'enteredOn', e."enteredOn", 'kind', e."kind", 'memo', e."memo",
       'sourceType', e."sourceType", 'sourceId', e."sourceId", 'reversesId', e."reversesId",
       'reversedById', (SELECT r."id" FROM "JournalEntry" r WHERE r."reversesId" = e."id"),
       'lines', (SELECT json_agg(json_build_object('account', l."accountCode", 'accountName', a."name", 'fundId', l."fundId", 'fundName', lf."name",
          'debit', l."debit", 'credit', l."credit") ORDER BY l."debit" = 0)
         FROM "JournalLine" l JOIN "LedgerAccount" a ON a."code" = l."accountCode" JOIN "Fund" lf ON lf."id" = l."fundId" WHERE l."entryId" = e."id")))
     FROM "JournalEntry" e WHERE e."sourceType" = 'Donation' AND e."sourceId" = d."id") AS entries
  FROM "Donation" d ${joins} LEFT JOIN "User" u ON u."id" = d."createdById" WHERE d."id" = $1`

const reportSql = `SELECT d."fundId", f."name" AS "fundName", d."method", count(*) AS count, sum(d."amount")::bigint AS amount
  FROM "Donation" d JOIN "Fund" f ON f."id" = d."fundId" WHERE d."campaignId" = $1 AND d."status" = 'recorded' GROUP BY 1, 2, 3`

const giverSql = `SELECT o."kind", count(DISTINCT d."donorId")::int AS count FROM "Donation" d JOIN "Donor" o ON o."id" = d."donorId"
  WHERE d."campaignId" = $1 AND d."status" = 'recorded' GROUP BY 1`

type Row = Record<string, unknown> & { id: string; amount: number }
const label = (prefix: string, year: unknown, number: unknown) => `${prefix}${String(number).padStart(4, '0')}/${year}`

const present = (row: Row) => {
  const { id, receivedOn, fundId, fundName, method, amount, note, status, voidReason, version } = row
  const donor = { id: row.donorId, kind: row.donorKind, name: row.donorName, anonymous: row.anonymous }
  const receipt = label('PT', row.receiptYear, row.receiptNumber)
  return { id, receipt, receivedOn, donor, fundId, fundName, method, amount, note, status, voidReason, version }
}

const listOf = (rows: (Row & { total: number; voidedAmount: number })[]) => {
  const shown = rows.slice(0, 50)
  return {
    items: shown.map(present),
    total: rows[0]?.total ?? 0,
    nextCursor: rows.length > 50 ? shown.at(-1)?.id : null,
    amount: rows[0]?.amount ?? 0,
    voidedAmount: rows[0]?.voidedAmount ?? 0,
  }
}

const app = Fastify()
type Of<Body> = { Params: { id: string }; Querystring: { q?: string }; Body: Body }

app.get<Of<never>>('/campaigns/:id/donations', async ({ params, query }) => {
  const statement = query.q
    ? { name: 'search', text: searchSql, values: [params.id, `%${query.q}%`] }
    : { name: 'list', text: listSql, values: [params.id] }
  return listOf((await pool.query(statement)).rows)
})

app.get<Of<never>>('/donations/:id', async ({ params }) => {
  const { rows } = await pool.query({ name: 'read', text: readSql, values: [params.id] })
  const [row] = rows
  const entries = row.entries.map((entry: Record<string, unknown>) => ({ ...entry, number: label('BT', entry.year, entry.number) }))
  const { campaignId, createdAt, createdByName, voidedAt, items } = row
  return { ...present(row), campaignId, createdAt, createdByName, voidedAt, amountInWords: moneyInWords(row.amount), items, entries }
})

app.get<Of<never>>('/campaigns/:id/donation-figures', async ({ params }) => {
  const [sums, givers] = await Promise.all([
    pool.query({ name: 'report', text: reportSql, values: [params.id] }),
    pool.query({ name: 'givers', text: giverSql, values: [params.id] }),
  ])
  return { sums: sums.rows, givers: givers.rows }
})

// The public page: what was made once is sent again and again.
const publicSql = `SELECT coalesce("publicName", "name") AS name, NULL AS amount FROM "Donor" WHERE NOT "anonymous" ORDER BY 1`
const publicPage = pool.query(publicSql).then(({ rows }) => JSON.stringify({ givers: { named: rows } }))
app.get('/transparency/:year', async (_, reply) => reply.type('application/json; charset=utf-8').send(await publicPage))

type Given = { donor: { id: string }; fundId: string; method: string; amount: number; receivedOn: string; note: string; userId: string }

app.post<Of<Given>>('/campaigns/:id/donations', async ({ params, body, headers }, reply) => {
  const client = await pool.connect()
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values })
  try {
    await client.query('BEGIN')
    const { rows: names } = await run(
      'names',
      `SELECT o."name", o."kind", o."anonymous", f."name" AS fund FROM "Donor" o, "Fund" f, "Campaign" c WHERE o."id" = $1 AND f."id" = $2 AND c."id" = $3`,
      [body.donor.id, body.fundId, params.id],
    )
    const { rows: numbers } = await run(
      'numbers',
      `INSERT INTO "Counter" AS c VALUES ('journal', 2026, 1), ('receipt', 2026, 1) ON CONFLICT ("name", "year") DO UPDATE SET "value" = c."value" + 1 RETURNING "name", "value"`,
      [],
    )
    const numberOf = (name: string): number => numbers.find((row) => row.name === name)?.value
    const [id, entryId, now] = [randomUUID(), randomUUID(), new Date()]
    const { name, kind, anonymous, fund } = names[0]
    const receipt = label('PT', 2026, numberOf('receipt'))
    await run(
      'donation',
      `INSERT INTO "Donation" ("id", "campaignId", "donorId", "fundId", "method", "amount", "receivedOn", "receiptYear", "receiptNumber", "note", "search",
        "createdById", "createdAt", "updatedAt") VALUES ($1, $2, $3, $4, $5, $6, $7, 2026, $8, $9, $10, $11, $12, $12)`,
      [
        id,
        params.id,
        body.donor.id,
        body.fundId,
        body.method,
        body.amount,
        body.receivedOn,
        numberOf('receipt'),
        body.note,
        `${name} ${receipt}`,
        body.userId,
        now,
      ],
    )
    await run(
      'entry',
      `INSERT INTO "JournalEntry" ("id", "campaignId", "year", "number", "kind", "enteredOn", "memo", "search", "sourceType", "sourceId", "createdById", "createdAt")
       VALUES ($1, $2, 2026, $3, 'donation', $4, $5, $5, 'Donation', $6, $7, $8)`,
      [entryId, params.id, numberOf('journal'), body.receivedOn, `${receipt} ${name}`, id, body.userId, now],
    )
    await run(
      'lines',
      `INSERT INTO "JournalLine" ("id", "entryId", "accountCode", "fundId", "debit", "credit") VALUES ($1, $2, '111', $3, $4, 0), ($5, $2, '511', $3, 0, $4)`,
      [randomUUID(), entryId, body.fundId, body.amount, randomUUID()],
    )
    const donor = { id: body.donor.id, kind, name, anonymous }
    const { fundId, method, amount, receivedOn, note } = body
    const answer = { id, receipt, receivedOn, donor, fundId, fundName: fund, method, amount, note, status: 'recorded', voidReason: null, version: 1 }
    await run(
      'audit',
      `INSERT INTO "AuditEntry" ("id", "at", "actorId", "actorName", "action", "subjectType", "subjectId", "after")
       VALUES ($1, $2, $3, 'Công đoàn', 'recordDonation', 'Donation', $4, $5)`,
      [randomUUID(), now, body.userId, id, answer],
    )
    await run('key', `INSERT INTO "IdempotencyKey" ("userId", "key", "request", "status", "answer", "createdAt") VALUES ($1, $2, $3, 201, $4, $5)`, [
      body.userId,
      headers['idempotency-key'],
      randomUUID(),
      answer,
      now,
    ])
    await client.query('COMMIT')
    reply.code(201)
    return answer
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
})

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
console.log('ready')
process.once('SIGTERM', () => process.exit())
