import type { Campaign, Disbursement, Donation, PrismaClient } from '@chung-tay/db/client'
import { addDays, fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { makeDonation, makeDonor, makeVoidedDonation } from './donations.ts'
import { makeGiftKind } from './gifts.ts'
import { makeDisbursement, makeFund, makeVoidedDisbursement } from './ledger.ts'
import type { Draw } from './report.ts'

/**
 * A month's money drawn at random, in books that agree: each fund begins with enough of cash and bank for what is paid,
 * every record has its entry, and what was voided its reversal.
 */
export const makeMonthMoney = async (db: PrismaClient, campaign: Campaign, draw: Draw) => {
  const pick = <const Item>(items: readonly [Item, ...Item[]]): Item => items[draw(items.length)] ?? items[0]
  const { id: campaignId, startsOn } = campaign
  const someDay = () => toDbDate(addDays(fromDbDate(startsOn), draw(30)))
  const funds = [await makeFund(db), await makeFund(db)] as const
  const donors = [
    await makeDonor(db, { anonymous: true }),
    await makeDonor(db),
    await makeDonor(db, { kind: 'organisation', anonymous: true }),
    await makeDonor(db, { kind: 'organisation' }),
  ] as const
  const goods = await makeGiftKind(db)
  const somewhere = () => ({ campaignId, fundId: pick(funds).id })

  const donations: Donation[] = []
  for (const { id: fundId } of funds) {
    for (const method of ['cash', 'transfer'] as const) {
      const begun = { campaignId, fundId, donorId: pick(donors).id, method, source: 'union', amount: 20_000_000n, receivedOn: startsOn } as const
      donations.push(await makeDonation(db, begun))
    }
  }
  for (let left = 8 + draw(8); left > 0; left--) {
    const method = pick(['cash', 'transfer', 'inKind'])
    const amount = 1 + draw(9_000_000)
    const source = pick(['donation', 'donation', 'union', 'budget'])
    const given = { ...somewhere(), donorId: pick(donors).id, source, receivedOn: someDay() }
    const items = [{ giftKindId: goods.id, quantity: 1, unitValue: amount }]
    // Goods that were voided would have to leave the stock again: that is for tests of the stock.
    const make = pick([makeDonation, makeVoidedDonation])
    donations.push(await (method === 'inKind' ? makeDonation(db, { ...given, items }) : make(db, { ...given, method, amount: BigInt(amount) })))
  }
  const disbursements: Disbursement[] = []
  for (let left = 5 + draw(5); left > 0; left--) {
    const make = pick([makeDisbursement, makeVoidedDisbursement])
    const kind = pick(['payment', 'transferOut'])
    const purpose = pick(['gift', 'award', 'event', 'support', 'other'])
    const amount = BigInt(1 + draw(1_000_000))
    disbursements.push(await make(db, { ...somewhere(), kind, purpose, method: pick(['cash', 'transfer']), amount, paidOn: someDay() }))
  }
  const lines = await db.journalLine.findMany({ where: { entry: { campaignId } } })
  return { funds, donors, donations, disbursements, lines }
}
