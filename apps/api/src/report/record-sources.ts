import { numberPrefixes, type Series } from '@chung-tay/domain/ledger/numbers'
import type { Dimension, RecordSubject } from '@chung-tay/domain/report/indicators'

/** The value of a dimension and, where it has a name of its own, that name: SQL expressions over `from`. */
export type Part = readonly [value: string, label?: string]

/**
 * Which records an indicator is made of, as SQL over `$1`, the campaign. Its figure is Σ contribution and its list is these rows:
 * both are built from this one definition, so that they cannot disagree.
 */
export type Source<D extends Dimension = Dimension> = {
  subject: RecordSubject
  from: string
  id: string
  version: string
  /** Null where the record is told apart by its number alone. */
  title: string
  number?: string
  day: string
  unit: string
  /** 0 or 100 for a rate. */
  contribution: string
  by: Readonly<Record<D, Part>>
  /**
   * The same sums out of rows that a trigger keeps, as `(breakdowns, labels, value)`: there may be a hundred thousand records behind them.
   * The lists and the signature still go by the records; a test holds the two together.
   */
  kept?: string
}

// Names of children and of givers who did not agree to be named are for those who may read them; `sees` carries that (see queries.ts).
const childName = (name: string) => `CASE WHEN (SELECT children FROM sees) THEN ${name} END`
export const giverName = (giver: string) => `CASE WHEN NOT ${giver}."anonymous" OR (SELECT givers FROM sees) THEN ${giver}."name" END`

export const none = 'NULL::text'
export const localDay = (instant: string) => `(${instant} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`
/** What `numberLabel` makes, in SQL: PT0012/2021. */
export const numberOf = (series: Series, number: string, year: string) =>
  `'${numberPrefixes[series]}' || lpad(${number}::text, greatest(4, length(${number}::text)), '0') || '/' || ${year}`
export const byUnit: Part = ['u."id"', 'u."name"']
export const byFund: Part = ['f."id"', 'f."name"']

export const publications = {
  subject: 'Publication',
  from: `"Publication" p JOIN "Unit" u ON u."id" = p."unitId" WHERE p."campaignId" = $1::uuid AND p."status" = 'published'`,
  id: 'p."id"',
  version: 'p."version"',
  title: 'p."title"',
  day: 'p."publishedOn"',
  unit: 'u."name"',
} as const

export const donations = (methods: string) =>
  ({
    subject: 'Donation',
    from: `"Donation" d JOIN "Fund" f ON f."id" = d."fundId" JOIN "Donor" o ON o."id" = d."donorId"
      WHERE d."campaignId" = $1::uuid AND d."status" = 'recorded' AND d."method" IN (${methods})`,
    id: 'd."id"',
    version: 'd."version"',
    title: giverName('o'),
    number: numberOf('receipt', 'd."receiptNumber"', 'd."receiptYear"'),
    day: 'd."receivedOn"',
    unit: none,
    contribution: 'd."amount"',
    by: { source: ['d."source"'], fund: byFund },
    kept: `SELECT ARRAY['source:' || s."source", 'fund:' || f."id"], ARRAY[NULL, f."name"], s."amount" FROM "DonationTotal" s JOIN "Fund" f ON f."id" = s."fundId"
      WHERE s."campaignId" = $1::uuid AND s."status" = 'recorded' AND s."method" IN (${methods})`,
  }) as const

export const disbursements = (kind: string) =>
  ({
    subject: 'Disbursement',
    from: `"Disbursement" b JOIN "Fund" f ON f."id" = b."fundId" WHERE b."campaignId" = $1::uuid AND b."status" = 'recorded' AND b."kind" = '${kind}'`,
    id: 'b."id"',
    version: 'b."version"',
    title: 'b."payee"',
    number: numberOf('voucher', 'b."voucherNumber"', 'b."voucherYear"'),
    day: 'b."paidOn"',
    unit: none,
    contribution: 'b."amount"',
    by: { fund: byFund, purpose: ['b."purpose"'] },
  }) as const

const age = 'extract(year FROM age(k."startsOn", c."birthDate"))'
const byAge: Part = [`CASE WHEN ${age} < 6 THEN '0-5' WHEN ${age} < 11 THEN '6-10' WHEN ${age} < 16 THEN '11-15' ELSE '16+' END`]

export const handOuts = {
  subject: 'GiftListLine',
  from: `"HandOut" h JOIN "GiftListLine" l ON l."id" = h."lineId" JOIN "GiftList" g ON g."id" = l."giftListId"
    JOIN "Child" c ON c."id" = l."childId" JOIN "Unit" u ON u."id" = l."unitId" JOIN "Campaign" k ON k."id" = g."campaignId"
    WHERE g."campaignId" = $1::uuid`,
  id: 'l."id"',
  version: 'l."version"',
  title: childName('c."name"'),
  day: localDay('h."handedOutAt"'),
  unit: 'u."name"',
  by: { unit: byUnit, sex: ['c."sex"'], age: byAge },
} as const

