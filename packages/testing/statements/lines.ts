import type { BankLine, Prisma } from '@chung-tay/db/client'
import { toDbDate } from '@chung-tay/domain/dates'
import { foldText } from '@chung-tay/domain/text'
import { type Db, morningOf, next } from '../agency.ts'
import { makeCampaign } from '../campaigns.ts'
import { statementAccount } from './movements.ts'

/** A statement without lines. */
export const makeBankStatement = async (db: Db, overrides: Partial<Prisma.BankStatementUncheckedCreateInput> = {}) => {
  const campaignId = overrides.campaignId ?? (await makeCampaign(db)).id
  const counts = { added: 0, known: 0, ignored: 0, unclear: 0, balanceBreaks: 0 }
  const made = { createdById: crypto.randomUUID(), createdAt: morningOf(toDbDate('2021-06-15')) }
  const file = { fileName: 'sao-ke-thang-6.xlsx', sha256: crypto.randomUUID(), account: statementAccount }
  return db.bankStatement.create({ data: { ...file, ...counts, ...made, ...overrides, campaignId } })
}

type Overrides = Partial<Omit<Prisma.BankLineUncheckedCreateInput, 'state' | 'parts' | 'amount' | 'day'>> & { amount?: bigint; day?: Date }

/** A line that waits: 500.000 đồng that came in, unless said otherwise. */
export const makeBankLine = async (db: Db, overrides: Overrides = {}): Promise<BankLine> => {
  const statement = overrides.statementId
    ? await db.bankStatement.findUniqueOrThrow({ where: { id: overrides.statementId } })
    : await makeBankStatement(db, overrides.campaignId ? { campaignId: overrides.campaignId } : {})
  const {
    text = 'NGUYEN VAN AN ung ho',
    reference = `FT${next()}`,
    name = '',
    counterAccount = '',
    amount = 500_000n,
    day = toDbDate('2021-06-10'),
  } = overrides
  const facts = {
    row: next(),
    direction: 'credit',
    fingerprint: crypto.randomUUID(),
    ...overrides,
    text,
    reference,
    name,
    counterAccount,
    amount,
    day,
  } as const
  const search = foldText(`${text} ${name} ${reference} ${counterAccount} ${amount}`)
  const line = await db.bankLine.create({
    data: { ...facts, statementId: statement.id, campaignId: statement.campaignId, account: statement.account, search },
  })
  await db.bankLineState.create({ data: { lineId: line.id, amount } })
  return line
}
