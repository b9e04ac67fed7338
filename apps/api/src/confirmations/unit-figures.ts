import { createHash } from 'node:crypto'
import { type UnitFigures, unitKeys } from '@chung-tay/domain/report/confirmation'
import type { Db } from '../http/context.ts'
import { countCuts } from '../report/queries.ts'

const cuts = unitKeys.map((key) => ({ key, by: ['unit'] as const, filter: {} }))

/** The figures of every unit as the records stand now, by unit; what comes to nothing is left out. */
export const figuresByUnit = async (db: Db, campaignId: string): Promise<Map<string, UnitFigures>> => {
  const counted = await countCuts(db, campaignId, cuts)
  const lines = counted.flatMap((of, at) =>
    of.flatMap(({ breakdown, value }) =>
      breakdown === null ? [] : [{ unitId: breakdown.slice('unit:'.length), key: unitKeys[at] ?? 'tasks', value }],
    ),
  )
  const units = Map.groupBy(lines, ({ unitId }) => unitId)
  return new Map([...units].map(([unitId, of]) => [unitId, Object.fromEntries(of.map(({ key, value }) => [key, value]))]))
}

export const figuresOfUnit = async (db: Db, campaignId: string, unitId: string): Promise<UnitFigures> => {
  const counted = await countCuts(
    db,
    campaignId,
    unitKeys.map((key) => ({ key, by: [], filter: { unit: [unitId] } })),
  )
  return Object.fromEntries(counted.flatMap((lines, at) => lines.map(({ value }) => [unitKeys[at] ?? 'tasks', value])))
}

/** Names exactly these figures. */
export const seenOf = (figures: UnitFigures): string =>
  createHash('sha256')
    .update(JSON.stringify(unitKeys.map((key) => figures[key] ?? 0)))
    .digest('base64url')
