import type { DeskPack } from '@chung-tay/contracts/hand-outs'
import type { Context, Db } from '../http/context.ts'
import { found } from '../http/scope.ts'
import { loadList } from './lists.ts'

/** How far a list is that the caller may hand out: one query, for it is asked with every gift. */
export const progressOf = async (db: Db, giftListId: string): Promise<DeskPack['progress']> => {
  const rows = await db.$queryRaw<[DeskPack['progress']]>`
    SELECT count(given."id")::int AS given, count(line."id")::int AS total, kind."stockOnHand"
    FROM "GiftList" list JOIN "GiftKind" kind ON kind."id" = list."giftKindId"
      LEFT JOIN "GiftListLine" line ON line."giftListId" = list."id" AND NOT line."excluded"
      LEFT JOIN "HandOut" given ON given."lineId" = line."id"
    WHERE list."id" = ${giftListId}::uuid GROUP BY kind."id"`
  return found(rows[0])
}

type UnitRow = { unitId: string; unitName: string; given: number; total: number }
type LastRow = { id: string; unitName: string; at: Date; by: string }

const latest = 6

/** A list's hand-outs as they happen: by unit, and the last ones by unit and desk, without a child's name. */
export const getProgress = async (context: Context, giftListId: string) => {
  const { db } = context
  const { giftKind } = await loadList(context, giftListId)
  const units = await db.$queryRaw<UnitRow[]>`
    SELECT unit."id" AS "unitId", unit."name" AS "unitName", count(given."id")::int AS given, count(*)::int AS total
    FROM "GiftListLine" line JOIN "Unit" unit ON unit."id" = line."unitId" LEFT JOIN "HandOut" given ON given."lineId" = line."id"
    WHERE line."giftListId" = ${giftListId}::uuid AND NOT line."excluded"
    GROUP BY unit."id" ORDER BY unit."sortOrder", unit."name"`
  const last = await db.$queryRaw<LastRow[]>`
    SELECT given."id", unit."name" AS "unitName", given."handedOutAt" AS at, coalesce(person."name", '') AS by
    FROM "HandOut" given JOIN "GiftListLine" line ON line."id" = given."lineId" JOIN "Unit" unit ON unit."id" = line."unitId"
      LEFT JOIN "User" person ON person."id" = given."handedOutById"
    WHERE line."giftListId" = ${giftListId}::uuid ORDER BY given."handedOutAt" DESC, given."id" DESC LIMIT ${latest}`
  const sum = (pick: 'given' | 'total') => units.reduce((all, unit) => all + unit[pick], 0)
  return { given: sum('given'), total: sum('total'), stockOnHand: giftKind.stockOnHand, units, last }
}
