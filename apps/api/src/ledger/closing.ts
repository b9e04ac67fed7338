import type { BalanceCountRecord, balanceCounts, ledgerClosings } from '@chung-tay/contracts/ledger-closing'
import { fromDbDate, type IsoDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { type CountedAccount, closingObstacles, countedAccounts } from '@chung-tay/domain/ledger/closing'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, Db, WriteContext } from '../http/context.ts'
import { invalidField } from '../http/errors.ts'
import { page } from '../http/pages.ts'
import { tellOthers, userIdsWith } from '../notifications/service.ts'
import { checkLedger } from './service.ts'

const countedOf = (code: string): CountedAccount => {
  const account = countedAccounts.find((known) => known === code)
  if (account === undefined) throw new Error(`account ${code} is not counted`)
  return account
}

/** What the books say of an account at the end of a day, over all funds: one box, one bank account. */
const bookedOn = async (db: Db, account: CountedAccount, day: IsoDate): Promise<number> => {
  const { _sum } = await db.journalLine.aggregate({
    where: { accountCode: account, entry: { enteredOn: { lte: toDbDate(day) } } },
    _sum: { debit: true, credit: true },
  })
  return Number(_sum.debit ?? 0) - Number(_sum.credit ?? 0)
}

export const closedUntil = async (db: Db): Promise<IsoDate | null> => {
  const last = await db.ledgerClosing.findFirst({ orderBy: { sequence: 'desc' }, select: { closedUntil: true } })
  return last?.closedUntil ? fromDbDate(last.closedUntil) : null
}

const withAccount = { account: { select: { name: true } } } as const

export const listCounts = async (context: Context, query: z.output<typeof balanceCounts.list.query>) => {
  const { items, ...rest } = await page(
    query,
    (window) =>
      context.db.balanceCount.findMany({ include: withAccount, orderBy: [{ countedOn: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }], ...window }),
    () => context.db.balanceCount.count(),
    (row) => row,
  )
  const names = await namesOfUsers(
    context.db,
    items.map(({ createdById }) => createdById),
  )
  const present = (row: (typeof items)[number]): BalanceCountRecord => ({
    id: row.id,
    account: countedOf(row.accountCode),
    accountName: row.account.name,
    countedOn: fromDbDate(row.countedOn),
    counted: Number(row.counted),
    booked: Number(row.booked),
    note: row.note,
    countedByName: names.get(row.createdById) ?? '',
    createdAt: row.createdAt,
  })
  return { ...rest, items: items.map(present) }
}

/** Keeps what was counted beside what the books say; nothing of it is changed later, a better count is another one. */
export const recordCount = async (context: WriteContext, input: z.output<typeof balanceCounts.record.body>): Promise<BalanceCountRecord> => {
  const { account, countedOn, counted, note } = input
  if (countedOn > context.clock.today()) throw invalidField('countedOn', 'in_the_future')
  const booked = await bookedOn(context.db, account, countedOn)
  if (counted !== booked && note === '') throw invalidField('note', 'required')
  const row = await context.db.balanceCount.create({
    data: {
      accountCode: account,
      countedOn: toDbDate(countedOn),
      counted,
      booked,
      note,
      createdById: context.actor.userId,
      createdAt: context.clock.now(),
    },
    include: withAccount,
  })
  await context.audit({ subject: 'BalanceCount', id: row.id, after: { account, countedOn, counted, booked, note } })
  return { id: row.id, ...input, accountName: row.account.name, booked, countedByName: context.actor.name, createdAt: row.createdAt }
}

/** Accounts at the end of a day with the last count of it. */
const accountsOn = async (db: Db, day: IsoDate) => {
  const accounts = await db.ledgerAccount.findMany({ where: { code: { in: [...countedAccounts] } }, orderBy: { sortOrder: 'asc' } })
  return Promise.all(
    accounts.map(async ({ code, name }) => {
      const last = await db.balanceCount.findFirst({
        where: { accountCode: code, countedOn: toDbDate(day) },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      })
      return { account: countedOf(code), accountName: name, booked: await bookedOn(db, countedOf(code), day), counted: last && Number(last.counted) }
    }),
  )
}

