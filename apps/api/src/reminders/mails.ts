import type { mails, UnsentMail } from '@chung-tay/contracts/reminders'
import type { Mail } from '@chung-tay/db/client'
import { DomainError } from '@chung-tay/domain/errors'
import type { z } from 'zod'
import type { Context, WriteContext } from '../http/context.ts'
import { page } from '../http/pages.ts'
import { found } from '../http/scope.ts'

const kindOf = (key: string): UnsentMail['kind'] => (key.startsWith('digest:') ? 'digest' : key.startsWith('urgent:') ? 'urgent' : 'other')

const present = ({ id, key, to, createdAt, attempts, error, nextAt, failedAt }: Mail): UnsentMail => ({
  id,
  kind: kindOf(key),
  to,
  createdAt,
  attempts,
  error,
  nextAt,
  failedAt,
})

export const listUnsentMails = ({ db }: Context, query: z.output<typeof mails.listUnsent.query>) => {
  const text = query.q ?? ''
  const where = { sentAt: null, error: { not: null }, ...(text !== '' && { to: { contains: text, mode: 'insensitive' as const } }) }
  return page(
    query,
    (window) => db.mail.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], ...window }),
    () => db.mail.count({ where }),
    present,
  )
}

/** Only what was given up: one that still waits may be on its way in another process at this moment. */
export const retryMail = async (context: WriteContext, id: string): Promise<UnsentMail> => {
  const { db, clock } = context
  found(await db.mail.findFirst({ where: { id, sentAt: null } }))
  const [mail] = await db.mail.updateManyAndReturn({
    where: { id, sentAt: null, failedAt: { not: null } },
    data: { failedAt: null, attempts: 0, nextAt: clock.now() },
  })
  if (!mail) throw new DomainError('TRANSITION_NOT_ALLOWED')
  await context.audit({ subject: 'Mail', id })
  return present(mail)
}
