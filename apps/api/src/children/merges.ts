import type { childMerges } from '@chung-tay/contracts/child-merges'
import type { ChildMerge, Prisma } from '@chung-tay/db/client'
import { mergeFields, planMerge, surplusReason } from '@chung-tay/domain/children/merge'
import { DomainError } from '@chung-tay/domain/errors'
import { foldText, givenNameOf } from '@chung-tay/domain/text'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import { holdCampaign } from '../gifts/lists.ts'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { found } from '../http/scope.ts'
import { toJson } from '../http/write.ts'
import { chosen, type Described, fieldsOf, guardiansOf, type Moved, moved } from './merge-moved.ts'
import { holdChildren, loadWhole, recordOf, type WholeChild } from './merge-records.ts'
import { presentChild, shown, standing } from './present.ts'
import { stopWithdrawn } from './stop-use.ts'

const shownMerge = { kept: { include: shown }, gone: { select: { name: true } } } as const
type Row = Prisma.ChildMergeGetPayload<{ include: typeof shownMerge }>

const present = async (context: Context, rows: readonly Row[]) => {
  const names = await namesOfUsers(
    context.db,
    rows.map(({ mergedById }) => mergedById),
  )
  return rows.map((row) => {
    const { kept, gone, consentIds, lineIds, excludeIds, nominationIds, twice } = moved.parse(row.moved)
    const added = gone.guardians.filter(({ employeeId }) => !kept.guardians.some((own) => own.employeeId === employeeId))
    return {
      id: row.id,
      kept: presentChild(context, row.kept),
      goneName: row.gone.name,
      moved: {
        guardians: added.length,
        consents: consentIds.length,
        giftLines: lineIds.length,
        nominations: nominationIds.length,
        excluded: excludeIds.length,
      },
      twice,
      mergedByName: names.get(row.mergedById) ?? '',
      mergedAt: row.mergedAt,
      undoneAt: row.undoneAt,
      version: row.version,
    }
  })
}

export const listMerges = async (context: Context) => {
  const where = { undoneAt: null, kept: standing }
  const rows = await context.db.childMerge.findMany({ where, include: shownMerge, orderBy: [{ mergedAt: 'desc' }, { id: 'desc' }], take: 50 })
  return { items: await present(context, rows) }
}

const reload = async (context: Context, id: string) =>
  found((await present(context, [await context.db.childMerge.findUniqueOrThrow({ where: { id }, include: shownMerge })]))[0])

/** Writes what a child is called, its guardians, and that the record was changed; the version is the one that was seen. */
const writeChild = async (
  db: Db,
  { id, version }: { id: string; version: number },
  data: Prisma.ChildUncheckedUpdateInput,
  people: Moved['gone']['guardians'],
) => {
  await db.guardian.deleteMany({ where: { childId: id } })
  const { count } = await db.child.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } })
  if (count === 0) throw new DomainError('STALE')
  await db.guardian.createMany({ data: people.map((guardian) => ({ ...guardian, childId: id })) })
}

const dataOf = ({ birthDate, ...fields }: Described) => ({
  ...fields,
  birthDate: new Date(birthDate),
  givenName: givenNameOf(fields.name),
  search: foldText(fields.name),
})

type Hanging = Pick<Moved, 'consentIds' | 'lineIds' | 'nominationIds' | 'fileIds' | 'requestIds' | 'publicationIds'>

const again = { version: { increment: 1 } } as const

/** Hangs consents, lines, nominations and files on another record. */
const hang = async (db: Db, { consentIds, lineIds, nominationIds, fileIds, requestIds, publicationIds }: Hanging, from: string, to: string) => {
  const moving = (list: string[]) => ({ where: { id: { in: list }, childId: from }, data: { childId: to, ...again } })
  const counts = [
    (await db.consent.updateMany(moving(consentIds))).count === consentIds.length,
    (await db.giftListLine.updateMany(moving(lineIds))).count === lineIds.length,
    (await db.nomination.updateMany(moving(nominationIds))).count === nominationIds.length,
    (await db.dataRequest.updateMany(moving(requestIds))).count === requestIds.length,
    (await db.file.updateMany({ where: { id: { in: fileIds }, subjectType: 'Child', subjectId: from }, data: { subjectId: to, ...again } })).count ===
      fileIds.length,
  ]
  if (!counts.every(Boolean)) throw new DomainError('MERGE_STANDS', { why: 'movedOn' })
  // A piece may name other children by now: what it names no more is not moved back.
  await db.publicationChild.updateMany({ where: { publicationId: { in: publicationIds }, childId: from }, data: { childId: to } })
}

/** Pieces that name or show the record that goes, and not the other one too. */
const piecesOf = async (db: Db, keptId: string, goneId: string): Promise<string[]> => {
  const where = { childId: goneId, publication: { children: { none: { childId: keptId } } } }
  return (await db.publicationChild.findMany({ where, select: { publicationId: true } })).map(({ publicationId }) => publicationId)
}

const notSame = async (db: Db, kept: WholeChild, gone: WholeChild) => {
  const apart = await db.child.findMany({ where: { notSameAs: { has: gone.id } }, select: { id: true } })
  return [...new Set([...kept.notSameAs, ...gone.notSameAs, ...apart.map(({ id }) => id)])].filter((id) => id !== kept.id && id !== gone.id)
}

/** What was asked goes along, but for a second request of a kind that waits already. */
const requestsOf = (kept: WholeChild, gone: WholeChild): string[] => {
  const waits = ({ status }: { status: string }) => status === 'received' || status === 'accepted'
  const waiting = kept.dataRequests.filter(waits).map(({ kind }) => kind)
  return gone.dataRequests.filter((request) => !waits(request) || !waiting.includes(request.kind)).map(({ id }) => id)
}

