import type { IsoDate } from '@chung-tay/domain/dates'
import type { Pool } from 'pg'

export type MonthFigures = {
  published: number
  publicationsPlanned: number
  eventsHeld: number
  eventsPlanned: number
  children: number
  received: number
  donations: number
  inKind: number
  entitled: number
  handedOut: number
  nominated: number
  decided: number
}

// Sums of donations are read from the few rows that a trigger keeps, not from the donations.
const figuresSql = `
  SELECT publications.*, events.*, donations.*, gifts.*, awards.*,
    (SELECT count(*) FROM "Child" c WHERE c."active" AND extract(year FROM age(k."startsOn", c."birthDate")) < 16) AS children
  FROM "Campaign" k,
  LATERAL (SELECT count(*) FILTER (WHERE "status" = 'published') AS published, count(*) FILTER (WHERE "status" = 'planned') AS "publicationsPlanned"
    FROM "Publication" WHERE "campaignId" = k."id") publications,
  LATERAL (SELECT count(*) FILTER (WHERE "status" = 'held') AS "eventsHeld", count(*) FILTER (WHERE "status" = 'planned') AS "eventsPlanned"
    FROM "Event" WHERE "campaignId" = k."id") events,
  LATERAL (SELECT coalesce(sum("amount") FILTER (WHERE "method" <> 'inKind'), 0)::bigint AS received, coalesce(sum("count"), 0)::bigint AS donations,
      coalesce(sum("amount") FILTER (WHERE "method" = 'inKind'), 0)::bigint AS "inKind"
    FROM "DonationTotal" WHERE "campaignId" = k."id" AND "status" = 'recorded') donations,
  LATERAL (SELECT count(*) FILTER (WHERE NOT l."excluded") AS entitled, count(h."id") AS "handedOut"
    FROM "GiftList" g JOIN "GiftListLine" l ON l."giftListId" = g."id" LEFT JOIN "HandOut" h ON h."lineId" = l."id"
    WHERE g."campaignId" = k."id" AND g."status" IN ('approved', 'closed')) gifts,
  LATERAL (SELECT count(*) FILTER (WHERE "status" <> 'rejected') AS nominated, count(*) FILTER (WHERE "status" = 'decided') AS decided
    FROM "Nomination" WHERE "campaignId" = k."id") awards
  WHERE k."id" = $1`

/** The month's sums. */
export const monthFigures = async (pool: Pool, campaignId: string): Promise<MonthFigures> => {
  const { rows } = await pool.query<MonthFigures>({ name: 'start-figures', text: figuresSql, values: [campaignId] })
  if (!rows[0]) throw new Error(`campaign ${campaignId} has no figures`)
  return rows[0]
}

export type DayFigures = { day: IsoDate; donations: number; handOuts: number; publications: number }

const daysSql = `
  SELECT day, sum(donations)::bigint AS donations, sum("handOuts")::bigint AS "handOuts", sum(publications)::bigint AS publications FROM (
    SELECT "receivedOn" AS day, sum("amount") AS donations, 0 AS "handOuts", 0 AS publications
      FROM "Donation" WHERE "campaignId" = $1 AND "status" = 'recorded' AND "method" <> 'inKind' AND $2 GROUP BY 1
    UNION ALL SELECT (h."handedOutAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, 0, count(*), 0
      FROM "HandOut" h JOIN "GiftListLine" l ON l."id" = h."lineId" JOIN "GiftList" g ON g."id" = l."giftListId"
      WHERE g."campaignId" = $1 AND $3 GROUP BY 1
    UNION ALL SELECT "publishedOn", 0, 0, count(*) FROM "Publication" WHERE "campaignId" = $1 AND "status" = 'published' GROUP BY 1
  ) happened GROUP BY day ORDER BY day`

/** The days on which anything happened; what the person may not see counts as nothing. */
export const daysOf = async (pool: Pool, campaignId: string, sees: { donations: boolean; gifts: boolean }): Promise<DayFigures[]> =>
  (await pool.query<DayFigures>({ name: 'start-days', text: daysSql, values: [campaignId, sees.donations, sees.gifts] })).rows
