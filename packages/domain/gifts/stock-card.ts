import type { IsoDate } from '../dates.ts'

/** Pieces in (above zero) or out of the store. Movements of one day with the same `group` are one row; null stands alone. */
export type CardMovement = { on: IsoDate; quantity: number; paper: string; memo: string; group: string | null }

/** One of `received` and `issued` is 0; `balance` is what was left. */
export type CardRow = { on: IsoDate; paper: string; memo: string; received: number; issued: number; balance: number }

const merged = (movements: readonly CardMovement[]): CardMovement[] => {
  const rows = new Map<string, CardMovement>()
  movements.forEach((one, at) => {
    const key = one.group === null ? `${at}` : `${one.on} ${one.group} ${Math.sign(one.quantity)}`
    rows.set(key, { ...one, quantity: one.quantity + (rows.get(key)?.quantity ?? 0) })
  })
  return [...rows.values()]
}

/** Thẻ kho: what moved, day by day, with what was left. Within a day what came in stands first, so that no balance dips below zero between. */
export const stockCard = (opening: number, movements: readonly CardMovement[]): CardRow[] => {
  const ordered = merged(movements).toSorted((a, b) => a.on.localeCompare(b.on) || Math.sign(b.quantity) - Math.sign(a.quantity))
  let balance = opening
  return ordered.map(({ on, quantity, paper, memo }) => {
    balance += quantity
    return { on, paper, memo, received: Math.max(0, quantity), issued: Math.max(0, -quantity), balance }
  })
}
