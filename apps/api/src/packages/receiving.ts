import { figuresPackage, packageContent } from '@chung-tay/contracts/figures-package'
import type { packages, SenderRecord } from '@chung-tay/contracts/packages'
import type { Prisma, Sender } from '@chung-tay/db/client'
import { fromDbDate, toDbDate } from '@chung-tay/domain/dates'
import { DomainError } from '@chung-tay/domain/errors'
import { sumPackages } from '@chung-tay/domain/packages/figures'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { toJson } from '../http/write.ts'
import { hashOf } from '../report/content.ts'
import { fingerprintOf, isSignedBy } from './signing.ts'

const presentSender = ({ id, name, publicKey, active, version }: Sender): SenderRecord => ({
  id,
  name,
  publicKey,
  fingerprint: publicKey && fingerprintOf(publicKey),
  active,
  version,
})

export const listSenders = async (context: Context) => {
  const rows = await context.db.sender.findMany({ where: scope(context, 'read', 'Sender'), orderBy: [{ active: 'desc' }, { name: 'asc' }] })
  return { items: rows.map(presentSender) }
}

export const addSender = async (context: WriteContext, input: z.output<typeof packages.addSender.body>): Promise<SenderRecord> => {
  const after = presentSender(await context.db.sender.create({ data: { ...input, createdAt: context.clock.now() } }))
  await context.audit({ subject: 'Sender', id: after.id, after })
  return after
}

export const updateSender = async (context: WriteContext, id: string, input: z.output<typeof packages.updateSender.body>): Promise<SenderRecord> => {
  const before = found(await context.db.sender.findFirst({ where: { AND: [{ id }, scope(context, 'update', 'Sender')] } }))
  const row = await context.db.sender.update({ where: { id, version: context.version }, data: { ...input, version: { increment: 1 } } })
  await context.audit({ subject: 'Sender', id, before: presentSender(before), after: presentSender(row) })
  return presentSender(row)
}

const shown = { sender: { select: { name: true, publicKey: true } } } as const
type Row = Prisma.ReceivedPackageGetPayload<{ include: typeof shown }>

const present = async ({ db }: Context, rows: readonly Row[]) => {
  const names = await namesOfUsers(
    db,
    rows.map((row) => row.receivedById),
  )
  return rows.map((row) => ({
    id: row.id,
    senderId: row.senderId,
    senderName: row.sender.name,
    year: row.year,
    revision: row.revision,
    issuedOn: fromDbDate(row.issuedOn),
    reportNumber: packageContent.parse(row.content).reportNumber,
    receivedAt: row.receivedAt,
    receivedByName: names.get(row.receivedById) ?? '',
  }))
}

/** The newest package of each sender in a year. */
const newestOf = (context: Context, year: number) =>
  context.db.receivedPackage.findMany({
    where: { AND: [{ year, sender: { active: true } }, scope(context, 'read', 'ReceivedPackage')] },
    include: shown,
    distinct: ['senderId'],
    orderBy: [{ senderId: 'asc' }, { revision: 'desc' }],
  })

export const listStatus = async (context: Context, year: number) => {
  const [senders, rows] = await Promise.all([
    context.db.sender.findMany({ where: { AND: [{ active: true }, scope(context, 'read', 'Sender')] }, orderBy: { name: 'asc' } }),
    newestOf(context, year),
  ])
  const received = await present(context, rows)
  const items = senders.map(({ id, name }) => ({ senderId: id, name, package: received.find(({ senderId }) => senderId === id) ?? null }))
  return { items, sent: received.length, expected: senders.length }
}

export const sumYear = async (context: Context, { year, cursor, limit }: { year: number; cursor?: string | undefined; limit: number }) => {
  const rows = await newestOf(context, year)
  const sums = sumPackages(rows.map(({ content }) => packageContent.parse(content)))
  const from = Number(cursor ?? 0)
  const items = sums.slice(from, from + limit).map((sum) => ({ ...sum, id: `${sum.key} ${sum.breakdown ?? ''}` }))
  return { items, total: sums.length, nextCursor: from + limit < sums.length ? String(from + limit) : null }
}

export const getPackage = async (context: Context, id: string) => {
  const where = { AND: [{ id }, scope(context, 'read', 'ReceivedPackage')] }
  const row = found(await context.db.receivedPackage.findFirst({ where, include: shown }))
  const [one] = await present(context, [row])
  const content = packageContent.parse(row.content)
  return { ...found(one), content, intact: row.publicKey !== null && isSignedBy(content, row.signature, row.publicKey) }
}

const parseFile = (file: string): z.output<typeof figuresPackage> => {
  let json: unknown
  try {
    json = JSON.parse(file)
  } catch {
    throw new DomainError('PACKAGE_UNREADABLE', { field: 'file' })
  }
  const parsed = figuresPackage.safeParse(json)
  if (!parsed.success) throw new DomainError('PACKAGE_UNREADABLE', { field: 'file', at: parsed.error.issues[0]?.path.join('.') ?? '' })
  return parsed.data
}

/** Known by its key, whole by its signature, newer than what came before: else it is refused and nothing is written. */
export const receivePackage = async (context: WriteContext, file: string) => {
  const { content, signature } = parseFile(file)
  if (!isSignedBy(content, signature.value, signature.publicKey)) throw new DomainError('PACKAGE_ALTERED', { field: 'file' })
  const sender = await context.db.sender.findFirst({ where: { publicKey: signature.publicKey, active: true } })
  if (!sender) throw new DomainError('SENDER_UNKNOWN', { field: 'file', name: content.agency.name, fingerprint: fingerprintOf(signature.publicKey) })
  await context.db.$queryRaw`SELECT 1 FROM "Sender" WHERE "id" = ${sender.id}::uuid FOR UPDATE`
  const last = await context.db.receivedPackage.findFirst({ where: { senderId: sender.id, year: content.year }, orderBy: { revision: 'desc' } })
  if (last && last.revision > content.revision) throw new DomainError('PACKAGE_OLDER', { field: 'file', revision: last.revision })
  const stored = toJson(content)
  const row = await context.db.receivedPackage.create({
    data: {
      senderId: sender.id,
      year: content.year,
      revision: content.revision,
      issuedOn: toDbDate(content.issuedOn),
      content: stored,
      contentHash: hashOf(stored as Parameters<typeof hashOf>[0]),
      signature: signature.value,
      publicKey: signature.publicKey,
      receivedById: context.actor.userId,
      receivedAt: context.clock.now(),
    },
    include: shown,
  })
  const [one] = await present(context, [row])
  await context.audit({ subject: 'ReceivedPackage', id: row.id, after: found(one) })
  return found(one)
}
