import type { TaskComment } from '@chung-tay/db/client'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import type { Context, WriteContext } from '../http/context.ts'
import { tellCommented } from './notices.ts'
import { loadTask } from './record.ts'

const present = ({ id, createdAt, text }: TaskComment, authorName: string) => ({ id, authorName, at: createdAt, text })

export const listComments = async (context: Context, taskId: string) => {
  await loadTask(context, taskId, 'read')
  const comments = await context.db.taskComment.findMany({ where: { taskId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  const authors = await context.db.user.findMany({
    where: { id: { in: comments.map(({ authorId }) => authorId) } },
    select: { id: true, name: true },
  })
  const names = new Map(authors.map(({ id, name }) => [id, name]))
  return { items: comments.map((comment) => present(comment, names.get(comment.authorId) ?? '')) }
}

export const commentOnTask = async (context: WriteContext, taskId: string, text: string) => {
  const task = await loadTask(context, taskId, 'comment')
  requireOpen(task.campaign.status)
  const comment = await context.db.taskComment.create({
    data: { taskId, authorId: context.actor.userId, text, createdAt: context.clock.now() },
  })
  await context.audit({ subject: 'Task', id: taskId, after: { comment: text } })
  await tellCommented(context, task, comment)
  return present(comment, context.actor.name)
}