type Input = z.output<typeof childMerges.merge.body>

const holdLists = async (db: Db, records: readonly WholeChild[]) => {
  const campaignIds = new Set(records.flatMap(({ giftLines }) => giftLines.map(({ giftList }) => giftList.campaignId)))
  for (const campaignId of [...campaignIds].toSorted()) await holdCampaign(db, campaignId)
}

/** @throws DomainError STALE, and as `planMerge` */
export const mergeChildren = async (context: WriteContext, id: string, { goneId, goneVersion, choice }: Input) => {
  const { db, actor, clock } = context
  if (id === goneId) throw invalidField('goneId', 'duplicate')
  // Lists are held before lines, as everywhere.
  await holdLists(db, [await loadWhole(db, id), await loadWhole(db, goneId)])
  await holdChildren(db, [id, goneId])
  const [kept, gone] = [await loadWhole(db, id), await loadWhole(db, goneId)]
  const plan = planMerge(recordOf(kept), recordOf(gone))
  const files = await db.file.findMany({ where: { subjectType: 'Child', subjectId: goneId }, select: { id: true } })
  const made = { fields: chosen(kept, gone, choice), guardians: plan.guardians, notSameAs: await notSame(db, kept, gone) }
  const hanging = {
    consentIds: plan.consentIds,
    lineIds: plan.lineIds,
    nominationIds: plan.nominationIds,
    fileIds: files.map((file) => file.id),
    requestIds: requestsOf(kept, gone),
    publicationIds: await piecesOf(db, id, goneId),
  }
  await writeChild(db, { id: goneId, version: goneVersion }, { active: false, mergedIntoId: id }, [])
  await writeChild(db, { id, version: context.version }, { ...dataOf(made.fields), notSameAs: made.notSameAs }, made.guardians)
  await hang(db, hanging, goneId, id)
  await db.giftListLine.updateMany({ where: { id: { in: plan.excludeIds } }, data: { excluded: true, excludeReason: surplusReason, ...again } })
  const before: Moved = {
    kept: { fields: fieldsOf(kept), guardians: guardiansOf(kept), notSameAs: kept.notSameAs },
    gone: { active: gone.active, guardians: guardiansOf(gone) },
    made,
    ...hanging,
    excludeIds: plan.excludeIds,
    twice: plan.twice,
  }
  const data = { keptId: id, goneId, moved: toJson(before), mergedById: actor.userId, mergedAt: clock.now() }
  const merge = await db.childMerge.create({ data, select: { id: true, version: true } })
  await stopWithdrawn(context, id, merge)
  const after = await reload(context, merge.id)
  await context.audit([
    { subject: 'Child', id, before: presentChild(context, kept), after: after.kept },
    { subject: 'Child', id: goneId, before: { active: gone.active }, after: { active: false, mergedInto: after.kept.name } },
  ])
  return after
}

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right)
const byEmployee = (people: Moved['gone']['guardians']) => people.toSorted((left, right) => (left.employeeId < right.employeeId ? -1 : 1))

/** What was changed by hand since would be lost. */
const requireUntouched = (kept: WholeChild, { made }: Moved) => {
  const now = fieldsOf(kept)
  const fields: string[] = mergeFields.filter((field) => now[field] !== made.fields[field])
  if (!same(guardiansOf(kept), byEmployee(made.guardians))) fields.push('guardians')
  if (fields.length > 0) throw new DomainError('MERGE_STANDS', { why: 'changed', fields })
}

const requireInForce = async (context: WriteContext, id: string): Promise<ChildMerge> => {
  const row = found(await context.db.childMerge.findUnique({ where: { id } }))
  if (row.undoneAt) throw new DomainError('MERGE_STANDS', { why: 'undone' })
  if (row.version !== context.version) throw new DomainError('STALE')
  return row
}

/** @throws DomainError MERGE_STANDS with { why }: 'undone', 'changed' { fields }, 'mergedOn' into a third record, 'movedOn' */
export const undoMerge = async (context: WriteContext, id: string) => {
  const { db, actor, clock } = context
  const { keptId, goneId } = await requireInForce(context, id)
  await holdChildren(db, [keptId, goneId])
  const was = moved.parse((await requireInForce(context, id)).moved)
  if (!(await db.child.findFirst({ where: { id: keptId, ...standing } }))) throw new DomainError('MERGE_STANDS', { why: 'mergedOn' })
  const kept = await loadWhole(db, keptId)
  requireUntouched(kept, was)
  await hang(db, was, keptId, goneId)
  const surplus = { id: { in: was.excludeIds }, excludeReason: surplusReason }
  await db.giftListLine.updateMany({ where: surplus, data: { excluded: false, excludeReason: null, ...again } })
  const gone = await db.child.findUniqueOrThrow({ where: { id: goneId } })
  // Whom somebody found to be another child since stays apart.
  const notSameAs = kept.notSameAs.filter((other) => was.kept.notSameAs.includes(other) || !was.made.notSameAs.includes(other))
  await writeChild(db, kept, { ...dataOf(was.kept.fields), notSameAs }, was.kept.guardians)
  await writeChild(db, gone, { active: was.gone.active, mergedIntoId: null }, was.gone.guardians)
  await db.childMerge.update({ where: { id, version: context.version }, data: { undoneById: actor.userId, undoneAt: clock.now(), ...again } })
  const after = await reload(context, id)
  await context.audit([
    { subject: 'Child', id: keptId, before: presentChild(context, kept), after: after.kept },
    { subject: 'Child', id: goneId, before: { active: false }, after: { active: was.gone.active } },
  ])
  return after
}
