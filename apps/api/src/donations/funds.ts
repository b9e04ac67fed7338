import type { DonorRecord, donors } from '@chung-tay/contracts/donations'
import type { FundRecord, funds } from '@chung-tay/contracts/funds'
import type { Donor, Fund, Prisma } from '@chung-tay/db/client'
import { bankBins } from '@chung-tay/domain/donations/banks'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import type { Context, WriteContext } from '../http/context.ts'
import { orderOf, page } from '../http/pages.ts'
import { found, scope } from '../http/scope.ts'
import { assetsOf } from '../ledger/service.ts'

type Balances = Awaited<ReturnType<typeof assetsOf>>

const binOf = (bin: string | null): FundRecord['bankBin'] => bankBins.find((known) => known === bin) ?? null

const presentFund = ({ createdAt: _, updatedAt: __, bankBin, ...row }: Fund, balances: Balances | null): FundRecord => ({
  ...row,
  bankBin: binOf(bankBin),
  balance: balances?.(row.id) ?? null,
})

/** Everybody sees which funds there are; what lies in them, those who may read the ledger. */
export const listFunds = async (context: Context, { active }: z.output<typeof funds.list.query>) => {
  const balances = context.ability.can('read', 'JournalEntry') ? await assetsOf(context) : null
  const rows = await context.db.fund.findMany({
    where: { AND: [scope(context, 'read', 'Fund'), active === undefined ? {} : { active }] },
    orderBy: [{ sortOrder: 'asc' }, { name: 'asc' }],
  })
  return { items: rows.map((row) => presentFund(row, balances)) }
}

type FundInput = z.output<typeof funds.create.body>

export const createFund = async (context: WriteContext, input: FundInput): Promise<FundRecord> => {
  const after = presentFund(await context.db.fund.create({ data: input }), await assetsOf(context))
  await context.audit({ subject: 'Fund', id: after.id, after })
  return after
}

export const updateFund = async (context: WriteContext, id: string, input: FundInput): Promise<FundRecord> => {
  const row = found(await context.db.fund.findFirst({ where: { AND: [{ id }, scope(context, 'update', 'Fund')] } }))
  const balances = await assetsOf(context)
  const data = { ...input, version: { increment: 1 } }
  const after = presentFund(await context.db.fund.update({ where: { id, version: context.version }, data }), balances)
  await context.audit({ subject: 'Fund', id, before: presentFund(row, balances), after })
  return after
}

const presentDonor = ({ createdAt: _, updatedAt: __, search: ___, ...row }: Donor): DonorRecord => row

const searchOf = ({ name, phone }: { name: string; phone: string | null }) => foldText(`${name} ${phone ?? ''}`)

export const listDonors = (context: Context, query: z.output<typeof donors.list.query>) => {
  const where: Prisma.DonorWhereInput = {
    AND: [
      scope(context, 'read', 'Donor'),
      query.kind === undefined ? {} : { kind: query.kind },
      query.q === undefined ? {} : { search: { contains: foldText(query.q) } },
    ],
  }
  const { column, direction } = orderOf(query.sort)
  return page(
    query,
    (window) => context.db.donor.findMany({ where, orderBy: [{ [column]: direction }, { id: direction }], ...window }),
    () => context.db.donor.count({ where }),
    presentDonor,
  )
}

export const getDonor = async (context: Context, id: string): Promise<DonorRecord> =>
  presentDonor(found(await context.db.donor.findFirst({ where: { AND: [{ id }, scope(context, 'read', 'Donor')] } })))

type DonorInput = z.output<typeof donors.create.body>

const kept = (input: DonorInput) => ({ ...input, showAmount: input.showAmount && !input.anonymous, search: searchOf(input) })

export const createDonor = async (context: WriteContext, input: DonorInput): Promise<DonorRecord> => {
  const after = presentDonor(await context.db.donor.create({ data: { ...kept(input), createdAt: context.clock.now() } }))
  await context.audit({ subject: 'Donor', id: after.id, after })
  return after
}

/** The name stands first in what the giver's donations are found by, and changes there too. */
export const updateDonor = async (context: WriteContext, id: string, input: DonorInput): Promise<DonorRecord> => {
  const before = found(await context.db.donor.findFirst({ where: { AND: [{ id }, scope(context, 'update', 'Donor')] } }))
  const row = await context.db.donor.update({
    where: { id, version: context.version },
    data: { ...kept(input), version: { increment: 1 } },
  })
  if (row.name !== before.name) {
    await context.db.$executeRaw`
      UPDATE "Donation" SET "search" = ${foldText(row.name)} || substr("search", ${foldText(before.name).length + 1}::int) WHERE "donorId" = ${id}::uuid`
  }
  const after = presentDonor(row)
  await context.audit({ subject: 'Donor', id, before: presentDonor(before), after })
  return after
}

type GivenDonor = { kind: 'known'; id: string } | DonorInput

/** The giver of a donation: one in the book, the employee's own entry, or a new one. */
export const donorOf = async (context: WriteContext, given: GivenDonor): Promise<Donor> => {
  if (given.kind === 'known') {
    return found(await context.db.donor.findFirst({ where: { AND: [{ id: given.id }, scope(context, 'read', 'Donor')] } }))
  }
  const known = given.employeeId === null ? null : await context.db.donor.findUnique({ where: { employeeId: given.employeeId } })
  if (known) return known
  const { id } = await createDonor(context, given)
  return context.db.donor.findUniqueOrThrow({ where: { id } })
}
