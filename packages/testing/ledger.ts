import type { Disbursement, JournalEntry, Prisma } from '@chung-tay/db/client'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { numberingYear, numberLabel, type Series } from '@chung-tay/domain/ledger/numbers'
import { disbursementPostings, type Posting, reversalPostings } from '@chung-tay/domain/ledger/postings'
import { foldText } from '@chung-tay/domain/text'
import { type Db, morningOf, next } from './agency.ts'
import { makeCampaign } from './campaigns.ts'

export const makeFund = (db: Db, overrides: Partial<Prisma.FundUncheckedCreateInput> = {}) => {
  const serial = next()
  return db.fund.create({ data: { code: `Q${serial}`, name: `Quỹ Bảo trợ trẻ em số ${serial}`, ...overrides } })
}

/** The next number of a series, as the program takes it. */
export const takeNumber = async (db: Db, series: Series, year: number): Promise<number> => {
  const { value } = await db.counter.upsert({
    where: { name_year: { name: series, year } },
    create: { name: series, year, value: 1 },
    update: { value: { increment: 1 } },
  })
  return value
}

type NewEntry = Omit<Prisma.JournalEntryUncheckedCreateInput, 'year' | 'number' | 'search' | 'lines' | 'enteredOn'> & {
  enteredOn: Date
  postings: readonly Posting[]
}

export const makeEntry = async (db: Db, { postings, ...entry }: NewEntry): Promise<JournalEntry> => {
  const year = numberingYear(fromDbDate(entry.enteredOn))
  const number = await takeNumber(db, 'journal', year)
  const lines = postings.map(({ account, fundId, debit, credit }) => ({ accountCode: account, fundId, debit, credit }))
  const search = foldText(`${numberLabel('journal', year, number)} ${entry.memo}`)
  return db.journalEntry.create({
    data: { createdAt: morningOf(entry.enteredOn), ...entry, year, number, search, lines: { createMany: { data: lines } } },
  })
}

type Overrides = Partial<Omit<Prisma.DisbursementUncheckedCreateInput, 'method' | 'paidOn' | 'amount'>> & {
  method?: 'cash' | 'transfer'
  paidOn?: Date
  amount?: bigint
}

/** A payment with its voucher number and entry; the fund must have the money. */
export const makeDisbursement = async (db: Db, overrides: Overrides = {}): Promise<Disbursement> => {
  const campaignId = overrides.campaignId ?? (await makeCampaign(db)).id
  const fundId = overrides.fundId ?? (await makeFund(db)).id
  const { kind = 'payment', purpose = 'gift', method = 'cash', amount = 100_000n } = overrides
  const { payee = 'Cửa hàng văn phòng phẩm Hồng Hà', memo = 'Mua vở viết', paidOn = toDbDate('2021-06-10') } = overrides
  const createdById = overrides.createdById ?? crypto.randomUUID()
  const voucherYear = numberingYear(fromDbDate(paidOn))
  const voucherNumber = await takeNumber(db, 'voucher', voucherYear)
  const search = foldText(`${payee} ${numberLabel('voucher', voucherYear, voucherNumber)} ${memo}`)
  const fields = { campaignId, fundId, kind, purpose, method, amount, payee, memo, paidOn, createdById, voucherYear, voucherNumber, search }
  const row = await db.disbursement.create({ data: { createdAt: morningOf(paidOn), ...overrides, ...fields } })
  const postings = disbursementPostings({ method, purpose, fundId, amount: Number(amount) })
  const source = { campaignId, createdById, sourceType: 'Disbursement', sourceId: row.id }
  await makeEntry(db, { ...source, kind, enteredOn: paidOn, memo: `${payee}: ${memo}`, postings })
  return row
}

type Source = { sourceType: 'Donation' | 'Disbursement'; sourceId: string }

/** The entry that takes a record's entry back. */
export const makeReversal = async (db: Db, { sourceType, sourceId, enteredOn, reason }: Source & { enteredOn: Date; reason: string }) => {
  const entry = await db.journalEntry.findFirstOrThrow({ where: { sourceType, sourceId, reversesId: null }, include: { lines: true } })
  const postings = entry.lines.map(({ accountCode, fundId, debit, credit }) => ({
    account: accountCode as Posting['account'],
    fundId,
    debit: Number(debit),
    credit: Number(credit),
  }))
  const { campaignId, createdById } = entry
  const memo = `Hủy ${numberLabel('journal', entry.year, entry.number)}: ${reason}`
  const reversal = { campaignId, createdById, sourceType, sourceId, enteredOn, memo, kind: 'reversal', reversesId: entry.id } as const
  return makeEntry(db, { ...reversal, postings: reversalPostings(postings) })
}

/** A payment that was taken back. */
export const makeVoidedDisbursement = async (db: Db, overrides: Overrides = {}): Promise<Disbursement> => {
  const { id, paidOn } = await makeDisbursement(db, overrides)
  const reason = 'Ghi nhầm quỹ'
  await makeReversal(db, { sourceType: 'Disbursement', sourceId: id, enteredOn: paidOn, reason })
  return db.disbursement.update({ where: { id }, data: { status: 'voided', voidReason: reason, voidedAt: paidOn, version: { increment: 1 } } })
}

/** What was counted at the end of a day; without an amount it is what the books say. */
export const makeBalanceCount = async (
  db: Db,
  { accountCode, countedOn, createdById, counted }: { accountCode: '111' | '112'; countedOn: Date; createdById: string; counted?: bigint },
): Promise<void> => {
  const { _sum } = await db.journalLine.aggregate({
    where: { accountCode, entry: { enteredOn: { lte: countedOn } } },
    _sum: { debit: true, credit: true },
  })
  const booked = (_sum.debit ?? 0n) - (_sum.credit ?? 0n)
  await db.balanceCount.create({ data: { accountCode, countedOn, counted: counted ?? booked, booked, createdById, createdAt: morningOf(countedOn) } })
}
