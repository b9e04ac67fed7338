import { randomInt } from 'node:crypto'
import type { PledgeDetail, PledgeRecord, pledges } from '@chung-tay/contracts/pledges'
import type { Donor, Prisma } from '@chung-tay/db/client'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { pledgeStatus } from '@chung-tay/domain/donations/pledge'
import { referenceOf, references } from '@chung-tay/domain/donations/reference'
import { DomainError } from '@chung-tay/domain/errors'
import { numberLabel } from '@chung-tay/domain/ledger/numbers'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import type { Context, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { openCampaign, openFund } from '../ledger/service.ts'
import { donorOf } from './funds.ts'

const shown = { donor: true, fund: { select: { name: true } } } as const
type Row = Prisma.PledgeGetPayload<{ include: typeof shown }>

const present = (row: Row): PledgeRecord => ({
  id: row.id,
  reference: row.reference,
  donor: { id: row.donor.id, kind: row.donor.kind, name: row.donor.name },
  fundId: row.fundId,
  fundName: row.fund.name,
  amount: row.amount === null ? null : Number(row.amount),
  goods: row.goods,
  expectedOn: row.expectedOn && fromDbDate(row.expectedOn),
  remind: row.remind,
  note: row.note,
  received: Number(row.received),
  status: row.status,
  withdrawReason: row.withdrawReason,
  createdAt: row.createdAt,
  version: row.version,
})

type ListQuery = z.output<typeof pledges.list.query>

export const listPledges = async (context: Context, campaignId: string, query: ListQuery) => {
  const where: Prisma.PledgeWhereInput = {
    AND: [
      { campaignId },
      scope(context, 'read', 'Pledge'),
      query.fundId === undefined ? {} : { fundId: query.fundId },
      query.status === undefined ? {} : { status: query.status },
      query.q === undefined ? {} : { search: { contains: foldText(query.q) } },
    ],
  }
  const { column, direction } = orderOf(query.sort)
  const [items, { _sum }] = await Promise.all([
    page(
      query,
      (window) => context.db.pledge.findMany({ where, include: shown, orderBy: [{ [column]: direction }, { id: direction }], ...window }),
      () => context.db.pledge.count({ where }),
      present,
    ),
    context.db.pledge.aggregate({
      where: { AND: [where, { amount: { not: null }, status: { not: 'withdrawn' } }] },
      _sum: { amount: true, received: true },
    }),
  ])
  return { ...items, pledged: Number(_sum.amount ?? 0), received: Number(_sum.received ?? 0) }
}

export const getPledge = async (context: Context, id: string): Promise<PledgeDetail> => {
  const include = { ...shown, donations: { orderBy: { receiptNumber: 'asc' } } } as const
  const row = found(await context.db.pledge.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'Pledge')] }, include }))
  const donations = row.donations.map(({ id, receiptYear, receiptNumber, receivedOn, amount, status }) => ({
    id,
    receipt: numberLabel('receipt', receiptYear, receiptNumber),
    receivedOn: fromDbDate(receivedOn),
    amount: Number(amount),
    status,
  }))
  return { ...present(row), donations }
}

type Input = z.output<typeof pledges.create.body>

/** Who enters a pledge for others is who keeps the book of givers; everybody else pledges in the own name. */
const giverOf = async (context: WriteContext, donor: Input['donor']): Promise<Donor> => {
  if (donor !== null) {
    if (!context.ability.can('create', 'Donor')) throw new DomainError('FORBIDDEN', { action: 'create', subject: 'Donor' })
    return donorOf(context, donor)
  }
  const { employeeId, name } = context.actor
  if (employeeId === null) throw invalidField('donor', 'required')
  return donorOf(context, {
    kind: 'person',
    name,
    phone: null,
    address: '',
    email: null,
    anonymous: true,
    publicName: null,
    showAmount: false,
    employeeId,
  })
}

const drawReference = (): string => referenceOf(randomInt(references)) ?? drawReference()

export const createPledge = async (context: WriteContext, campaignId: string, input: Input): Promise<PledgeRecord> => {
  await openCampaign(context, campaignId)
  await openFund(context.db, input.fundId)
  const donor = await giverOf(context, input.donor)
  const { fundId, note, expectedOn, remind } = input
  const reference = drawReference()
  const what = input.kind === 'money' ? { amount: BigInt(input.amount) } : { goods: input.goods }
  const search = foldText([donor.name, reference, note, input.kind === 'goods' ? input.goods : ''].join(' '))
  const made = { createdById: context.actor.userId, createdAt: context.clock.now() }
  const data = {
    campaignId,
    donorId: donor.id,
    fundId,
    reference,
    ...what,
    expectedOn: expectedOn && toDbDate(expectedOn),
    remind,
    note,
    search,
    ...made,
  }
  const after = present(await context.db.pledge.create({ data, include: shown }))
  await context.audit({ subject: 'Pledge', id: after.id, after })
  return after
}

/** @throws DomainError TRANSITION_NOT_ALLOWED when nothing is expected of it any more, STALE */
export const withdrawPledge = async (context: WriteContext, id: string, reason: string): Promise<PledgeRecord> => {
  const row = found(await context.db.pledge.findFirst({ where: { AND: [{ id }, scope(context, 'update', 'Pledge')] }, include: shown }))
  if (row.version !== context.version) throw new DomainError('STALE')
  if (row.status === 'kept' || row.status === 'withdrawn') throw new DomainError('TRANSITION_NOT_ALLOWED', { from: row.status, to: 'withdrawn' })
  const data = { status: 'withdrawn', withdrawReason: reason, version: { increment: 1 } } as const
  const after = present(await context.db.pledge.update({ where: { id, version: row.version }, data, include: shown }))
  await context.audit({ subject: 'Pledge', id, before: present(row), after, reason })
  return after
}

/** The pledge that a donation keeps is its giver's, of the same month. */
export const requirePledge = async (context: WriteContext, id: string, of: { campaignId: string; donorId: string }): Promise<void> => {
  const row = await context.db.pledge.findFirst({ where: { AND: [{ id, ...of }, scope(context, 'update', 'Pledge')] }, select: { id: true } })
  if (!row) throw new DomainError('NOT_FOUND', { reference: true })
}

/** What came (or, negative, was taken back) is added to its pledge; the row is held until the transaction ends. */
export const settlePledge = async (context: WriteContext, id: string, amount: number): Promise<void> => {
  const row = await context.db.pledge.update({ where: { id }, data: { received: { increment: amount }, version: { increment: 1 } } })
  const standing = { amount: row.amount === null ? null : Number(row.amount), received: Number(row.received), withdrawn: row.withdrawReason !== null }
  const status = pledgeStatus(standing)
  if (status !== row.status) await context.db.pledge.update({ where: { id }, data: { status } })
}
