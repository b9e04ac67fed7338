import type { Prisma } from '@chung-tay/db/client'
import type { Subject } from '@chung-tay/domain/access/abilities'
import { DomainError } from '@chung-tay/domain/errors'
import type { Context } from '../http/context.ts'
import { isInScope } from '../http/scope.ts'

type Fields = Record<string, Prisma.JsonValue>
export type Change = { field: string; before: unknown; after: unknown }

/** Bookkeeping that says nothing to a reader. */
const silent = new Set(['version', 'updatedAt', 'createdAt', 'search', 'givenName', 'id', 'childId'])

const fieldsOf = (value: Prisma.JsonValue | null): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

/** The fields in which two states of a record differ. */
export const changesBetween = (before: Prisma.JsonValue | null, after: Prisma.JsonValue | null): Change[] => {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !silent.has(field) && JSON.stringify(old[field] ?? null) !== JSON.stringify(now[field] ?? null))
    .map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null }))
}

/** Who did what to a record, for whoever may read the record. */
export const historyOf = async (context: Context, subject: Subject, id: string) => {
  if (!(await isInScope(context, 'read', subject, id))) throw new DomainError('NOT_FOUND')
  const entries = await context.db.auditEntry.findMany({
    where: { subjectType: subject, subjectId: id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 200,
  })
  return {
    items: entries.map(({ id: entryId, at, actorName, action, reason, before, after }) => ({
      id: entryId,
      at,
      actorName,
      action,
      reason,
      changes: changesBetween(before, after),
    })),
  }
}
