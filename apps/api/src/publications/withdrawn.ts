import { isNamedIn, type PublishPurpose } from '@chung-tay/domain/publications/children'
import { foldText } from '@chung-tay/domain/text'
import type { Db, WriteContext } from '../http/context.ts'
import { notify, userIdsWith } from '../notifications/service.ts'
import { hasTellingName } from './children.ts'

/** Pieces that were never said to name the child, but whose words do: from now on they are known. */
const findInWords = async (db: Db, childId: string): Promise<void> => {
  const child = await db.child.findUniqueOrThrow({ where: { id: childId }, select: { id: true, name: true } })
  if (!(await hasTellingName(db, child))) return
  const where = { status: { not: 'withdrawn' as const }, search: { contains: foldText(child.name) } }
  const pieces = await db.publication.findMany({ where, select: { id: true, title: true, content: true } })
  for (const { id: publicationId, title, content } of pieces) {
    if (!isNamedIn(`${title}\n${content}`, child.name)) continue
    const key = { publicationId_childId: { publicationId, childId } }
    await db.publicationChild.upsert({ where: key, create: { publicationId, childId, named: true, pictured: false }, update: { named: true } })
  }
}

/** Finds what is out and must come down, and tells who keeps it. `occasion` names what happened, so that nobody is told twice. */
export const callBack = async (context: WriteContext, childId: string, purpose: PublishPurpose, occasion: string): Promise<number> => {
  if (purpose === 'publishName') await findInWords(context.db, childId)
  const use = purpose === 'publishName' ? { named: true } : { pictured: true }
  return tellToTakeDown(context, { childId, ...use }, occasion)
}

/** To whoever keeps publications, also the one who did it: there is something to do. */
export const tellToTakeDown = async (context: WriteContext, children: { childId: string | { in: string[] } }, occasion: string): Promise<number> => {
  const where = { status: 'published' as const, children: { some: children } }
  const pieces = await context.db.publication.findMany({ where, select: { campaign: { select: { year: true } } } })
  const userIds = await userIdsWith(context.db, 'communications')
  for (const [year, those] of Map.groupBy(pieces, ({ campaign }) => campaign.year))
    await notify(context, { userIds, kind: 'takeDown', data: { year, publications: those.length }, key: `takeDown:${occasion}:${year}` })
  return pieces.length
}
