import type { PlanCommentRecord, planComments } from '@chung-tay/contracts/plan-versions'
import type { PlanComment } from '@chung-tay/db/client'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { DomainError } from '@chung-tay/domain/errors'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { tellOthers, userIdsWith } from '../notifications/service.ts'
import { requireReadable } from './service.ts'

const present = async ({ db }: Context, rows: readonly PlanComment[]): Promise<PlanCommentRecord[]> => {
  const names = await namesOfUsers(
    db,
    rows.flatMap((row) => [row.authorId, row.resolvedById]),
  )
  return rows.map(({ id, part, text, authorId, createdAt, resolvedById, resolvedAt, version }) => ({
    id,
    part,
    text,
    authorName: names.get(authorId) ?? '',
    createdAt,
    resolvedByName: names.get(resolvedById ?? '') ?? null,
    resolvedAt,
    version,
  }))
}
const one = async (context: Context, row: PlanComment) => found((await present(context, [row]))[0])

export const listComments = async (context: Context, campaignId: string) => {
  await requireReadable(context, campaignId)
  const where = { AND: [{ campaignId }, scope(context, 'read', 'PlanComment')] }
  return { items: await present(context, await context.db.planComment.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })) }
}

const excerptOf = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text)

const tell = async (context: WriteContext, comment: PlanComment, kind: 'planCommented' | 'planCommentResolved', userIds: readonly string[]) => {
  const { year, title } = await context.db.campaign.findUniqueOrThrow({ where: { id: comment.campaignId }, select: { year: true, title: true } })
  const data = { campaignId: comment.campaignId, year, title, authorName: context.actor.name, part: comment.part, excerpt: excerptOf(comment.text) }
  await tellOthers(context, { userIds, kind, data, key: `${kind}:${comment.id}` })
}

export const createComment = async (context: WriteContext, campaignId: string, input: z.output<typeof planComments.create.body>) => {
  await requireReadable(context, campaignId)
  requireOpen((await context.db.campaign.findUniqueOrThrow({ where: { id: campaignId } })).status)
  const data = { campaignId, ...input, authorId: context.actor.userId, createdAt: context.clock.now() }
  const row = await context.db.planComment.create({ data })
  await context.audit({ subject: 'Campaign', id: campaignId, after: { part: row.part, text: row.text } })
  await tell(context, row, 'planCommented', [...(await userIdsWith(context.db, 'office')), ...(await userIdsWith(context.db, 'leadership'))])
  return one(context, row)
}

export const resolveComment = async (context: WriteContext, id: string) => {
  const before = found(
    await context.db.planComment.findFirst({ where: { AND: [{ id }, scope(context, 'update', 'PlanComment')] }, include: { campaign: true } }),
  )
  requireOpen(before.campaign.status)
  if (before.resolvedAt !== null) throw new DomainError('TRANSITION_NOT_ALLOWED', { status: 'resolved' })
  const row = await context.db.planComment.update({
    where: { id, version: context.version },
    data: { resolvedAt: context.clock.now(), resolvedById: context.actor.userId, version: { increment: 1 } },
  })
  await context.audit({ subject: 'Campaign', id: row.campaignId, after: { part: row.part, text: row.text, resolved: true } })
  await tell(context, row, 'planCommentResolved', [row.authorId])
  return one(context, row)
}
