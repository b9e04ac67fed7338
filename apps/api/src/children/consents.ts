import type { ConsentRecord, children } from '@chung-tay/contracts/children'
import type { Consent } from '@chung-tay/db/client'
import { needsChildAgreement, replacedReason } from '@chung-tay/domain/children/consent'
import { ageOn, fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import type { z } from 'zod'
import { attachFiles, filesOf } from '../files/service.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { found, scope } from '../http/scope.ts'
import type { ChildRow } from './present.ts'
import { loadChild } from './service.ts'
import { stopUse } from './stop-use.ts'

type NewConsent = z.output<typeof children.giveConsent.body>

const present = async (context: Context, row: Consent): Promise<ConsentRecord> => ({
  id: row.id,
  childId: row.childId,
  purpose: row.purpose,
  method: row.method,
  givenByName: row.givenByName,
  relation: row.relation,
  childAgreed: row.childAgreed,
  givenOn: fromDbDate(row.givenOn),
  withdrawnOn: row.withdrawnOn && fromDbDate(row.withdrawnOn),
  withdrawReason: row.withdrawReason,
  files: await filesOf(context, 'Consent', row.id),
  version: row.version,
})

export const listConsents = async (context: Context, childId: string) => {
  await loadChild(context, childId)
  const rows = await context.db.consent.findMany({
    where: { AND: [{ childId }, scope(context, 'read', 'Consent')] },
    orderBy: [{ givenOn: 'desc' }, { id: 'desc' }],
  })
  return { items: await Promise.all(rows.map((row) => present(context, row))) }
}

/** Who gives the consent: the person named on the paper, or the guardian who is signed in. */
const giverOf = (context: Context, row: ChildRow, input: NewConsent) => {
  const today = context.clock.today()
  if (input.method === 'paper') {
    if (input.fileIds.length === 0) throw new DomainError('EVIDENCE_REQUIRED')
    if (input.givenOn > today) throw invalidField('givenOn', 'in_the_future')
    return { givenByName: input.givenByName, relation: input.relation, givenOn: input.givenOn }
  }
  const own = row.guardians.find(({ employeeId }) => employeeId === context.actor.employeeId)
  // Nobody consents in a parent's stead: the union enters what was signed on paper.
  if (!own) throw invalidField('method', 'not_guardian')
  return { givenByName: own.employee.name, relation: own.relation, givenOn: today }
}

const requireAgreement = (row: ChildRow, { purpose, childAgreed }: NewConsent, givenOn: string) => {
  const birthDate = fromDbDate(row.birthDate)
  if (childAgreed || !needsChildAgreement(purpose, birthDate, givenOn)) return
  throw new DomainError('CHILD_AGREEMENT_REQUIRED', { purpose, age: ageOn(birthDate, givenOn) })
}

/** A consent from before the child turned 7 makes way for one that the child shares; the use has not stopped in between. */
const replaceLapsed = async (context: WriteContext, row: ChildRow, purpose: NewConsent['purpose']) => {
  const today = context.clock.today()
  if (!needsChildAgreement(purpose, fromDbDate(row.birthDate), today)) return
  const where = { childId: row.id, purpose, childAgreed: false, withdrawnOn: null }
  const data = { withdrawnOn: toDbDate(today), withdrawReason: replacedReason, version: { increment: 1 } } as const
  for (const { id } of await context.db.consent.updateManyAndReturn({ where, data, select: { id: true } }))
    await context.audit({ subject: 'Consent', id, before: { withdrawnOn: null }, after: { withdrawnOn: today, withdrawReason: replacedReason } })
}

export const giveConsent = async (context: WriteContext, childId: string, input: NewConsent): Promise<ConsentRecord> => {
  const row = await loadChild(context, childId)
  const { givenOn, ...giver } = giverOf(context, row, input)
  requireAgreement(row, input, givenOn)
  const { method, purpose, childAgreed } = input
  if (childAgreed) await replaceLapsed(context, row, purpose)
  // At most one in force for a purpose: the database's partial index refuses the second, also when two arrive at once.
  const { id } = await context.db.consent.create({
    data: { ...giver, childId, method, purpose, childAgreed, givenOn: toDbDate(givenOn), recordedById: context.actor.userId },
  })
  const created = found(await context.db.consent.findFirst({ where: { AND: [{ id }, scope(context, 'create', 'Consent')] } }))
  if (input.method === 'paper') await attachFiles(context, 'Consent', id, input.fileIds)
  const after = await present(context, created)
  await context.audit({ subject: 'Consent', id, after })
  return after
}

/** The use stops with it: see `stopUse`. */
export const withdrawConsent = async (context: WriteContext, id: string, reason: string): Promise<ConsentRecord> => {
  const before = found(await context.db.consent.findFirst({ where: { AND: [{ id }, scope(context, 'update', 'Consent')] } }))
  if (before.withdrawnOn) throw new DomainError('CONFLICT', { withdrawnOn: fromDbDate(before.withdrawnOn) })
  const row = await context.db.consent.update({
    where: { id, version: context.version },
    data: { withdrawnOn: toDbDate(context.clock.today()), withdrawReason: reason, version: { increment: 1 } },
  })
  const after = await present(context, row)
  await context.audit({ subject: 'Consent', id, before: await present(context, before), after, reason })
  await stopUse(context, row.childId, row.purpose, row)
  return after
}
