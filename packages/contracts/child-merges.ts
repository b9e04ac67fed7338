import { mergeSides } from '@chung-tay/domain/children/merge'
import { z } from 'zod'
import { child } from './children.ts'
import { id, instant } from './codecs.ts'
import { defineContract } from './contract.ts'

/** `kept` is the child as it is now; `twice` what both records got: it stays where it was. */
export const childMerge = z.object({
  id,
  kept: child,
  goneName: z.string(),
  moved: z.object({ guardians: z.int(), consents: z.int(), giftLines: z.int(), nominations: z.int(), excluded: z.int() }),
  twice: z.object({ gifts: z.array(z.string()), awards: z.array(z.int()) }),
  mergedByName: z.string(),
  mergedAt: instant,
  undoneAt: instant.nullable(),
  version: z.int(),
})

const side = z.enum(mergeSides)
const choice = z.object({
  name: side,
  birthDate: side,
  sex: side,
  schoolLevel: side,
  school: side,
  className: side,
  circumstances: side,
})

export const childMerges = {
  list: defineContract({
    operationId: 'listChildMerges',
    method: 'GET',
    path: '/child-merges',
    summary: 'Merges in force, the latest first',
    permission: 'merge Child',
    response: z.object({ items: z.array(childMerge) }),
  }),
  merge: defineContract({
    operationId: 'mergeChildren',
    method: 'POST',
    path: '/children/:id/merge',
    summary: 'Make two records of one child one: what hangs on the other goes over, and the other is found no longer',
    permission: 'merge Child',
    params: z.object({ id }),
    body: z.object({ goneId: id, goneVersion: z.int().min(1), choice }),
    response: childMerge,
    versioned: true,
    errors: ['MERGE_REFUSED', 'TOO_MANY_GUARDIANS'],
  }),
  undo: defineContract({
    operationId: 'undoChildMerge',
    method: 'POST',
    path: '/child-merges/:id/undo',
    summary: 'Take a merge back: everything lies where it lay before, unless it was changed since',
    permission: 'merge Child',
    params: z.object({ id }),
    response: childMerge,
    status: 200,
    versioned: true,
    errors: ['MERGE_STANDS'],
  }),
}
