import type { BankLineRecord, sendingBack } from '@chung-tay/contracts/bank-lines'
import { DomainError } from '@chung-tay/domain/errors'
import { partsToTakeBack, type SetAsideReason } from '@chung-tay/domain/statements/status'
import type { z } from 'zod'
import { voidDonation } from '../donations/service.ts'
import type { WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { type StatedRow, shown, stated } from './lines.ts'
import { finish, takeLine, takePartBack, trace } from './match.ts'
import { settleLine } from './parts.ts'

const refuse = ({ state }: StatedRow, to: string) => new DomainError('TRANSITION_NOT_ALLOWED', { from: state.status, to })

/** What is left of a line is no donation. @throws DomainError BANK_LINE_DONE, TRANSITION_NOT_ALLOWED */
export const putAside = async (
  context: WriteContext,
  id: string,
  { reason, note }: { reason: SetAsideReason; note: string },
): Promise<BankLineRecord> => {
  const line = await takeLine(context, id)
  if (line.state.status === 'matched' || line.state.status === 'setAside') throw refuse(line, 'setAside')
  await settleLine(context, line.state, { setAsideReason: reason, note })
  return finish(context, line)
}

/** The other line of a return, held while it is changed. */
const hold = async (context: WriteContext, id: string): Promise<StatedRow> => {
  await context.db.$queryRaw`SELECT "version" FROM "BankLineState" WHERE "lineId" = ${id}::uuid FOR UPDATE`
  const row = await context.db.bankLine.findFirst({ where: { AND: [{ id }, scope(context, 'update', 'BankLine')] }, include: shown })
  if (!row) throw new DomainError('NOT_FOUND', { reference: true })
  return stated(row)
}

/** The line waits again; one that took money back lets the money wait again that it took. What was voided stays voided. */
export const resume = async (context: WriteContext, id: string): Promise<BankLineRecord> => {
  const line = await takeLine(context, id)
  const { setAsideReason, returnsLineId, returnsDonationId } = line.state
  if (setAsideReason === null && returnsLineId === null && returnsDonationId === null) throw refuse(line, 'waiting')
  // Money that went back waits again by the line that sent it back, so that both say the same.
  const returnedBy = await context.db.bankLineState.count({ where: { returnsLineId: id } })
  if (returnedBy > 0) throw refuse(line, 'waiting')
  if (returnsLineId !== null) {
    const other = await hold(context, returnsLineId)
    await settleLine(context, other.state, { setAsideReason: null, note: '' })
    await trace(context, other)
  }
  const allocated = line.direction === 'debit' ? 0 : Number(line.state.allocated)
  await settleLine(context, line.state, { allocated, setAsideReason: null, note: '', returnsLineId: null, returnsDonationId: null })
  return finish(context, line)
}

/** Voids what of a line went back, and sets its money aside. @throws DomainError RETURN_DOES_NOT_FIT */
const takeBack = async (context: WriteContext, lineId: string, debit: StatedRow, reason: string): Promise<void> => {
  const line = await hold(context, lineId)
  if (line.direction !== 'credit' || line.account !== debit.account || line.day > debit.day) throw new DomainError('RETURN_DOES_NOT_FIT')
  const parts = line.parts.map((part) => ({ id: part.id, amount: Number(part.amount) }))
  const back = partsToTakeBack(Number(debit.amount), { amount: Number(line.amount), parts })
  if (back === null) throw new DomainError('RETURN_DOES_NOT_FIT', { amount: Number(line.amount), rest: Number(line.amount - line.state.allocated) })
  for (const part of line.parts.filter(({ id }) => back.includes(id))) await takePartBack(context, part, reason, true)
  const { state } = await hold(context, lineId)
  await settleLine(context, state, { setAsideReason: 'returned', note: reason })
  await trace(context, line, reason)
}

type Return = z.output<typeof sendingBack>

const donationBack = async (context: WriteContext, donationId: string, debit: StatedRow, reason: string): Promise<void> => {
  const donation = found(await context.db.donation.findFirst({ where: { AND: [{ id: donationId }, scope(context, 'read', 'Donation')] } }))
  if (donation.amount !== debit.amount || donation.method !== 'transfer')
    throw new DomainError('RETURN_DOES_NOT_FIT', { amount: Number(donation.amount) })
  await voidDonation({ ...context, version: donation.version }, donationId, reason)
}

/** Money that went out sent that line or donation back. */
export const returnLine = async (context: WriteContext, id: string, given: Return): Promise<BankLineRecord> => {
  const debit = await takeLine(context, id)
  if (debit.direction !== 'debit' || debit.state.status !== 'waiting') throw refuse(debit, 'matched')
  const { reason } = given
  const donationId = given.kind === 'donation' ? given.donationId : null
  const part = donationId === null ? null : await context.db.bankLinePart.findFirst({ where: { donationId, released: false } })
  const lineId = given.kind === 'line' ? given.lineId : (part?.lineId ?? null)
  if (lineId !== null) await takeBack(context, lineId, debit, reason)
  else if (donationId !== null) await donationBack(context, donationId, debit, reason)
  const returns = { returnsLineId: lineId, returnsDonationId: lineId === null ? donationId : null }
  await settleLine(context, debit.state, { allocated: Number(debit.amount), note: reason, ...returns })
  return finish(context, debit, reason)
}
