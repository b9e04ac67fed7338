/** Goods of one kind that came in at one price for one fund; `left` of them are still on the books. Whole đồng. */
export type Lot = { id: string; fundId: string; unitValue: number; left: number }

/** So many pieces out of a lot. */
export type Taken = { lotId: string; fundId: string; quantity: number; unitValue: number }

/**
 * Takes goods off the books, the oldest first (nhập trước, xuất trước) and those of the fund that pays for them before others'.
 * `outside` were never on them: bought earlier and expensed at once, or found in a count. `lots` come the oldest first.
 */
export const takeFromLots = (lots: readonly Lot[], quantity: number, fundId: string | null): { taken: Taken[]; outside: number } => {
  const ordered = [...lots.filter((lot) => lot.fundId === fundId), ...lots.filter((lot) => lot.fundId !== fundId)]
  const taken: Taken[] = []
  let missing = quantity
  for (const { id, left, unitValue, ...lot } of ordered) {
    const some = Math.min(left, missing)
    if (some > 0) taken.push({ lotId: id, fundId: lot.fundId, quantity: some, unitValue })
    missing -= some
  }
  return { taken, outside: missing }
}

export const worthOf = (taken: readonly { quantity: number; unitValue: number }[]): number =>
  taken.reduce((sum, { quantity, unitValue }) => sum + quantity * unitValue, 0)

/** A sum over so many pieces in at most two prices a đồng apart, so that nothing is lost by rounding. */
export const pricesOf = (value: number, quantity: number): { quantity: number; unitValue: number }[] => {
  const unitValue = Math.floor(value / quantity)
  const dearer = value - unitValue * quantity
  return [
    { quantity: quantity - dearer, unitValue },
    { quantity: dearer, unitValue: unitValue + 1 },
  ].filter((price) => price.quantity > 0)
}

/** A sum shared out by weights, whole đồng each; the parts come to the sum. Without any weight the first one gets it. */
export const sharesOf = (value: number, weights: readonly number[]): number[] => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const parts = weights.map((weight) => (total === 0 ? 0 : Number((BigInt(value) * BigInt(weight)) / BigInt(total))))
  const rest = value - parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part, at) => (at === 0 ? part + rest : part))
}
