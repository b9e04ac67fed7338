import { subjects } from '@chung-tay/domain/access/abilities'
import { z } from 'zod'
import { id, instant } from './codecs.ts'
import { defineContract } from './contract.ts'

export const auditEntry = z.object({
  id,
  at: instant,
  actorName: z.string(),
  /** The operation, such as `updateAccount`. */
  action: z.string(),
  reason: z.string().nullable(),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
})

export const audit = {
  history: defineContract({
    operationId: 'getHistory',
    method: 'GET',
    path: '/history/:subject/:id',
    summary: 'Who changed a record, when and how, the latest first; for whoever may read the record',
    permission: 'self',
    /** The agency is one row, number 1. */
    params: z.object({ subject: z.enum(subjects), id: id.or(z.literal('1')) }),
    response: z.object({ items: z.array(auditEntry) }),
  }),
}
