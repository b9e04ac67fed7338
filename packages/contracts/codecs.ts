import { cleanParagraph, cleanText } from '@chung-tay/domain/text'
import { z } from 'zod'

export const id = z.uuid()

/** ISO on the wire, `Date` on both sides. */
export const instant = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
})

/** A calendar day, `YYYY-MM-DD`, between 1900 and 2200 so that a slip of the key is caught. */
export const day = z.iso.date().refine((text) => text >= '1900-01-01' && text < '2200-01-01', { params: { code: 'day_out_of_range' } })

/** Whole đồng. The bound keeps every sum of a campaign a safe integer. */
const largest = 1_000_000_000_000
export const money = z.int().min(0).max(largest)
export const positiveMoney = z.int().min(1).max(largest)

/** A stored sum of money, which may be negative (a balance, a difference). */
export const sumOfMoney = z.int()

export const count = z.int().min(0).max(1_000_000)
export const year = z.int().min(2000).max(2100)

const normalised = z.string().overwrite(cleanText)
const normalisedLines = z.string().overwrite(cleanParagraph)

/** One line typed by a person: composed to NFC, spaces folded, not empty. */
export const line = (max = 200) => normalised.min(1).max(max)
/** A paragraph; empty means none. */
export const paragraph = (max = 5000) => normalisedLines.max(max)
/** Why something was returned, rejected or voided. */
export const reason = normalisedLines.min(3).max(1000)

/** A link that can be opened: http or https only. */
export const link = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2000)

/** What is typed into a search field. */
export const searchText = z.string().max(200).overwrite(cleanText)

/** A number in a query string. */
export const queryInt = z.coerce.number().int()
/** A yes or no in a query string. */
export const queryFlag = z.stringbool()
