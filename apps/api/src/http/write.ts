import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Prisma } from '@chung-tay/db/client'
import { isRetryable, sqlStateOf } from '@chung-tay/db/database-errors'
import { DomainError } from '@chung-tay/domain/errors'
import type { Audited, Context, Db, WriteContext } from './context.ts'
import { newId } from './ids.ts'

const jsonText = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? Number(part) : part))

/** Values as JSON keeps them: whole đồng as numbers, moments in ISO. */
export const toJson = (value: unknown): Prisma.InputJsonValue => JSON.parse(jsonText(value)) as Prisma.InputJsonValue

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
      if (!(isRetryable(error) || cameBetween(error)) || attempt === attempts) throw error
      await wait(Math.random() * 20 * 2 ** attempt)
    }
  }
}

type Claim = { locked: boolean; request: string | null; status: number | null; answer: Prisma.JsonValue }

/** The lock tells a request that is still running from one that was answered; the key's row is written in the same transaction as the record. */
const claim = async (tx: Db, userId: string, key: string, hash: string): Promise<Answer | undefined> => {
  const [row] = await tx.$queryRaw<[Claim]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`${userId} ${key}`}, 0)) AS locked, kept."request", kept."status", kept."answer"
    FROM (SELECT) AS one LEFT JOIN "IdempotencyKey" kept ON kept."userId" = ${userId}::uuid AND kept."key" = ${key}`
  if (!row.locked) throw new DomainError('IN_FLIGHT')
  if (row.request === null || row.status === null) return undefined
  if (row.request !== hash) throw new DomainError('IDEMPOTENCY_KEY_REUSED')
  return { status: row.status, body: JSON.stringify(row.answer) }
}

// The row was not seen, yet it is there: it was committed between the look and the lock. Once more, and it is seen.
const cameBetween = (error: unknown): boolean => sqlStateOf(error) === '23505' && JSON.stringify(error).includes('IdempotencyKey_pkey')

type AuditRow = { id: string; at: Date; action: string; subjectType: string; subjectId: string; before?: object; after?: object; reason?: string }

const auditRow = (context: Context, operationId: string, entry: Audited): AuditRow => ({
  id: newId(),
  at: context.clock.now(),
  action: entry.action ?? operationId,
  subjectType: entry.subject,
  subjectId: entry.id,
  ...(entry.before && { before: entry.before }),
  ...(entry.after && { after: entry.after }),
  ...(entry.reason !== undefined && { reason: entry.reason }),
})

const insertAudit = ({ actor }: Context, rows: readonly AuditRow[]) => Prisma.sql`
  INSERT INTO "AuditEntry" ("id", "at", "actorId", "actorName", "action", "subjectType", "subjectId", "before", "after", "reason")
  SELECT e."id", e."at", ${actor.userId}::uuid, ${actor.name}, e."action", e."subjectType", e."subjectId", e."before", e."after", e."reason"
  FROM jsonb_to_recordset(${jsonText(rows)}::jsonb)
    AS e("id" uuid, "at" timestamptz, "action" text, "subjectType" text, "subjectId" text, "before" jsonb, "after" jsonb, "reason" text)`

/** What was done and what was answered go in last and together: rows that others wait for are held for one round trip less. */
const conclude = (context: Context, tx: Db, rows: readonly AuditRow[], { key, hash }: { key: string | undefined; hash: string }, answer: Answer) => {
  const audit = insertAudit(context, rows)
  if (key === undefined) return tx.$executeRaw(audit)
  return tx.$executeRaw`
    WITH audit AS (${audit})
    INSERT INTO "IdempotencyKey" ("userId", "key", "request", "status", "answer")
    VALUES (${context.actor.userId}::uuid, ${key}, ${hash}, ${answer.status}::int, ${answer.body}::jsonb)`
}

/**
 * One mutation: its records, its audit entry and its kept answer stand or fall together.
 * A repeat of the key gets the first answer; one that is still running is refused as `IN_FLIGHT`.
 */
export const runWrite = (context: Context, request: WriteRequest, run: (context: WriteContext) => Promise<Answer>): Promise<Answer> => {
  const key = request.idempotencyKey
  const hash = createHash('sha256')
    .update(JSON.stringify([request.operationId, request.version, request.input]))
    .digest('base64url')
  let later: (() => Promise<void>)[] = []
  const write = async (tx: Db): Promise<Answer> => {
    later = []
    const kept = key === undefined ? undefined : await claim(tx, context.actor.userId, key, hash)
    if (kept) return kept
    const rows: AuditRow[] = []
    const audit = async (entries: Audited | readonly Audited[]) => {
      rows.push(...[entries].flat().map((entry) => auditRow(context, request.operationId, entry)))
    }
    const answer = await run({ ...context, db: tx, version: request.version, audit, afterCommit: (work) => later.push(work) })
    if (rows.length === 0) throw new Error(`${request.operationId} changed something without an audit entry`)
    await conclude(context, tx, rows, { key, hash }, answer)
    return answer
  }
  return retrying(() => context.database.prisma.$transaction(write, { timeout: 20_000, maxWait: 5_000 })).then(async (answer) => {
    for (const work of later) await work().catch((error: unknown) => context.log.error({ err: error }, 'after a commit'))
    return answer
  })
}