/** A child with several gifts counts once, under the unit of the first one. */
export const giftedChildren = {
  subject: 'Child',
  from: `(SELECT DISTINCT ON (l."childId") l."childId", l."unitId", g."campaignId", h."handedOutAt"
      FROM "HandOut" h JOIN "GiftListLine" l ON l."id" = h."lineId" JOIN "GiftList" g ON g."id" = l."giftListId"
      WHERE g."campaignId" = $1::uuid ORDER BY l."childId", h."handedOutAt", h."id") gifted
    JOIN "Child" c ON c."id" = gifted."childId" JOIN "Unit" u ON u."id" = gifted."unitId" JOIN "Campaign" k ON k."id" = gifted."campaignId"`,
  id: 'c."id"',
  version: 'c."version"',
  title: childName('c."name"'),
  day: localDay('gifted."handedOutAt"'),
  unit: 'u."name"',
  contribution: '1',
  by: {
    sex: ['c."sex"'],
    age: byAge,
    unit: byUnit,
  },
} as const

/** Sessions stand under II.1, outings and the like under II.3, what the units do for the movement under II.5. */
const events = (filter: string, contribution: string) =>
  ({
    subject: 'Event',
    from: `"Event" e JOIN "Unit" u ON u."id" = e."unitId" WHERE e."campaignId" = $1::uuid AND e."status" = 'held' AND ${filter} AND ${contribution} > 0`,
    id: 'e."id"',
    version: 'e."version"',
    title: 'e."name"',
    day: 'e."heldOn"',
    unit: 'u."name"',
    contribution,
    by: { event: ['e."kind"'], unit: byUnit },
  }) as const
export const sessions = (contribution: string) => events(`e."kind" = 'session'`, contribution)
export const outings = (contribution: string) => events(`e."kind" NOT IN ('session', 'movement')`, contribution)
export const movement = (contribution: string) => events(`e."kind" = 'movement'`, contribution)

export const commended = {
  subject: 'Nomination',
  from: `"Nomination" n JOIN "AwardDecision" s ON s."id" = n."decisionId" JOIN "AwardTier" r ON r."id" = n."tierId"
    JOIN "Child" c ON c."id" = n."childId" JOIN "Unit" u ON u."id" = n."unitId"
    WHERE n."campaignId" = $1::uuid AND n."status" = 'decided' AND s."status" = 'signed'`,
  id: 'n."id"',
  version: 'n."version"',
  title: childName('c."name"'),
  day: 's."decidedOn"',
  unit: 'u."name"',
  // Tiers are made anew each year: their name is what two years have in common.
  by: { tier: ['r."name"', 'r."name"'], level: ['n."schoolLevel"'], unit: byUnit, sex: ['c."sex"'] },
} as const

/** Plans and decisions in one list: what the department itself put its seal on. */
export const directives = `(SELECT 'Campaign' AS subject, "id", "version", "title", "planNumber" AS number, "planIssuedOn" AS day, 'plan' AS directive
    FROM "Campaign" WHERE "id" = $1::uuid AND "status" IN ('approved', 'running', 'closed')
  UNION ALL SELECT 'AwardDecision', "id", "version", NULL, "number", "decidedOn", 'decision'
    FROM "AwardDecision" WHERE "campaignId" = $1::uuid AND "status" = 'signed') x`

// The union's own means and the budget come from nobody who gives.
export const given = `d."donorId" = o."id" AND d."campaignId" = $1::uuid AND d."status" = 'recorded' AND d."source" = 'donation'`

export const ownYear = `(SELECT "year" FROM "Campaign" WHERE "id" = $1::uuid)`
export const cash = `l."accountCode" IN ('111', '112')`

/** The funds as they stand, less what came after the campaign's year. */
export const keptBalances = `SELECT ARRAY['fund:' || f."id"], ARRAY[f."name"], change FROM "Fund" f JOIN (
    SELECT l."fundId", l."debit" - l."credit" AS change FROM "FundBalance" l WHERE ${cash}
    UNION ALL SELECT l."fundId", l."credit" - l."debit" FROM "Campaign" k JOIN "JournalEntry" e ON e."campaignId" = k."id"
      JOIN "JournalLine" l ON l."entryId" = e."id" WHERE k."year" > ${ownYear} AND ${cash}
  ) changes ON changes."fundId" = f."id"`
