import { ledger } from '@chung-tay/contracts/ledger'
import { purchases } from '@chung-tay/contracts/purchases'
import { next } from '@chung-tay/testing/agency'
import { makePhoto } from '@chung-tay/testing/tasks'
import type { Person, TestApi } from '../test-api.ts'

/** What the books find wrong with themselves. */
export const failingChecks = async (who: Person) => (await who.call(ledger.checks, {})).json.checks.filter(({ ok }) => !ok)

export const onHandOf = async ({ db }: TestApi, { id }: { id: string }) => (await db.giftKind.findUniqueOrThrow({ where: { id } })).stockOnHand

/** Debit less credit of an account in a fund, whole đồng. */
export const balanceOf = async ({ db }: TestApi, { id: fundId }: { id: string }, accountCode: string) => {
  const row = await db.fundBalance.findUnique({ where: { fundId_accountCode: { fundId, accountCode } } })
  return row ? Number(row.debit - row.credit) : 0
}

type Of = { campaignId: string; fund: { id: string }; kind: { id: string } }

/** `quantity` pieces bought from a fund's cash for `amount` together, by an invoice that nobody has entered yet. */
export const buyGoods = async (
  api: TestApi,
  who: Person,
  { campaignId, fund, kind }: Of,
  quantity: number,
  amount: number,
  overrides: object = {},
) => {
  const sha256 = await api.services.files.put(Buffer.from('hóa đơn'))
  const fileIds = [(await makePhoto(api.db, who.userId, { sha256 })).id]
  const invoice = { supplier: 'Siêu thị Hương Sơn', invoiceSymbol: '1C21TAA', invoiceNumber: String(next()), invoicedOn: '2021-05-20' }
  const paid = { paidOn: '2021-06-06', fundId: fund.id, method: 'cash' as const, fileIds }
  const body = { ...invoice, ...paid, items: [{ giftKindId: kind.id, quantity, amount }], ...overrides }
  return who.call(purchases.record, { params: { campaignId }, body })
}
