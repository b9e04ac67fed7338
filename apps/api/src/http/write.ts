import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Prisma } from '@chung-tay/db/client'
import { isRetryable } from '@chung-tay/db/database-errors'
import { DomainError } from '@chung-tay/domain/errors'
import type { Audited, Context, Db, WriteContext } from './context.ts'

/** Values as JSON keeps them: whole đồng as numbers, moments in ISO. */
export const toJson = (value: unknown): Prisma.InputJsonValue =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? Number(part) : part))) as Prisma.InputJsonValue

type Kept = { request: string; status: number; answer: Prisma.JsonValue }
export type Answer = { status: number; body: string }

export type WriteRequest = {
  operationId: string
  idempotencyKey: string | undefined
  version: number
  /** Everything that makes the request the same or another one. */
  input: unknown
}

const attempts = 5

/** Serialisation failures and deadlocks are tried again, a little later each time and never in step. */
const retrying = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (!isRetryable(error) || attempt === attempts) throw error
      await wait(Math.random() * 20 * 2 ** attempt)
    }
  }
}

/** The lock tells a request that is still running from one that was answered; the key's row is written in the same transaction as the record. */
const claim = async (tx: Db, userId: string, key: string, hash: string): Promise<Kept | undefined> => {
  const [row] = await tx.$queryRaw<[{ locked: boolean }]>`SELECT pg_try_advisory_xact_lock(hashtextextended(${`${userId} ${key}`}, 0)) AS locked`
  if (!row.locked) throw new DomainError('IN_FLIGHT')
  const kept = await tx.idempotencyKey.findUnique({ where: { userId_key: { userId, key } }, select: { request: true, status: true, answer: true } })
  if (kept && kept.request !== hash) throw new DomainError('IDEMPOTENCY_KEY_REUSED')
  return kept ?? undefined
}

const auditIn = (tx: Db, context: Context, operationId: string, seen: { audited: boolean }) => async (entries: Audited | readonly Audited[]) => {
  seen.audited = true
  await tx.auditEntry.createMany({
    data: [entries].flat().map((entry) => ({
      at: context.clock.now(),
      actorId: context.actor.userId,
      actorName: context.actor.name,
      action: entry.action ?? operationId,
      subjectType: entry.subject,
      subjectId: entry.id,
      ...(entry.before && { before: toJson(entry.before) }),
      ...(entry.after && { after: toJson(entry.after) }),
      reason: entry.reason ?? null,
    })),
  })
}

/**
 * One mutation: its records, its audit entry and its kept answer stand or fall together.
 * A repeat of the key gets the first answer; one that is still running is refused as `IN_FLIGHT`.
 */
export const runWrite = (context: Context, request: WriteRequest, run: (context: WriteContext) => Promise<Answer>): Promise<Answer> =>
  retrying(() =>
    context.database.prisma.$transaction(
      async (tx) => {
        const { userId } = context.actor
        const key = request.idempotencyKey
        const hash = createHash('sha256')
          .update(JSON.stringify([request.operationId, request.version, request.input]))
          .digest('base64url')
        const kept = key === undefined ? undefined : await claim(tx, userId, key, hash)
        if (kept) return { status: kept.status, body: JSON.stringify(kept.answer) }
        const seen = { audited: false }
        const answer = await run({ ...context, db: tx, version: request.version, audit: auditIn(tx, context, request.operationId, seen) })
        if (!seen.audited) throw new Error(`${request.operationId} changed something without an audit entry`)
        if (key !== undefined) {
          await tx.idempotencyKey.create({
            data: { userId, key, request: hash, status: answer.status, answer: JSON.parse(answer.body) as Prisma.InputJsonValue },
            select: { key: true },
          })
        }
        return answer
      },
      { timeout: 20_000, maxWait: 5_000 },
    ),
  )
