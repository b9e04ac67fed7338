import type { Donation, Donor, Pledge, Prisma } from '@chung-tay/db/client'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { referenceOf } from '@chung-tay/domain/donations/reference'
import { goodsValue } from '@chung-tay/domain/donations/value'
import { numberingYear, numberLabel } from '@chung-tay/domain/ledger/numbers'
import { donationPostings } from '@chung-tay/domain/ledger/postings'
import { foldText } from '@chung-tay/domain/text'
import { type Db, morningOf } from './agency.ts'
import { makeCampaign } from './campaigns.ts'
import { makeEntry, makeFund, makeReversal, takeNumber } from './ledger.ts'

export const makeDonor = (db: Db, overrides: Partial<Prisma.DonorUncheckedCreateInput> = {}): Promise<Donor> => {
  const name = overrides.name ?? 'Đặng Thị Hồng'
  return db.donor.create({ data: { kind: 'person', ...overrides, name, search: foldText(`${name} ${overrides.phone ?? ''}`) } })
}

type Item = { giftKindId: string; quantity: number; unitValue: number }
type Overrides = Partial<Omit<Prisma.DonationUncheckedCreateInput, 'items' | 'amount' | 'receivedOn'>> & {
  amount?: bigint
  receivedOn?: Date
  items?: readonly Item[]
}

const receive = async (db: Db, donation: Donation, items: readonly Item[]) => {
  for (const { giftKindId, quantity, unitValue } of items) {
    const lot = {
      giftKindId,
      fundId: donation.fundId,
      unitValue,
      quantity,
      left: quantity,
      receivedOn: donation.receivedOn,
      createdAt: donation.createdAt,
    }
    await db.stockLot.create({ data: { ...lot, sourceType: 'Donation', sourceId: donation.id } })
    await db.donationItem.create({ data: { donationId: donation.id, giftKindId, quantity, unitValue } })
    const { stockOnHand } = await db.giftKind.update({ where: { id: giftKindId }, data: { stockOnHand: { increment: quantity } } })
    const source = { sourceType: 'Donation', sourceId: donation.id, createdById: donation.createdById }
    await db.stockMovement.create({
      data: { giftKindId, kind: 'donation', quantity, balance: stockOnHand, movedOn: donation.receivedOn, createdAt: donation.createdAt, ...source },
    })
  }
}

/** A donation with its receipt number and entry; with `items` it is in kind and enters the stock. */
export const makeDonation = async (db: Db, { items = [], ...overrides }: Overrides = {}): Promise<Donation> => {
  const campaignId = overrides.campaignId ?? (await makeCampaign(db)).id
  const fundId = overrides.fundId ?? (await makeFund(db)).id
  const donor = overrides.donorId ? await db.donor.findUniqueOrThrow({ where: { id: overrides.donorId } }) : await makeDonor(db)
  const { note = '', receivedOn = toDbDate('2021-06-05'), createdById = crypto.randomUUID() } = overrides
  const method = items.length > 0 ? 'inKind' : (overrides.method ?? 'cash')
  const amount = items.length > 0 ? BigInt(goodsValue(items)) : (overrides.amount ?? 500_000n)
  const receiptYear = numberingYear(fromDbDate(receivedOn))
  const receiptNumber = await takeNumber(db, 'receipt', receiptYear)
  const label = numberLabel('receipt', receiptYear, receiptNumber)
  const numbered = { receiptYear, receiptNumber, search: foldText(`${donor.name} ${label} ${note}`) }
  const fields = { campaignId, fundId, donorId: donor.id, method, amount, receivedOn, note, createdById }
  const row = await db.donation.create({ data: { createdAt: morningOf(receivedOn), ...overrides, ...fields, ...numbered } })
  await receive(db, row, items)
  const postings = donationPostings({ method, fundId, amount: Number(amount) })
  const source = { campaignId, createdById, sourceType: 'Donation', sourceId: row.id }
  await makeEntry(db, { ...source, kind: 'donation', enteredOn: receivedOn, memo: `${label} ${donor.name}`, postings })
  return row
}

/** A donation of money that was taken back. */
export const makeVoidedDonation = async (db: Db, overrides: Overrides & { voidReason?: string } = {}): Promise<Donation> => {
  const { id, receivedOn } = await makeDonation(db, { ...overrides, voidReason: null })
  const reason = overrides.voidReason ?? 'Ghi nhầm số tiền'
  await makeReversal(db, { sourceType: 'Donation', sourceId: id, enteredOn: receivedOn, reason })
  return db.donation.update({ where: { id }, data: { status: 'voided', voidReason: reason, voidedAt: receivedOn, version: { increment: 1 } } })
}

let drawn = 1

/** What somebody means to give: 500.000 đồng unless `goods` say otherwise. */
export const makePledge = async (
  db: Db,
  { goods, amount = goods === undefined ? 500_000n : null, ...overrides }: Partial<Prisma.PledgeUncheckedCreateInput> = {},
): Promise<Pledge> => {
  const campaignId = overrides.campaignId ?? (await makeCampaign(db)).id
  const fundId = overrides.fundId ?? (await makeFund(db)).id
  const donor = overrides.donorId ? await db.donor.findUniqueOrThrow({ where: { id: overrides.donorId } }) : await makeDonor(db)
  // The same every time for the same sample; a step that is not a divisor of what there is.
  const reference = overrides.reference ?? referenceOf(drawn++ * 7_654_321) ?? referenceOf(drawn++ * 7_654_321) ?? ''
  const fields = { campaignId, fundId, donorId: donor.id, reference, amount, ...(goods != null && { goods }) }
  return db.pledge.create({
    data: { createdById: crypto.randomUUID(), ...overrides, ...fields, search: foldText(`${donor.name} ${reference} ${goods ?? ''}`) },
  })
}
