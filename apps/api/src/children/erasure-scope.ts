import type { Prisma } from '@chung-tay/db/client'
import { readSnapshot } from '../awards/document.ts'
import type { Db } from '../http/context.ts'
import { found } from '../http/scope.ts'
import { meansNobodyElse } from './namesakes.ts'

const whole = {
  guardians: true,
  consents: true,
  giftLines: { include: { giftList: { select: { status: true } }, handOut: { select: { id: true } }, undone: { select: { id: true } } } },
  nominations: true,
} as const satisfies Prisma.ChildInclude
export type ErasedChild = Prisma.ChildGetPayload<{ include: typeof whole }>

/** A child with every record that was merged into it: they are erased together. */
export const loadFamily = async (db: Db, childId: string): Promise<[ErasedChild, ...ErasedChild[]]> => {
  const child = found(await db.child.findFirst({ where: { id: childId, erasedAt: null }, include: whole }))
  const family: [ErasedChild, ...ErasedChild[]] = [child]
  for (let from = [childId]; from.length > 0; ) {
    const merged = await db.child.findMany({ where: { mergedIntoId: { in: from } }, include: whole })
    family.push(...merged)
    from = merged.map(({ id }) => id)
  }
  return family
}

/** Every record that is about the child, as files and notifications name it. */
export const recordIdsOf = async (db: Db, family: readonly ErasedChild[]): Promise<string[]> => {
  const ids = family.map(({ id }) => id)
  const lines = family.flatMap(({ giftLines }) => giftLines)
  const [requests, merges] = await Promise.all([
    db.dataRequest.findMany({ where: { childId: { in: ids } }, select: { id: true } }),
    db.childMerge.findMany({ where: { OR: [{ keptId: { in: ids } }, { goneId: { in: ids } }] }, select: { id: true } }),
  ])
  return [
    ...ids,
    ...family.flatMap(({ consents, nominations }) => [...consents, ...nominations].map(({ id }) => id)),
    ...lines.flatMap(({ id, handOut, undone }) => [id, ...(handOut ? [handOut.id] : []), ...undone.map((one) => one.id)]),
    ...[...requests, ...merges].map(({ id }) => id),
  ]
}

/** Lines that account for nothing: on a list that nobody approved, with no hand-out on them. */
export const isLoose = ({ giftList, handOut, undone }: ErasedChild['giftLines'][number]): boolean =>
  giftList.status === 'draft' && handOut === null && undone.length === 0

/** Signed decisions that name the child. */
export const signedDecisions = async (db: Db, family: readonly ErasedChild[]) => {
  const nominationIds = new Set(family.flatMap(({ nominations }) => nominations.map(({ id }) => id)))
  const decisionIds = family.flatMap(({ nominations }) => nominations.flatMap(({ decisionId }) => decisionId ?? []))
  const rows = await db.awardDecision.findMany({ where: { id: { in: decisionIds }, status: 'signed' } })
  return rows.map((row) => ({ ...row, nominationIds, frozen: readSnapshot(row.snapshot) }))
}

/** Numbers of signed reports whose own words name the child: their hash would no longer hold. */
export const reportsNaming = async (db: Db, names: readonly string[]): Promise<string[]> => {
  const rows = await db.$queryRaw<{ number: string | null; year: number }[]>`
    SELECT r."number", k."year" FROM "Report" r JOIN "Campaign" k ON k."id" = r."campaignId"
    WHERE r."snapshot" IS NOT NULL AND EXISTS (SELECT FROM unnest(${[...names]}::text[]) name WHERE strpos(lower(r."snapshot"::text), lower(name)) > 0)
    ORDER BY k."year", r."revision"`
  return rows.map(({ number, year }) => number ?? String(year))
}

/** Whether the names can be looked for everywhere: nobody else is called so. */
export const areTelling = async (db: Db, family: readonly ErasedChild[]): Promise<boolean> => {
  const others = { id: { notIn: family.map(({ id }) => id) } }
  for (const { name } of family) if (!(await meansNobodyElse(db, name, others))) return false
  return true
}
