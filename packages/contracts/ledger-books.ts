import { countedAccounts } from '@chung-tay/domain/ledger/closing'
import { z } from 'zod'
import { day, id } from './codecs.ts'
import { defineContract } from './contract.ts'

const period = z.object({ from: day, to: day }).refine(({ from, to }) => from <= to, { path: ['to'], params: { code: 'end_before_start' } })
const accountQuery = period.safeExtend({ account: z.enum(countedAccounts), fundId: id.optional() })
const fundQuery = period.safeExtend({ fundId: id })

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const book = { method: 'GET', permission: 'read JournalEntry', response: z.any() } as const

/** The books as they are printed, signed and bound. */
export const ledgerBooks = {
  account: defineContract({
    ...book,
    operationId: 'downloadAccountBook',
    path: '/ledger/books/account.docx',
    summary: 'The cash or bank book of a period, of one fund or all, as a Word file',
    query: accountQuery,
    file: [word],
  }),
  accountPdf: defineContract({
    ...book,
    operationId: 'downloadAccountBookPdf',
    path: '/ledger/books/account.pdf',
    summary: 'The same as a PDF',
    query: accountQuery,
    file: ['application/pdf'],
  }),
  journal: defineContract({
    ...book,
    operationId: 'downloadJournalBook',
    path: '/ledger/books/journal.docx',
    summary: 'The general journal of a period as a Word file',
    query: period,
    file: [word],
  }),
  journalPdf: defineContract({
    ...book,
    operationId: 'downloadJournalBookPdf',
    path: '/ledger/books/journal.pdf',
    summary: 'The same as a PDF',
    query: period,
    file: ['application/pdf'],
  }),
  day: defineContract({
    ...book,
    operationId: 'downloadDayBook',
    path: '/ledger/books/day.docx',
    summary: 'The day book of a period as a Word file: money in and out of all funds, added up each day',
    query: period,
    file: [word],
  }),
  dayPdf: defineContract({
    ...book,
    operationId: 'downloadDayBookPdf',
    path: '/ledger/books/day.pdf',
    summary: 'The same as a PDF',
    query: period,
    file: ['application/pdf'],
  }),
  fund: defineContract({
    ...book,
    operationId: 'downloadFundBook',
    path: '/ledger/books/fund.docx',
    summary: 'The book of one fund in a period as a Word file: cash, bank and goods with the accounts on the other side',
    query: fundQuery,
    file: [word],
  }),
  fundPdf: defineContract({
    ...book,
    operationId: 'downloadFundBookPdf',
    path: '/ledger/books/fund.pdf',
    summary: 'The same as a PDF',
    query: fundQuery,
    file: ['application/pdf'],
  }),
  audit: defineContract({
    ...book,
    operationId: 'downloadLedgerForAudit',
    path: '/ledger/books/audit.zip',
    summary: 'For auditors: journal lines, balances, counts, closings and checks as CSV, with the SHA-256 of each file',
    query: period,
    file: ['application/zip'],
  }),
}
