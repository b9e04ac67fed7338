import type { BankLineRecord, NewPart } from '@chung-tay/contracts/bank-lines'
import { fromDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { numberLabel } from '@chung-tay/domain/ledger/numbers'
import { namesOfUsers } from '../accounts/names.ts'
import { recordDonation, voidDonation } from '../donations/service.ts'
import type { WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { openCampaign } from '../ledger/service.ts'
import { candidatesOf, suggestionsOf, withoutTaken } from './candidates.ts'
import { presentLines, type StatedRow, shown, stated, toMatch } from './lines.ts'
import { releasePart, settleLine } from './parts.ts'

const load = async (context: WriteContext, id: string): Promise<StatedRow> =>
  stated(found(await context.db.bankLine.findFirst({ where: { AND: [{ id }, scope(context, 'update', 'BankLine')] }, include: shown })))

/** Who came before, for the one who came second. */
const doneBy = async ({ db }: WriteContext, { state }: StatedRow): Promise<DomainError> => {
  const names = await namesOfUsers(db, [state.decidedById])
  return new DomainError('BANK_LINE_DONE', { status: state.status, by: names.get(state.decidedById ?? '') ?? '', at: state.decidedAt?.toISOString() })
}

/** Takes the line for this transaction if it is still as the person saw it: of two at once, the second waits here and then sees the first. */
const isTaken = async (context: WriteContext, lineId: string, version: number): Promise<boolean> => {
  const { count } = await context.db.bankLineState.updateMany({ where: { lineId, version }, data: { version: { increment: 1 } } })
  return count === 1
}

/** @throws DomainError BANK_LINE_DONE with who and when, NOT_FOUND */
export const takeLine = async (context: WriteContext, id: string): Promise<StatedRow> => {
  await load(context, id)
  if (!(await isTaken(context, id, context.version))) throw await doneBy(context, await load(context, id))
  return load(context, id)
}

type Made = { donationId: string; amount: number; made: boolean }

const linked = async (context: WriteContext, { donationId }: { donationId: string }): Promise<Made> => {
  const where = { AND: [{ id: donationId }, scope(context, 'read', 'Donation')] }
  const row = await context.db.donation.findFirst({ where, include: { bankParts: { where: { released: false } } } })
  if (!row) throw new DomainError('NOT_FOUND', { reference: true })
  if (row.status === 'voided') throw new DomainError('ALREADY_VOIDED')
  if (row.method !== 'transfer' || row.bankParts.length > 0) throw new DomainError('DONATION_LINKED')
  return { donationId, amount: Number(row.amount), made: false }
}

const kept = async (context: WriteContext, line: StatedRow, { pledgeId, amount }: { pledgeId: string; amount: number }): Promise<Made> => {
  const pledge = await context.db.pledge.findFirst({ where: { AND: [{ id: pledgeId }, scope(context, 'update', 'Pledge')] } })
  if (!pledge) throw new DomainError('NOT_FOUND', { reference: true })
  const { id: donationId } = await recordDonation(context, pledge.campaignId, {
    method: 'transfer',
    amount,
    donor: { kind: 'known', id: pledge.donorId },
    fundId: pledge.fundId,
    source: 'donation',
    receivedOn: fromDbDate(line.day),
    note: '',
    pledgeId,
  })
  return { donationId, amount, made: true }
}

const makePart = async (context: WriteContext, line: StatedRow, part: NewPart): Promise<Made> => {
  if (part.kind === 'donation') return linked(context, part)
  if (part.kind === 'pledge') return kept(context, line, part)
  const { donor, fundId, source, amount } = part
  const given = { method: 'transfer', amount, donor, fundId, source, receivedOn: fromDbDate(line.day), note: '', pledgeId: null } as const
  const { id: donationId } = await recordDonation(context, line.campaignId, given)
  return { donationId, amount, made: true }
}

/** The parts of a line that was taken, each a donation: recorded now, or linked. */
const fill = async (context: WriteContext, line: StatedRow, parts: readonly NewPart[]): Promise<StatedRow> => {
  if (line.direction !== 'credit' || line.state.status === 'setAside') {
    throw new DomainError('TRANSITION_NOT_ALLOWED', { from: line.state.status, to: 'matched' })
  }
  const made: Made[] = []
  const rest = Number(line.amount - line.state.allocated)
  for (const part of parts) {
    const wanted = made.reduce((sum, { amount }) => sum + amount, 0) + (part.kind === 'donation' ? 0 : part.amount)
    if (wanted > rest) throw new DomainError('BANK_LINE_EXCEEDED', { rest, wanted })
    made.push(await makePart(context, line, part))
  }
  const sum = made.reduce((total, { amount }) => total + amount, 0)
  if (sum > rest) throw new DomainError('BANK_LINE_EXCEEDED', { rest, wanted: sum })
  const by = { createdById: context.actor.userId, createdAt: context.clock.now() }
  await context.db.bankLinePart.createMany({ data: made.map((part) => ({ ...part, amount: BigInt(part.amount), lineId: line.id, ...by })) })
  await settleLine(context, line.state, { allocated: Number(line.state.allocated) + sum })
  return load(context, line.id)
}

const told = ({ state, parts }: StatedRow) => ({
  status: state.status,
  received: Number(state.allocated),
  setAsideReason: state.setAsideReason,
  note: state.note,
  receipts: parts.map(({ donation: { receiptYear, receiptNumber } }) => numberLabel('receipt', receiptYear, receiptNumber)),
})

/** Writes down what a line became. */
export const trace = async (context: WriteContext, before: StatedRow, reason?: string): Promise<StatedRow> => {
  const after = await load(context, before.id)
  await context.audit({ subject: 'BankLine', id: before.id, before: told(before), after: told(after), reason })
  return after
}

export const finish = async (context: WriteContext, before: StatedRow, reason?: string): Promise<BankLineRecord> => {
  const [record] = await presentLines(context, [await trace(context, before, reason)])
  return found(record)
}

/** @throws DomainError BANK_LINE_DONE, BANK_LINE_EXCEEDED, DONATION_LINKED, and what recording a donation may throw */
export const matchLine = async (context: WriteContext, id: string, parts: readonly NewPart[]): Promise<BankLineRecord> => {
  const line = await takeLine(context, id)
  await openCampaign(context, line.campaignId)
  await fill(context, line, parts)
  return finish(context, line)
}

type Wanted = { id: string; version: number }

/** Each line is judged again; one that somebody has touched, or that is certain no more, is left for a person to look at. */
export const matchCertain = async (
  context: WriteContext,
  campaignId: string,
  lines: readonly Wanted[],
): Promise<{ matched: number; skipped: number }> => {
  await openCampaign(context, campaignId)
  let candidates = await candidatesOf(context.db, campaignId)
  let matched = 0
  // In one order for everybody, so that two who press at once wait for each other and do not meet crosswise.
  for (const { id, version } of [...lines].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const line = await load(context, id)
    const best = suggestionsOf(toMatch(line), candidates)[0]
    if (line.campaignId !== campaignId || line.direction !== 'credit' || line.state.status !== 'waiting') continue
    if (!best?.certain || !(await isTaken(context, id, version))) continue
    const parts = best.parts.map(
      (part): NewPart =>
        part.kind === 'pledge' ? { kind: 'pledge', pledgeId: part.id, amount: part.amount } : { kind: 'donation', donationId: part.id },
    )
    await fill(context, await load(context, id), parts)
    await trace(context, line)
    candidates = withoutTaken(candidates, best.parts)
    matched++
  }
  if (matched === 0) throw await doneBy(context, await load(context, lines[0]?.id ?? ''))
  return { matched, skipped: lines.length - matched }
}

type Part = StatedRow['parts'][number]

/** What was recorded from the line is voided, which lets it go; what was only linked stays a donation. */
export const takePartBack = async (context: WriteContext, part: Part, reason: string, always = false): Promise<void> => {
  if (!part.made && !always) return releasePart(context, part)
  const { version } = await context.db.donation.findUniqueOrThrow({ where: { id: part.donationId }, select: { version: true } })
  await voidDonation({ ...context, version }, part.donationId, reason)
}

/** @throws DomainError BANK_LINE_DONE, TRANSITION_NOT_ALLOWED, and what voiding a donation may throw */
export const unmatchLine = async (
  context: WriteContext,
  id: string,
  { reason, partId }: { reason: string; partId: string | null },
): Promise<BankLineRecord> => {
  const line = await takeLine(context, id)
  const parts = line.parts.filter((part) => partId === null || part.id === partId)
  if (parts.length === 0) throw new DomainError('TRANSITION_NOT_ALLOWED', { from: line.state.status, to: 'waiting' })
  for (const part of parts) await takePartBack(context, part, reason)
  return finish(context, line, reason)
}