/** Gifts of kinds that are on the books, handed out up to a day, of which no voucher tells yet. */
const unissuedOn = async (db: Db, day: IsoDate): Promise<number> => {
  const [row] = await db.$queryRaw<[{ many: number }]>`
    SELECT count(*)::int AS many FROM "StockMovement" move
    WHERE move."sourceType" = 'HandOut' AND move."movedOn" <= ${day}::date
      AND EXISTS (SELECT FROM "StockLot" lot WHERE lot."giftKindId" = move."giftKindId" AND lot."left" > 0)
      AND NOT EXISTS (SELECT FROM "StockSettlement" settled WHERE settled."movementId" = move."id")`
  return row.many
}

export const checkClosing = async (context: Pick<Context, 'db' | 'clock'>, until: IsoDate) => {
  const [last, accounts, { checks }] = await Promise.all([closedUntil(context.db), accountsOn(context.db, until), checkLedger(context)])
  const unissued = await unissuedOn(context.db, until)
  const failedChecks = checks.filter(({ ok }) => !ok).map(({ name }) => name)
  const facts = { until, today: context.clock.today(), closedUntil: last, checksHold: failedChecks.length === 0, unissued, accounts }
  return { obstacles: closingObstacles(facts), accounts, failedChecks }
}

export const getClosings = async ({ db }: Pick<Context, 'db'>): Promise<z.output<typeof ledgerClosings.get.response>> => {
  const rows = await db.ledgerClosing.findMany({ orderBy: { sequence: 'desc' } })
  const names = await namesOfUsers(
    db,
    rows.map(({ createdById }) => createdById),
  )
  const items = rows.map(({ id, closedUntil: until, reason, createdById, createdAt }) => ({
    id,
    closedUntil: until && fromDbDate(until),
    reason,
    byName: names.get(createdById) ?? '',
    createdAt,
  }))
  return { closedUntil: items[0]?.closedUntil ?? null, items }
}

/** Nobody enters anything while the books are looked at and closed; the same lock is taken by the database for whoever closes otherwise. */
export const holdBooks = (db: Db) => db.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('ledger books'))::text`

const keep = async (context: WriteContext, until: IsoDate | null, reason: string | null) => {
  const before = await closedUntil(context.db)
  const { id } = await context.db.ledgerClosing.create({
    data: { closedUntil: until && toDbDate(until), reason, createdById: context.actor.userId, createdAt: context.clock.now() },
  })
  await context.audit({
    subject: 'LedgerClosing',
    id,
    before: { closedUntil: before },
    after: { closedUntil: until },
    ...(reason !== null && { reason }),
  })
  const data = { year: Number((until ?? before ?? context.clock.today()).slice(0, 4)), until, before, byName: context.actor.name, reason }
  const readers = [...(await userIdsWith(context.db, 'union')), ...(await userIdsWith(context.db, 'auditor'))]
  await tellOthers(context, { userIds: readers, kind: reason === null ? 'booksClosed' : 'booksReopened', data, key: `books:${id}` })
  return getClosings(context)
}

/** @throws DomainError BOOKS_NOT_READY with { obstacles } */
export const closeLedger = async (context: WriteContext, { until }: z.output<typeof ledgerClosings.close.body>) => {
  await holdBooks(context.db)
  const { obstacles } = await checkClosing(context, until)
  if (obstacles.length > 0) throw new DomainError('BOOKS_NOT_READY', { obstacles })
  return keep(context, until, null)
}

/** @throws DomainError BOOKS_NOT_CLOSED when the books are open from that day on already */
export const reopenLedger = async (context: WriteContext, { until, reason }: z.output<typeof ledgerClosings.reopen.body>) => {
  await holdBooks(context.db)
  const last = await closedUntil(context.db)
  if (last === null || (until !== null && until >= last)) throw new DomainError('BOOKS_NOT_CLOSED', { until: last })
  return keep(context, until, reason)
}
