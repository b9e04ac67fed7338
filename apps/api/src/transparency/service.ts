import type { PublicYear } from '@chung-tay/contracts/transparency'
import { Prisma } from '@chung-tay/db/client'
import { type AccountYear, fundYear, isIdle } from '@chung-tay/domain/transparency/fund-year'
import { type Giver, rollOfGivers } from '@chung-tay/domain/transparency/givers'
import { agencyOn, dayOfYear } from '../agency/names.ts'
import type { Services } from '../http/context.ts'
import { select } from '../http/sql.ts'

const { sql } = Prisma

/** Straight from the journal, by the day of the entry: opening, what came, what went and what is left then add up for every fund. */
const accountsSql = (from: string, to: string) => sql`
  SELECT f."name" AS fund, l."accountCode" AS account, d."source", l."accountCode" = '411' AND e."sourceType" = 'OpeningStock' AS goods,
    coalesce(sum(l."debit" - l."credit") FILTER (WHERE e."enteredOn" < ${from}::date), 0)::bigint AS before,
    coalesce(sum(l."debit" - l."credit") FILTER (WHERE e."enteredOn" >= ${from}::date), 0)::bigint AS change
  FROM "JournalLine" l JOIN "JournalEntry" e ON e."id" = l."entryId" JOIN "Fund" f ON f."id" = l."fundId"
    LEFT JOIN "Donation" d ON l."accountCode" IN ('511', '512') AND e."sourceType" = 'Donation' AND d."id" = e."sourceId"
  WHERE e."enteredOn" <= ${to}::date GROUP BY f."name", l."accountCode", d."source", goods`

/** The names of those who did not agree stay in the database: only their number leaves it. */
const giversSql = (from: string, to: string) => sql`
  SELECT CASE WHEN o."anonymous" THEN '' ELSE o."name" END AS name, o."publicName", o."anonymous", o."showAmount",
    o."employeeId" IS NOT NULL AS "isEmployee", given.amount
  FROM (SELECT "donorId", sum("amount")::bigint AS amount FROM "Donation"
      WHERE "status" = 'recorded' AND "source" = 'donation' AND "receivedOn" BETWEEN ${from}::date AND ${to}::date GROUP BY 1) given
    JOIN "Donor" o ON o."id" = given."donorId"`

const shownYears = async ({ database: { prisma } }: Pick<Services, 'database'>): Promise<number[]> => {
  const agency = await prisma.agency.findFirst({ select: { publicYears: true } })
  return (agency?.publicYears ?? []).toSorted((a, b) => b - a)
}

export const listPublicYears = async (services: Pick<Services, 'database' | 'clock'>) => {
  const years = await shownYears(services)
  if (years.length === 0) return { agencyName: '', years }
  return { agencyName: (await agencyOn(services.database.prisma, services.clock.today())).name, years }
}

/** What everybody may see of a year; null when it was not switched on. */
export const publicYear = async ({ database, clock }: Pick<Services, 'database' | 'clock'>, year: number): Promise<PublicYear | null> => {
  const { prisma } = database
  const years = await shownYears({ database })
  const campaign = years.includes(year) ? await prisma.campaign.findFirst({ where: { year }, select: { theme: true, endsOn: true } }) : null
  if (!campaign) return null
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const [agency, funds, accounts, givers, children] = await Promise.all([
    agencyOn(prisma, dayOfYear(campaign.endsOn, clock.today())),
    prisma.fund.findMany({ orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }], select: { name: true, active: true } }),
    select<AccountYear>(database, accountsSql(from, to)),
    select<Giver>(database, giversSql(from, to)),
    prisma.child.findMany({ select: { name: true } }),
  ])
  const told = funds.map(({ name, active }) => ({
    active,
    year: fundYear(
      name,
      accounts.filter(({ fund }) => fund === name),
    ),
  }))
  return {
    agencyName: agency.name,
    parentName: agency.parentName,
    place: agency.place,
    theme: campaign.theme,
    year,
    years,
    asOf: clock.now(),
    funds: told.flatMap(({ active, year: fund }) => (active || !isIdle(fund) ? [fund] : [])),
    givers: rollOfGivers(
      givers,
      children.map(({ name }) => name),
    ),
  }
}
