import type { Family, handOuts } from '@chung-tay/contracts/hand-outs'
import { requireOpen } from '@chung-tay/domain/campaigns/open'
import { familiesOf } from '@chung-tay/domain/children/families'
import { DomainError } from '@chung-tay/domain/errors'
import { type Collector, collectorOf } from '@chung-tay/domain/gifts/collector'
import { foldText } from '@chung-tay/domain/text'
import type { z } from 'zod'
import { namesOfUsers } from '../accounts/names.ts'
import type { Context, WriteContext } from '../http/context.ts'
import { found, scope } from '../http/scope.ts'
import { type LineRow, loadLine, presentLines, shown } from './lines.ts'
import { getGiftList, holdList, loadList } from './lists.ts'
import { moveStock } from './stock.ts'

/** More than this many families mean that more of the name has to be typed. */
const mostLines = 30

const progressOf = async (context: Context, giftListId: string) => {
  const { entitled, handedOut, stockOnHand } = await getGiftList(context, giftListId)
  return { given: handedOut, total: entitled, stockOnHand }
}

const guardianIdsOf = ({ child }: LineRow) => child.guardians.map(({ employeeId }) => employeeId)

const find = (context: Context, giftListId: string, where: object, take?: number): Promise<LineRow[]> =>
  context.db.giftListLine.findMany({
    where: { AND: [{ giftListId }, scope(context, 'read', 'GiftListLine'), where] },
    include: shown,
    orderBy: [{ child: { givenName: 'asc' } }, { child: { name: 'asc' } }, { id: 'asc' }],
    ...(take !== undefined && { take }),
  })

/** Who matches by the child's or a guardian's name, and then all their siblings on the list. */
const findFamilies = async (context: Context, giftListId: string, text: string): Promise<LineRow[][]> => {
  const named = { search: { contains: foldText(text) } }
  const matches = await find(context, giftListId, { child: { OR: [named, { guardians: { some: { employee: named } } }] } }, mostLines)
  const guardianIds = [...new Set(matches.flatMap(guardianIdsOf))]
  const ids = new Set(matches.map(({ id }) => id))
  const siblings = await find(context, giftListId, { child: { guardians: { some: { employeeId: { in: guardianIds } } } } })
  const lines = [...matches, ...siblings.filter(({ id }) => !ids.has(id))]
  return familiesOf(lines.map((line) => ({ line, guardianIds: guardianIdsOf(line) }))).map((family) => family.map(({ line }) => line))
}

const presentFamily = async (context: Context, rows: readonly LineRow[]): Promise<Family> => {
  const lines = await presentLines(context, rows)
  const guardians = lines.flatMap((line) => line.guardians)
  return {
    id: found(lines[0]).id,
    guardians: guardians.filter(({ name }, at) => guardians.findIndex((other) => other.name === name) === at),
    lines,
  }
}

export const searchDesk = async (context: Context, giftListId: string, { q = '' }: z.output<typeof handOuts.desk.query>) => {
  await loadList(context, giftListId)
  const families = q === '' ? [] : await findFamilies(context, giftListId, q)
  return { families: await Promise.all(families.map((family) => presentFamily(context, family))), progress: await progressOf(context, giftListId) }
}

type Entry = Collector & { giftKindId: string; unitValue: bigint; handedOutAt: Date }

/** The entitlement's unique constraint decides who was first; whoever comes later waits for that transaction and then sees it. */
const claim = async (context: WriteContext, line: LineRow, entry: Entry): Promise<string> => {
  const [made] = await context.db.handOut.createManyAndReturn({
    data: [{ ...entry, lineId: line.id, handedOutById: context.actor.userId }],
    skipDuplicates: true,
    select: { id: true },
  })
  if (made) return made.id
  const first = found(await context.db.handOut.findUnique({ where: { lineId: line.id } }))
  const names = await namesOfUsers(context.db, [first.handedOutById])
  throw new DomainError('ALREADY_HANDED_OUT', {
    childName: line.child.name,
    at: first.handedOutAt.toISOString(),
    by: names.get(first.handedOutById) ?? '',
    collectorName: first.collectorName,
    proxyRelation: first.proxyRelation,
  })
}

/**
 * One gift for an entitlement, with its stock in the same transaction.
 * @throws DomainError LIST_NOT_APPROVED, LINE_EXCLUDED with { reason }, PROXY_RELATION_REQUIRED, STOCK_SHORT,
 *   ALREADY_HANDED_OUT with { childName, at, by, collectorName, proxyRelation }
 */
export const handOutGift = async (context: WriteContext, lineId: string, input: Collector) => {
  const line = await loadLine(context, lineId)
  requireOpen(line.giftList.campaign.status)
  const status = await holdList(context.db, line.giftListId)
  if (status !== 'approved') throw new DomainError('LIST_NOT_APPROVED', { status })
  if (line.excluded) throw new DomainError('LINE_EXCLUDED', { childName: line.child.name, reason: line.excludeReason })
  const collector = collectorOf(
    input,
    line.child.guardians.map(({ employee }) => employee.name),
  )
  const { giftKind } = await loadList(context, line.giftListId)
  const at = context.clock.now()
  const id = await claim(context, line, { ...collector, giftKindId: giftKind.id, unitValue: giftKind.unitValue, handedOutAt: at })
  const source = { sourceType: 'HandOut', sourceId: id }
  await moveStock(context, { giftKindId: giftKind.id, kind: 'handOut', quantity: -1, movedOn: context.clock.today(), ...source })
  const handOut = { at, by: context.actor.name, ...collector }
  await context.audit({ subject: 'HandOut', id, after: { childName: line.child.name, giftName: giftKind.name, ...handOut } })
  return { id, lineId, childName: line.child.name, handOut, progress: await progressOf(context, line.giftListId) }
}
