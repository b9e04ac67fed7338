import { z } from 'zod'
import { count, instant, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { moneySource } from './donations.ts'
import { disbursementPurpose } from './ledger.ts'

/** Money is cash and bank, goods have their value; whole đồng. */
const worth = { money: sumOfMoney, goods: sumOfMoney }

const fundYear = z.object({
  name: z.string(),
  opening: z.object(worth),
  received: z.array(z.object({ source: moneySource, ...worth })),
  spent: z.array(z.object({ purpose: disbursementPurpose.exclude(['fundTransfer']), amount: sumOfMoney })),
  transferred: sumOfMoney,
  left: z.object(worth),
})

/** `unnamed` counts those who did not agree to be named; `amount` is null unless its giver agreed to that as well. */
const givers = z.object({ named: z.array(z.object({ name: z.string(), amount: sumOfMoney.nullable() })), unnamed: count })

export const publicYear = z.object({
  agencyName: z.string(),
  parentName: z.string(),
  place: z.string(),
  theme: z.string(),
  year: z.int(),
  /** All years that are shown, the latest first. */
  years: z.array(z.int()),
  asOf: instant,
  funds: z.array(fundYear),
  givers,
})
export type PublicYear = z.output<typeof publicYear>

export const transparency = {
  years: defineContract({
    operationId: 'listPublicYears',
    method: 'GET',
    path: '/transparency',
    summary: 'The years whose money the agency shows to everybody, the latest first; none unless it was switched on',
    permission: 'public',
    response: z.object({ agencyName: z.string(), years: z.array(z.int()) }),
  }),
  year: defineContract({
    operationId: 'getPublicYear',
    method: 'GET',
    path: '/transparency/:year',
    summary: 'What came in and went out in a year per fund, and the givers who agreed to be named; kept for half a minute, with an ETag',
    permission: 'public',
    params: z.object({ year: z.coerce.number().int().min(2000).max(2100) }),
    response: publicYear,
  }),
}
