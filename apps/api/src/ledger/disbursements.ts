import type { DisbursementDetail, DisbursementRecord, disbursements } from '@chung-tay/contracts/ledger'
import type { Disbursement, Prisma } from '@chung-tay/db/client'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { numberingYear, numberLabel } from '@chung-tay/domain/ledger/numbers'
import { disbursementPostings, type Posting } from '@chung-tay/domain/ledger/postings'
import { moneyInWords } from '@chung-tay/domain/money'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import { attachFiles, filesOf } from '../files/service.ts'
import { returnPurchase } from '../gifts/purchase-return.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { newId } from '../http/ids.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { takeNumbers } from './queries.ts'
import { between, draw, entriesOfSource, openCampaign, openFund, postEntry, reverseEntry } from './service.ts'

const shown = { fund: { select: { name: true } } } as const

const moneyOnly = (method: Disbursement['method']): 'cash' | 'transfer' => {
  if (method === 'inKind') throw new Error('a disbursement in kind')
  return method
}

const present = (row: Disbursement & { fund: { name: string } }): DisbursementRecord => ({
  id: row.id,
  voucher: numberLabel('voucher', row.voucherYear, row.voucherNumber),
  paidOn: fromDbDate(row.paidOn),
  kind: row.kind,
  purpose: row.purpose,
  method: moneyOnly(row.method),
  amount: Number(row.amount),
  fundId: row.fundId,
  fundName: row.fund.name,
  payee: row.payee,
  memo: row.memo,
  status: row.status,
  voidReason: row.voidReason,
  decisionId: row.decisionId,
  version: row.version,
})

type Query = z.output<typeof disbursements.list.query>

const whereOf = (context: Context, campaignId: string, query: Query): Prisma.DisbursementWhereInput => ({
  AND: [
    { campaignId, paidOn: between(query.from, query.to) },
    scope(context, 'read', 'Disbursement'),
    query.fundId === undefined ? {} : { fundId: query.fundId },
    query.kind === undefined ? {} : { kind: query.kind },
    query.purpose === undefined ? {} : { purpose: query.purpose },
    query.status === undefined ? {} : { status: query.status },
    query.q === undefined ? {} : { search: { contains: foldText(query.q) } },
  ],
})

export const listDisbursements = async (context: Context, campaignId: string, query: Query) => {
  const where = whereOf(context, campaignId, query)
  const { column, direction } = orderOf(query.sort)
  const orderBy: Prisma.DisbursementOrderByWithRelationInput[] = [
    ...(column === 'voucherNumber' ? [{ voucherYear: direction }, { voucherNumber: direction }] : [{ [column]: direction }]),
    { id: direction },
  ]
  const [items, sums] = await Promise.all([
    page(
      query,
      (window) => context.db.disbursement.findMany({ where, include: shown, orderBy, ...window }),
      () => context.db.disbursement.count({ where }),
      present,
    ),
    context.db.disbursement.groupBy({ by: 'status', where, _count: true, _sum: { amount: true } }),
  ])
  const of = (status: 'recorded' | 'voided') => sums.find((sum) => sum.status === status)
  const amountOf = (status: 'recorded' | 'voided') => Number(of(status)?._sum.amount ?? 0)
  return { ...items, amount: amountOf('recorded'), voided: of('voided')?._count ?? 0, voidedAmount: amountOf('voided') }
}

export const getDisbursement = async (context: Context, id: string): Promise<DisbursementDetail> => {
  const row = found(await context.db.disbursement.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'Disbursement')] }, include: shown }))
  const [files, entries, creator] = await Promise.all([
    filesOf(context, 'Disbursement', id),
    entriesOfSource(context.db, 'Disbursement', id),
    context.db.user.findUnique({ where: { id: row.createdById }, select: { name: true } }),
  ])
  return {
    ...present(row),
    campaignId: row.campaignId,
    createdAt: row.createdAt,
    createdByName: creator?.name ?? '',
    voidedAt: row.voidedAt,
    amountInWords: moneyInWords(Number(row.amount)),
    files,
    entries,
  }
}

type Input = z.output<typeof disbursements.record.body>

