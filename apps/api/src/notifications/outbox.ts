import { nextAttempt } from '@chung-tay/domain/reminders/attempts'
import type { Clock, Db, Services } from '../http/context.ts'
import type { Letter, SendMail } from './mail.ts'

/** Longer than any attempt may take: until then nobody else sends what somebody holds. */
const leaseMinutes = 5
const daysKept = 30
const day = 86_400_000

/** Puts a letter out for sending, in the transaction of what it tells of. A key that is already there changes nothing. */
export const writeLetter = async ({ db, clock }: { db: Db; clock: Clock }, letter: Letter): Promise<number> => {
  const now = clock.now()
  const { count } = await db.mail.createMany({ data: [{ ...letter, createdAt: now, nextAt: now }], skipDuplicates: true })
  return count
}

type Outbox = Pick<Services, 'database' | 'clock' | 'log'> & { sendMail: SendMail }
type Claimed = Letter & { id: string; attempts: number }

/** Takes the next letter that is due, for the length of the lease; what others are taking at this moment is passed over. */
const claim = async ({ database, clock }: Outbox): Promise<Claimed | undefined> => {
  const now = clock.now()
  const until = new Date(now.getTime() + leaseMinutes * 60_000)
  const [letter] = await database.prisma.$queryRaw<Claimed[]>`
    UPDATE "Mail" SET "attempts" = "attempts" + 1, "nextAt" = ${until}::timestamptz
    WHERE "id" = (
      SELECT "id" FROM "Mail" WHERE "sentAt" IS NULL AND "failedAt" IS NULL AND "nextAt" <= ${now}::timestamptz
      ORDER BY "nextAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id", "key", "to", "subject", "text", "attachment", "attachmentName", "attempts"`
  return letter
}

const noteFailure = async ({ database, clock, log }: Outbox, { id, attempts }: Claimed, error: unknown) => {
  const now = clock.now()
  const next = nextAttempt(attempts, now)
  log.warn({ err: error, mailId: id, attempts }, 'a letter could not be sent')
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  // Whoever holds the letter now, after this lease ran out, has counted one attempt more.
  await database.prisma.mail.updateMany({
    where: { id, attempts, sentAt: null },
    data: { error: message, ...(next ? { nextAt: next } : { failedAt: now }) },
  })
}

/** A refusal of the server has a number and concerns one letter; without one, the server itself is out of reach. */
const isOutOfReach = (error: unknown): boolean => !(error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number')

/**
 * Sends what is due, one after the other, from as many processes as there are. A server out of reach ends the round: the next one tries again.
 * A crash after the server took a letter sends it once more when the lease has run out, under the same Message-ID.
 */
export const sendLetters = async (outbox: Outbox): Promise<{ sent: number; failed: number }> => {
  const { database, clock, sendMail } = outbox
  const sum = { sent: 0, failed: 0 }
  await database.prisma.mail.deleteMany({ where: { sentAt: { lt: new Date(clock.now().getTime() - daysKept * day) } } })
  for (let letter = await claim(outbox); letter !== undefined; letter = await claim(outbox)) {
    const { id, attempts: _, ...rest } = letter
    try {
      await sendMail(rest)
    } catch (error) {
      await noteFailure(outbox, letter, error)
      sum.failed += 1
      if (isOutOfReach(error)) break
      continue
    }
    await database.prisma.mail.updateMany({ where: { id, sentAt: null }, data: { sentAt: clock.now(), failedAt: null, error: null } })
    sum.sent += 1
  }
  return sum
}
