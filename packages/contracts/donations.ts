import { emailPattern } from '@chung-tay/domain/agency/employee'
import { goodsValue, largestDonation } from '@chung-tay/domain/donations/value'
import { z } from 'zod'
import { count, day, id, instant, line, money, paragraph, positiveMoney, reason, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'
import { journalEntry, standingSums } from './ledger.ts'
import { pageOf, pageQuery, sortOf } from './pages.ts'

export const donorKind = z.enum(['person', 'organisation'])
export const donationMethod = z.enum(['cash', 'transfer', 'inKind'])
/** What the trade union or the state budget puts in is no donation, and is told apart in the report. */
export const moneySource = z.enum(['donation', 'union', 'budget'])
export const recordStatus = z.enum(['recorded', 'voided'])

const donorFields = {
  kind: donorKind,
  name: line(),
  phone: line(30).nullable(),
  address: paragraph(300),
  /** Where a receipt may be sent. */
  email: z.email({ pattern: emailPattern }).max(200).nullable(),
  /** True until the giver agrees to be named in public. */
  anonymous: z.boolean(),
  /** As the giver wants to be named there; null: by the name. */
  publicName: line(100).nullable(),
  /** The giver agrees that the sum stands beside the name, too; means nothing while anonymous. */
  showAmount: z.boolean(),
  employeeId: id.nullable(),
}
export const donor = z.object({ id, ...donorFields, version: z.int() })
export type DonorRecord = z.output<typeof donor>

const entered = {
  ...donorFields,
  phone: donorFields.phone.default(null),
  address: donorFields.address.default(''),
  email: donorFields.email.default(null),
  anonymous: donorFields.anonymous.default(true),
  publicName: donorFields.publicName.default(null),
  showAmount: donorFields.showAmount.default(false),
  employeeId: donorFields.employeeId.default(null),
}
const newDonor = z.object(entered)

/** Somebody in the book of givers, or a new one who is entered with the donation. */
export const donorOfDonation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), id }),
  z.object({ ...entered, kind: z.literal('person') }),
  z.object({ ...entered, kind: z.literal('organisation') }),
])

export const donation = z.object({
  id,
  receipt: z.string(),
  receivedOn: day,
  donor: z.object({ id, kind: donorKind, name: z.string(), anonymous: z.boolean() }),
  fundId: id,
  fundName: z.string(),
  method: donationMethod,
  source: moneySource,
  amount: sumOfMoney,
  note: z.string(),
  status: recordStatus,
  voidReason: z.string().nullable(),
  version: z.int(),
})
export type DonationRecord = z.output<typeof donation>

export const donationDetail = donation.extend({
  campaignId: id,
  createdAt: instant,
  createdByName: z.string(),
  voidedAt: instant.nullable(),
  amountInWords: z.string(),
  pledge: z.object({ id, reference: z.string() }).nullable(),
  /** The line of the bank’s statement that it came by; null for those who may not read statements. */
  bankLine: z.object({ id, day }).nullable(),
  items: z.array(z.object({ giftKindId: id, name: z.string(), measure: z.string(), quantity: z.int(), unitValue: sumOfMoney })),
  entries: z.array(journalEntry),
})
export type DonationDetail = z.output<typeof donationDetail>

const shared = {
  donor: donorOfDonation,
  fundId: id,
  source: moneySource.default('donation'),
  receivedOn: day,
  note: paragraph(1000).default(''),
  /** The pledge that it keeps, of the same giver. */
  pledgeId: id.nullable().default(null),
}

const givenItems = z
  .array(z.object({ giftKindId: id, quantity: count.min(1), unitValue: money }))
  .min(1)
  .max(50)
  .refine((items) => new Set(items.map((item) => item.giftKindId)).size === items.length, { params: { code: 'duplicate' } })
  .refine((items) => goodsValue(items) >= 1 && goodsValue(items) <= largestDonation, { params: { code: 'value_out_of_range' } })

/** Money has an amount, goods have items; nothing has both. */
export const newDonation = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('cash'), amount: positiveMoney, ...shared }),
  z.strictObject({ method: z.literal('transfer'), amount: positiveMoney, ...shared }),
  z.strictObject({ method: z.literal('inKind'), items: givenItems, ...shared }),
])

const campaignParams = z.object({ campaignId: id })
const one = z.object({ id })
export const voiding = z.object({ reason })

