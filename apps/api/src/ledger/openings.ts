import type { OpeningRecord, openings } from '@chung-tay/contracts/openings'
import type { OpeningBalance } from '@chung-tay/db/client'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { numberingYear } from '@chung-tay/domain/ledger/numbers'
import { openingObstacle } from '@chung-tay/domain/ledger/opening'
import { openingPostings } from '@chung-tay/domain/ledger/postings'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { newId } from '../http/ids.ts'
import { found, scope } from '../http/scope.ts'
import { closedUntil, holdBooks } from './closing.ts'
import { takeNumbers } from './queries.ts'
import { draw, openCampaign, openFund, postEntry, reverseEntry } from './service.ts'

const present = (row: OpeningBalance, byName: string): OpeningRecord => ({
  id: row.id,
  fundId: row.fundId,
  cash: Number(row.cash),
  bank: Number(row.bank),
  enteredOn: fromDbDate(row.enteredOn),
  note: row.note,
  status: row.status,
  voidReason: row.voidReason,
  byName,
  createdAt: row.createdAt,
  version: row.version,
})

export const listFundOpenings = async (context: Context, fundId: string) => {
  found(await context.db.fund.findFirst({ where: { AND: [{ id: fundId }, scope(context, 'read', 'Fund')] }, select: { id: true } }))
  const rows = await context.db.openingBalance.findMany({ where: { fundId }, orderBy: [{ status: 'asc' }, { createdAt: 'desc' }] })
  const names = await namesOfUsers(
    context.db,
    rows.map(({ createdById }) => createdById),
  )
  return { items: rows.map((row) => present(row, names.get(row.createdById) ?? '')) }
}

/** The first day of the fund's own entries, without opening balances and stock, be they taken back. */
export const firstEntryOn = async ({ db }: WriteContext, fundId: string) => {
  const first = await db.journalEntry.findFirst({
    where: { sourceType: { notIn: ['OpeningBalance', 'OpeningStock'] }, lines: { some: { fundId } } },
    orderBy: { enteredOn: 'asc' },
    select: { enteredOn: true },
  })
  return first && fromDbDate(first.enteredOn)
}

/**
 * Nobody enters anything meanwhile: what comes first stays first. The number is taken before the books, as by who enters.
 * @throws DomainError OPENING_REFUSED with { why, day }
 */
export const recordFundOpening = async (
  context: WriteContext,
  campaignId: string,
  input: z.output<typeof openings.record.body>,
): Promise<OpeningRecord> => {
  const { fundId, cash, bank, enteredOn, note } = input
  if (enteredOn > context.clock.today()) throw invalidField('enteredOn', 'in_the_future')
  await openCampaign(context, campaignId)
  const fund = await openFund(context.db, fundId)
  const { journal } = await takeNumbers(context.db, numberingYear(enteredOn), ['journal'])
  await holdBooks(context.db)
  const standing = await context.db.openingBalance.count({ where: { fundId, status: 'recorded' } })
  const facts = { enteredOn, firstEntryOn: await firstEntryOn(context, fundId), closedUntil: await closedUntil(context.db), standing: standing > 0 }
  const why = openingObstacle(facts)
  if (why !== null)
    throw new DomainError('OPENING_REFUSED', { why, ...(why === 'after_first_entry' && { day: facts.firstEntryOn, field: 'enteredOn' }) })
  const made = { createdById: context.actor.userId, createdAt: context.clock.now() }
  const row = await context.db.openingBalance.create({
    data: { id: newId(), campaignId, fundId, cash, bank, enteredOn: toDbDate(enteredOn), note, ...made },
  })
  const source = { sourceType: 'OpeningBalance', sourceId: row.id }
  const memo = `Số dư ban đầu ${fund.name}${note ? `: ${note}` : ''}`
  const postings = openingPostings({ fundId, cash, bank })
  await postEntry(context, { campaignId, kind: 'opening', enteredOn, memo, ...source, postings }, journal)
  const after = present(row, context.actor.name)
  await context.audit({ subject: 'OpeningBalance', id: row.id, after })
  return after
}

/** @throws DomainError ALREADY_VOIDED, FUND_OVERDRAWN when some of it was spent, STALE */
export const voidFundOpening = async (context: WriteContext, id: string, reason: string): Promise<OpeningRecord> => {
  const row = found(await context.db.openingBalance.findFirst({ where: { AND: [{ id }, scope(context, 'void', 'OpeningBalance')] } }))
  await openCampaign(context, row.campaignId)
  if (row.version !== context.version) throw new DomainError('STALE')
  if (row.status === 'voided') throw new DomainError('ALREADY_VOIDED')
  await draw(context, row.fundId, 'cash', Number(row.cash))
  await draw(context, row.fundId, 'transfer', Number(row.bank))
  const voided = await context.db.openingBalance.update({
    where: { id, version: context.version },
    data: { status: 'voided', voidReason: reason, version: { increment: 1 } },
  })
  await reverseEntry(context, 'OpeningBalance', id, reason)
  const names = await namesOfUsers(context.db, [row.createdById])
  const byName = names.get(row.createdById) ?? ''
  await context.audit({ subject: 'OpeningBalance', id, before: present(row, byName), after: present(voided, byName), reason })
  return present(voided, byName)
}
