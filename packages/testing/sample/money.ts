import type { DonationMethod } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import type { Db } from '../agency.ts'
import { makeDonation, makeDonor, makePledge, makeVoidedDonation } from '../donations.ts'
import { makeGiftKind } from '../gifts.ts'
import { makeBalanceCount, makeDisbursement, makeFund } from '../ledger.ts'
import type { SamplePeople } from './agency.ts'
import { type ActorOf, at } from './month.ts'

type Gift = { code: string; amount: number; day: string; method?: DonationMethod; fund?: 'children' | 'disabled'; named?: true; as?: string }

/** What employees gave; few want to be named, and one sum was entered twice. */
const gifts: readonly Gift[] = [
  { code: 'KH001', amount: 1_000_000, day: '2021-06-02', named: true },
  { code: 'KH002', amount: 500_000, day: '2021-06-02' },
  { code: 'KH003', amount: 300_000, day: '2021-06-02', named: true, as: 'Một gia đình ở phường Dĩnh Kế' },
  { code: 'KH004', amount: 200_000, day: '2021-06-03' },
  { code: 'KH009', amount: 300_000, day: '2021-06-03', fund: 'disabled' },
  { code: 'KH012', amount: 200_000, day: '2021-06-04' },
  { code: 'KH013', amount: 150_000, day: '2021-06-04', method: 'transfer' },
  { code: 'KH014', amount: 200_000, day: '2021-06-07' },
  { code: 'KH017', amount: 300_000, day: '2021-06-07', method: 'transfer', fund: 'disabled' },
  { code: 'KH018', amount: 100_000, day: '2021-06-08' },
  { code: 'KH021', amount: 500_000, day: '2021-06-09', method: 'transfer', named: true },
  { code: 'KH023', amount: 100_000, day: '2021-06-10', fund: 'disabled' },
  { code: 'KH028', amount: 300_000, day: '2021-06-11', method: 'transfer' },
  { code: 'KH029', amount: 150_000, day: '2021-06-14' },
  { code: 'KH035', amount: 500_000, day: '2021-06-14', named: true },
]

/** Three funds, donations of persons and organisations in money and kind, one voided, gifts paid for and a transfer to the Fund. */
export const makeSampleMoney = async (db: Db, campaignId: string, people: SamplePeople, actor: ActorOf): Promise<void> => {
  const createdById = actor('congdoan')
  const children = await makeFund(db, {
    code: 'BTTE',
    name: 'Quỹ Bảo trợ trẻ em',
    sortOrder: 1,
    bankBin: '970405',
    bankAccount: '2500201006868',
    bankHolder: 'CONG DOAN SO KHOA HOC VA CONG NGHE',
  })
  const disabled = await makeFund(db, { code: 'TEKT', name: 'Ủng hộ trẻ em khuyết tật', sortOrder: 2 })
  const common = { campaignId, createdById }
  for (const { code, amount, day, method = 'cash', fund, named, as } of gifts) {
    const { id: employeeId, name } = people.employee(code)
    const donor = await makeDonor(db, { name, employeeId, anonymous: !named, publicName: as ?? null })
    await makeDonation(db, {
      ...common,
      donorId: donor.id,
      fundId: fund === 'disabled' ? disabled.id : children.id,
      method,
      amount: BigInt(amount),
      receivedOn: toDbDate(day),
      createdAt: at(day),
    })
  }
  const company = await makeDonor(db, {
    kind: 'organisation',
    name: 'Công ty TNHH Thiết bị Khoa học Sông Thương',
    anonymous: false,
    showAmount: true,
    email: 'vanphong@songthuong.example.vn',
    address: 'Thành phố Bắc Giang',
  })
  await makeDonation(db, {
    ...common,
    donorId: company.id,
    fundId: children.id,
    method: 'transfer',
    amount: 10_000_000n,
    receivedOn: toDbDate('2021-06-10'),
    createdAt: at('2021-06-10'),
  })
  const cooperative = await makeDonor(db, { kind: 'organisation', name: 'Hợp tác xã Nông nghiệp công nghệ cao Lục Ngạn', anonymous: false })
  const books = await makeGiftKind(db, { name: 'Bộ sách khoa học cho thiếu nhi', measure: 'bộ', unitValue: 120_000n, stockOnHand: 0, createdById })
  await makeDonation(db, {
    ...common,
    donorId: cooperative.id,
    fundId: disabled.id,
    items: [{ giftKindId: books.id, quantity: 20, unitValue: 120_000 }],
    receivedOn: toDbDate('2021-06-15'),
    createdAt: at('2021-06-15'),
    note: 'Sách mới, giao tại kho Công đoàn',
  })
  const twice = await makeDonor(db, { name: 'Trịnh Thị Ngọc Ánh' })
  const entered = { ...common, donorId: twice.id, fundId: children.id, amount: 200_000n, receivedOn: toDbDate('2021-06-07') }
  await makeVoidedDonation(db, { ...entered, voidReason: 'Ghi trùng với phiếu thu của cùng người ủng hộ', createdAt: at('2021-06-07') })
  await makeDonation(db, { ...entered, createdAt: at('2021-06-07') })
  await makeDisbursement(db, {
    ...common,
    fundId: disabled.id,
    purpose: 'support',
    amount: 400_000n,
    payee: 'Trung tâm Bảo trợ xã hội tổng hợp tỉnh',
    memo: 'Hỗ trợ trẻ em khuyết tật tại Trung tâm',
    paidOn: toDbDate('2021-06-16'),
    createdAt: at('2021-06-16'),
  })
  await makeDisbursement(db, {
    ...common,
    fundId: children.id,
    kind: 'transferOut',
    purpose: 'fundTransfer',
    method: 'transfer',
    amount: 8_000_000n,
    payee: 'Quỹ Bảo trợ trẻ em tỉnh Bắc Giang',
    memo: 'Chuyển tiền ủng hộ đợt 1',
    paidOn: toDbDate('2021-06-18'),
    createdAt: at('2021-06-18'),
  })
  const pledge = { campaignId, createdById, fundId: children.id, createdAt: at('2021-06-15') }
  await makePledge(db, { ...pledge, donorId: company.id, amount: 5_000_000n, expectedOn: toDbDate('2021-06-25'), note: 'Đợt 2' })
  await makePledge(db, { ...pledge, donorId: cooperative.id, goods: '30 thùng sữa tiệt trùng 110 ml', expectedOn: toDbDate('2021-06-24') })
  await makePledge(db, { ...pledge, donorId: twice.id, amount: 300_000n })
  for (const accountCode of ['111', '112'] as const) await makeBalanceCount(db, { accountCode, countedOn: toDbDate('2021-06-18'), createdById })
}
