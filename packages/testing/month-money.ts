import type { Campaign, DonationMethod, MoneySource, PrismaClient } from '@chung-tay/db/client'
import { addDays, fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { disbursementPostings, donationPostings, type Posting, reversalPostings } from '@chung-tay/domain/ledger/postings'
import { foldText } from '@chung-tay/domain/text'
import { next } from './agency.ts'
import type { Draw } from './report.ts'

const somebody = crypto.randomUUID()
const times = <Item>(count: number, make: (at: number) => Item): Item[] => Array.from({ length: count }, (_, at) => make(at))

const seriesOf = async (db: PrismaClient, year: number) => {
  const counters = await db.counter.findMany({ where: { year } })
  const taken = new Map(counters.map(({ name, value }) => [name, value]))
  return {
    take: (name: string) => {
      const value = (taken.get(name) ?? 0) + 1
      taken.set(name, value)
      return value
    },
    keep: () =>
      [...taken].map(([name, value]) =>
        db.counter.upsert({ where: { name_year: { name, year } }, create: { name, year, value }, update: { value } }),
      ),
  }
}

type Voucher = { id: string; campaignId: string; status: 'recorded' | 'voided' }

/**
 * A month's money drawn at random, in books that agree: each fund begins with enough of cash and bank for what is paid,
 * every record has its entry, and what was voided its reversal. Nothing is written but by `writes`.
 */
export const makeMonthMoney = async (db: PrismaClient, campaign: Campaign, draw: Draw) => {
  const pick = <Item>(items: readonly [Item, ...Item[]]): Item => items[draw(items.length)] ?? items[0]
  const { id: campaignId, year } = campaign
  const someDay = () => toDbDate(addDays(fromDbDate(campaign.startsOn), draw(30)))
  const status = () => pick([{ status: 'recorded' as const }, { status: 'voided' as const, voidReason: 'nhập nhầm' }])
  const { take, keep } = await seriesOf(db, year)

  const funds = times(2, () => ({ id: crypto.randomUUID(), code: `Q${next()}`, name: `Quỹ số ${next()}` }))
  const fundId = () => (funds[draw(funds.length)] ?? funds[0])?.id ?? ''
  const donors = times(4, (at) => ({
    id: crypto.randomUUID(),
    kind: pick(['person', 'organisation'] as const),
    name: `Nhà hảo tâm ${at}`,
    search: foldText(`Nhà hảo tâm ${at}`),
    anonymous: at % 2 === 0,
  }))
  const donation = (fund: string, method: DonationMethod, source: MoneySource, amount: number) => ({
    id: crypto.randomUUID(),
    campaignId,
    donorId: donors[draw(donors.length)]?.id ?? '',
    fundId: fund,
    method,
    source,
    amount: BigInt(amount),
    receivedOn: someDay(),
    receiptYear: year,
    receiptNumber: take('receipt'),
    search: '',
    createdById: somebody,
  })
  const begun = funds.flatMap(({ id }) =>
    (['cash', 'transfer'] as const).map((method) => ({ ...donation(id, method, 'union', 20_000_000), status: 'recorded' as const })),
  )
  const given = times(8 + draw(8), () => ({
    ...donation(fundId(), pick(['cash', 'transfer', 'inKind']), pick<MoneySource>(['donation', 'donation', 'union', 'budget']), 1 + draw(9_000_000)),
    ...status(),
  }))
  const donations = [...begun, ...given]
  const disbursements = times(5 + draw(5), () => ({
    id: crypto.randomUUID(),
    campaignId,
    fundId: fundId(),
    kind: pick(['payment', 'transferOut'] as const),
    purpose: pick(['gift', 'award', 'event', 'support', 'other'] as const),
    method: pick(['cash', 'transfer'] as const),
    amount: BigInt(1 + draw(1_000_000)),
    payee: 'Người nhận',
    search: '',
    paidOn: someDay(),
    voucherYear: year,
    voucherNumber: take('voucher'),
    createdById: somebody,
    ...status(),
  }))

  const posted = (record: Voucher, sourceType: string, enteredOn: Date, postings: readonly Posting[]) => {
    const entry = (reversesId?: string) => ({
      id: crypto.randomUUID(),
      ...{ campaignId, year, number: take('journal'), enteredOn, memo: '', search: '', sourceType, sourceId: record.id, createdById: somebody },
      ...(reversesId === undefined
        ? { kind: sourceType === 'Donation' ? ('donation' as const) : ('payment' as const) }
        : { kind: 'reversal' as const, reversesId }),
    })
    const lines = (entryId: string, of: readonly Posting[]) =>
      of.map(({ account, ...line }) => ({
        entryId,
        accountCode: account,
        fundId: line.fundId,
        debit: BigInt(line.debit),
        credit: BigInt(line.credit),
      }))
    const first = entry()
    if (record.status === 'recorded') return { entries: [first], lines: lines(first.id, postings) }
    const second = entry(first.id)
    return { entries: [first, second], lines: [...lines(first.id, postings), ...lines(second.id, reversalPostings(postings))] }
  }
  const books = [
    ...donations.map((row) => posted(row, 'Donation', row.receivedOn, donationPostings({ ...row, amount: Number(row.amount) }))),
    ...disbursements.map((row) => posted(row, 'Disbursement', row.paidOn, disbursementPostings({ ...row, amount: Number(row.amount) }))),
  ]
  const entries = books.flatMap((part) => part.entries)
  const lines = books.flatMap((part) => part.lines)
  const writes = () => [
    db.fund.createMany({ data: funds }),
    db.donor.createMany({ data: donors }),
    db.donation.createMany({ data: donations }),
    db.disbursement.createMany({ data: disbursements }),
    ...entries.map((data) => db.journalEntry.create({ data })),
    db.journalLine.createMany({ data: lines }),
    ...keep(),
  ]
  return { funds, donors, donations, disbursements, lines, writes }
}
