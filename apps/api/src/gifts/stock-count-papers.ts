import { dayOf } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { fileNameOf } from '@chung-tay/domain/text'
import { agencyOn } from '../agency/names.ts'
import type { Context } from '../http/context.ts'
import type { Written } from '../http/document.ts'
import { getCount } from './stock-counts.ts'

const occasionOf = async (context: Context, id: string) => {
  const count = await getCount(context, id)
  const { parentName, name, place } = await agencyOn(context.db, count.countedOn)
  const { countedOn, members } = count
  return { count, occasion: { agency: { parentName, name, place }, countedOn, place: count.place, members } }
}

/** To be filled in by hand: what the books say as it is now. */
export const writeCountSheet = async (context: Context, id: string): Promise<Written> => {
  const { count, occasion } = await occasionOf(context, id)
  const { countSheetPaper } = await import('@chung-tay/documents/stock-count')
  return { name: `phieu-kiem-ke-${count.countedOn}`, source: countSheetPaper({ ...occasion, rows: count.lines }) }
}

/** @throws DomainError TRANSITION_NOT_ALLOWED before the count is finished */
export const writeCountMinutes = async (context: Context, id: string): Promise<Written> => {
  const { count, occasion } = await occasionOf(context, id)
  const { number, endedAt } = count
  if (number === null || endedAt === null) throw new DomainError('TRANSITION_NOT_ALLOWED', { from: count.status, action: 'print' })
  const { countMinutesPaper } = await import('@chung-tay/documents/stock-count')
  const rows = count.lines.map(({ counted, ...line }) => ({ ...line, counted: counted ?? line.booked }))
  const source = countMinutesPaper({ ...occasion, number, finishedOn: dayOf(endedAt), rows })
  return { name: `bien-ban-kiem-ke-${fileNameOf(number)}`, source }
}