const checkDecision = async (context: WriteContext, campaignId: string, purpose: string, decisionId: string | null) => {
  if (decisionId === null) return
  if (purpose !== 'award') throw invalidField('decisionId', 'invalid_value')
  const decision = await context.db.awardDecision.findFirst({
    where: { AND: [{ id: decisionId, campaignId }, scope(context, 'read', 'AwardDecision')] },
    select: { id: true },
  })
  if (!decision) throw new DomainError('NOT_FOUND', { reference: true })
}

type Payment = Pick<Input, 'kind' | 'fundId' | 'method' | 'amount' | 'payee' | 'memo' | 'paidOn' | 'fileIds'> & {
  purpose: Disbursement['purpose']
  decisionId: string | null
}

const entryOf = (campaignId: string, id: string, { kind, paidOn, payee, memo }: Payment, postings: readonly Posting[]) => ({
  campaignId,
  kind,
  enteredOn: paidOn,
  memo: memo === '' ? payee : `${payee}: ${memo}`,
  sourceType: 'Disbursement',
  sourceId: id,
  postings,
})

/** Money leaves: voucher number, balanced entry and proof, all or nothing. */
export const recordDisbursement = async (context: WriteContext, campaignId: string, input: Input): Promise<DisbursementRecord> => {
  if (input.paidOn > context.clock.today()) throw invalidField('paidOn', 'in_the_future')
  if (input.kind === 'transferOut' && input.fileIds.length === 0) throw new DomainError('EVIDENCE_REQUIRED')
  await openCampaign(context, campaignId)
  const [purpose, decisionId] = input.kind === 'payment' ? [input.purpose, input.decisionId] : (['fundTransfer', null] as const)
  await checkDecision(context, campaignId, purpose, decisionId)
  const { kind, fundId, method, amount, payee, memo, paidOn, fileIds } = input
  const postings = disbursementPostings({ method, purpose, fundId, amount })
  return payOut(context, campaignId, { kind, purpose, decisionId, fundId, method, amount, payee, memo, paidOn, fileIds }, postings)
}

/** Takes the money out of a fund that has it, under the next voucher number, posted as told. */
export const payOut = async (
  context: WriteContext,
  campaignId: string,
  payment: Payment,
  postings: readonly Posting[],
): Promise<DisbursementRecord> => {
  const { kind, purpose, decisionId, fundId, method, amount, payee, memo, paidOn, fileIds } = payment
  const fund = await openFund(context.db, fundId)
  await draw(context, fundId, method, amount, { field: 'amount' })
  const id = newId()
  const year = numberingYear(paidOn)
  const { voucher, journal } = await takeNumbers(context.db, year, ['voucher', 'journal'])
  const row = await context.db.disbursement.create({
    data: {
      ...{ id, campaignId, fundId, kind, purpose, method, amount, payee, memo, decisionId },
      search: foldText(`${payee} ${numberLabel('voucher', year, voucher)} ${memo}`),
      paidOn: toDbDate(paidOn),
      voucherYear: year,
      voucherNumber: voucher,
      createdById: context.actor.userId,
      createdAt: context.clock.now(),
    },
  })
  await postEntry(context, entryOf(campaignId, id, payment, postings), journal)
  await attachFiles(context, 'Disbursement', id, fileIds)
  const after = present({ ...row, fund })
  await context.audit({ subject: 'Disbursement', id, after })
  return after
}

export const voidDisbursement = async (context: WriteContext, id: string, reason: string): Promise<DisbursementRecord> => {
  const before = found(await context.db.disbursement.findFirst({ where: { AND: [{ id }, scope(context, 'void', 'Disbursement')] }, include: shown }))
  await openCampaign(context, before.campaignId)
  if (before.version !== context.version) throw new DomainError('STALE')
  if (before.status === 'voided') throw new DomainError('ALREADY_VOIDED')
  const row = await context.db.disbursement.update({
    where: { id, version: context.version },
    data: { status: 'voided', voidReason: reason, voidedAt: context.clock.now(), version: { increment: 1 } },
    include: shown,
  })
  await returnPurchase(context, id, reason)
  await reverseEntry(context, 'Disbursement', id, reason)
  await context.audit({ subject: 'Disbursement', id, before: present(before), after: present(row), reason })
  return present(row)
}
