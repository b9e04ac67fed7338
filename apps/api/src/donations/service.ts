import type { DonationDetail, DonationRecord, donations } from '@chung-tay/contracts/donations'
import type { Donation, Donor } from '@chung-tay/db/client'
import { fromDbDate, type IsoDate } from '@chung-tay/domain/dates'
import { goodsValue } from '@chung-tay/domain/donations/value'
import { DomainError } from '@chung-tay/domain/errors'
import { numberingYear, numberLabel } from '@chung-tay/domain/ledger/numbers'
import { donationPostings } from '@chung-tay/domain/ledger/postings'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import { addLots, holdGoods, withdrawLots } from '../gifts/lots.ts'
import { moveStock } from '../gifts/stock.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { newId } from '../http/ids.ts'
import { found, scope } from '../http/scope.ts'
import { takeNumbers } from '../ledger/queries.ts'
import { draw, openCampaign, openFund, postEntry, reverseEntry } from '../ledger/service.ts'
import { releaseDonation } from '../statements/parts.ts'
import { donorOf } from './funds.ts'
import { requirePledge, settlePledge } from './pledges.ts'
import { findDonation, insertDonation, presentDonation } from './queries.ts'

const present = (row: Donation, donor: Donor, fundName: string): DonationRecord =>
  presentDonation({
    ...row,
    receivedOn: fromDbDate(row.receivedOn),
    amount: Number(row.amount),
    donorKind: donor.kind,
    donorName: donor.name,
    anonymous: donor.anonymous,
    fundName,
  })

export const getDonation = async (context: Context, id: string): Promise<DonationDetail> => found(await findDonation(context, id))

type Input = z.output<typeof donations.record.body>
type Item = { giftKindId: string; quantity: number; unitValue: number }

const itemsOf = (input: Input): Item[] => (input.method === 'inKind' ? input.items : [])
const amountOf = (input: Input): number => (input.method === 'inKind' ? goodsValue(input.items) : input.amount)

type Goods = { fundId: string; receivedOn: IsoDate; items: readonly Item[] }

/** Goods into the stock and onto the books, or out again with `sign` -1; every donation locks its kinds in the same order. */
const moveGoods = async (context: WriteContext, donationId: string, { fundId, receivedOn, items }: Goods, sign: 1 | -1, reason: string) => {
  const move = { sourceType: 'Donation', sourceId: donationId, kind: sign > 0 ? 'donation' : 'donationReversal', reason } as const
  const movedOn = context.clock.today()
  const source = { sourceType: 'Donation', sourceId: donationId }
  if (sign < 0 && items.length > 0) await withdrawLots(context, source)
  for (const { giftKindId, quantity, unitValue } of [...items].sort((a, b) => (a.giftKindId < b.giftKindId ? -1 : 1))) {
    await moveStock(context, { ...move, giftKindId, quantity: sign * quantity, movedOn })
    if (sign > 0) await addLots(context, { giftKindId, fundId, quantity, value: quantity * unitValue, receivedOn }, source)
  }
}

/** Receipt number, donation, entry and stock: all or nothing. The numbers are taken last, since everybody else waits for them. */
export const recordDonation = async (context: WriteContext, campaignId: string, input: Input): Promise<DonationRecord> => {
  if (input.receivedOn > context.clock.today()) throw invalidField('receivedOn', 'in_the_future')
  await openCampaign(context, campaignId)
  const fund = await openFund(context.db, input.fundId)
  const donor = await donorOf(context, input.donor)
  const { method, source: origin, fundId, receivedOn, note, pledgeId } = input
  if (pledgeId !== null) await requirePledge(context, pledgeId, { campaignId, donorId: donor.id })
  const [id, amount, items, year] = [newId(), amountOf(input), itemsOf(input), numberingYear(receivedOn)]
  if (items.length > 0) await moveGoods(context, id, { fundId, receivedOn, items }, 1, donor.name)
  const { receipt, journal } = await takeNumbers(context.db, year, ['receipt', 'journal'])
  const label = numberLabel('receipt', year, receipt)
  const numbered = { receiptYear: year, receiptNumber: receipt }
  const fields = { id, campaignId, donorId: donor.id, fundId, method, source: origin, amount, receivedOn, note, pledgeId, ...numbered }
  const made = { createdById: context.actor.userId, createdAt: context.clock.now() }
  await insertDonation(context.db, { ...fields, ...made, search: foldText(`${donor.name} ${label} ${note}`), items })
  if (pledgeId !== null) await settlePledge(context, pledgeId, amount)
  const postings = donationPostings({ method, fundId, amount })
  const source = { sourceType: 'Donation', sourceId: id }
  await postEntry(context, { campaignId, kind: 'donation', enteredOn: receivedOn, memo: `${label} ${donor.name}`, ...source, postings }, journal)
  const named = { donorKind: donor.kind, donorName: donor.name, anonymous: donor.anonymous, fundName: fund.name }
  const after = presentDonation({ ...fields, ...named, status: 'recorded', voidReason: null, version: 1 })
  await context.audit({ subject: 'Donation', id, after })
  return after
}

const withGoods = { donor: true, fund: { select: { name: true } }, items: true } as const

/**
 * Takes a donation back by a reversal; its number stays used. Money that was already spent, or goods that were already given, cannot go back.
 * @throws DomainError ALREADY_VOIDED, FUND_OVERDRAWN, STOCK_SHORT, STOCK_ISSUED, CAMPAIGN_CLOSED, STALE
 */
export const voidDonation = async (context: WriteContext, id: string, reason: string): Promise<DonationRecord> => {
  const row = found(await context.db.donation.findFirst({ where: { AND: [{ id }, scope(context, 'void', 'Donation')] }, include: withGoods }))
  await openCampaign(context, row.campaignId)
  if (row.version !== context.version) throw new DomainError('STALE')
  if (row.status === 'voided') throw new DomainError('ALREADY_VOIDED')
  if (row.items.length > 0) await holdGoods(context.db, row.items)
  await draw(context, row.fundId, row.method, Number(row.amount))
  const voided = await context.db.donation.update({
    where: { id, version: context.version },
    data: { status: 'voided', voidReason: reason, voidedAt: context.clock.now(), version: { increment: 1 } },
  })
  await moveGoods(
    context,
    id,
    { fundId: row.fundId, receivedOn: fromDbDate(row.receivedOn), items: row.items.map((item) => ({ ...item, unitValue: Number(item.unitValue) })) },
    -1,
    reason,
  )
  if (row.pledgeId !== null) await settlePledge(context, row.pledgeId, -Number(row.amount))
  await releaseDonation(context, id)
  await reverseEntry(context, 'Donation', id, reason)
  const after = present(voided, row.donor, row.fund.name)
  await context.audit({ subject: 'Donation', id, before: present(row, row.donor, row.fund.name), after, reason })
  return after
}
