import type { BankLineState } from '@chung-tay/db/client'
import { bankLineStatus, type SetAsideReason } from '@chung-tay/domain/statements/status'
import type { WriteContext } from '../http/context.ts'

type Change = {
  allocated?: number
  setAsideReason?: SetAsideReason | null
  note?: string
  returnsLineId?: string | null
  returnsDonationId?: string | null
}

/** Writes what a person made of a line, with the status that follows from it. The row is held until the transaction ends. */
export const settleLine = (
  context: WriteContext,
  row: BankLineState,
  { allocated = Number(row.allocated), ...change }: Change,
): Promise<BankLineState> => {
  const setAsideReason = change.setAsideReason === undefined ? row.setAsideReason : change.setAsideReason
  const status = bankLineStatus({ amount: Number(row.amount), allocated, setAside: setAsideReason !== null })
  return context.db.bankLineState.update({
    where: { lineId: row.lineId },
    data: { ...change, allocated, status, version: { increment: 1 }, decidedById: context.actor.userId, decidedAt: context.clock.now() },
  })
}

/** Lets go of a part: its money waits again on the line. */
export const releasePart = async (context: WriteContext, { id, lineId, amount }: { id: string; lineId: string; amount: bigint }): Promise<void> => {
  // The state is locked first, so that two who let go of parts of one line follow each other.
  await context.db.$queryRaw`SELECT "version" FROM "BankLineState" WHERE "lineId" = ${lineId}::uuid FOR UPDATE`
  const { count } = await context.db.bankLinePart.updateMany({ where: { id, released: false }, data: { released: true } })
  if (count === 0) return
  const state = await context.db.bankLineState.findUniqueOrThrow({ where: { lineId } })
  await settleLine(context, state, { allocated: Number(state.allocated - amount) })
}

/** A donation that was voided leaves its line of the bank's statement, wherever it was voided. */
export const releaseDonation = async (context: WriteContext, donationId: string): Promise<void> => {
  const part = await context.db.bankLinePart.findFirst({ where: { donationId, released: false } })
  if (part) await releasePart(context, part)
}