export const donors = {
  list: defineContract({
    operationId: 'listDonors',
    method: 'GET',
    path: '/donors',
    summary: 'Givers, searched without marks',
    permission: 'read Donor',
    query: pageQuery.extend({ kind: donorKind.optional(), sort: sortOf('name', 'createdAt').default('name') }),
    response: pageOf(donor),
  }),
  get: defineContract({
    operationId: 'getDonor',
    method: 'GET',
    path: '/donors/:id',
    summary: 'One giver',
    permission: 'read Donor',
    params: one,
    response: donor,
  }),
  create: defineContract({
    operationId: 'createDonor',
    method: 'POST',
    path: '/donors',
    summary: 'Enter a giver',
    permission: 'create Donor',
    body: newDonor,
    response: donor,
    errors: ['DUPLICATE'],
  }),
  update: defineContract({
    operationId: 'updateDonor',
    method: 'PUT',
    path: '/donors/:id',
    summary: 'Change a giver’s name, address or consent to be named in public',
    permission: 'update Donor',
    params: one,
    body: z.object(donorFields),
    response: donor,
    versioned: true,
    errors: ['DUPLICATE'],
  }),
}

export const donations = {
  list: defineContract({
    operationId: 'listDonations',
    method: 'GET',
    path: '/campaigns/:campaignId/donations',
    summary: 'Donations of a campaign; of the filter `amount` is what stands, `voidedAmount` the sum of the `voided` ones that `total` counts too',
    permission: 'read Donation',
    params: campaignParams,
    query: pageQuery.extend({
      fundId: id.optional(),
      donorId: id.optional(),
      method: donationMethod.optional(),
      status: recordStatus.optional(),
      from: day.optional(),
      to: day.optional(),
      sort: sortOf('receivedOn', 'receiptNumber', 'amount').default('-receivedOn'),
    }),
    response: pageOf(donation).extend(standingSums),
  }),
  get: defineContract({
    operationId: 'getDonation',
    method: 'GET',
    path: '/donations/:id',
    summary: 'One donation with its goods and journal entries',
    permission: 'read Donation',
    params: one,
    response: donationDetail,
  }),
  record: defineContract({
    operationId: 'recordDonation',
    method: 'POST',
    path: '/campaigns/:campaignId/donations',
    summary: 'Record what was received: receipt number, journal entry and, for goods, stock, all or nothing',
    permission: 'create Donation',
    params: campaignParams,
    body: newDonation,
    response: donation,
    errors: ['CAMPAIGN_CLOSED', 'BOOKS_CLOSED', 'FUND_INACTIVE', 'DUPLICATE'],
  }),
  void: defineContract({
    operationId: 'voidDonation',
    method: 'POST',
    path: '/donations/:id/void',
    summary: 'Take a donation back by a reversal; its number stays used',
    permission: 'void Donation',
    params: one,
    body: voiding,
    response: donation,
    status: 200,
    versioned: true,
    errors: ['ALREADY_VOIDED', 'FUND_OVERDRAWN', 'STOCK_SHORT', 'CAMPAIGN_CLOSED', 'BOOKS_CLOSED'],
  }),
  receipt: defineContract({
    operationId: 'downloadReceipt',
    method: 'GET',
    path: '/donations/:id/receipt.docx',
    summary: 'The receipt as a Word file',
    permission: 'read Donation',
    params: one,
    response: z.any(),
    file: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  }),
  receiptPdf: defineContract({
    operationId: 'downloadReceiptPdf',
    method: 'GET',
    path: '/donations/:id/receipt.pdf',
    summary: 'The receipt as a PDF',
    permission: 'read Donation',
    params: one,
    response: z.any(),
    file: ['application/pdf'],
  }),
  deliveryNote: defineContract({
    operationId: 'downloadDeliveryNote',
    method: 'GET',
    path: '/donations/:id/delivery-note.docx',
    summary: 'The record of handing over the goods of a donation in kind, under the number of its receipt, as a Word file',
    permission: 'read Donation',
    params: one,
    response: z.any(),
    file: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  }),
  deliveryNotePdf: defineContract({
    operationId: 'downloadDeliveryNotePdf',
    method: 'GET',
    path: '/donations/:id/delivery-note.pdf',
    summary: 'The same as a PDF',
    permission: 'read Donation',
    params: one,
    response: z.any(),
    file: ['application/pdf'],
  }),
  figures: defineContract({
    operationId: 'getDonationFigures',
    method: 'GET',
    path: '/campaigns/:campaignId/donation-figures',
    summary: 'What was given in a campaign, by fund and method, and by how many',
    permission: 'read JournalEntry',
    params: campaignParams,
    response: z.object({
      sums: z.array(z.object({ fundId: id, fundName: z.string(), method: donationMethod, count: z.int(), amount: sumOfMoney })),
      givers: z.object({ person: z.int(), organisation: z.int() }),
    }),
  }),
}
