import { toDbDate } from '@chung-tay/domain/dates'
import type { Db } from '../agency.ts'
import { makeBankLine, makeBankStatement } from '../statements/lines.ts'
import { at } from './month.ts'

type Line = { day: string; amount: number; text: string; name?: string; balance?: number }

/** What the bank said of transfers that were recorded by hand, as far as they came on this account. */
const recorded: readonly Line[] = [
  { day: '2021-06-04', amount: 150_000, text: 'MBVCB.1102938475.UNG HO QUY BTTE.CT tu 0351000123456' },
  { day: '2021-06-09', amount: 500_000, text: 'IBFT UNG HO THANG HANH DONG VI TRE EM' },
  {
    day: '2021-06-10',
    amount: 10_000_000,
    text: 'CTY TNHH THIET BI KHOA HOC SONG THUONG UNG HO QUY BAO TRO TRE EM DOT 1',
    name: 'CTY TNHH TB KH SONG THUONG',
  },
  { day: '2021-06-11', amount: 300_000, text: 'CHUYEN TIEN UNG HO' },
]

/** The statement up to 18 June: most of it is done, three lines wait for somebody. */
export const makeSampleStatement = async (db: Db, campaignId: string, decidedById: string): Promise<void> => {
  const made = { createdById: decidedById, createdAt: at('2021-06-18') }
  const { id: statementId } = await makeBankStatement(db, {
    campaignId,
    fileName: 'sao-ke-01-18-06-2021.xlsx',
    from: toDbDate('2021-06-01'),
    to: toDbDate('2021-06-18'),
    added: 9,
    ...made,
  })
  let [row, number] = [9, 4_410]
  const line = ({ day, amount, ...told }: Line, direction: 'credit' | 'debit' = 'credit') =>
    makeBankLine(db, { statementId, row: row++, reference: `5091-${number++}`, day: toDbDate(day), amount: BigInt(amount), direction, ...told })
  const decided = { decidedById, decidedAt: at('2021-06-18') }
  for (const one of recorded) {
    const { id: lineId, amount, day } = await line(one)
    const donation = await db.donation.findFirst({ where: { campaignId, method: 'transfer', amount, receivedOn: day } })
    if (!donation) continue
    await db.bankLinePart.create({ data: { lineId, donationId: donation.id, amount, made: false, ...made } })
    await db.bankLineState.update({ where: { lineId }, data: { allocated: amount, status: 'matched', ...decided } })
  }
  const fee = await line({ day: '2021-06-05', amount: 11_000, text: 'Thu phi dich vu SMS thang 05/2021' }, 'debit')
  await db.bankLineState.update({ where: { lineId: fee.id }, data: { setAsideReason: 'bank', status: 'setAside', ...decided } })
  const sent = await line({ day: '2021-06-18', amount: 8_000_000, text: 'CHUYEN TIEN UNG HO DOT 1 VE QUY BAO TRO TRE EM TINH' }, 'debit')
  await db.bankLineState.update({ where: { lineId: sent.id }, data: { setAsideReason: 'disbursement', status: 'setAside', ...decided } })
  const expected = await db.pledge.findMany({ where: { campaignId, amount: { not: null } }, orderBy: { amount: 'asc' } })
  const [small, large] = [expected[0]?.reference ?? '', expected.at(-1)?.reference ?? '']
  await line({
    day: '2021-06-16',
    amount: 300_000,
    text: `IBFT ${small.slice(0, 5)} ${small.slice(5)} TRINH THI NGOC ANH UNG HO`,
    name: 'TRINH THI NGOC ANH',
  })
  await line({ day: '2021-06-17', amount: 3_000_000, text: `MBVCB.1187712309.UNG HO DOT 2 ${large.slice(0, 7)}`, name: 'CTY TNHH TB KH SONG THUONG' })
  await line({ day: '2021-06-18', amount: 200_000, text: 'LE VAN TUAN chuyen khoan' })
}
