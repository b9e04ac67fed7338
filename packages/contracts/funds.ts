import { bankBins } from '@chung-tay/domain/donations/banks'
import { z } from 'zod'
import { count, id, line, paragraph, queryFlag, sumOfMoney } from './codecs.ts'
import { defineContract } from './contract.ts'

const fundFields = {
  code: line(30),
  name: line(),
  description: paragraph(1000),
  active: z.boolean(),
  sortOrder: count,
  bankBin: z.enum(bankBins).nullable(),
  bankAccount: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9]{4,19}$/)
    .nullable(),
  bankHolder: line(100).nullable(),
}

const bankParts = ['bankBin', 'bankAccount', 'bankHolder'] as const

/** An account to transfer to has its bank, number and holder, or there is none. */
const fundInput = z
  .object({
    ...fundFields,
    bankBin: fundFields.bankBin.default(null),
    bankAccount: fundFields.bankAccount.default(null),
    bankHolder: fundFields.bankHolder.default(null),
  })
  .superRefine((input, context) => {
    const missing = bankParts.filter((part) => input[part] === null)
    if (missing.length === bankParts.length) return
    for (const part of missing) context.addIssue({ code: 'custom', path: [part], params: { code: 'required' } })
  })

/** What a fund has: debit less credit of cash, bank and goods in stock; null for those who may not read the ledger. */
export const fundBalance = z.object({ cash: sumOfMoney, bank: sumOfMoney, goods: sumOfMoney })
export const fund = z.object({ id, ...fundFields, balance: fundBalance.nullable(), version: z.int() })
export type FundRecord = z.output<typeof fund>

export const funds = {
  list: defineContract({
    operationId: 'listFunds',
    method: 'GET',
    path: '/funds',
    summary: 'Funds that money is given to; their balances for those who may read the ledger',
    permission: 'read Fund',
    query: z.object({ active: queryFlag.optional() }),
    response: z.object({ items: z.array(fund) }),
  }),
  create: defineContract({
    operationId: 'createFund',
    method: 'POST',
    path: '/funds',
    summary: 'Open a fund',
    permission: 'create Fund',
    body: fundInput,
    response: fund,
    errors: ['DUPLICATE'],
  }),
  update: defineContract({
    operationId: 'updateFund',
    method: 'PUT',
    path: '/funds/:id',
    summary: 'Change a fund’s name or close it for new records',
    permission: 'update Fund',
    params: z.object({ id }),
    body: fundInput,
    response: fund,
    versioned: true,
    errors: ['DUPLICATE'],
  }),
}
